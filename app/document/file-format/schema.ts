/**
 * What a design file of this version holds. Records are lists here and tables in the network: lists keep a stable order, and
 * ids stay values. A field that is not listed is an error: dropping it would lose it at the next save.
 */
import * as v from "valibot";
import { address, cidr, id, wholeNumber } from "./fields";
import {
  egressOnlyInternetGateway,
  internetGateway,
  mappedAddress,
  natGateway,
  networkAcl,
  routeTable,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  vpcEndpoint,
  vpcPeeringConnection,
} from "./network-schema";
import { direction, remote, traffic } from "./traffic-schema";

const vpc = v.strictObject({
  vpcId: id("vpc"),
  name: v.string(),
  region: v.string(),
  cidrBlock: cidr(4),
  secondaryCidrBlocks: v.array(cidr(4)),
  ipv6CidrBlocks: v.array(cidr(6)),
});

const subnet = v.strictObject({
  subnetId: id("subnet"),
  vpcId: id("vpc"),
  name: v.string(),
  availabilityZone: v.string(),
  cidrBlock: cidr(4),
  ipv6CidrBlock: v.nullable(cidr(6)),
  mapPublicIpOnLaunch: v.boolean(),
  routeTableId: v.optional(v.nullable(id("routeTable")), null),
  networkAclId: v.optional(v.nullable(id("networkAcl")), null),
});

const instance = v.strictObject({
  instanceId: id("instance"),
  name: v.string(),
  instanceType: v.string(),
  state: v.picklist(["pending", "running", "stopping", "stopped", "shutting-down", "terminated"]),
});

const dbInstance = v.strictObject({
  dbInstanceId: id("dbInstance"),
  name: v.string(),
  engine: v.picklist(["postgres", "mysql", "mariadb", "sqlserver", "oracle"]),
});

const managedResource = v.strictObject({
  managedResourceId: id("managedResource"),
  name: v.string(),
  kind: v.picklist([
    "cacheCluster",
    "ecsTask",
    "lambdaFunction",
    "eksCluster",
    "efsMountTarget",
    "redshiftCluster",
    "other",
  ]),
});

const listenerPort = wholeNumber(1, 65535);

const loadBalancer = v.strictObject({
  loadBalancerId: id("loadBalancer"),
  name: v.string(),
  loadBalancerType: v.picklist(["application", "network"]),
  scheme: v.picklist(["internet-facing", "internal"]),
  preservesClientIp: v.boolean(),
  listeners: v.array(
    v.strictObject({
      protocol: v.picklist(["tcp", "udp"]),
      port: listenerPort,
      targetPort: listenerPort,
      targetIds: v.array(id("networkInterface")),
    }),
  ),
});

const attachment = v.variant("kind", [
  v.strictObject({
    kind: v.literal("instance"),
    instanceId: id("instance"),
    deviceIndex: wholeNumber(0, 255),
  }),
  v.strictObject({ kind: v.literal("dbInstance"), dbInstanceId: id("dbInstance") }),
  v.strictObject({ kind: v.literal("loadBalancer"), loadBalancerId: id("loadBalancer") }),
  v.strictObject({ kind: v.literal("managedResource"), managedResourceId: id("managedResource") }),
  v.strictObject({ kind: v.literal("vpcEndpoint"), vpcEndpointId: id("vpcEndpoint") }),
]);

const networkInterface = v.strictObject({
  networkInterfaceId: id("networkInterface"),
  subnetId: id("subnet"),
  name: v.string(),
  attachment: v.nullable(attachment),
  privateIpAddresses: v.array(mappedAddress),
  ipv6Addresses: v.array(address(6)),
  groupIds: v.array(id("securityGroup")),
  requesterManaged: v.boolean(),
  sourceDestCheck: v.optional(v.boolean(), true),
});

const rule = v.strictObject({
  securityGroupRuleId: id("securityGroupRule"),
  direction,
  traffic,
  remote,
  description: v.string(),
});

const securityGroup = v.strictObject({
  groupId: id("securityGroup"),
  vpcId: id("vpc"),
  groupName: v.string(),
  description: v.string(),
  associatedVpcIds: v.optional(v.array(id("vpc")), []),
  rules: v.array(rule),
});

const prefixList = v.strictObject({
  prefixListId: id("prefixList"),
  prefixListName: v.string(),
  addressFamily: v.picklist(["IPv4", "IPv6"]),
  maxEntries: wholeNumber(1, 1000),
  ownerId: v.string(),
  entries: v.array(v.strictObject({ cidr: cidr(), description: v.string() })),
});

const ipRange = v.strictObject({
  ipRangeId: id("ipRange"),
  name: v.string(),
  cidrBlocks: v.array(cidr()),
});

const length = v.pipe(v.number(), v.minValue(0, "cannot be negative"));

const place = v.strictObject({
  id: v.string(),
  x: v.number(),
  y: v.number(),
  size: v.nullable(v.strictObject({ width: length, height: length })),
});

const groupColor = v.strictObject({ groupId: id("securityGroup"), color: wholeNumber(0, 11) });

const draft = v.strictObject({
  draftId: v.string(),
  groupId: id("securityGroup"),
  direction,
  ruleId: v.nullable(id("securityGroupRule")),
  type: v.string(),
  protocol: v.string(),
  ports: v.string(),
  remoteKind: v.string(),
  remote: v.string(),
  description: v.string(),
});

const rowDraft = v.strictObject({
  draftId: v.string(),
  key: v.nullable(v.string()),
  against: v.string(),
  texts: v.record(v.string(), v.string()),
});

/** A list that a file written by hand may leave out. */
const list = <Item extends v.GenericSchema>(item: Item) => v.optional(v.array(item), []);

export const DESIGN_SCHEMA = v.strictObject({
  pathlight: v.literal(2),
  name: v.string(),
  vpcs: list(vpc),
  subnets: list(subnet),
  instances: list(instance),
  dbInstances: list(dbInstance),
  managedResources: list(managedResource),
  loadBalancers: list(loadBalancer),
  networkInterfaces: list(networkInterface),
  securityGroups: list(securityGroup),
  prefixLists: list(prefixList),
  networkAcls: list(networkAcl),
  routeTables: list(routeTable),
  internetGateways: list(internetGateway),
  egressOnlyInternetGateways: list(egressOnlyInternetGateway),
  natGateways: list(natGateway),
  vpcPeeringConnections: list(vpcPeeringConnection),
  transitGateways: list(transitGateway),
  transitGatewayAttachments: list(transitGatewayAttachment),
  transitGatewayRouteTables: list(transitGatewayRouteTable),
  vpcEndpoints: list(vpcEndpoint),
  ipRanges: list(ipRange),
  places: list(place),
  groupColors: list(groupColor),
  drafts: list(draft),
  rowDrafts: v.optional(v.record(v.string(), v.array(rowDraft)), {}),
});

export type DesignJson = v.InferOutput<typeof DESIGN_SCHEMA>;
