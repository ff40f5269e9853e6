import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { Network } from "../../engine";
import { BASE_WORLD } from "../../engine/testing/base-world";
import { change, networkAcl, rules } from "../../engine/testing/network-builder";
import { formatDesignFile } from "../document/design-file";
import { EMPTY_DIAGRAM } from "../document/diagram";
import { pathsText } from "./paths-command";
import { COMMAND, fileIn, newFolder, pathlight, ROOT } from "./testing/run";

/** Each test starts a process or two, which takes a while on a busy machine. */
vi.setConfig({ testTimeout: 30_000 });

const FOLDER = newFolder();

afterAll(() => rmSync(FOLDER, { recursive: true }));

const fileWith = (name: string, content: string): string => fileIn(FOLDER, name, content);

const designOf = (name: string, network: Network): string =>
  fileWith(name, formatDesignFile({ ...EMPTY_DIAGRAM, network }));

const DESIGN = designOf("base.pathlight.json", BASE_WORLD);

const complaintOf = (...args: readonly string[]): string => {
  const { stdout, stderr, status } = pathlight(args);
  expect({ stdout, status, lines: stderr.split("\n").length }).toEqual({ stdout: "", status: 2, lines: 2 });
  return stderr.trim();
};

const TEST = ["test", DESIGN, "--from", "w1", "--to", "dw", "--protocol", "tcp"];

describe("test", () => {
  test("answers in JSON with its keys in the promised order", () => {
    const { stdout, stderr, status } = pathlight([...TEST, "--port", "5432", "--json"]);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual([
      "verdict",
      "path",
      "blockers",
      "reply",
      "replyPath",
      "notJudged",
      "assumptions",
    ]);
    expect(answer).toMatchObject({ verdict: "allowed", reply: "allowed", blockers: [] });
    expect(answer.path).toContainEqual({
      component: "security-group",
      id: "sg-dbw",
      rule: "sgr-dbw-in-1",
      message: 'Inbound rule "TCP 5432 from members of web" of dbw admits TCP 5432 from w1 (10.0.1.11).',
    });
  });

  test("says a blocked path to people, and that is no failure", () => {
    const { stdout, status } = pathlight([...TEST, "--port", "22"]);
    expect(status).toBe(0);
    expect(stdout).toContain("Blocked: tcp 22 from w1 to dw");
    expect(stdout).toContain("ENI_SG_RULES_MISMATCH  eni-dw  No inbound rule of dbw admits TCP 22");
  });

  test("reads the design from standard input", () => {
    const args = ["test", "-", "--from", "internet", "--to", "w2", "--protocol", "icmp", "--json"];
    const { stdout } = pathlight(args, readFileSync(DESIGN, "utf8"));
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "blocked" });
  });

  test("says that a packet gets there and its reply does not, and what stops that", () => {
    const mute = change(
      BASE_WORLD,
      networkAcl("pa", "A", ["in 100 allow all from 0.0.0.0/0"], { subnets: ["pa"] }),
      rules("web", ["udp 53 from 0.0.0.0/0"]),
    );
    const asked = ["--from", "192.0.2.50", "--to", "198.51.100.11", "--protocol", "udp", "--port", "53"];
    const { stdout } = pathlight([
      "test",
      designOf("mute.pathlight.json", mute),
      ...asked,
      "--client",
      "linux",
    ]);
    expect(stdout).toContain(
      "Allowed: udp 53 from 192.0.2.50 to 198.51.100.11\nIt gets there, but its reply",
    );
    expect(stdout).toMatch(
      /\nWhat blocks its reply\n {2}SUBNET_ACL_RESTRICTION {2}acl-pa .* ports 32768-61000 .* by its catch-all entry \*\./,
    );
    expect(stdout).toContain("Replies are taken to go to ports 32768 to 61000");
  });

  test("refuses a kind of client beside a source port", () => {
    expect(complaintOf(...TEST, "--port", "22", "--source-port", "4000", "--client", "linux")).toContain(
      "--client cannot be given beside a source port",
    );
  });

  test("refuses a bad port in one line", () => {
    expect(complaintOf(...TEST, "--port", "x")).toContain(
      '--port must be a whole number from 0 to 65535, not "x"',
    );
  });

  test("tells the candidates of a name that may be several things", () => {
    expect(complaintOf("test", DESIGN, "--from", "default", "--to", "w1", "--protocol", "47")).toMatch(
      /--from: "default" may be .*sg-default \(A\/default\)/,
    );
  });
});

