/**
 * What a design file of this version holds. Records are lists here and tables in the network: lists keep a stable order, and
 * ids stay values. A field that is not listed is an error: dropping it would lose it at the next save.
 */
import * as v from "valibot";
import { checkTraffic } from "../../../engine";
import { trafficSentence } from "../traffic-sentences";
import { address, cidr, id, wholeNumber } from "./fields";

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

const attachment = v.variant("kind", [
  v.strictObject({
    kind: v.literal("instance"),
    instanceId: id("instance"),
    deviceIndex: wholeNumber(0, 255),
  }),
  v.strictObject({ kind: v.literal("dbInstance"), dbInstanceId: id("dbInstance") }),
]);

const networkInterface = v.strictObject({
  networkInterfaceId: id("networkInterface"),
  subnetId: id("subnet"),
  name: v.string(),
  attachment: v.nullable(attachment),
  privateIpAddresses: v.array(
    v.strictObject({ privateIpAddress: address(4), publicIp: v.nullable(address(4)) }),
  ),
  ipv6Addresses: v.array(address(6)),
  groupIds: v.array(id("securityGroup")),
  requesterManaged: v.boolean(),
  sourceDestCheck: v.optional(v.boolean(), true),
});

const port = wholeNumber(0, 65535);
const icmpNumber = v.union(
  [v.literal("all"), wholeNumber(0, 255)],
  'should be "all" or a number from 0 to 255',
);

const traffic = v.pipe(
  v.variant("ipProtocol", [
    v.strictObject({ ipProtocol: v.literal("all") }),
    v.strictObject({
      ipProtocol: v.picklist(["tcp", "udp"]),
      ports: v.strictObject({ from: port, to: port }),
    }),
    v.strictObject({
      ipProtocol: v.picklist(["icmp", "icmpv6"]),
      icmpType: icmpNumber,
      icmpCode: icmpNumber,
    }),
    v.strictObject({ ipProtocol: wholeNumber(0, 255) }),
  ]),
  v.rawCheck(({ dataset, addIssue }) => {
    const checked = dataset.typed ? checkTraffic(dataset.value) : null;
    if (checked?.ok === false) addIssue({ message: trafficSentence(checked.error) });
  }),
);

const remote = v.variant("kind", [
  v.strictObject({ kind: v.literal("cidrIpv4"), cidrIpv4: cidr(4) }),
  v.strictObject({ kind: v.literal("cidrIpv6"), cidrIpv6: cidr(6) }),
  v.strictObject({ kind: v.literal("group"), groupId: id("securityGroup") }),
  v.strictObject({ kind: v.literal("prefixList"), prefixListId: id("prefixList") }),
]);

const direction = v.picklist(["ingress", "egress"]);

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

/** A list that a file written by hand may leave out. */
const list = <Item extends v.GenericSchema>(item: Item) => v.optional(v.array(item), []);

export const DESIGN_SCHEMA = v.strictObject({
  pathlight: v.literal(1),
  name: v.string(),
  vpcs: list(vpc),
  subnets: list(subnet),
  instances: list(instance),
  dbInstances: list(dbInstance),
  networkInterfaces: list(networkInterface),
  securityGroups: list(securityGroup),
  prefixLists: list(prefixList),
  ipRanges: list(ipRange),
  places: list(place),
  groupColors: list(groupColor),
  drafts: list(draft),
});

export type DesignJson = v.InferOutput<typeof DESIGN_SCHEMA>;
