import type { VpcId } from "../../model/id";
import type { Vpc } from "../../model/vpc";
import { type Family, formatCidr } from "../../net/cidr";
import { cidrOfField, fieldOf, nameOf, objectOf, objectsOf, type Source, textOf } from "../json-source";
import { entriesById } from "./entries-by-id";
import type { Lists } from "./lists";
import { regionOfArn, regionOfZone } from "./regions";

/** Blocks that are coming, going or gone are listed too, with that state. */
const isAssociated = (association: Source, stateKey: string): boolean => {
  const state = objectOf(association, stateKey);
  return state === null || ["", "associated"].includes(textOf(state, "State"));
};

/** The blocks of one family that are associated with a VPC or subnet, canonical, each once. */
export function associatedBlocks(source: Source, family: Family): readonly string[] {
  const [list, key] =
    family === 4
      ? ["CidrBlockAssociationSet", "CidrBlock"]
      : ["Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock"];
  const blocks = objectsOf(source, list)
    .filter((association) => isAssociated(association, `${key}State`))
    .flatMap((association) => cidrOfField(association, key) ?? [])
    .filter((cidr) => cidr.family === family);
  return [...new Set(blocks.map(formatCidr))];
}

/** What tells the Region of a VPC: its subnets' zones, and a peering connection's two sides. */
function* regionClues(lists: Lists): Generator<Readonly<{ source: Source; region: string }>> {
  for (const source of lists.entries("Subnets")) {
    const zone = regionOfZone(textOf(source, "AvailabilityZone"));
    yield { source, region: zone || regionOfArn(textOf(source, "SubnetArn")) };
  }
  for (const peering of lists.entries("VpcPeeringConnections"))
    for (const side of ["RequesterVpcInfo", "AccepterVpcInfo"]) {
      const source = objectOf(peering, side);
      if (source !== null) yield { source, region: textOf(source, "Region") };
    }
}

/** The Region of each VPC that is told of. */
function toldRegions(lists: Lists): ReadonlyMap<string, string> {
  const regions = new Map<string, string>();
  for (const { source, region } of regionClues(lists)) {
    const vpcId = fieldOf(source, "VpcId");
    if (region !== "" && typeof vpcId === "string" && !regions.has(vpcId)) regions.set(vpcId, region);
  }
  return regions;
}

function vpcOf(vpcId: VpcId, source: Source, region: string): Vpc | null {
  const own = cidrOfField(source, "CidrBlock");
  const blocks = associatedBlocks(source, 4);
  const cidrBlock = own === null ? blocks[0] : formatCidr(own);
  if (cidrBlock === undefined) return null;
  return {
    vpcId,
    name: nameOf(source),
    region: textOf(source, "Region") || region,
    cidrBlock,
    secondaryCidrBlocks: blocks.filter((block) => block !== cidrBlock),
    ipv6CidrBlocks: associatedBlocks(source, 6),
  };
}

/** The VPCs of the input. One without a CIDR is none; it may be made from what lies in it. */
export function readVpcs(lists: Lists): readonly Vpc[] {
  const regions = toldRegions(lists);
  const found = entriesById<"vpc">(lists.entries("Vpcs"), "VpcId");
  return [...found].flatMap(([vpcId, source]) => vpcOf(vpcId, source, regions.get(vpcId) ?? "") ?? []);
}
