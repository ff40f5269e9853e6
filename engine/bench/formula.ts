/**
 * What may pass between two interfaces as a formula over bit vectors in SMT-LIB 2, straight from the records: protocol and
 * port are unknowns, addresses are 32 bits. IPv4, groups and ACLs of one VPC. It shares nothing with the analysis or with
 * the plain evaluator.
 */
import { type Network, recordOf } from "../model/network";
import type { NetworkAclEntry } from "../model/network-acl";
import type { NetworkInterface } from "../model/network-interface";
import type { Direction, Remote, Traffic } from "../model/security-group";

export type Pair = readonly [from: NetworkInterface, to: NetworkInterface];

/** SMT-LIB text of something that is true or false. */
export type Formula = string;

export const and = (...parts: readonly Formula[]): Formula => `(and true ${parts.join(" ")})`;
export const or = (...parts: readonly Formula[]): Formula => `(or false ${parts.join(" ")})`;
export const not = (part: Formula): Formula => `(not ${part})`;

const bits = (value: number | bigint, width: number): string =>
  `#x${value.toString(16).padStart(width / 4, "0")}`;

const isBits = (name: string, value: number, width: number): Formula => `(= ${name} ${bits(value, width)})`;

const isWithin = (name: string, from: number, to: number): Formula =>
  `(and (bvuge ${name} ${bits(from, 16)}) (bvule ${name} ${bits(to, 16)}))`;

const NUMBERS = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

export const isProtocol = (name: keyof typeof NUMBERS | number): Formula =>
  isBits("protocol", typeof name === "number" ? name : NUMBERS[name], 8);

/** `port` is type * 256 + code for ICMP. */
export const isPort = (from: number, to: number): Formula => isWithin("port", from, to);

/** A client's port: where a TCP reply goes to. */
const isClientPort = (name: string): Formula => isWithin(name, 1024, 65535);

const UNKNOWNS = `
(declare-const protocol (_ BitVec 8)) (declare-const port (_ BitVec 16))
(declare-const client (_ BitVec 16)) (declare-const otherClient (_ BitVec 16))`;

/** What passes: `request`. */
export const requestDefinition = (network: Network, [from, to]: Pair): string => `
(define-fun request () Bool ${and(
  not(isProtocol("icmpv6")),
  groupsPass(network, from, "egress", to),
  groupsPass(network, to, "ingress", from),
  aclsPass(network, from, to),
)})`;

/** The unknowns, and how a TCP reply to a client's port fares: `(reply port)`, `(lost port)`. */
export const replyDefinition = (network: Network, [from, to]: Pair): string => `${UNKNOWNS}
(define-fun answered ((protocol (_ BitVec 8)) (port (_ BitVec 16))) Bool ${aclsPass(network, to, from)})
(define-fun reply ((client (_ BitVec 16))) Bool ${and(isClientPort("client"), "(answered #x06 client)")})
(define-fun lost ((client (_ BitVec 16))) Bool ${and(isClientPort("client"), "(not (answered #x06 client))")})`;

/** Something passes; only a TCP request needs its reply. */
export const OPEN: Formula = and("request", or(not(isProtocol("tcp")), "(reply client)"));

function groupsPass(
  network: Network,
  wearer: NetworkInterface,
  direction: Direction,
  peer: NetworkInterface,
): Formula {
  const rules = wearer.groupIds
    .flatMap((groupId) => recordOf(network.securityGroups, groupId)?.rules ?? [])
    .filter((rule) => rule.direction === direction)
    .filter(({ remote }) => remote.kind !== "group" || peer.groupIds.includes(remote.groupId));
  return or(...rules.map(({ remote, traffic }) => and(matchesRemote(remote, peer), matchesTraffic(traffic))));
}

function matchesRemote(remote: Remote, peer: NetworkInterface): Formula {
  if (remote.kind === "group") return `${peer.groupIds.includes(remote.groupId)}`;
  if (remote.kind !== "cidrIpv4") return "false";
  const [host = "", length = "32"] = remote.cidrIpv4.split("/");
  if (length === "0") return "true";
  const part = `(_ extract 31 ${32 - Number(length)})`;
  const address = peer.privateIpAddresses[0]?.privateIpAddress ?? "0.0.0.0";
  return `(= (${part} ${addressBits(address)}) (${part} ${addressBits(host)}))`;
}

const addressBits = (text: string): string =>
  bits(
    text.split(".").reduce((sum, octet) => sum * 256n + BigInt(octet), 0n),
    32,
  );

function matchesTraffic(traffic: Traffic): Formula {
  if (traffic.ipProtocol === "all") return "true";
  const ofProtocol = isProtocol(traffic.ipProtocol);
  if ("ports" in traffic) return and(ofProtocol, isPort(traffic.ports.from, traffic.ports.to));
  if (!("icmpType" in traffic) || traffic.icmpType === "all") return ofProtocol;
  const ofType = and(ofProtocol, isBits("((_ extract 15 8) port)", traffic.icmpType, 8));
  return traffic.icmpCode === "all"
    ? ofType
    : and(ofType, isBits("((_ extract 7 0) port)", traffic.icmpCode, 8));
}

/** Out of one subnet and into another; within one there is no ACL. */
const aclsPass = (network: Network, from: NetworkInterface, to: NetworkInterface): Formula =>
  from.subnetId === to.subnetId
    ? "true"
    : and(aclPasses(network, from, "egress", to), aclPasses(network, to, "ingress", from));

/** The first entry by number that matches decides; where none does, the packet is denied. */
function aclPasses(
  network: Network,
  { subnetId }: NetworkInterface,
  direction: Direction,
  peer: NetworkInterface,
): Formula {
  const networkAclId = recordOf(network.subnets, subnetId)?.networkAclId ?? "";
  const entries: readonly NetworkAclEntry[] = recordOf(network.networkAcls, networkAclId)?.entries ?? [];
  return entries
    .filter((entry) => entry.direction === direction)
    .toSorted((a, b) => b.ruleNumber - a.ruleNumber)
    .reduce<Formula>((otherwise, { remote, traffic, ruleAction }) => {
      const matches = and(matchesRemote(remote, peer), matchesTraffic(traffic));
      return `(ite ${matches} ${ruleAction === "allow"} ${otherwise})`;
    }, "false");
}
