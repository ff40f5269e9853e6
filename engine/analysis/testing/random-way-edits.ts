/** For tests: edits of what ways are made of, over few names: route tables, ACLs, gateways, peering, instances. */
import fc from "fast-check";
import { asId, type Id } from "../../model/id";
import type { NetworkAcl, NetworkAclEntry } from "../../model/network-acl";
import type { Route, RouteTable, RouteTarget } from "../../model/route-table";
import type { Edit } from "./edit";

const VPCS = ["A", "A", "B"] as const;

const cidrRemote = (cidr: string) =>
  cidr.includes(":")
    ? ({ kind: "cidrIpv6", cidrIpv6: cidr } as const)
    : ({ kind: "cidrIpv4", cidrIpv4: cidr } as const);

const entry: fc.Arbitrary<NetworkAclEntry> = fc.record({
  ruleNumber: fc.constantFrom(90, 100, 110),
  direction: fc.constantFrom("ingress", "egress"),
  ruleAction: fc.constantFrom("allow", "allow", "deny"),
  traffic: fc.constantFrom(
    { ipProtocol: "all" } as const,
    { ipProtocol: "all" } as const,
    { ipProtocol: "tcp", ports: { from: 80, to: 80 } } as const,
    { ipProtocol: "tcp", ports: { from: 32768, to: 61000 } } as const,
  ),
  remote: fc.constantFrom("0.0.0.0/0", "0.0.0.0/0", "::/0", "10.0.2.6/32", "203.0.113.0/25").map(cidrRemote),
});

const networkAcls = fc
  .record({
    name: fc.constantFrom("1", "2"),
    vpc: fc.constantFrom(...VPCS),
    isDefault: fc.boolean(),
    entries: fc.uniqueArray(entry, {
      maxLength: 4,
      selector: ({ ruleNumber, direction }) => `${direction} ${ruleNumber}`,
    }),
  })
  .map(({ name, vpc, isDefault, entries }): Edit => {
    const record: NetworkAcl = {
      networkAclId: asId<"networkAcl">(`acl-${name}`),
      vpcId: asId<"vpc">(`vpc-${vpc}`),
      name,
      isDefault,
      entries,
    };
    return { table: "networkAcls", id: `acl-${name}`, record };
  });

const TARGETS: readonly RouteTarget[] = [
  { kind: "internetGateway", id: asId<"internetGateway">("igw-1") },
  { kind: "internetGateway", id: asId<"internetGateway">("igw-1") },
  { kind: "natGateway", id: asId<"natGateway">("nat-1") },
  { kind: "egressOnlyInternetGateway", id: asId<"egressOnlyInternetGateway">("eigw-1") },
  { kind: "vpcPeeringConnection", id: asId<"vpcPeeringConnection">("pcx-1") },
  { kind: "vpcPeeringConnection", id: asId<"vpcPeeringConnection">("pcx-1") },
  { kind: "networkInterface", id: asId<"networkInterface">("eni-1") },
  { kind: "other", id: "vgw-1" },
];

const route: fc.Arbitrary<Route> = fc.record({
  destination: fc
    .constantFrom("0.0.0.0/0", "0.0.0.0/0", "::/0", "198.51.100.0/26", "10.0.0.0/16", "10.0.2.0/24")
    .map(cidrRemote),
  target: fc.constantFrom(...TARGETS),
  state: fc.constantFrom("active", "active", "active", "blackhole"),
  isPropagated: fc.boolean(),
});

const routeTables = fc
  .record({
    name: fc.constantFrom("1", "2", "3"),
    vpc: fc.constantFrom(...VPCS),
    isMain: fc.boolean(),
    routes: fc.array(route, { maxLength: 4 }),
  })
  .map(({ name, vpc, isMain, routes }): Edit => {
    const record: RouteTable = {
      routeTableId: asId<"routeTable">(`rtb-${name}`),
      vpcId: asId<"vpc">(`vpc-${vpc}`),
      name,
      isMain,
      routes,
    };
    return { table: "routeTables", id: `rtb-${name}`, record };
  });

const vpcIdOf = (name: string): Id<"vpc"> => asId<"vpc">(`vpc-${name}`);

const gateways: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom("A", "B", null).map((vpc): Edit => {
    const vpcId = vpc === null ? null : vpcIdOf(vpc);
    return {
      table: "internetGateways",
      id: "igw-1",
      record: { internetGatewayId: "igw-1", name: "", vpcId },
    };
  }),
  fc.constantFrom(...VPCS).map((vpc): Edit => {
    const record = { egressOnlyInternetGatewayId: "eigw-1", name: "", vpcId: vpcIdOf(vpc) };
    return { table: "egressOnlyInternetGateways", id: "eigw-1", record };
  }),
  fc
    .record({ subnet: fc.constantFrom("1", "2"), isPublic: fc.boolean() })
    .map(({ subnet, isPublic }): Edit => {
      const record = {
        natGatewayId: "nat-1",
        name: "",
        subnetId: `subnet-${subnet}`,
        connectivityType: isPublic ? "public" : "private",
        state: "available",
        addresses: [{ privateIpAddress: "10.0.1.200", publicIp: isPublic ? "198.51.100.210" : null }],
      };
      return { table: "natGateways", id: "nat-1", record };
    }),
  fc.constantFrom("active", "active", "pending-acceptance").map((status): Edit => {
    const ends = { requesterVpcId: vpcIdOf("A"), accepterVpcId: vpcIdOf("B") };
    const record = { vpcPeeringConnectionId: "pcx-1", name: "", status, ...ends };
    return { table: "vpcPeeringConnections", id: "pcx-1", record };
  }),
);

const instances = fc.constantFrom("running", "running", "stopped").map((state): Edit => {
  const record = { instanceId: "i-1", name: "", instanceType: "t3.micro", state };
  return { table: "instances", id: "i-1", record };
});

export const wayEdits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: networkAcls },
  { weight: 4, arbitrary: routeTables },
  { weight: 3, arbitrary: gateways },
  { weight: 1, arbitrary: instances },
);
