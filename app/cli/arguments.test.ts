import { describe, expect, test } from "vitest";
import { readArguments } from "./arguments";

const read = (line: string) => {
  const result = readArguments(line === "" ? [] : line.split(" "));
  return result.ok ? result.value : result.error;
};

describe("a command line", () => {
  test("asks for paths", () => {
    expect(read("paths a.json")).toEqual({
      command: "paths",
      files: ["a.json"],
      asJson: false,
      withInterfaces: true,
    });
    expect(read("paths --no-interfaces --json -")).toMatchObject({
      files: ["-"],
      asJson: true,
      withInterfaces: false,
    });
  });

  test("asks one question, its numbers read as numbers", () => {
    expect(read("test a.json --from=w1 --to w2 --protocol 6 --port 80 --source-port x")).toMatchObject({
      command: "test",
      input: { from: "w1", to: "w2", protocol: "6", port: 80, sourcePort: "x" },
    });
    expect(read("test a.json --client linux")).toMatchObject({ input: { client: "linux" } });
  });

  test("may name several files", () => {
    expect(read("paths a.json b.json")).toMatchObject({ files: ["a.json", "b.json"] });
  });

  test("asks a batch of questions", () => {
    expect(read("test a.json --batch q.jsonl --json")).toEqual({
      command: "batch",
      files: ["a.json"],
      questions: "q.jsonl",
    });
  });

  test.each(["--help", "-h", "help", "paths --help", "test a.json -h"])("asks for help: %s", (line) => {
    expect(read(line)).toEqual({ command: "help" });
  });

  test.each([
    ["", "COMMAND is missing: there are paths and test; see pathlight --help."],
    ["reach", '"reach" is no command: there are paths and test.'],
    ["toString", '"toString" is no command: there are paths and test.'],
    ["paths", "paths: FILE is missing; see pathlight --help."],
    ["paths - a -", "paths: only one FILE can be standard input."],
    ["test a --bogus 1", "test: Unknown option '--bogus'"],
    ["test a --from", "test: --from needs a value; one that begins with a dash is written --from=VALUE."],
    [
      "test a --protocol -1",
      "test: --protocol needs a value; one that begins with a dash is written --protocol=VALUE.",
    ],
    ["test a --port 80 --to x --port=443", "test: --port is given more than once; give it once."],
    ["test a --batch q --batch r", "test: --batch is given more than once; give it once."],
    ["test a --batch q --to x", "test: --batch takes its questions from a file; leave out --to."],
    ["test - --batch -", "test: FILE and --batch cannot both be standard input."],
  ])("is refused: %s", (line, message) => {
    expect(read(line)).toBe(message);
  });
});
