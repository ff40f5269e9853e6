/** Tells what a FILE is by what it holds, and makes a network of it. */
import { fail, type ImportNote, type Network, ok, type Result, readDescribe } from "../../engine";
import { parseDesignFile } from "../document/design-file";
import { parseJson } from "../document/file-format/json-text";
import { jsonFault } from "../document/json-fault";

/** A file as it was read. `name` is how the asker wrote it. */
export type NamedText = Readonly<{ name: string; text: string }>;

/** A network, and what its files made necessary to say; a design says nothing. */
export type ReadNetwork = Readonly<{ network: Network; notes: readonly string[] }>;

/** 250 MB, what one list of a very large account takes. */
const MAX_LENGTH = 250 * 1024 * 1024;

const lineOf = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(": ");

const isDesign = (json: unknown): boolean =>
  typeof json === "object" && json !== null && Object.hasOwn(json, "pathlight");

const ofDesign = ({ name, text }: NamedText): Result<ReadNetwork, string> => {
  const design = parseDesignFile(text);
  if (design.ok) return ok({ network: design.value.diagram.network, notes: [] });
  return fail(lineOf(name, design.error.path, design.error.message));
};

const parsed = ({ name, text }: NamedText): Result<unknown, string> => {
  if (text.length > MAX_LENGTH)
    return fail(`${name}: this file is larger than 250 MB, the most that is read.`);
  const json = parseJson(text);
  if (json.ok) return json;
  const { path, message } = jsonFault(text) ?? json.error;
  return fail(lineOf(name, path, message));
};

/** Paths into several files begin with the number of the file. */
const placeIn = (files: readonly NamedText[], path: string): string => {
  const [only, another] = files;
  if (only !== undefined && another === undefined) return lineOf(only.name, path);
  const [, number, rest = ""] = /^\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  return number === undefined ? path : lineOf(files[Number(number)]?.name ?? "", rest);
};

const noteLine = (files: readonly NamedText[], { path, message }: ImportNote): string =>
  lineOf(placeIn(files, path), message);

const ofDescribe = (files: readonly NamedText[], json: readonly unknown[]): Result<ReadNetwork, string> => {
  const [only, another] = json;
  const imported = readDescribe(another === undefined ? only : json);
  if (imported.ok) {
    const { network, report } = imported.value;
    return ok({ network, notes: report.map((note) => noteLine(files, note)) });
  }
  const { path, message } = imported.error;
  const place = path === "" ? files.map(({ name }) => name).join(", ") : placeIn(files, path);
  return fail(`${lineOf(place, message)}. FILE is a *.pathlight.json file, or JSON of describe commands.`);
};

/** The network of a design, or of the output of describe commands in one file or several. The error is one line. */
export const networkOf = (files: readonly NamedText[]): Result<ReadNetwork, string> => {
  const contents: unknown[] = [];
  for (const file of files) {
    const json = parsed(file);
    if (!json.ok) return json;
    if (!isDesign(json.value)) contents.push(json.value);
    else if (files.length === 1) return ofDesign(file);
    else return fail(`${file.name}: a design is read alone; several files are output of describe commands.`);
  }
  return ofDescribe(files, contents);
};
