import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { EMPTY_NETWORK } from "../../engine";
import { readLines, readNetwork } from "./input";

const FOLDER = mkdtempSync(join(tmpdir(), "pathlight-"));

afterAll(() => rmSync(FOLDER, { recursive: true }));

const fileWith = (name: string, content: string): string => {
  const file = join(FOLDER, name);
  writeFileSync(file, content);
  return file;
};

const read = async (...files: readonly string[]) => {
  const result = await readNetwork(files);
  return result.ok ? result.value : { network: EMPTY_NETWORK, notes: [], trouble: result.error };
};

const VPCS = { Vpcs: [{ VpcId: "vpc-1", CidrBlock: "10.0.0.0/16" }] };
const SUBNETS = { Subnets: [{ SubnetId: "subnet-1", VpcId: "vpc-1", CidrBlock: "10.0.1.0/24" }] };

describe("a file", () => {
  test("that is not there is told by name", async () => {
    const none = join(FOLDER, "none.json");
    expect(await read(none)).toMatchObject({ trouble: `${none}: there is no such file.` });
  });

  test("of describe commands is known by what it holds", async () => {
    for (const content of [VPCS, { "describe-vpcs": VPCS }]) {
      const { network, notes } = await read(fileWith("aws.json", JSON.stringify(content)));
      expect(Object.keys(network.vpcs)).toEqual(["vpc-1"]);
      expect(notes).toEqual([]);
    }
  });

  test("may be one of several, and notes say of which", async () => {
    const [vpcs, subnets] = [
      fileWith("v.json", JSON.stringify(VPCS)),
      fileWith("s.json", JSON.stringify(SUBNETS)),
    ];
    const odd = fileWith("odd.json", '{"NetworkAcls":[7]}');
    const { network, notes } = await read(vpcs, subnets, odd);
    expect(Object.keys(network.subnets)).toEqual(["subnet-1"]);
    expect(notes).toEqual([`${odd}: NetworkAcls[0]: NetworkAcls[0] should be an object; it is left out.`]);
  });

  test("that is neither a design nor of describe commands says so", async () => {
    const other = fileWith("other.json", '{"name":"x"}');
    const several = [fileWith("v.json", JSON.stringify(VPCS)), fileWith("list.json", "[]")];
    expect(await read(other)).toMatchObject({
      trouble: expect.stringMatching(/^\S+other\.json: this holds none of the lists/),
    });
    expect(await read(...several)).toMatchObject({
      trouble: expect.stringMatching(/^\S+list\.json: this should be a JSON object/),
    });
    const design = fileWith("design.json", '{"pathlight":1}');
    expect(await read(design, other)).toMatchObject({
      trouble: expect.stringContaining("a design is read alone"),
    });
  });

  test("may be a folder: its JSON files together", async () => {
    const folder = join(FOLDER, "account");
    mkdirSync(folder);
    expect(await read(folder)).toMatchObject({
      trouble: `${folder}: there is no *.json file in this folder.`,
    });
    fileWith("account/vpcs.json", JSON.stringify(VPCS));
    fileWith("account/subnets.json", JSON.stringify(SUBNETS));
    fileWith("account/notes.txt", "no JSON");
    const { network } = await read(folder);
    expect([Object.keys(network.vpcs), Object.keys(network.subnets)]).toEqual([["vpc-1"], ["subnet-1"]]);
  });

  test("may begin with a byte order mark", async () => {
    const lines: string[] = [];
    for await (const line of readLines(fileWith("marked", "\ufeff{}\n\ufeff"))) lines.push(line);
    expect(lines).toEqual(["{}", "\ufeff"]);
  });

  test("has its lines ended by line feeds alone, in pieces of any size", async () => {
    const long = "x".repeat(200_000);
    const file = fileWith("lines", `a\u2028b\n\n${long}\r\nlast`);
    const lines: string[] = [];
    for await (const line of readLines(file)) lines.push(line);
    expect(lines).toEqual(["a\u2028b", "", `${long}\r`, "last"]);
  });
});
