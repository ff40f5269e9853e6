import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readLines, readNetwork } from "./input";

const FOLDER = mkdtempSync(join(tmpdir(), "pathlight-"));

afterAll(() => rmSync(FOLDER, { recursive: true }));

const fileWith = (name: string, content: string): string => {
  const file = join(FOLDER, name);
  writeFileSync(file, content);
  return file;
};

const troubleWith = async (file: string): Promise<string> => {
  const network = await readNetwork(file);
  return network.ok ? "none" : network.error;
};

describe("a file", () => {
  test("that is not there, or is a folder, is told by name", async () => {
    const none = join(FOLDER, "none.json");
    expect(await troubleWith(none)).toBe(`${none}: there is no such file.`);
    expect(await troubleWith(FOLDER)).toBe(`${FOLDER}: this is a folder.`);
  });

  test("of describe commands is known, and waits for its reader", async () => {
    for (const content of [{ Vpcs: [] }, { "describe-vpcs": { Vpcs: [] } }]) {
      expect(await troubleWith(fileWith("aws.json", JSON.stringify(content)))).toContain(
        "cannot be read yet",
      );
    }
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
