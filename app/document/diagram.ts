import { EMPTY_NETWORK, type Network } from "../../engine";

/** A position, in canvas units relative to the containing frame (the canvas itself for what has none). */
export type Point = Readonly<{ x: number; y: number }>;
export type Size = Readonly<{ width: number; height: number }>;

/** Where a thing stands. Only frames (VPC, subnet) have a size of their own; a card's follows from its content. */
export type Place = Readonly<{ x: number; y: number; size: Size | null }>;

/** Where things stand and how they look: nothing in here changes what the network does. */
export type Layout = Readonly<{
  /** By the id of a VPC, subnet, instance, database, unattached interface or IP range; `internet` for the Internet's node. */
  places: Readonly<Record<string, Place>>;
  /** Index into the palette of group colours, by group id. */
  groupColors: Readonly<Record<string, number>>;
}>;

/** What a file holds and undo restores. */
export type Diagram = Readonly<{ name: string; network: Network; layout: Layout }>;

/** The key of the Internet's node in `places`. */
export const INTERNET_PLACE = "internet";

export const EMPTY_DIAGRAM: Diagram = {
  name: "Untitled design",
  network: EMPTY_NETWORK,
  layout: { places: {}, groupColors: {} },
};
