import { ok, type Result } from "../../../engine";
import type { Command, Refusal } from "../command";
import type { Diagram } from "../diagram";

/** Several commands as one: one undo step, and nothing at all when one of them is refused. */
export const all = (label: Command["label"], commands: readonly Command[]): Command => ({
  label,
  run: (diagram) =>
    commands.reduce<Result<Diagram, Refusal>>(
      (result, command) => (result.ok ? command.run(result.value) : result),
      ok(diagram),
    ),
});
