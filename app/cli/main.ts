/** The headless command: the same engine as in the page, without one. Standard output carries only the answer. */
import { fail, type Network, ok, type Result } from "../../engine";
import { type Arguments, type BatchArguments, readArguments, type TestArguments } from "./arguments";
import { batchCommand, newTally, strangeFields } from "./batch-command";
import { fileTrouble, readLines, readNetwork } from "./input";
import { complain, leaveQuietlyOnClosedPipe, tellNotes, writeOut } from "./output";
import { pathsJson, pathsText } from "./paths-command";
import { testCommand } from "./test-command";
import { USAGE } from "./usage";

/** What a command comes to; the error is one line for standard error. */
type Outcome = Promise<Result<null, string>>;

const DONE = ok(null);

/** The network of the FILEs. What there is to say of them goes to standard error. */
const network = async (files: readonly string[]): Promise<Result<Network, string>> => {
  const read = await readNetwork(files);
  if (!read.ok) return read;
  tellNotes(read.value.notes);
  return ok(read.value.network);
};

const test = async ({ files, input, asJson }: TestArguments): Outcome => {
  const asked = await network(files);
  if (!asked.ok) return asked;
  const answer = testCommand(asked.value, input, asJson);
  if (!answer.ok) return answer;
  await writeOut([answer.value]);
  return DONE;
};

const batch = async ({ files, questions }: BatchArguments): Outcome => {
  const asked = await network(files);
  if (!asked.ok) return asked;
  const tally = newTally();
  try {
    await writeOut(batchCommand(asked.value, readLines(questions), tally));
  } catch (error) {
    return fail(fileTrouble(questions, error));
  }
  tellNotes(strangeFields(tally).map((note) => `${questions}: ${note}`));
  const { bad, asked: all, firstBad } = tally;
  if (bad === 0) return DONE;
  return fail(
    `${questions}: ${bad} of ${all} questions could not be answered, the first in line ${firstBad}.`,
  );
};

const run = async (asked: Arguments): Outcome => {
  switch (asked.command) {
    case "help":
      await writeOut([USAGE]);
      return DONE;
    case "test":
      return test(asked);
    case "batch":
      return batch(asked);
    case "paths": {
      const read = await network(asked.files);
      if (!read.ok) return read;
      const answer = asked.asJson ? pathsJson : pathsText;
      await writeOut(answer(read.value, asked.withInterfaces));
      return DONE;
    }
  }
};

const main = async (argv: readonly string[]): Promise<void> => {
  leaveQuietlyOnClosedPipe();
  const asked = readArguments(argv);
  const outcome = asked.ok ? await run(asked.value) : asked;
  if (outcome.ok) return;
  process.exitCode = 2;
  complain(outcome.error);
};

await main(process.argv.slice(2));
