import { describe, expect, test } from "vitest";
import { BASE, codesOf, imported, instance, networkInterface, routeTable, vpc } from "../testing/account";

type Json = Readonly<Record<string, unknown>>;

/** An account with something of each kind that a route may lead to. */
const TARGETS = {
  ...BASE,
  Vpcs: [...BASE.Vpcs, vpc("vpc-2", "10.2.0.0/16")],
  SecurityGroups: [...BASE.SecurityGroups, { GroupId: "sg-2", GroupName: "default", VpcId: "vpc-2" }],
  Reservations: [{ Instances: [instance("i-1", [networkInterface("eni-1", "10.0.1.4")])] }],
  InternetGateways: [{ InternetGatewayId: "igw-1", Attachments: [{ VpcId: "vpc-1", State: "available" }] }],
  EgressOnlyInternetGateways: [{ EgressOnlyInternetGatewayId: "eigw-1", Attachments: [{ VpcId: "vpc-1" }] }],
  NatGateways: [
    { NatGatewayId: "nat-1", SubnetId: "subnet-1", NatGatewayAddresses: [{ PrivateIp: "10.0.1.9" }] },
  ],
  VpcPeeringConnections: [
    {
      VpcPeeringConnectionId: "pcx-1",
      Status: { Code: "active" },
      RequesterVpcInfo: { VpcId: "vpc-1" },
      AccepterVpcInfo: { VpcId: "vpc-2" },
    },
  ],
  TransitGateways: [{ TransitGatewayId: "tgw-1" }],
  TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: "tgw-rtb-1", TransitGatewayId: "tgw-1" }],
  VpcEndpoints: [
    {
      VpcEndpointId: "vpce-1",
      VpcEndpointType: "Gateway",
      VpcId: "vpc-1",
      State: "available",
      ServiceName: "s3",
    },
  ],
  PrefixLists: [{ PrefixListId: "pl-1", Cidrs: ["198.51.100.0/24"] }],
};

const routesOf = (...routes: readonly Json[]) => {
  const { network, report } = imported({ ...TARGETS, RouteTables: [routeTable("rtb-1", routes)] });
  return { routes: Object.values(network.routeTables)[0]?.routes, codes: codesOf(report) };
};

const ANY = { DestinationCidrBlock: "0.0.0.0/0", State: "active", Origin: "CreateRoute" };

describe("a route", () => {
  test.each([
    [{ GatewayId: "igw-1" }, { kind: "internetGateway", id: "igw-1" }],
    [{ EgressOnlyInternetGatewayId: "eigw-1" }, { kind: "egressOnlyInternetGateway", id: "eigw-1" }],
    [{ NatGatewayId: "nat-1" }, { kind: "natGateway", id: "nat-1" }],
    [{ GatewayId: "nat-1" }, { kind: "natGateway", id: "nat-1" }],
    [
      { InstanceId: "i-1", NetworkInterfaceId: "eni-1" },
      { kind: "networkInterface", id: "eni-1" },
    ],
    [{ InstanceId: "i-1" }, { kind: "instance", id: "i-1" }],
    [{ VpcPeeringConnectionId: "pcx-1" }, { kind: "vpcPeeringConnection", id: "pcx-1" }],
    [{ TransitGatewayId: "tgw-1" }, { kind: "transitGateway", id: "tgw-1" }],
    [{ GatewayId: "vpce-1" }, { kind: "vpcEndpoint", id: "vpce-1" }],
  ])("with %o leads there", (target, expected) => {
    const { routes, codes } = routesOf({ ...ANY, ...target });
    expect(routes).toEqual([
      {
        destination: { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" },
        target: expected,
        state: "active",
        isPropagated: false,
      },
    ]);
    expect(codes).toEqual([]);
  });

  test.each([
    ["unmodelledTarget", { GatewayId: "vgw-1" }, "vgw-1"],
    ["unmodelledTarget", { LocalGatewayId: "lgw-1" }, "lgw-1"],
    ["unmodelledTarget", { CarrierGatewayId: "cagw-1" }, "cagw-1"],
    ["unmodelledTarget", { CoreNetworkArn: "arn:aws:x" }, "arn:aws:x"],
    ["unmodelledTarget", {}, "nothing"],
    ["targetNotInInput", { NatGatewayId: "nat-9" }, "nat-9"],
    ["targetNotInInput", { NetworkInterfaceId: "eni-9" }, "eni-9"],
    ["targetNotInInput", { GatewayId: "vpce-9" }, "vpce-9"],
  ])("to what is not there or not modelled is not judged: %s %o", (code, target, id) => {
    const { routes, codes } = routesOf({ ...ANY, ...target });
    expect(routes).toMatchObject([{ target: { kind: "other", id }, state: "active" }]);
    expect(codes).toEqual([`${code} RouteTables[0].Routes[0]`]);
  });

  test("that is a blackhole stays one, whatever became of its target", () => {
    const { routes, codes } = routesOf({ ...ANY, NatGatewayId: "nat-9", State: "blackhole" });
    expect(routes).toMatchObject([{ target: { kind: "natGateway", id: "nat-9" }, state: "blackhole" }]);
    expect(codes).toEqual([]);
  });

  test("may be for a prefix list or IPv6, be local or learned", () => {
    const { routes } = routesOf(
      { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", State: "active" },
      { DestinationPrefixListId: "pl-1", GatewayId: "vpce-1" },
      { DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1" },
      { DestinationCidrBlock: "10.9.9.9/16", GatewayId: "vgw-1", Origin: "EnableVgwRoutePropagation" },
    );
    expect(routes).toMatchObject([
      { destination: { kind: "prefixList", prefixListId: "pl-1" }, target: { kind: "vpcEndpoint" } },
      { destination: { kind: "cidrIpv6", cidrIpv6: "::/0" }, isPropagated: false },
      { destination: { kind: "cidrIpv4", cidrIpv4: "10.9.0.0/16" }, isPropagated: true },
    ]);
  });

  test("to one destination is there once", () => {
    const { routes, codes } = routesOf({ ...ANY, GatewayId: "igw-1" }, { ...ANY, NatGatewayId: "nat-1" });
    expect(routes).toMatchObject([{ target: { kind: "internetGateway" } }]);
    expect(codes).toEqual(["duplicateRoute RouteTables[0].Routes[1]"]);
  });
});

describe("a route table", () => {
  test("for what comes in by a gateway is told to be more than is modelled", () => {
    const tables = [routeTable("rtb-1", [], [{ GatewayId: "igw-1" }])];
    const { network, report } = imported({ ...TARGETS, RouteTables: tables });
    expect(codesOf(report)).toEqual(["edgeAssociation RouteTables[0].Associations[0]"]);
    expect(network.routeTables).toMatchObject({ "rtb-1": { gatewayIds: ["igw-1"] } });
  });

  test("that only leads to gateways shows that they are attached to its VPC", () => {
    const routes = [
      { ...ANY, GatewayId: "igw-9" },
      { DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-9" },
    ];
    const gone = { DestinationCidrBlock: "10.5.0.0/16", GatewayId: "igw-8", State: "blackhole" };
    const { network, report } = imported({ ...BASE, RouteTables: [routeTable("rtb-1", [...routes, gone])] });
    expect(network.internetGateways).toEqual({
      "igw-9": { internetGatewayId: "igw-9", name: "", vpcId: "vpc-1" },
    });
    expect(network.egressOnlyInternetGateways).toMatchObject({ "eigw-9": { vpcId: "vpc-1" } });
    expect(report.map(({ code }) => code)).toEqual(["impliedGateway", "impliedGateway"]);
  });
});
