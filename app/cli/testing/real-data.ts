/**
 * Files of real accounts, with answers of other programs, that are no part of this project: in `../shared/realdata` beside the
 * repository, or where PATHLIGHT_REALDATA says. Tests that read them are skipped where they are not.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Network, readDescribe } from "../../../engine";
import { ROOT } from "./run";

export const REAL_DATA = resolve(ROOT, process.env.PATHLIGHT_REALDATA ?? "../shared/realdata");

export const hasRealData = existsSync(join(REAL_DATA, "expected.json"));

if (!hasRealData)
  process.stdout.write(`Tests with real accounts are skipped: there is no expected.json in ${REAL_DATA}.\n`);

/** A line in the output of a test run. */
export const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const readJson = (path: string): unknown => JSON.parse(readFileSync(join(REAL_DATA, path), "utf8"));

/** All files below a folder, by path. */
export const filesBelow = (folder: string): readonly string[] =>
  hasRealData
    ? readdirSync(join(REAL_DATA, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(REAL_DATA.length + 1))
        .sort()
    : [];

/** The network of one file; throws where it cannot be read. */
export const networkOfFile = (path: string): Network => {
  const imported = readDescribe(readJson(path));
  if (!imported.ok) throw new Error(`${path}: ${imported.error.message}`);
  return imported.value.network;
};
