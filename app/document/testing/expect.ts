/** Reading results in tests. */
import type { Network, Refusal, Result } from "../../../engine";
import type { Command } from "../command";
import { type Diagram, EMPTY_DIAGRAM } from "../diagram";

export const diagramOf = (network: Network): Diagram => ({ ...EMPTY_DIAGRAM, network });

/** The value, or the test fails with what was refused. */
export const unwrap = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** What these commands make of a diagram, one after the other. */
export const after = (start: Diagram, ...commands: readonly Command[]): Diagram =>
  commands.reduce((diagram, command) => unwrap(command.run(diagram)), start);

export const refusalOf = (result: Result<unknown, Refusal>): Refusal | null =>
  result.ok ? null : result.error;

/** "ok", or the code of the refusal. */
export const codeOf = (result: Result<unknown, Refusal>): string => (result.ok ? "ok" : result.error.code);

/** "ok", or our reason for the refusal. */
export const reasonOf = (result: Result<unknown, Refusal>): string =>
  result.ok ? "ok" : result.error.reason;
