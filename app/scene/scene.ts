/**
 * What a picture of a design consists of: rectangles, outlines and texts, in canvas units, absolute unless said otherwise.
 * Pure data; the canvas and the exported picture draw it.
 */
import type { NetworkInterfaceId, SecurityGroupId, TierId, TierPair, VpcId } from "../../engine";

export type Rect = Readonly<{ x: number; y: number; width: number; height: number }>;

export type Frame = Readonly<{
  kind: "vpc" | "subnet";
  id: string;
  /** The frame this one lies in, or null. */
  parentId: string | null;
  rect: Rect;
  title: string;
  /** CIDRs and zone. */
  subtitle: string;
  tone: "vpc" | "public" | "private";
}>;

/** A group worn by an interface. `color` indexes the palette of group colours; `label` is at most three letters. */
export type Chip = Readonly<{ groupId: SecurityGroupId; name: string; label: string; color: number }>;

export type CardRow = Readonly<{
  networkInterfaceId: NetworkInterfaceId;
  /** Relative to the card. */
  rect: Rect;
  name: string;
  privateIp: string;
  publicIp: string | null;
  /** Name of the subnet the interface is in, where that is not the card's. */
  otherSubnet: string | null;
  chips: readonly Chip[];
}>;

export type Card = Readonly<{
  kind: "instance" | "dbInstance" | "networkInterface";
  id: string;
  parentId: string;
  rect: Rect;
  title: string;
  subtitle: string;
  rows: readonly CardRow[];
}>;

export type Outside = Readonly<{
  kind: "internet" | "ipRange";
  id: string;
  rect: Rect;
  title: string;
  subtitle: string;
}>;

/** The outline around the members of a group in a VPC. `path` is SVG path data. */
export type Hull = Readonly<{
  groupId: SecurityGroupId;
  vpcId: VpcId;
  path: string;
  bounds: Rect;
  color: number;
  label: Readonly<{ text: string; rect: Rect }>;
}>;

export type ArrowLabel = Readonly<{ text: string; badge: string | null; rect: Rect }>;

export type Arrow = Readonly<{
  /** `tierPairKey(from, to)`. */
  id: string;
  from: TierId;
  to: TierId;
  fromName: string;
  toName: string;
  path: string;
  bounds: Rect;
  /** Full arrows always have a label; thin ones get theirs when they are asked for in `SceneOptions.labelled`. */
  label: ArrowLabel | null;
  weight: "full" | "thin";
  partial: TierPair["partial"];
  /** A mark of the last change; `closed` arrows are no longer allowed and are drawn as ghosts. */
  change: "opened" | "closed" | "widened" | "narrowed" | null;
}>;

export type Scene = Readonly<{
  frames: readonly Frame[];
  cards: readonly Card[];
  outsides: readonly Outside[];
  hulls: readonly Hull[];
  arrows: readonly Arrow[];
  /** Everything, with a margin. */
  bounds: Rect;
}>;

export type SceneOptions = Readonly<{
  /** Draw every arrow in full. */
  allPaths: boolean;
  /** Group ids whose hulls are drawn; "all" while there are at most twelve groups. */
  hulls: "all" | readonly string[];
  /** Ids of thin arrows that are drawn in full now: hovered, or touching the selection. */
  labelled: ReadonlySet<string>;
}>;
