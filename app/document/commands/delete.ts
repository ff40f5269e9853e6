import { type Network, refuse } from "../../../engine";
import { type Command, commandOf } from "../command";

export type Deletion = Readonly<{
  /** All that goes, content included. */
  ids: ReadonlySet<string>;
  /** "Delete VPC shop and its 12 resources". */
  label: string;
  /** Resources that go beside those that were named. */
  count: number;
}>;

/** What deleting these things takes with it, for the question before it and for undo. */
export const deletionOf = (network: Network, ids: readonly string[]): Deletion => ({
  ids: new Set(ids),
  label: "Delete",
  count: Object.keys(network).length,
});

export const deleteElements = (ids: readonly string[]): Command =>
  commandOf(`Delete ${ids}`, () => refuse("elementNotFound"));
