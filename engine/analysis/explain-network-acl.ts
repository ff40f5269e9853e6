/** A network ACL, asked about one packet. */

import { CATCH_ALL_RULE_NUMBER, type NetworkAcl, type NetworkAclEntry } from "../model/network-acl";
import type { Direction } from "../model/security-group";
import { type Address, type Cidr, cidrContains, parseCidr } from "../net/cidr";
import type { Packet } from "./answer";
import { coversPacket } from "./explain-packet";
import { rememberedBy } from "./topology-places";

/** What decides: an entry by its number, or the catch-all. `rule` is how hops name it: `ingress 100`, `egress *`. */
export type AclVerdict = Readonly<{
  isAllowed: boolean;
  entry: NetworkAclEntry | null;
  ruleNumber: number;
  rule: string;
}>;

type ReadEntry = Readonly<{ entry: NetworkAclEntry; cidr: Cidr }>;

/** In the order of their numbers. What has no CIDR matches nothing. */
const readEntries: (acl: NetworkAcl) => readonly ReadEntry[] = rememberedBy((acl) =>
  acl.entries
    .toSorted((a, b) => a.ruleNumber - b.ruleNumber)
    .flatMap((entry) => {
      const { remote } = entry;
      const cidr = parseCidr(remote.kind === "cidrIpv4" ? remote.cidrIpv4 : remote.cidrIpv6);
      const isOfKind = cidr.ok && cidr.value.family === (remote.kind === "cidrIpv4" ? 4 : 6);
      return isOfKind ? [{ entry, cidr: cidr.value }] : [];
    }),
);

/**
 * The first entry of a direction, by number, that matches the packet and the far address decides; without any the catch-all
 * denies. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export function aclVerdict(acl: NetworkAcl, direction: Direction, peer: Address, packet: Packet): AclVerdict {
  for (const { entry, cidr } of readEntries(acl)) {
    if (entry.direction !== direction || !cidrContains(cidr, peer)) continue;
    if (!coversPacket(entry.traffic, packet, peer.family)) continue;
    const isAllowed = entry.ruleAction === "allow";
    return { isAllowed, entry, ruleNumber: entry.ruleNumber, rule: `${direction} ${entry.ruleNumber}` };
  }
  const ruleNumber = CATCH_ALL_RULE_NUMBER[peer.family];
  return { isAllowed: false, entry: null, ruleNumber, rule: `${direction} *` };
}
