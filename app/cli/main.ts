/** The headless command: the same engine as in the page, without one. Standard output carries only the answer. */
import { fail, ok, type Result } from "../../engine";
import { type Arguments, type BatchArguments, readArguments, type TestArguments } from "./arguments";
import { batchCommand, newTally } from "./batch-command";
import { fileTrouble, readLines, readNetwork } from "./input";
import { complain, leaveQuietlyOnClosedPipe, writeOut } from "./output";
import { pathsJson, pathsText } from "./paths-command";
import { testCommand } from "./test-command";
import { USAGE } from "./usage";

/** What a command comes to; the error is one line for standard error. */
type Outcome = Promise<Result<null, string>>;

const DONE = ok(null);

const test = async ({ file, input, asJson }: TestArguments): Outcome => {
  const network = await readNetwork(file);
  if (!network.ok) return network;
  const answer = testCommand(network.value, input, asJson);
  if (!answer.ok) return answer;
  await writeOut([answer.value]);
  return DONE;
};

const batch = async ({ file, questions }: BatchArguments): Outcome => {
  const network = await readNetwork(file);
  if (!network.ok) return network;
  const tally = newTally();
  try {
    await writeOut(batchCommand(network.value, readLines(questions), tally));
  } catch (error) {
    return fail(fileTrouble(questions, error));
  }
  const { bad, asked, firstBad } = tally;
  if (bad === 0) return DONE;
  return fail(
    `${questions}: ${bad} of ${asked} questions could not be answered, the first in line ${firstBad}.`,
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
      const network = await readNetwork(asked.file);
      if (!network.ok) return network;
      const answer = asked.asJson ? pathsJson : pathsText;
      await writeOut(answer(network.value, asked.withInterfaces));
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
