/**
 * What a picture of a design consists of: rectangles, outlines and texts, in canvas units, absolute unless said otherwise.
 * Pure data; the canvas and the exported picture draw it.
 */
import type {
  ManagedResourceKind,
  NetworkInterfaceId,
  SecurityGroupId,
  TierId,
  TierPair,
  VpcId,
} from "../../engine";
import type { Point } from "../document/diagram";

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
  /** In a subnet's head; a VPC has none. */
  badges: readonly FrameBadge[];
  /** How much of a VPC's head the tags of its groups take, from the right; a subnet has none. */
  tagsWidth: number;
}>;

/** What judges the packets of a subnet: its route table, its network ACL. */
export type FrameBadge = Readonly<{
  kind: "routeTable" | "networkAcl";
  id: string;
  name: string;
  /** The name, or null where there is room for the picture only. */
  text: string | null;
  /** Is it the one that the VPC gives to subnets that choose none? */
  isDefault: boolean;
  /** Relative to the frame. */
  rect: Rect;
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

export type CardKind =
  | "instance"
  | "dbInstance"
  | "networkInterface"
  | "loadBalancer"
  | "vpcEndpoint"
  | "natGateway"
  | "managedResource"
  | Exclude<ManagedResourceKind, "other">;

export type Card = Readonly<{
  kind: CardKind;
  id: string;
  parentId: string;
  rect: Rect;
  title: string;
  subtitle: string;
  rows: readonly CardRow[];
  /** A NAT gateway's: its interface wears no groups and is no row. */
  addresses: Readonly<{ privateIp: string; publicIp: string | null }> | null;
}>;

/** A way in or out of a VPC, on the upper border of its frame; one that is attached to none stands by itself. */
export type Gateway = Readonly<{
  kind: "internetGateway" | "egressOnlyInternetGateway" | "vpcEndpoint";
  id: string;
  parentId: string | null;
  rect: Rect;
  title: string;
}>;

/** What stands on the canvas itself, outside of all VPCs. A transit gateway is no end of paths. */
export type Outside = Readonly<{
  kind: "internet" | "ipRange" | "transitGateway";
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
  /** Its corners, which `path` rounds. */
  points: readonly Point[];
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
  gateways: readonly Gateway[];
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
