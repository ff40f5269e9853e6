import type { CidrRemote, Direction, NetworkAcl, NetworkAclEntry, Traffic } from "../../../engine";
import { type Box, sharedBox, withoutFrom } from "./boxes";
import { entryBox, packetBox } from "./entry-box";

/** The ports from which clients start, whatever they run on: what replies go to. */
const EPHEMERAL = { from: 1024, to: 65535 } as const;
/** An entry for so many of them is there for replies, not for new connections. */
const MANY_PORTS = 1000;

/** One direction's entries, by number. */
export const entriesOf = ({ entries }: NetworkAcl, direction: Direction): readonly NetworkAclEntry[] =>
  entries.filter((entry) => entry.direction === direction).toSorted((a, b) => a.ruleNumber - b.ruleNumber);

export const opposite = (direction: Direction): Direction => (direction === "ingress" ? "egress" : "ingress");

/** An entry that decides nothing, since the earlier ones named have decided for all of its packets. */
export type Shadowed = Readonly<{ entry: NetworkAclEntry; behind: readonly number[] }>;

/** The entries of a direction that no packet reaches. */
export const shadowedEntries = (acl: NetworkAcl, direction: Direction): readonly Shadowed[] => {
  const entries = entriesOf(acl, direction);
  return entries.flatMap((entry, index) => {
    const own = entryBox(entry);
    if (own === null) return [];
    const earlier = entries.slice(0, index);
    if (remainder([own], earlier).length > 0) return [];
    const behind = earlier.filter((each) => meets(own, entryBox(each))).map(({ ruleNumber }) => ruleNumber);
    return [{ entry, behind }];
  });
};

const meets = (box: Box, other: Box | null): boolean => other !== null && sharedBox(box, other) !== null;

const remainder = (boxes: readonly Box[], entries: readonly NetworkAclEntry[]): readonly Box[] =>
  entries.reduce<readonly Box[]>((left, entry) => {
    const hole = entryBox(entry);
    return hole === null ? left : withoutFrom(left, hole);
  }, boxes);

/** How much of some packets a direction lets pass, and which entries do that. */
export type Passage = Readonly<{ passes: "all" | "some" | "none"; by: readonly number[] }>;

/** Does this direction let these packets pass? The first entry that matches decides; the rest is denied. */
export const passageOf = (acl: NetworkAcl, direction: Direction, packets: Box): Passage => {
  let left: readonly Box[] = [packets];
  let denied = false;
  const by: number[] = [];
  for (const entry of entriesOf(acl, direction)) {
    const own = entryBox(entry);
    if (own === null || !left.some((box) => meets(box, own))) continue;
    if (entry.ruleAction === "allow") by.push(entry.ruleNumber);
    else denied = true;
    left = withoutFrom(left, own);
  }
  if (by.length === 0) return { passes: "none", by };
  return { passes: denied || left.length > 0 ? "some" : "all", by };
};

/** Replies to what an entry allows: the same protocol and far end, to the ports from which clients start. */
export type Replies = Readonly<{ entry: NetworkAclEntry; passage: Passage }>;

/**
 * Whether the other direction lets the replies pass, for each entry that allows new TCP connections. A wide range of the
 * ports of clients is taken for an entry that lets replies in or out itself.
 */
export const repliesOf = (acl: NetworkAcl, direction: Direction): readonly Replies[] => {
  const idle = new Set(shadowedEntries(acl, direction).map(({ entry }) => entry));
  return entriesOf(acl, direction).flatMap((entry) => {
    if (entry.ruleAction === "deny" || idle.has(entry) || !startsTcp(entry.traffic)) return [];
    const packets = replyBox(entry.remote);
    return packets === null ? [] : [{ entry, passage: passageOf(acl, opposite(direction), packets) }];
  });
};

const replyBox = (remote: CidrRemote): Box | null =>
  packetBox({ ipProtocol: "tcp", ports: EPHEMERAL }, remote);

const startsTcp = (traffic: Traffic): boolean => {
  if (traffic.ipProtocol === "all") return true;
  if (traffic.ipProtocol !== "tcp") return false;
  const { from, to } = traffic.ports;
  return from < EPHEMERAL.from || to - from < MANY_PORTS;
};
