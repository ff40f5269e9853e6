import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { fail, type Network, ok, type Result } from "../../engine";
import { parseDesignFile } from "../document/design-file";
import { jsonFault } from "../document/json-fault";

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

/** Keys of what `aws ec2 describe-...` prints, alone or merged into one object. */
const DESCRIBE_KEYS = ["Vpcs", "Subnets", "Reservations", "NetworkInterfaces", "SecurityGroups"];

const isDescribeOutput = (content: string): boolean => {
  try {
    const value: unknown = JSON.parse(content);
    const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
    return keys.some((key) => DESCRIBE_KEYS.includes(key) || key.startsWith("describe-"));
  } catch {
    return false;
  }
};

/** The network of a design file. The error is one line that says which file, where in it, and what is wrong. */
export const readNetwork = async (file: string): Promise<Result<Network, string>> => {
  const content = await readText(file);
  if (!content.ok) return content;
  const design = parseDesignFile(content.value);
  if (design.ok) return ok(design.value.diagram.network);
  if (isDescribeOutput(content.value))
    return fail(`${file}: output of describe commands cannot be read yet; give a *.pathlight.json file.`);
  const { path, message } = jsonFault(content.value) ?? design.error;
  return fail([file, path, message].filter((part) => part !== "").join(": "));
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
