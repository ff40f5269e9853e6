import { asId, type NetworkAclId, type RouteTableId, type SubnetId } from "../../model/id";
import type { Subnet } from "../../model/subnet";
import { type Cidr, cidrContains, cidrOf, formatCidr, parseAddress } from "../../net/cidr";
import {
  cidrOfField,
  fieldOf,
  flagOf,
  idOf,
  nameOf,
  objectOf,
  objectsOf,
  type Source,
  textOf,
} from "../json-source";
import { entriesById } from "./entries-by-id";
import type { FoundInterface } from "./interfaces";
import type { Lists } from "./lists";
import { associatedBlocks } from "./vpcs";

const GOING: readonly string[] = ["disassociating", "disassociated", "failed"];

/** An association that is going or has failed counts no more. */
export function isInForce(association: Source): boolean {
  const state = objectOf(association, "AssociationState");
  return state === null || !GOING.includes(textOf(state, "State"));
}

/** Which table or ACL each subnet is associated with, as the associations of that list tell. */
function associations<Kind extends "routeTable" | "networkAcl">(
  lists: Lists,
  list: "RouteTables" | "NetworkAcls",
  idKey: string,
): ReadonlyMap<SubnetId, ReturnType<typeof asId<Kind>>> {
  const found = new Map<SubnetId, ReturnType<typeof asId<Kind>>>();
  for (const entry of lists.entries(list)) {
    const id = idOf<Kind>(entry, idKey);
    for (const association of objectsOf(entry, "Associations")) {
      const subnetId = idOf<"subnet">(association, "SubnetId");
      if (id === null || subnetId === null || !isInForce(association)) continue;
      const kept = found.get(subnetId);
      if (kept === undefined) found.set(subnetId, id);
      else if (kept !== id)
        entry.input.notes.add("severalAssociations", association.path, { subnet: subnetId, kept });
    }
  }
  return found;
}

type Associated = Readonly<{ routeTableId: RouteTableId | null; networkAclId: NetworkAclId | null }>;

/** Why a subnet cannot be drawn; a CIDR that is none has been told already. */
function tellUnusable(subnet: SubnetId, source: Source, hasVpc: boolean): void {
  if (!hasVpc) source.input.notes.add("noParent", source.path, { id: subnet, parent: "VPC" });
  else if (fieldOf(source, "CidrBlock") === undefined)
    source.input.notes.add("ipv6OnlySubnet", source.path, { subnet });
}

function subnetOf(subnetId: SubnetId, source: Source, associated: Associated): Subnet | null {
  const vpcId = idOf<"vpc">(source, "VpcId");
  const cidr = cidrOfField(source, "CidrBlock");
  if (vpcId === null || cidr === null) {
    tellUnusable(subnetId, source, vpcId !== null);
    return null;
  }
  return {
    subnetId,
    vpcId,
    name: nameOf(source),
    availabilityZone: textOf(source, "AvailabilityZone"),
    cidrBlock: formatCidr(cidr),
    ipv6CidrBlock: associatedBlocks(source, 6)[0] ?? null,
    mapPublicIpOnLaunch: flagOf(source, "MapPublicIpOnLaunch", false),
    ...associated,
  };
}

/** Sizes of subnets, the smallest first. */
const LENGTHS = [28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16];

/** The smallest block of a subnet's size that holds all these addresses; that of the first one where none does. */
function blockAround(addresses: readonly string[]): Cidr | null {
  const parsed = addresses.flatMap((text) => {
    const address = parseAddress(text);
    return address.ok ? [address.value] : [];
  });
  const [first] = parsed;
  if (first === undefined) return null;
  const blocks = LENGTHS.map((length) => cidrOf(first, length));
  return blocks.find((block) => parsed.every((each) => cidrContains(block, each))) ?? cidrOf(first, 28);
}

function impliedSubnet(
  subnetId: SubnetId,
  members: readonly FoundInterface[],
  associated: Associated,
): Subnet | null {
  const block = blockAround(
    members.flatMap((each) => each.privateIpAddresses).map((each) => each.privateIpAddress),
  );
  const [member] = members;
  if (block === null || member === undefined || member.vpcId === "") return null;
  const cidrBlock = formatCidr(block);
  member.source.input.notes.add("impliedSubnet", member.source.path, { subnet: subnetId, cidrs: cidrBlock });
  return {
    subnetId,
    vpcId: asId<"vpc">(member.vpcId),
    name: "",
    availabilityZone: members.find((each) => each.zone !== "")?.zone ?? "",
    cidrBlock,
    ipv6CidrBlock: null,
    mapPublicIpOnLaunch: false,
    ...associated,
  };
}

/** The subnets of the input; and those that it does not describe but that interfaces lie in. */
export function readSubnets(lists: Lists, interfaces: readonly FoundInterface[]): readonly Subnet[] {
  const routeTables = associations<"routeTable">(lists, "RouteTables", "RouteTableId");
  const networkAcls = associations<"networkAcl">(lists, "NetworkAcls", "NetworkAclId");
  const associatedOf = (subnetId: SubnetId): Associated => ({
    routeTableId: routeTables.get(subnetId) ?? null,
    networkAclId: networkAcls.get(subnetId) ?? null,
  });
  const told = entriesById<"subnet">(lists.entries("Subnets"), "SubnetId");
  const read = [...told].flatMap(([id, source]) => subnetOf(id, source, associatedOf(id)) ?? []);
  const members = new Map<SubnetId, FoundInterface[]>();
  for (const each of interfaces) {
    const subnetId = idOf<"subnet">(each.source, "SubnetId");
    if (subnetId === null || told.has(subnetId)) continue;
    const before = members.get(subnetId) ?? [];
    before.push(each);
    members.set(subnetId, before);
  }
  const implied = [...members].flatMap(([id, those]) => impliedSubnet(id, those, associatedOf(id)) ?? []);
  return [...read, ...implied];
}
