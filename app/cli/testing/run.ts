/** Runs the headless command as a process of its own, for tests. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../../..");

export const COMMAND = ["--import", "tsx", "app/cli/main.ts"];

/** A folder of this test file's own; the test file removes it. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "pathlight-"));

export const fileIn = (folder: string, name: string, content: string): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

export const pathlight = (
  args: readonly string[],
  input = "",
  env: Readonly<Record<string, string>> = {},
) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...COMMAND, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    input,
    env: { ...process.env, ...env },
  });
  return { stdout, stderr, status };
};
