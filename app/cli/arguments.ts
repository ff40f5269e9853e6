import { parseArgs } from "node:util";
import { fail, ok, type QuestionInput, type Result } from "../../engine";

export type PathsArguments = Readonly<{
  command: "paths";
  files: readonly string[];
  asJson: boolean;
  withInterfaces: boolean;
}>;
export type TestArguments = Readonly<{
  command: "test";
  files: readonly string[];
  asJson: boolean;
  input: QuestionInput;
}>;
export type BatchArguments = Readonly<{
  command: "batch";
  files: readonly string[];
  questions: string;
}>;
export type Arguments = Readonly<{ command: "help" }> | PathsArguments | TestArguments | BatchArguments;

const HELP = { help: { type: "boolean", short: "h" } } as const;

const PATHS = {
  ...HELP,
  json: { type: "boolean" },
  "no-interfaces": { type: "boolean" },
} as const;

const TEST = {
  ...HELP,
  json: { type: "boolean" },
  from: { type: "string" },
  to: { type: "string" },
  protocol: { type: "string" },
  port: { type: "string" },
  "source-port": { type: "string" },
  client: { type: "string" },
  "icmp-type": { type: "string" },
  "icmp-code": { type: "string" },
  batch: { type: "string" },
} as const;

/** The FILEs that a command is about. Standard input can be read but once. */
const filesOf = (command: string, files: readonly string[]): Result<readonly string[], string> => {
  if (files.length === 0) return fail(`${command}: FILE is missing; see pathlight --help.`);
  if (files.filter((file) => file === "-").length > 1)
    return fail(`${command}: only one FILE can be standard input.`);
  return ok(files);
};

const pathsArguments = (args: readonly string[]): Result<Arguments, string> => {
  const { values, positionals } = parseArgs({ args: [...args], options: PATHS, allowPositionals: true });
  if (values.help) return ok({ command: "help" });
  const files = filesOf("paths", positionals);
  if (!files.ok) return files;
  const withInterfaces = values["no-interfaces"] !== true;
  return ok({ command: "paths", files: files.value, asJson: values.json === true, withInterfaces });
};

/** Digits are a number; anything else goes on as it is, and is refused with the field's name. */
const numberOf = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : text;

type TestValues = Readonly<Partial<Record<Exclude<keyof typeof TEST, "json" | "help">, string>>>;

const inputOf = (values: TestValues): QuestionInput => ({
  from: values.from,
  to: values.to,
  protocol: values.protocol,
  port: numberOf(values.port),
  sourcePort: numberOf(values["source-port"]),
  client: values.client,
  icmpType: numberOf(values["icmp-type"]),
  icmpCode: numberOf(values["icmp-code"]),
});

/** The first option that is given more than once, as it is written: only one of its values could count. */
const repeated = (args: readonly string[]): string | undefined => {
  const { tokens } = parseArgs({ args: [...args], options: TEST, allowPositionals: true, tokens: true });
  const names = tokens.flatMap((token) =>
    token.kind === "option" && token.value !== undefined ? [token.name] : [],
  );
  return names.find((name, at) => names.indexOf(name) !== at);
};

const testArguments = (args: readonly string[]): Result<Arguments, string> => {
  const { values, positionals } = parseArgs({ args: [...args], options: TEST, allowPositionals: true });
  const { help, json, ...rest } = values;
  if (help) return ok({ command: "help" });
  const twice = repeated(args);
  if (twice !== undefined) return fail(`test: --${twice} is given more than once; give it once.`);
  const files = filesOf("test", positionals);
  if (!files.ok) return files;
  const { batch, ...single } = rest;
  if (batch === undefined)
    return ok({ command: "test", files: files.value, asJson: json === true, input: inputOf(single) });
  const [odd] = Object.keys(single);
  if (odd !== undefined) return fail(`test: --batch takes its questions from a file; leave out --${odd}.`);
  if (batch === "-" && files.value.includes("-"))
    return fail("test: FILE and --batch cannot both be standard input.");
  return ok({ command: "batch", files: files.value, questions: batch });
};

const readers: Readonly<Record<string, (args: readonly string[]) => Result<Arguments, string>>> = {
  paths: pathsArguments,
  test: testArguments,
};

/** What is wrong with an option, in our words where Node's lead astray: a value may begin with a dash. */
const optionTrouble = (error: unknown): string => {
  const [said = ""] = String(error instanceof Error ? error.message : error).split(/\. |\n/);
  const [, option] = /^Option '(?:-\w, )?(--[\w-]+).*argument (?:missing|is ambiguous)/.exec(said) ?? [];
  return option === undefined
    ? said
    : `${option} needs a value; one that begins with a dash is written ${option}=VALUE.`;
};

/** Reads a command line. The error is one line. */
export const readArguments = (argv: readonly string[]): Result<Arguments, string> => {
  const [command, ...args] = argv;
  if (command === undefined)
    return fail("COMMAND is missing: there are paths and test; see pathlight --help.");
  if (command === "--help" || command === "-h" || command === "help") return ok({ command: "help" });
  const reader = Object.hasOwn(readers, command) ? readers[command] : undefined;
  if (reader === undefined) return fail(`"${command}" is no command: there are paths and test.`);
  try {
    return reader(args);
  } catch (error) {
    return fail(`${command}: ${optionTrouble(error)}`);
  }
};
