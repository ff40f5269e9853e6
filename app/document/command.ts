import { type Network, ok, type Refusal, type Result } from "../../engine";
import type { Diagram } from "./diagram";

export type { Refusal } from "../../engine";

/**
 * A function that can say no. `label` is what undo shows ("Add rule to web"), in the words of the diagram that it is about
 * to change. Commands in a row with the same `mergeKey` are one undo step (typing in one field).
 */
export type Command = Readonly<{
  label(before: Diagram): string;
  mergeKey?: string;
  run(diagram: Diagram): Result<Diagram, Refusal>;
}>;

type Label = string | ((network: Network) => string);

const labelIn = (label: Label) => (before: Diagram) =>
  typeof label === "string" ? label : label(before.network);

export const commandOf = (label: Label, run: Command["run"], mergeKey?: string): Command => ({
  label: labelIn(label),
  run,
  ...(mergeKey === undefined ? {} : { mergeKey }),
});

/** A command that leaves the layout as it is. */
export const networkCommand = (
  label: Label,
  change: (network: Network) => Result<Network, Refusal>,
  mergeKey?: string,
): Command =>
  commandOf(
    label,
    (diagram) => {
      const network = change(diagram.network);
      return network.ok ? ok({ ...diagram, network: network.value }) : network;
    },
    mergeKey,
  );
