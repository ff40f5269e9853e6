/** Every sentence of an answer, in one place. Each says one thing, names what it is about, and ends with a full stop. */

import { type Network, recordOf } from "../model/network";
import { formatAddress } from "../net/cidr";
import type { Assumption, NotJudged, Packet } from "./answer";
import type { GroupCheck } from "./explain-groups";
import type { InsidePlace, Place } from "./explain-places";
import {
  addressesText,
  directionText,
  interfaceText,
  packetText,
  placeName,
  preposition,
  restText,
  ruleText,
  vpcText,
} from "./sentences-words";

/** A sentence begins with a capital, but a thing's own name stays as it is written. */
const sentence = (text: string): string =>
  text.replace(/^(the Internet|inbound|outbound|no group) /, capital);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const NOT_JUDGED: Readonly<Record<NotJudged, string>> = {
  networkAcls: "Network ACLs are not looked at.",
  routeTables: "Route tables are not looked at.",
  gateways: "Internet, NAT and other gateways are not looked at.",
  vpcPeering: "VPC peering is not looked at.",
  transitGateways: "Transit gateways are not looked at.",
  dns: "Names are not resolved: DNS is not looked at.",
  hostFirewalls: "Firewalls inside the machines are not looked at.",
  listeningProcesses: "Whether a process listens on the port is not looked at.",
  port25Restriction: "AWS's own block of TCP port 25 to public addresses is not looked at.",
};

/** What a verdict does not speak about. */
export const notJudgedText = (code: NotJudged): string => NOT_JUDGED[code];

const ASSUMPTIONS: Readonly<Record<Assumption, string>> = {
  internetGatewayRoute:
    "Interfaces with a public IPv4 or an IPv6 address are taken to be routed to an internet gateway.",
  typedAddressIsLiteral:
    "A typed address is taken literally: a public one is reached over the internet gateway.",
  ephemeralPorts1024To65535: "Replies are taken to go to ports 1024 to 65535.",
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
    ? sentence(`${placeName(network, to)} receives it, and the reply passes by state.`)
    : `It would arrive at ${placeName(network, to)}.`;

export const selfText = (network: Network, place: InsidePlace): string =>
  sentence(`${placeName(network, place)} sends this to itself, which no group judges.`);

const groupNames = (network: Network, place: InsidePlace): string =>
  place.networkInterface.groupIds
    .map((groupId) => recordOf(network.securityGroups, groupId)?.groupName ?? groupId)
    .join(", ");

/** A security group lets the packet, or a part of what was asked, through. */
export const admitsText = (network: Network, packet: Packet, check: GroupCheck): string => {
  const { direction, decidedBy, peer } = check;
  const way = `${packetText(packet)} ${preposition(direction)}`;
  if (check.admits === "some" || decidedBy === null)
    return sentence(
      `${directionText(direction)} rules of ${groupNames(network, check.place)} admit ${way} ${addressesText(check.admitted)} only, not ${preposition(direction)} all of ${peer}.`,
    );
  return sentence(
    `${directionText(direction)} rule ${ruleText(network, decidedBy)} of ${decidedBy.group.groupName} admits ${way} ${peer}.`,
  );
};

/** Which rule would have come closest, or why one that names the sender's group does not count. */
const hintText = (network: Network, check: GroupCheck): string => {
  const { nearest } = check;
  if (nearest === null) return "";
  return check.identityLost
    ? `; ${ruleText(network, nearest)} does not count, since the other end's groups are not seen on this path`
    : `; the nearest is ${ruleText(network, nearest)}`;
};

/** No security group of an interface lets the packet through. */
export const refusesText = (network: Network, packet: Packet, check: GroupCheck): string => {
  const { direction } = check;
  const groups = groupNames(network, check.place) || "no group";
  if (!check.hasRules)
    return sentence(
      `${groups} of ${interfaceText(network, check.place.networkInterface)} has no ${directionText(direction)} rules at all.`,
    );
  const rest = check.admits === "some" ? restText(check.refused, check.peer) : check.peer;
  return `No ${directionText(direction)} rule of ${groups} admits ${packetText(packet)} ${preposition(direction)} ${rest}${hintText(network, check)}.`;
};

/** The internet gateway on the way out of a VPC. */
export const leavesText = (network: Network, from: InsidePlace): string => {
  const gateway = `The internet gateway of ${vpcText(network, from.vpcId)}`;
  if (from.publicAddress === null) return `${gateway} passes IPv6 on as it is.`;
  return `${gateway} replaces the source ${formatAddress(from.address)} by its public address ${formatAddress(from.publicAddress)}.`;
};

/** The internet gateway on the way into a VPC. */
export const entersText = (network: Network, to: InsidePlace): string => {
  const gateway = `The internet gateway of ${vpcText(network, to.vpcId)}`;
  if (to.publicAddress === null) return `${gateway} passes IPv6 on as it is.`;
  return `${gateway} leads ${formatAddress(to.publicAddress)} to ${formatAddress(to.address)}.`;
};

export const noPublicSourceText = (network: Network, from: InsidePlace): string =>
  sentence(
    `${placeName(network, from)} has no public IPv4 address, so it cannot send over an internet gateway.`,
  );

export const noPublicDestinationText = (network: Network, to: InsidePlace): string =>
  to.publicAddress === null
    ? sentence(`${placeName(network, to)} has no public IPv4 address, so nothing outside can send to it.`)
    : `${formatAddress(to.address)} is a private address, which nothing outside can send to: its public one is ${formatAddress(to.publicAddress)}.`;

/** Nothing that is judged leads from one end to the other. */
export const noRouteText = (network: Network, from: Place, to: Place): string => {
  if (from.kind === "inside" && to.kind === "inside")
    return `Nothing leads from VPC ${vpcText(network, from.vpcId)} to the private address ${formatAddress(to.address)} in VPC ${vpcText(network, to.vpcId)}.`;
  return `Nothing leads from ${placeName(network, from)} to ${placeName(network, to)}: such addresses are not on the Internet.`;
};

/** Of an outside end, these addresses have no way here. */
export const partlyNoRouteText = (addresses: string): string =>
  `Nothing here leads to or from ${addresses}: such addresses are not on the Internet.`;

export const unattachedText = (network: Network, place: InsidePlace): string =>
  sentence(`${placeName(network, place)} is attached to nothing, so it sends and receives nothing.`);

export const nobodyText = (address: string): string => `No interface has the address ${address}.`;

export const bothOutsideText = (from: string, to: string): string =>
  sentence(`${from} and ${to} both lie outside this design.`);

export const noFamilyText = (from: string, to: string): string =>
  sentence(`${from} and ${to} have no address family in common.`);

export const noEndText = (side: "from" | "to"): string =>
  side === "from" ? "The source stands for no interface." : "The destination stands for no interface.";