describe("test --batch", () => {
  const QUESTIONS = [
    '{"id":"a","from":"w1","to":"dw","protocol":"tcp","port":5432}',
    "",
    '{"id":{"n":[1,null]},"from":"w1","to":"dw","protocol":"tcp"}',
    "rubbish",
    '{"id":12345678901234567890,"to":"web","from":"internet","protocol":1}',
  ];

  test("answers in order, goes on after a bad line, and says so at the end", () => {
    const file = fileWith("questions.jsonl", `${QUESTIONS.join("\r\n")}\n`);
    const { stdout, stderr, status } = pathlight(["test", DESIGN, "--batch", file]);
    expect(status).toBe(2);
    expect(stderr).toBe(`pathlight: ${file}: 2 of 4 questions could not be answered, the first in line 3.\n`);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\{"id":"a","verdict":"allowed","path":\[/);
    expect(lines[1]).toBe(
      '{"id":{"n":[1,null]},"error":{"code":"missing","message":"\\"port\\" is missing: TCP and UDP need one."}}',
    );
    expect(lines[2]).toMatch(/^\{"id":null,"error":\{"code":"invalidJson"/);
    expect(lines[3]).toMatch(/^\{"id":12345678901234567890,"verdict":"blocked"/);
  });

  test("takes questions from standard input", () => {
    const { stdout, status } = pathlight(["test", DESIGN, "--batch", "-"], QUESTIONS[0]);
    expect({ status, id: JSON.parse(stdout).id }).toEqual({ status: 0, id: "a" });
  });
});

describe("paths", () => {
  const shapeOf = (file: string, ...more: readonly string[]) => {
    const { stdout, stderr, status } = pathlight(["paths", file, "--json", ...more]);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    return JSON.parse(stdout);
  };

  test("are told as JSON in the promised shape", () => {
    const paths = shapeOf(DESIGN);
    expect(Object.keys(paths)).toEqual([
      "version",
      "notJudged",
      "assumptions",
      "tiers",
      "tierPairs",
      "interfacePairs",
    ]);
    expect(paths.version).toBe(1);
    expect(paths.tiers.at(-1)).toEqual({
      id: "vpc-A/sg-web",
      name: "web",
      vpcId: "vpc-A",
      groupIds: ["sg-web"],
      interfaces: ["eni-w1", "eni-w2"],
    });
    expect(paths.tierPairs).toContainEqual({
      from: "vpc-A/sg-web",
      to: "vpc-A/sg-dbw",
      traffic: [{ protocol: "tcp", ports: "5432", partial: false }],
      pairs: 2,
      ofPairs: 2,
    });
    expect(paths.interfacePairs).toContainEqual({
      from: "eni-w1",
      to: "eni-dw",
      traffic: [{ protocol: "tcp", ports: "5432", partial: false }],
      egressRules: ["sgr-web-out-1"],
      ingressRules: ["sgr-dbw-in-1"],
    });
  });

  test("are a table for people", () => {
    const stdout = [...pathsText(BASE_WORLD, false)].join("");
    expect(stdout).toContain("\n  web       ->  dbw       TCP 5432 · PostgreSQL\n");
  });

  test("between interfaces name the rules that permit them", () => {
    const row = [...pathsText(BASE_WORLD, true)].find((line) => /^ {2}eni-w1 +-> {2}eni-dw /.test(line));
    expect(row).toMatch(/TCP 5432 · PostgreSQL +sgr-web-out-1 -> sgr-dbw-in-1\n$/);
  });

  test("of a file named from where npm was called", () => {
    const from = (folder: string) => ({ npm_lifecycle_event: "pathlight", INIT_CWD: folder });
    const asked = (env: Readonly<Record<string, string>>, file: string) =>
      pathlight(["paths", file], "", env).status;
    expect(asked(from(FOLDER), "base.pathlight.json")).toBe(0);
    expect(asked(from(FOLDER), "public/examples/web-server.pathlight.json")).toBe(0);
    expect(asked({ npm_lifecycle_event: "other", INIT_CWD: FOLDER }, "base.pathlight.json")).toBe(2);
  });

  test("end quietly when the reader goes away", async () => {
    const child = spawn(process.execPath, [...COMMAND, "paths", DESIGN, "--json"], { cwd: ROOT });
    child.stdout.destroy();
    let complaint = "";
    child.stderr.on("data", (text) => {
      complaint += text;
    });
    const status = await new Promise((done) => child.on("close", done));
    expect({ status, complaint }).toEqual({ status: 0, complaint: "" });
  });

  const examples = readdirSync(join(ROOT, "public/examples")).filter((name) => name.endsWith(".json"));

  test.each(examples)("of the example %s are found, and reach it from the Internet", (name) => {
    const { tierPairs, ...rest } = shapeOf(join(ROOT, "public/examples", name), "--no-interfaces");
    expect(rest).not.toHaveProperty("interfacePairs");
    expect(tierPairs.some((pair: { from: string }) => pair.from === "internet")).toBe(true);
  });
});

describe("bad input", () => {
  test("is told in one line with its place", () => {
    expect(complaintOf("paths", fileWith("broken.json", '{"pathlight": 1,'))).toMatch(/broken\.json: line 1/);
  });

  test("of no command at all says where to find help", () => {
    expect(complaintOf()).toContain("see pathlight --help");
    const help = pathlight(["--help"]);
    expect(help).toMatchObject({ stderr: "", status: 0 });
    expect(help.stdout).toContain("pathlight test FILE... --batch");
  });
});
