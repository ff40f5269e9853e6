/** The engine's types know nothing of Node, in which its tests run. */
declare const process: Readonly<{ stdout: Readonly<{ write: (text: string) => void }> }>;

/** Prints a line whether or not the test fails, for counts that show what it held to. */
export const say = (line: string): void => process.stdout.write(`${line}\n`);
