/** The sentences about what lies between the two ends: ACLs, routes and gateways. */

import type { PrefixListId } from "../model/id";
import type { NatGateway } from "../model/nat-gateway";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { Route } from "../model/route-table";
import type { Direction, PortRange } from "../model/security-group";
import { formatAddress } from "../net/cidr";
import type { ExplanationCode } from "./answer";
import type { AclVerdict } from "./explain-network-acl";
import type { Sent } from "./explain-sent";
import type { JudgedStep } from "./explain-steps";
import { subnetText, targetText, thingText } from "./sentences-things";
import { packetText, portsOf } from "./sentences-words";
import { routeText } from "./topology-routes";
import type { StopReason } from "./way";

type JudgedOf<Kind extends JudgedStep["kind"]> = Extract<JudgedStep, { kind: Kind }>;

/** What sentences about a step need to know: the packet, and what the addresses that it goes from and to are called. */
export type Telling = Readonly<{ network: Network; sent: Sent; from: string; to: string; isReply: boolean }>;

/** A sentence begins with a capital; a thing's own name stays as it is written. */
const sentence = (text: string): string =>
  text.replace(
    /^(the |network ACL |route table |egress-only |peering connection |transit gateway |endpoint )/,
    (words) => words.charAt(0).toUpperCase() + words.slice(1),
  );

/** "port 5432", "ports 1024-32767 and 61001-65535", "all ports". */
const portsText = (ports: readonly PortRange[]): string => {
  const text = ports.map(portsOf).join(" and ");
  if (text === "all ports") return text;
  return /^\d+$/.test(text) ? `port ${text}` : `ports ${text}`;
};

/** "TCP 80"; of a reply "the reply"; with ports where only some of them are meant. */
const whatText = ({ sent, isReply }: Telling, ports: readonly PortRange[] = []): string => {
  const name = isReply ? "the reply" : packetText(sent.packet);
  return ports.length === 0 ? name : `${name} to ${portsText(ports)}`;
};

const wayText = (direction: Direction, peer: string): string =>
  direction === "ingress" ? `in from ${peer}` : `out to ${peer}`;

const entryText = (rule: string | null): string => {
  const number = rule?.split(" ")[1] ?? "*";
  return number === "*" ? "its catch-all entry *" : `entry ${number}`;
};

type AclCase = Readonly<{
  direction: Direction;
  id: string;
  subnetId: string;
  peer: string;
  verdict: AclVerdict;
}>;

const aclName = ({ network }: Telling, { id, subnetId }: AclCase): string =>
  `${thingText(network, "network-acl", id)} of subnet ${subnetText(network, subnetId)}`;

/** A network ACL lets the packet through, or a part of it. */
export const aclAdmitsText = (telling: Telling, acl: AclCase): string => {
  const { verdict, direction, peer } = acl;
  const ports = verdict.denied.length === 0 ? [] : verdict.allowed;
  const only = ports.length === 0 ? "" : " only";
  return sentence(
    `${aclName(telling, acl)} lets ${whatText(telling, ports)} ${wayText(direction, peer)}${only}, by ${entryText(verdict.allowedBy)}.`,
  );
};

/** A network ACL denies the packet, or a part of it. */
export const aclDeniesText = (telling: Telling, acl: AclCase): string => {
  const { verdict, direction, peer } = acl;
  const hasPorts = telling.isReply && telling.sent.ports.some(({ to }) => to > 0);
  const ports = hasPorts ? verdict.denied : [];
  return sentence(
    `${aclName(telling, acl)} denies ${whatText(telling, ports)} ${wayText(direction, peer)}, by ${entryText(verdict.deniedBy)}.`,
  );
};

const destinationText = (network: Network, route: Route): string => {
  if (route.destination.kind !== "prefixList") return routeText(route);
  const id: PrefixListId = route.destination.prefixListId;
  return `list ${recordOf(network.prefixLists, id)?.prefixListName || id}`;
};

