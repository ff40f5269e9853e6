/** A network ACL, asked about one packet. */

import type { NetworkAcl, NetworkAclEntry } from "../model/network-acl";
import type { Direction, PortRange } from "../model/security-group";
import { type Address, type Cidr, cidrContains, type Family, parseCidr } from "../net/cidr";
import { coversPacket } from "./explain-packet";
import { intersectPorts, type Sent, subtractPorts } from "./explain-sent";
import { rememberedBy } from "./topology-places";

/**
 * What an ACL lets through of a packet's ports. `allowedBy` and `deniedBy` are the first entries that decided so for some of
 * them, as hops name entries: `ingress 100`, `egress *` for the catch-all.
 */
export type AclVerdict = Readonly<{
  allowed: readonly PortRange[];
  denied: readonly PortRange[];
  allowedBy: string | null;
  deniedBy: string | null;
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

/** The ports of a packet that an entry holds for. */
const coveredPorts = ({ traffic }: NetworkAclEntry, { packet, ports }: Sent, peer: Address) => {
  if (!("ports" in traffic)) return coversPacket(traffic, packet, peer.family) ? ports : [];
  const { from, to } = traffic.ports;
  return coversPacket(traffic, { ...packet, port: from }, peer.family)
    ? intersectPorts(ports, [{ from, to }])
    : [];
};

/**
 * For each port the first entry of a direction, by number, that matches packet and far address decides; without any the
 * catch-all denies. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export function aclVerdict(acl: NetworkAcl, direction: Direction, peer: Address, sent: Sent): AclVerdict {
  let { ports: left } = sent;
  const allowed: PortRange[] = [];
  const denied: PortRange[] = [];
  let [allowedBy, deniedBy]: [string | null, string | null] = [null, null];
  for (const { entry, cidr } of readEntries(acl)) {
    if (left.length === 0) break;
    if (entry.direction !== direction || !cidrContains(cidr, peer)) continue;
    const covered = coveredPorts(entry, { ...sent, ports: left }, peer);
    if (covered.length === 0) continue;
    left = covered.reduce(subtractPorts, left);
    const isAllow = entry.ruleAction === "allow";
    (isAllow ? allowed : denied).push(...covered);
    const rule = `${direction} ${entry.ruleNumber}`;
    if (isAllow) allowedBy ??= rule;
    else deniedBy ??= rule;
  }
  if (left.length > 0) deniedBy ??= `${direction} *`;
  return { allowed, denied: [...denied, ...left], allowedBy, deniedBy };
}

/** Where those entries of a direction begin and end that hold for a packet of a family. */
export function aclBorders(
  acl: NetworkAcl,
  direction: Direction,
  family: Family,
  sent: Sent,
): readonly bigint[] {
  const peer = { family, value: 0n };
  return readEntries(acl).flatMap(({ entry, cidr }) =>
    entry.direction === direction && cidr.family === family && coveredPorts(entry, sent, peer).length > 0
      ? [cidr.first, cidr.last + 1n]
      : [],
  );
}
