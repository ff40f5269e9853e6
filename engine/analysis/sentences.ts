/** Every sentence of an answer, in one place. Each says one thing, names what it is about, and ends with a full stop. */

import { type Network, recordOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { Remote } from "../model/security-group";
import type { AddressSet } from "../net/address-set";
import { type Family, formatAddress } from "../net/cidr";
import type { Assumption, ExplanationCode, NotJudged } from "./answer";
import type { ExemptService } from "./explain-exempt";
import type { GroupCheck, IdentityLoss } from "./explain-groups";
import type { GroupRule } from "./explain-index";
import type { InsidePlace, Place } from "./explain-places";
import type { Packet } from "./question";
import {
  addressesText,
  directionText,
  interfaceText,
  packetText,
  placeName,
  preposition,
  restText,
  ruleText,
} from "./sentences-words";

/** A sentence begins with a capital, but a thing's own name stays as it is written. */
const sentence = (text: string): string =>
  text.replace(/^(the Internet|inbound|outbound|load balancer) /, capital);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const NOT_JUDGED: Readonly<Record<NotJudged, string>> = {
  networkAcls: "Network ACLs are not in this design, so they are taken to let everything pass.",
  routeTables: "Route tables are not in this design, so each VPC is taken to lead everywhere within itself.",
  gateways: "Gateways are not in this design.",
  unmodelledTargets: "A route leads to something that Pathlight does not know; it is taken to lead nowhere.",
  prefixLists: "The entries of a prefix list are not in this design, so it is taken to match nothing.",
  loadBalancerTargets: "A load balancer's listeners, and the targets behind it, are not looked at.",
  edgeRouteTables:
    "What comes in by a gateway is routed by a table of its own, which is not looked at: it is taken to go straight on.",
  dns: "Names are not resolved: DNS is not looked at.",
  hostFirewalls: "Firewalls inside the machines are not looked at.",
  listeningProcesses: "Whether a process listens on the port is not looked at.",
};

/** What a verdict does not speak about. */
export const notJudgedText = (code: NotJudged): string => NOT_JUDGED[code];

const ASSUMPTIONS: Readonly<Record<Assumption, string>> = {
  internetGatewayRoute:
    "Interfaces with a public IPv4 or an IPv6 address are taken to be routed to an internet gateway.",
  appliancesForwardAsIs:
    "A machine that forwards is taken to leave addresses as they are: whether it translates them is not known.",
  functionsReceive:
    "A function's interface is taken to receive what its groups admit, though nobody may call it there.",
  typedAddressIsLiteral:
    "A typed address is taken literally: a public one is reached over the internet gateway.",
  ephemeralPorts1024To65535:
    "Replies are taken to go to ports 1024 to 65535, as those to clients of any kind.",
  ephemeralPorts32768To61000: "Replies are taken to go to ports 32768 to 61000, as those to Linux clients.",
  ephemeralPorts49152To65535:
    "Replies are taken to go to ports 49152 to 65535, as those to clients on Windows Server 2008, Windows 10 or later.",
  ephemeralPorts1025To5000:
    "Replies are taken to go to ports 1025 to 5000, as those to clients on Windows up to Server 2003.",
  translatedPorts1024To65535:
    "Replies to a NAT gateway or a load balancer are taken to go to ports 1024 to 65535, whatever the client.",
};

/** What a verdict takes for granted. */
export const assumptionText = (code: Assumption): string => ASSUMPTIONS[code];

/** The packet sets out. */
export const sendsText = (network: Network, packet: Packet, from: Place, to: Place): string => {
  const target = to.kind === "inside" && to.asPublic ? to.publicAddress : null;
  const destination = target === null ? placeName(network, to) : formatAddress(target);
  return sentence(`${placeName(network, from)} sends ${packetText(packet)} to ${destination}.`);
};

/** The packet arrives; `passed` says whether it got that far. */
export const arrivesText = (network: Network, to: Place, passed: boolean): string =>
  passed
    ? sentence(`${placeName(network, to)} receives it.`)
    : `It would arrive at ${placeName(network, to)}.`;

/** The reply sets out. Groups keep state: they let it pass whatever their rules are. */
export const answersText = (network: Network, from: Place): string =>
  from.kind === "inside"
    ? sentence(`${placeName(network, from)} answers; its security groups let the reply out by state.`)
    : sentence(`${placeName(network, from)} answers.`);

/** The reply arrives, if it does. */
export const replyArrivesText = (network: Network, to: Place, passed: boolean): string => {
  if (!passed) return `The reply would arrive at ${placeName(network, to)}.`;
  return to.kind === "inside"
    ? sentence(`${placeName(network, to)} receives the reply; its security groups let it in by state.`)
    : sentence(`${placeName(network, to)} receives the reply.`);
};

export const selfText = (network: Network, place: InsidePlace): string =>
  sentence(`${placeName(network, place)} sends this to itself, which no group judges.`);

const EXEMPT: Readonly<Record<ExemptService, string>> = {
  resolver: "Amazon's DNS resolver",
  metadata: "the metadata service",
  timeSync: "Amazon's time service",
  activation: "Windows licence activation",
  dhcp: "Amazon's DHCP",
  router: "the VPC's router",
};

/** AWS itself answers there. */
export const exemptText = (service: ExemptService, address: string): string =>
  `${address} is ${EXEMPT[service]}, which security groups and network ACLs do not filter.`;

/** The groups that an interface wears: "web", "web or default", "a, b and c". */
const groupNames = (network: Network, { groupIds }: NetworkInterface, word: "and" | "or"): string => {
  const names = groupIds.map((groupId) => recordOf(network.securityGroups, groupId)?.groupName ?? groupId);
  const parts = [names.slice(0, -1).join(", "), ...names.slice(-1)];
  return parts.filter((part) => part !== "").join(` ${word} `);
};

/** A security group lets the packet, or a part of what was asked, through. */
export const admitsText = (network: Network, packet: Packet, check: GroupCheck): string => {
  const { direction, decidedBy, peer, networkInterface } = check;
  if (check.isOpen)
    return sentence(
      `${interfaceText(network, networkInterface)} is a network load balancer without security groups, so it is open to all.`,
    );
  const way = `${packetText(packet)} ${preposition(direction)}`;
  if (check.admits === "some" || decidedBy === null)
    return sentence(
      `${directionText(direction)} rules of ${groupNames(network, networkInterface, "and")} admit ${way} ${addressesText(check.admitted)} only, not ${preposition(direction)} all of ${peer}.`,
    );
  return sentence(
    `${directionText(direction)} rule ${ruleText(network, decidedBy)} of ${decidedBy.group.groupName} admits ${way} ${peer}.`,
  );
};

const LOST: Readonly<Record<IdentityLoss, string>> = {
  hidden: "the other end's groups are not seen on this path",
  transitGateway: "this transit gateway does not pass the other end's groups on",
};

/** A rule for one family says nothing of the other. */
const familyHint = ({ rule }: GroupRule, peer: AddressSet): string => {
  const family = FAMILIES[rule.remote.kind];
  return family !== undefined && peer[family].length === 0 ? `, which covers IPv${family} only` : "";
};

const FAMILIES: Readonly<Partial<Record<Remote["kind"], Family>>> = { cidrIpv4: 4, cidrIpv6: 6 };

/** Which rule would have come closest, or why one that names the sender's group does not count. */
const hintText = (network: Network, { nearest, identityLost, refused }: GroupCheck): string => {
  if (nearest === null) return "";
  return identityLost !== null
    ? `; ${ruleText(network, nearest)} does not count, since ${LOST[identityLost]}`
    : `; the nearest is ${ruleText(network, nearest)}${familyHint(nearest, refused)}`;
};

/** No security group of an interface lets the packet through. */
export const refusesText = (network: Network, packet: Packet, check: GroupCheck): string => {
  const { direction, networkInterface } = check;
  const name = interfaceText(network, networkInterface);
  const count = networkInterface.groupIds.length;
  if (count === 0) return `${name} wears no security group.`;
  if (!check.hasRules)
    return `${groupNames(network, networkInterface, "and")} of ${name} ${count === 1 ? "has" : "have"} no ${directionText(direction)} rules at all.`;
  const rest = check.admits === "some" ? restText(check.refused, check.peer) : check.peer;
  return `No ${directionText(direction)} rule of ${groupNames(network, networkInterface, "or")} admits ${packetText(packet)} ${preposition(direction)} ${rest}${hintText(network, check)}.`;
};

/** Why an interface neither sends nor receives. */
export const faultText = (network: Network, place: InsidePlace, code: ExplanationCode): string => {
  const name = placeName(network, place);
  if (code === "BAD_STATE_INSTANCE")
    return sentence(`${name} belongs to an instance that does not run, so it sends and receives nothing.`);
  if (code === "VPCE_INTRA_VPC_TRAFFIC")
    return sentence(`${name} belongs to an endpoint, which is only called and starts nothing.`);
  return sentence(`${name} is attached to nothing, so it sends and receives nothing.`);
};

/** An interface whose subnet is gone. */
export const nowhereText = (network: Network, place: InsidePlace): string =>
  sentence(`${placeName(network, place)} lies in no subnet, so nothing leads to or from it.`);

/** A listener of a load balancer takes the connection to its target. */
export const forwardsText = (network: Network, balancer: string, port: number, target: Place): string =>
  sentence(`load balancer ${balancer} sends it on to port ${port} of ${placeName(network, target)}.`);

export const noTargetsText = (balancer: string, packet: Packet): string =>
  `Load balancer ${balancer} has no targets for ${packetText(packet)}.`;

export const noListenerText = (balancer: string, packet: Packet): string =>
  `Load balancer ${balancer} has no listener for ${packetText(packet)}.`;

export const nobodyText = (address: string): string => `No interface has the address ${address}.`;

export const bothOutsideText = (from: string, to: string): string =>
  sentence(`${from} and ${to} both lie outside this design.`);

export const noFamilyText = (from: string, to: string): string =>
  sentence(`${from} and ${to} have no address family in common.`);

export const noEndText = (side: "from" | "to", name = ""): string =>
  `The ${[side === "from" ? "source" : "destination", name].join(" ").trim()} stands for no interface.`;