/** A route table sends the packet on. */
export const routeTakenText = ({ network, to }: Telling, { step }: JudgedOf<"route">): string => {
  const { routeTable, subnetId, route } = step;
  const table =
    routeTable === null
      ? `the routes of subnet ${subnetText(network, subnetId)}`
      : thingText(network, "route-table", routeTable.routeTableId);
  const lead = routeTable === null ? "lead" : "leads";
  if (typeof route === "string")
    return sentence(`${table} ${lead} packets for ${to} on within the VPC, by the local route.`);
  return sentence(
    `${table} ${lead} packets for ${to} to ${targetText(network, route.target)}, by route ${destinationText(network, route)}.`,
  );
};

const translatedText = (name: string, { step }: JudgedOf<"pass">): string => {
  if (step.translated === null) return `${name} passes it on as it is.`;
  const { side, from, to } = step.translated;
  const [before, after] = [formatAddress(from), formatAddress(to)];
  return side === "source"
    ? `${name} replaces the source ${before} with its public address ${after}.`
    : `${name} translates ${before} to ${after}.`;
};

const natText = (name: string, { step }: JudgedOf<"pass">): string => {
  if (step.translated === null) return `${name} sends it on.`;
  const { side, from, to } = step.translated;
  return side === "source"
    ? `${name} sends it on from its own address ${formatAddress(to)} in place of ${formatAddress(from)}.`
    : `${name} knows the flow and leads the reply on to ${formatAddress(to)}.`;
};

/** A gateway or an appliance lets the packet through. */
export const passesText = ({ network }: Telling, judged: JudgedOf<"pass">): string => {
  const { component, id, rule } = judged.step;
  const name = thingText(network, component, id);
  switch (component) {
    case "internet-gateway":
      return sentence(translatedText(name, judged));
    case "nat-gateway":
      return sentence(natText(name, judged));
    case "transit-gateway":
      return sentence(`${name} leads it on by its route ${rule ?? ""}.`);
    case "vpc-peering-connection":
      return sentence(`${name} leads it into the other VPC.`);
    case "network-interface":
      return sentence(`${name} forwards it.`);
    case "vpc-endpoint":
      return sentence(`${name} leads it to its service.`);
    default:
      return sentence(`${name} passes it on as it is.`);
  }
};

/** A gateway does not carry such packets. */
export const restrictionText = ({ network, sent }: Telling, { step, code }: JudgedOf<"pass">): string => {
  const name = thingText(network, step.component, step.id);
  if (code === "PORT_25_RESTRICTION")
    return `AWS lets no TCP 25 out to public addresses, so this packet does not pass ${name}.`;
  const carries = code === "PROTOCOL_RESTRICTION" ? "TCP, UDP and ICMP" : "TCP and ICMP echo";
  return sentence(`${name} carries ${carries} only, not ${packetText(sent.packet)}.`);
};

type Stopped = Readonly<{
  telling: Telling;
  step: JudgedOf<"stop">["step"];
  name: string;
  route: Route | null;
}>;

const leadsTo = ({ telling: { network, to }, route }: Stopped): string =>
  route === null
    ? `leads packets for ${to} elsewhere`
    : `leads packets for ${to} to ${targetText(network, route.target)}`;

/** The internet gateway of a route table's VPC, or of the VPC itself. */
const gatewayOf = ({ telling: { network }, step: { id } }: Stopped): string =>
  thingText(network, "internet-gateway", recordOf(network.routeTables, id)?.vpcId ?? id);

const NO_ROUTE: Readonly<Record<StopReason, (stopped: Stopped) => string>> = {
  noInternetGateway: ({ name }) => `${name} has no internet gateway, so nothing comes in from the Internet.`,
  notOnTheInternet: ({ telling: { from, to }, name }) =>
    `${name} finds no way from ${from} to ${to}: such addresses are not on the Internet.`,
  circle: ({ name, telling: { to } }) => `${name} leads packets for ${to} round in a circle.`,
  notByGateway: (stopped) =>
    `${stopped.name} ${leadsTo(stopped)}, but what came in by ${gatewayOf(stopped)} can only be answered by that gateway.`,
  newFlow: (stopped) => `${stopped.name} ${leadsTo(stopped)}, which would send the reply on as a new flow.`,
  notForService: (stopped) => `${stopped.name} ${leadsTo(stopped)}, which leads to its service only.`,
  otherVpc: ({ name, telling: { to } }) => `${name} has this address itself, so nothing leads on to ${to}.`,
  otherAddress: ({ name, telling: { from, to } }) =>
    `${name} sends nothing to ${to} from ${from}: it leaves under another address.`,
};

