import type { Direction, NetworkAcl, NetworkAclEntry } from "../../../engine";
import { DIRECTION_WORD } from "../rules/direction";
import { grouped, trafficText } from "../rules/rule-traffic";
import { entriesOf, opposite, type Replies, repliesOf, shadowedEntries } from "./acl-effects";
import { cidrText } from "./entry-form";

/** Who is meant by a block: everybody, or the block itself. */
export const remoteName = (cidr: string): string => {
  if (cidr === "0.0.0.0/0") return "anywhere (IPv4)";
  return cidr === "::/0" ? "anywhere (IPv6)" : cidr;
};

const numbers = (list: readonly number[]): string => {
  const unique = [...new Set(list)].sort((a, b) => a - b);
  const last = unique.at(-1);
  if (unique.length < 2) return `rule ${last}`;
  return `rules ${unique.slice(0, -1).join(", ")} and ${last}`;
};

const FAR_END: Readonly<Record<Direction, string>> = { ingress: "from", egress: "to" };

const byRemote = (entries: readonly NetworkAclEntry[], direction: Direction): string =>
  [...grouped(entries, ({ remote }) => cidrText(remote))]
    .map(([cidr, of]) => {
      const traffic = trafficText(of.map((entry) => entry.traffic));
      return `${traffic} ${FAR_END[direction]} ${remoteName(cidr)}`;
    })
    .join("; ");

/** What a direction of an ACL does in effect: what it lets through, and what it denies before that. */
export const effectSentence = (acl: NetworkAcl, direction: Direction): string => {
  const idle = new Set(shadowedEntries(acl, direction).map(({ entry }) => entry));
  const live = entriesOf(acl, direction).filter((entry) => !idle.has(entry));
  const allows = live.filter(({ ruleAction }) => ruleAction === "allow");
  const way = direction === "ingress" ? "in" : "out";
  if (allows.length === 0) return `Lets nothing ${way}.`;
  const lastAllow = allows.at(-1)?.ruleNumber ?? 0;
  const denies = live.filter(({ ruleAction, ruleNumber }) => ruleAction === "deny" && ruleNumber < lastAllow);
  const except = denies.length === 0 ? "" : `, but denies ${byRemote(denies, direction)} first`;
  return `Lets ${way} ${byRemote(allows, direction)}${except}.`;
};

/** How replies to what a direction lets through get back; empty where there is nothing to say. */
export const replySentence = (acl: NetworkAcl, direction: Direction): string => {
  const replies = repliesOf(acl, direction).filter(({ passage }) => passage.passes === "all");
  const by = replies.flatMap(({ passage }) => passage.by);
  if (by.length === 0) return "";
  const back = direction === "ingress" ? "out" : "in";
  return `Replies go ${back} by ${DIRECTION_WORD[opposite(direction)]} ${numbers(by)}.`;
};

/** A hint about one direction: worth a look, no verdict. */
export type AclHint = Readonly<{ key: string; text: string }>;

/** Entries that no packet reaches, and connections whose replies may not pass. */
export const aclHints = (acl: NetworkAcl, direction: Direction): readonly AclHint[] => [
  ...shadowedEntries(acl, direction).map(({ entry, behind }) => ({
    key: `shadow ${entry.ruleNumber}`,
    text: `Rule ${entry.ruleNumber} has no effect: ${numbers(behind)} ${behind.length === 1 ? "decides" : "decide"} first for all it names.`,
  })),
  ...replyHints(repliesOf(acl, direction), direction),
];

const replyHints = (replies: readonly Replies[], direction: Direction): readonly AclHint[] => {
  const stuck = replies.filter(({ passage }) => passage.passes !== "all");
  const groups = grouped(stuck, ({ entry, passage }) => `${cidrText(entry.remote)} ${passage.passes}`);
  return [...groups.values()].map((of) => replyHint(of, direction));
};

const replyHint = (of: readonly Replies[], direction: Direction): AclHint => {
  const cidr = cidrText(of[0]?.entry.remote ?? { kind: "cidrIpv4", cidrIpv4: "" });
  const traffic = trafficText(of.map(({ entry }) => entry.traffic));
  const some = of[0]?.passage.passes === "some";
  const other = DIRECTION_WORD[opposite(direction)];
  const need = some ? `the ${other} rules let only some of these pass` : `no ${other} rule lets these pass`;
  return {
    key: `reply ${direction} ${cidr}`,
    text: `${some ? "Some replies" : "Replies"} to ${traffic} ${FAR_END[direction]} ${remoteName(cidr)} may not get back: they go to TCP ports 1024-65535 there, and ${need}.`,
  };
};
