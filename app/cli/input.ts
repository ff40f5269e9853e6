import { createReadStream, existsSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { fail, ok, type Result } from "../../engine";
import { type NamedText, networkOf, type ReadNetwork } from "./formats";

/** Stands for standard input where a file is asked for. */
export const STDIN = "-";

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "this is a folder",
  EACCES: "this file may not be read",
};

/** What is wrong with a file that cannot be read. */
export const fileTrouble = (file: string, error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return `${file}: ${FILE_ERRORS[code] ?? String(error)}.`;
};

/**
 * The path of a file as the asker means it. npm runs scripts in the project's folder and tells in `INIT_CWD` where it was
 * called: relative paths are taken from there, and from the project's folder where there is no such file.
 */
const located = (file: string): string => {
  const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env;
  if (script !== "pathlight" || caller === undefined) return file;
  const path = resolve(caller, file);
  return existsSync(path) ? path : file;
};

const readText = async (file: string): Promise<Result<string, string>> => {
  try {
    return ok(file === STDIN ? await text(process.stdin) : await readFile(located(file), "utf8"));
  } catch (error) {
    return fail(fileTrouble(file, error));
  }
};

/** A folder stands for the JSON files in it. */
const filesIn = async (file: string): Promise<readonly string[]> => {
  const path = file === STDIN ? null : located(file);
  if (path === null || !existsSync(path) || !statSync(path).isDirectory()) return [file];
  const names = (await readdir(path)).filter((name) => name.endsWith(".json")).sort();
  return names.map((name) => join(path, name));
};

/**
 * The network of a design file, or of output of describe commands in one file or several, or in a folder. The error is one
 * line that says which file, where in it, and what is wrong.
 */
export const readNetwork = async (given: readonly string[]): Promise<Result<ReadNetwork, string>> => {
  const files = (await Promise.all(given.map(filesIn))).flat();
  if (files.length === 0) return fail(`${given.join(", ")}: there is no *.json file in this folder.`);
  const texts: NamedText[] = [];
  for (const name of files) {
    const content = await readText(name);
    if (!content.ok) return content;
    texts.push({ name, text: content.value });
  }
  return networkOf(texts);
};

const BYTE_ORDER_MARK = /^\ufeff/;

/**
 * The lines of a text, split at line feeds only: other signs that end a line may stand inside JSON. A carriage return
 * before the line feed is blank to JSON. A byte order mark at the start is no part of them.
 */
async function* linesIn(chunks: AsyncIterable<unknown>): AsyncGenerator<string> {
  let begun = "";
  let isStart = true;
  for await (const chunk of chunks) {
    const piece = isStart ? String(chunk).replace(BYTE_ORDER_MARK, "") : String(chunk);
    isStart = false;
    const lines = (begun + piece).split("\n");
    begun = lines.pop() ?? "";
    yield* lines;
  }
  if (begun !== "") yield begun;
}

/** The lines of a file or of standard input. Throws what the file system throws. */
export const readLines = (file: string): AsyncGenerator<string> => {
  const stream = file === STDIN ? process.stdin : createReadStream(located(file));
  return linesIn(stream.setEncoding("utf8"));
};
