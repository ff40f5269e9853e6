/** Where answers and complaints go. */

const CHUNK = 1 << 16;

const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });

/** Writes to standard output piece by piece, waiting for whoever reads it, so that a large answer takes little memory. */
export const writeOut = async (pieces: Iterable<string> | AsyncIterable<string>): Promise<void> => {
  let waiting = "";
  for await (const piece of pieces) {
    waiting += piece;
    if (waiting.length < CHUNK) continue;
    await write(waiting);
    waiting = "";
  }
  if (waiting !== "") await write(waiting);
};

/** One line on standard error, whatever the text. */
export const complain = (text: string): void => {
  process.stderr.write(`pathlight: ${text.replace(/\s+/g, " ").trim()}\n`);
};

/** More notes on an input than these are counted, not told. */
const MOST_NOTES = 20;

/** What was merged, left out or taken for granted in reading: a line each on standard error. */
export const tellNotes = (notes: readonly string[]): void => {
  for (const note of notes.slice(0, MOST_NOTES)) complain(note);
  if (notes.length > MOST_NOTES) complain(`${notes.length - MOST_NOTES} more notes on the input.`);
};

/** A reader such as `head` may go before the answer is out. That is its right, and no error. */
export const leaveQuietlyOnClosedPipe = (): void => {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
};