const noRouteText = (stopped: Stopped): string => {
  const { why } = stopped.step;
  if (why !== undefined) return NO_ROUTE[why](stopped);
  return `${stopped.name} has no route that leads to ${stopped.telling.to}.`;
};

const badRouteText = ({ telling: { network }, step, name, route }: Stopped): string =>
  route === null
    ? `${name} has a route ${step.rule ?? ""} that leads into a blackhole.`
    : `${name} leads into a blackhole by route ${step.rule ?? ""}: ${targetText(network, route.target)} is gone or carries nothing.`;

/** The id is an attachment's, or the transit gateway's where there is none. */
const badAttachmentText = ({ telling: { network }, step, name, route }: Stopped): string => {
  const attachment = recordOf(network.transitGatewayAttachments, step.id);
  if (attachment === undefined) return `${name} has no attachment to this VPC.`;
  if (attachment.state !== "available") return `${name} is ${attachment.state}, so it carries nothing.`;
  return route === null || route.target.id === attachment.transitGatewayId
    ? `${name} has no subnet in the Availability Zone that this packet comes from.`
    : `${name} belongs to another transit gateway.`;
};

const nobodyThereText = ({ telling: { network }, step }: Stopped): string => {
  const nat = recordsOf<NatGateway>(network.natGateways).find(({ addresses }) =>
    addresses.some(({ privateIpAddress }) => privateIpAddress === step.id),
  );
  return nat === undefined
    ? `No interface has the address ${step.id}.`
    : `${thingText(network, "nat-gateway", nat.natGatewayId)} has the address ${step.id}, and takes no connections.`;
};

const STOPPED: Readonly<Partial<Record<ExplanationCode, (stopped: Stopped) => string>>> = {
  NO_ROUTE_TO_DESTINATION: noRouteText,
  BAD_STATE_ROUTE: badRouteText,
  BAD_STATE_ATTACHMENT: badAttachmentText,
  NO_POSSIBLE_DESTINATION: nobodyThereText,
  NO_SOURCE_OR_DESTINATION: ({ step }) => `No interface has the address ${step.id}.`,
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: ({ telling: { from }, step }) =>
    step.why === "notOnTheInternet"
      ? `${from} sends from an IPv6 address that is not on the Internet, so an internet gateway does not take it.`
      : `${from} has no public IPv4 address, so it cannot send over an internet gateway.`,
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: ({ step, name, telling: { to } }) =>
    step.component === "nat-gateway"
      ? `${name} takes no connections from outside: its address only gets replies.`
      : `${to} is a private address, which nothing outside can send to.`,
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS: ({ name, telling: { to } }) =>
    `${name} does not take packets to ${to}, which is a private address.`,
  NGW_REQUIRES_SOURCE_IN_VPC: ({ name }) => `${name} sends on for its own VPC only.`,
  PROTOCOL_RESTRICTION: ({ name, step }) =>
    step.component === "nat-gateway"
      ? `${name} carries IPv4 only; that it translates IPv6 for IPv4 hosts (NAT64) is not judged.`
      : `${name} carries IPv6 only.`,
  PCX_REQUIRES_ADDRESS_IN_VPC_CIDR: ({ name, telling: { from, to } }) =>
    `${name} carries packets between addresses of its two VPCs only, not from ${from} to ${to}.`,
  ENI_SOURCE_DEST_CHECK_RESTRICTION: ({ name }) =>
    `${name} does not forward: its check of source and destination is on.`,
  UNSUPPORTED_COMPONENT: ({ name, route, telling }) =>
    `${name} leads to ${route === null ? "something" : targetText(telling.network, route.target)}, which Pathlight does not know: it is taken to lead nowhere.`,
};

/** Something stops whatever is sent. `route` is the one that led there, if any. */
export const stopText = (telling: Telling, step: JudgedOf<"stop">["step"], route: Route | null): string => {
  const name = thingText(telling.network, step.component, step.id);
  const text = STOPPED[step.code]?.({ telling, step, name, route });
  return sentence(text ?? `${name} stops it.`);
};
