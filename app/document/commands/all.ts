import { ok, type Result } from "../../../engine";
import { type Command, commandOf, type Refusal } from "../command";
import type { Diagram } from "../diagram";

/** Several commands as one: one undo step, and nothing at all when one of them is refused. */
export const all = (label: Parameters<typeof commandOf>[0], commands: readonly Command[]): Command =>
  commandOf(label, (diagram) =>
    commands.reduce<Result<Diagram, Refusal>>(
      (result, command) => (result.ok ? command.run(result.value) : result),
      ok(diagram),
    ),
  );
