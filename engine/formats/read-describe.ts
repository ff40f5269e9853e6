import type { Network } from "../model/network";
import { fail, ok, type Result } from "../result";
import { assemble, type Records } from "./describe/assemble";
import { readDatabases } from "./describe/databases";
import { readEgressOnlyInternetGateways, readInternetGateways, withImplied } from "./describe/gateways";
import { readInstances } from "./describe/instances";
import { readInterfaces } from "./describe/interfaces";
import { findLists, type Lists } from "./describe/lists";
import { readLoadBalancers } from "./describe/load-balancers";
import { readNatGateways } from "./describe/nat-gateways";
import { readNetworkAcls } from "./describe/network-acls";
import { endsAmong, managedResourcesOf, networkInterfacesOf } from "./describe/network-interfaces";
import { ownerOf } from "./describe/owners";
import { readVpcPeeringConnections } from "./describe/peerings";
import { impliedPrefixLists, readPrefixLists } from "./describe/prefix-lists";
import { type KnownTargets, readRouteTables } from "./describe/route-tables";
import { readSecurityGroups, tellMissingDefaults } from "./describe/security-groups";
import { readSubnets } from "./describe/subnets";
import { readTransitGatewayAttachments } from "./describe/transit-attachments";
import { readTransitGateways, transitEntries } from "./describe/transit-gateways";
import { readTransitGatewayRouteTables } from "./describe/transit-route-tables";
import { impliedVpcs } from "./describe/vpc-clues";
import { impliedEndpoints, readVpcEndpoints } from "./describe/vpc-endpoints";
import { readVpcs } from "./describe/vpcs";
import { createNotes, type FormatError, type ImportNote } from "./import-note";
import { type Input, MOST_ENTRIES, sourceOf } from "./json-source";

export type Imported = Readonly<{ network: Network; report: readonly ImportNote[] }>;

/** Where things are: VPCs, subnets, and what interfaces there are in them. */
function readPlaces(lists: Lists) {
  const interfaces = readInterfaces(lists);
  const told = readVpcs(lists);
  const subnets = readSubnets(lists, interfaces);
  return { interfaces, vpcs: [...told, ...impliedVpcs(lists, told, subnets)], subnets };
}

/** What wears security groups, by whose interface is whose. */
function readWearers(lists: Lists, { interfaces, subnets }: ReturnType<typeof readPlaces>) {
  const { endpoints, byInterface } = readVpcEndpoints(lists);
  const { instances, terminated } = readInstances(lists, interfaces);
  const all = interfaces.map((found) => ({ found, owner: ownerOf(found, byInterface) }));
  const owned = endsAmong(
    all,
    terminated,
    subnets.map(({ subnetId }) => subnetId),
  );
  const primaries = new Map(
    owned.flatMap(({ found, owner }) =>
      owner.kind === "instance" && owner.deviceIndex === 0
        ? [[owner.instanceId, found.networkInterfaceId] as const]
        : [],
    ),
  );
  const databases = readDatabases(lists, owned);
  return {
    instances,
    dbInstances: databases.dbInstances,
    managedResources: managedResourcesOf(owned),
    loadBalancers: readLoadBalancers(lists, owned, primaries),
    vpcEndpoints: [...endpoints, ...impliedEndpoints(owned, endpoints)],
    networkInterfaces: networkInterfacesOf(owned, databases),
  };
}

function readGateways(lists: Lists, { interfaces }: ReturnType<typeof readPlaces>) {
  const transit = transitEntries(lists);
  const transitGateways = readTransitGateways(transit);
  const found = {
    internetGateways: readInternetGateways(lists),
    egressOnlyInternetGateways: readEgressOnlyInternetGateways(lists),
  };
  return {
    ...withImplied(lists, found),
    natGateways: readNatGateways(lists, interfaces),
    vpcPeeringConnections: readVpcPeeringConnections(lists),
    transitGateways,
    transitGatewayAttachments: readTransitGatewayAttachments(transit),
    transitGatewayRouteTables: readTransitGatewayRouteTables(lists, transit, transitGateways),
  };
}

type Targets = ReturnType<typeof readWearers> & ReturnType<typeof readGateways>;

const knownTargets = (targets: Targets): KnownTargets => ({
  internetGateway: new Set(targets.internetGateways.map((each) => each.internetGatewayId)),
  egressOnlyInternetGateway: new Set(
    targets.egressOnlyInternetGateways.map((each) => each.egressOnlyInternetGatewayId),
  ),
  natGateway: new Set(targets.natGateways.map((each) => each.natGatewayId)),
  networkInterface: new Set(targets.networkInterfaces.map((each) => each.networkInterfaceId)),
  instance: new Set(targets.instances.map((each) => each.instanceId)),
  vpcPeeringConnection: new Set(targets.vpcPeeringConnections.map((each) => each.vpcPeeringConnectionId)),
  transitGateway: new Set(targets.transitGateways.map((each) => each.transitGatewayId)),
  vpcEndpoint: new Set(
    targets.vpcEndpoints
      .filter((each) => each.vpcEndpointType === "gateway")
      .map((each) => each.vpcEndpointId),
  ),
});

function readRecords(lists: Lists): Records {
  const places = readPlaces(lists);
  const targets = { ...readWearers(lists, places), ...readGateways(lists, places) };
  const securityGroups = readSecurityGroups(lists, places.interfaces);
  const prefixLists = readPrefixLists(lists);
  tellMissingDefaults(
    lists,
    securityGroups,
    places.vpcs.map(({ vpcId }) => vpcId),
  );
  return {
    ...targets,
    vpcs: places.vpcs,
    subnets: places.subnets,
    securityGroups,
    prefixLists: [...prefixLists, ...impliedPrefixLists(lists, prefixLists)],
    networkAcls: readNetworkAcls(lists),
    routeTables: readRouteTables(lists, knownTargets(targets)),
    ipRanges: [],
  };
}

/**
 * Reads what `aws ec2 describe-*` and related commands print, parsed as JSON: one file or several. A file is told by what it
 * holds: an object of lists (`Vpcs`, `Subnets`, ...), one keyed by command or Region, wrapped as `{ status_code, data }`, or
 * with lists named as collectors do (`network_acls`). All but ids, parents, addresses, groups and rules may be missing. What
 * AWS would refuse is merged or left out and stands in `report`; an error is only what holds no such list at all, or far too
 * much. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Operations.html
 */
export function readDescribe(json: unknown): Result<Imported, FormatError> {
  const files: readonly unknown[] = Array.isArray(json) ? json : [json];
  const notes = createNotes();
  const input: Input = { notes, met: { entries: 0 }, paths: new Map() };
  const odd = files.findIndex((file) => sourceOf(file, "", input) === null);
  if (odd >= 0 || files.length === 0)
    return refused("notAnObject", files.length > 1 ? `[${odd}]` : "", "this should be a JSON object");
  const lists = findLists(files, input);
  if (lists.isEmpty)
    return refused(
      "noKnownList",
      "",
      "this holds none of the lists that describe commands print, such as Vpcs or Subnets",
    );
  const network = assemble(readRecords(lists), input);
  if (input.met.entries > MOST_ENTRIES)
    return refused(
      "tooLarge",
      "",
      `this holds more than ${MOST_ENTRIES} entries, the most that Pathlight reads`,
    );
  return ok({ network, report: notes.all() });
}

const refused = (code: FormatError["code"], path: string, message: string): Result<never, FormatError> =>
  fail({ code, path, message });
