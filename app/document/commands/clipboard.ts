import { type IdKind, type Network, refuse } from "../../../engine";
import { type Command, commandOf } from "../command";
import type { Diagram, Layout, Place } from "../diagram";

/** A part of a design: what was copied (`roots`) with all that lies in it. Plain JSON. */
export type Clip = Readonly<{ roots: readonly string[]; network: Network; layout: Layout }>;

export type PasteElements = Readonly<{
  clip: Clip;
  /** A VPC for subnets and groups, a subnet for cards; null: where the originals lie. */
  into: string | null;
  /** New ids by old ones, for all of `idsToMake(clip)`. */
  ids: Readonly<Record<string, string>>;
  /** Of the first root's copy, in its new container; the others keep their distance to it. */
  place: Place;
}>;

export const copyElements = (diagram: Diagram, ids: readonly string[]): Clip => ({
  roots: ids,
  network: diagram.network,
  layout: diagram.layout,
});

/** The ids that a paste needs new ones for. */
export const idsToMake = (clip: Clip): readonly Readonly<{ id: string; kind: IdKind }>[] =>
  clip.roots.map((id) => ({ id, kind: "vpc" }));

export const pasteElements = (input: PasteElements): Command =>
  commandOf(`Paste ${input.place.x}`, () => refuse("elementNotFound"));
