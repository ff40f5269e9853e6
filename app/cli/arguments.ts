import { parseArgs } from "node:util";
import { fail, ok, type QuestionInput, type Result } from "../../engine";

export type PathsArguments = Readonly<{
  command: "paths";
  file: string;
  asJson: boolean;
  withInterfaces: boolean;
}>;
export type TestArguments = Readonly<{
  command: "test";
  file: string;
  asJson: boolean;
  input: QuestionInput;
}>;
export type BatchArguments = Readonly<{ command: "batch"; file: string; questions: string }>;
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
  "icmp-type": { type: "string" },
  "icmp-code": { type: "string" },
  batch: { type: "string" },
} as const;

/** The one FILE that a command is about. */
const fileOf = (command: string, positionals: readonly string[]): Result<string, string> => {
  const [file, extra] = positionals;
  if (file === undefined) return fail(`${command}: FILE is missing; see pathlight --help.`);
  if (extra !== undefined) return fail(`${command}: one FILE at a time; "${extra}" is one too many.`);
  return ok(file);
};

const pathsArguments = (args: readonly string[]): Result<Arguments, string> => {
  const { values, positionals } = parseArgs({ args: [...args], options: PATHS, allowPositionals: true });
  if (values.help) return ok({ command: "help" });
  const file = fileOf("paths", positionals);
  if (!file.ok) return file;
  const withInterfaces = values["no-interfaces"] !== true;
  return ok({ command: "paths", file: file.value, asJson: values.json === true, withInterfaces });
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
  icmpType: numberOf(values["icmp-type"]),
  icmpCode: numberOf(values["icmp-code"]),
});

const testArguments = (args: readonly string[]): Result<Arguments, string> => {
  const { values, positionals } = parseArgs({ args: [...args], options: TEST, allowPositionals: true });
  const { help, json, ...rest } = values;
  if (help) return ok({ command: "help" });
  const file = fileOf("test", positionals);
  if (!file.ok) return file;
  const { batch, ...single } = rest;
  if (batch === undefined)
    return ok({ command: "test", file: file.value, asJson: json === true, input: inputOf(single) });
  const [odd] = Object.keys(single);
  if (odd !== undefined) return fail(`test: --batch takes its questions from a file; leave out --${odd}.`);
  if (batch === "-" && file.value === "-")
    return fail("test: FILE and --batch cannot both be standard input.");
  return ok({ command: "batch", file: file.value, questions: batch });
};

const readers: Readonly<Record<string, (args: readonly string[]) => Result<Arguments, string>>> = {
  paths: pathsArguments,
  test: testArguments,
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
    const [said] = String(error instanceof Error ? error.message : error).split(". ");
    return fail(`${command}: ${said}`);
  }
};
