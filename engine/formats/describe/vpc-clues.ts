/** VPCs that the input names and does not describe, with what it tells about their CIDRs on the way. */
import type { VpcId } from "../../model/id";
import type { Subnet } from "../../model/subnet";
import type { Vpc } from "../../model/vpc";
import { type Cidr, cidrCovers, formatCidr, parseCidr } from "../../net/cidr";
import { cidrOfField, fieldOf, idOf, objectOf, objectsOf, type Source, textOf } from "../json-source";
import { instanceEntries } from "./interfaces";
import type { ListName, Lists } from "./lists";
import { regionOfZone } from "./regions";

type Clue = Readonly<{ vpcId: VpcId; cidrs: readonly Cidr[]; region: string; source: Source }>;

const clue = (source: Source, key: string, cidrs: readonly (Cidr | null)[] = []): readonly Clue[] => {
  const vpcId = idOf<"vpc">(source, key);
  if (vpcId === null) return [];
  const region = textOf(source, "Region") || regionOfZone(textOf(source, "AvailabilityZone"));
  return [{ vpcId, cidrs: cidrs.filter((cidr) => cidr !== null), region, source }];
};

const localRoutes = (table: Source): readonly (Cidr | null)[] =>
  objectsOf(table, "Routes")
    .filter((route) => fieldOf(route, "GatewayId") === "local")
    .map(
      (route) => cidrOfField(route, "DestinationCidrBlock") ?? cidrOfField(route, "DestinationIpv6CidrBlock"),
    );

const peeringClues = (peering: Source): readonly Clue[] =>
  ["RequesterVpcInfo", "AccepterVpcInfo"].flatMap((side) => {
    const info = objectOf(peering, side);
    if (info === null) return [];
    const blocks = objectsOf(info, "CidrBlockSet").map((block) => cidrOfField(block, "CidrBlock"));
    return clue(info, "VpcId", [cidrOfField(info, "CidrBlock"), ...blocks]);
  });

/** Lists whose entries name their VPC and tell no CIDR of it. */
const MERELY_NAMING: readonly ListName[] = [
  "NetworkInterfaces",
  "SecurityGroups",
  "NetworkAcls",
  "EgressOnlyInternetGateways",
  "NatGateways",
  "VpcEndpoints",
  "TransitGatewayVpcAttachments",
];

const transitClue = (attachment: Source): readonly Clue[] =>
  textOf(attachment, "ResourceType") === "vpc" ? clue(attachment, "ResourceId") : [];

const attachedTo = (gateway: Source): readonly Clue[] =>
  objectsOf(gateway, "Attachments").flatMap((attachment) => clue(attachment, "VpcId"));

const cluesIn = (lists: Lists): readonly Clue[] => [
  ...lists.entries("Subnets").flatMap((subnet) => clue(subnet, "VpcId", [cidrOfField(subnet, "CidrBlock")])),
  ...lists.entries("RouteTables").flatMap((table) => clue(table, "VpcId", localRoutes(table))),
  ...lists.entries("VpcPeeringConnections").flatMap(peeringClues),
  ...instanceEntries(lists).flatMap((instance) => clue(instance, "VpcId")),
  ...MERELY_NAMING.flatMap((name) => lists.entries(name)).flatMap((entry) => clue(entry, "VpcId")),
  ...lists.entries("TransitGatewayAttachments").flatMap(transitClue),
  ...lists.entries("InternetGateways").flatMap(attachedTo),
  ...lists.entries("EgressOnlyInternetGateways").flatMap(attachedTo),
];

/** A private /16 for a VPC of which nothing is told, another one for each. */
const placeholder = (number: number): string => `10.${number % 256}.0.0/16`;

/** The blocks of one family that lie in no other one, in the order of their addresses. */
function outermost(cidrs: readonly Cidr[], family: 4 | 6): readonly string[] {
  const sorted = cidrs
    .filter((cidr) => cidr.family === family)
    .sort((a, b) => (a.first === b.first ? a.prefixLength - b.prefixLength : a.first < b.first ? -1 : 1));
  const kept: Cidr[] = [];
  for (const cidr of sorted) {
    const last = kept.at(-1);
    if (last === undefined || !cidrCovers(last, cidr)) kept.push(cidr);
  }
  return kept.map(formatCidr);
}

function vpcFrom(vpcId: VpcId, clues: readonly Clue[], blocks: readonly Cidr[], number: number): Vpc {
  const cidrs = [...clues.flatMap((each) => each.cidrs), ...blocks];
  const [first, ...rest] = outermost(cidrs, 4);
  const cidrBlock = first ?? placeholder(number);
  const code = first === undefined ? "impliedVpcWithoutCidr" : "impliedVpc";
  const told = { vpc: vpcId, cidrs: [cidrBlock, ...rest].join(", ") };
  for (const { source } of clues.slice(0, 1)) {
    source.input.notes.add(code, source.path, told);
    source.input.paths.set(vpcId, source.path);
  }
  const region = clues.find((each) => each.region !== "")?.region ?? "";
  return {
    vpcId,
    name: "",
    region,
    cidrBlock,
    secondaryCidrBlocks: rest,
    ipv6CidrBlocks: outermost(cidrs, 6),
  };
}

function gathered<Item>(
  items: readonly Item[],
  vpcOf: (item: Item) => VpcId,
): ReadonlyMap<VpcId, readonly Item[]> {
  const found = new Map<VpcId, Item[]>();
  for (const item of items) {
    const before = found.get(vpcOf(item));
    if (before === undefined) found.set(vpcOf(item), [item]);
    else before.push(item);
  }
  return found;
}

/** VPCs that are named and not among `known`; `subnets` tells what lies in them. */
export function impliedVpcs(lists: Lists, known: readonly Vpc[], subnets: readonly Subnet[]): readonly Vpc[] {
  const ids = new Set<string>(known.map((vpc) => vpc.vpcId));
  const missing = cluesIn(lists).filter(({ vpcId }) => !ids.has(vpcId));
  const inside = gathered(subnets, ({ vpcId }) => vpcId);
  return [...gathered(missing, ({ vpcId }) => vpcId)].map(([vpcId, clues], at) => {
    const blocks = (inside.get(vpcId) ?? []).flatMap(({ cidrBlock }) => {
      const cidr = parseCidr(cidrBlock);
      return cidr.ok ? cidr.value : [];
    });
    return vpcFrom(vpcId, clues, blocks, at);
  });
}
