import { describe, expect, test } from "vitest";
import { BASE, codesOf, imported, networkInterface, vpc } from "../testing/account";

describe("internet gateways", () => {
  test("belong to the VPC they are attached to, or to none", () => {
    const gateways = [
      {
        InternetGatewayId: "igw-1",
        Attachments: [{ VpcId: "vpc-1", State: "available" }],
        Tags: [{ Key: "Name", Value: "door" }],
      },
      { InternetGatewayId: "igw-2", Attachments: [{ VpcId: "vpc-1", State: "detached" }] },
      { InternetGatewayId: "igw-3" },
    ];
    const { network, report } = imported({ ...BASE, InternetGateways: gateways });
    expect(Object.values(network.internetGateways)).toEqual([
      { internetGatewayId: "igw-1", name: "door", vpcId: "vpc-1" },
      { internetGatewayId: "igw-2", name: "", vpcId: null },
      { internetGatewayId: "igw-3", name: "", vpcId: null },
    ]);
    expect(report).toEqual([]);
  });

  test("attached twice keep the first VPC; egress-only ones attached to none are left out", () => {
    const attachments = ["vpc-1", "vpc-2"].map((VpcId) => ({ VpcId }));
    const { network, report } = imported({
      ...BASE,
      InternetGateways: [{ InternetGatewayId: "igw-1", Attachments: attachments }],
      EgressOnlyInternetGateways: [{ EgressOnlyInternetGatewayId: "eigw-1", Attachments: [] }],
    });
    expect(network.internetGateways).toMatchObject({ "igw-1": { vpcId: "vpc-1" } });
    expect(report.map(({ code }) => code)).toEqual(expect.arrayContaining(["severalVpcs", "noParent"]));
  });
});

describe("NAT gateways", () => {
  const nat = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
    NatGatewayId: id,
    SubnetId: "subnet-1",
    State: "available",
    ConnectivityType: "public",
    NatGatewayAddresses: [
      { PrivateIp: "10.0.1.8", PublicIp: "198.51.100.8", IsPrimary: false },
      { PrivateIp: "10.0.1.9", PublicIp: "198.51.100.9", IsPrimary: true, Status: "succeeded" },
      { PrivateIp: "10.0.1.10", Status: "failed" },
    ],
    ...more,
  });
  const own = networkInterface("eni-9", "10.0.1.9", {
    InterfaceType: "nat_gateway",
    Description: "Interface for NAT Gateway nat-1",
    RequesterManaged: true,
    Groups: [],
  });

  test("send from their primary address; their interface is no end of a path", () => {
    const { network, report } = imported({ ...BASE, NatGateways: [nat("nat-1")], NetworkInterfaces: [own] });
    expect(Object.values(network.natGateways)).toEqual([
      {
        natGatewayId: "nat-1",
        name: "",
        subnetId: "subnet-1",
        connectivityType: "public",
        state: "available",
        addresses: [
          { privateIpAddress: "10.0.1.9", publicIp: "198.51.100.9" },
          { privateIpAddress: "10.0.1.8", publicIp: "198.51.100.8" },
        ],
      },
    ]);
    expect([network.networkInterfaces, report]).toEqual([{}, []]);
  });

  test("may be private, deleted, or for a whole Region, which is not modelled", () => {
    const gateways = [
      nat("nat-1", { ConnectivityType: "private", State: "deleted" }),
      nat("nat-2", { SubnetId: undefined, AvailabilityMode: "regional" }),
    ];
    const { network, report } = imported({ ...BASE, NatGateways: gateways });
    expect(Object.values(network.natGateways)).toMatchObject([
      { connectivityType: "private", state: "deleted" },
    ]);
    expect(codesOf(report)).toEqual(["notModelled NatGateways[1]"]);
  });

  test("are known by their interface alone", () => {
    const address = { ...own, Association: { PublicIp: "198.51.100.9" }, InterfaceType: "natGateway" };
    const { network, report } = imported({ ...BASE, NetworkInterfaces: [address] });
    expect(network.natGateways).toMatchObject({
      "nat-1": {
        connectivityType: "public",
        addresses: [{ privateIpAddress: "10.0.1.9", publicIp: "198.51.100.9" }],
      },
    });
    expect(codesOf(report)).toEqual(["impliedNatGateway NetworkInterfaces[0]"]);
  });
});

describe("peering connections", () => {
  test("have a status, and VPCs that perhaps only they tell of", () => {
    const peering = (id: string, code: string, peer: string) => ({
      VpcPeeringConnectionId: id,
      Status: { Code: code },
      RequesterVpcInfo: { VpcId: "vpc-1", CidrBlock: "10.0.0.0/16" },
      AccepterVpcInfo: { VpcId: peer, CidrBlockSet: [{ CidrBlock: "10.7.0.0/16" }], Region: "eu-west-1" },
    });
    const connections = [
      peering("pcx-1", "pending-acceptance", "vpc-7"),
      { VpcPeeringConnectionId: "pcx-2" },
    ];
    const { network, report } = imported({ ...BASE, VpcPeeringConnections: connections });
    expect(Object.values(network.vpcPeeringConnections)).toEqual([
      {
        vpcPeeringConnectionId: "pcx-1",
        name: "",
        requesterVpcId: "vpc-1",
        accepterVpcId: "vpc-7",
        status: "pending-acceptance",
      },
    ]);
    expect(network.vpcs).toMatchObject({ "vpc-7": { cidrBlock: "10.7.0.0/16", region: "eu-west-1" } });
    expect(report.map(({ code }) => code)).toEqual(["impliedVpc", "noParent", "noDefaultGroup"]);
  });

  const between = (more: Readonly<Record<string, unknown>>) =>
    imported({
      Vpcs: [vpc("vpc-1", "10.0.0.0/16"), vpc("vpc-7", "10.7.0.0/16")],
      VpcPeeringConnections: [
        {
          VpcPeeringConnectionId: "pcx-1",
          RequesterVpcInfo: { VpcId: "vpc-1", Region: "us-east-1" },
          AccepterVpcInfo: { VpcId: "vpc-7", Region: "eu-west-1" },
          ...more,
        },
      ],
    });

  test("tell the Regions of their VPCs, where no zone does", () => {
    const { vpcs } = between({}).network;
    expect(Object.values(vpcs).map(({ region }) => region)).toEqual(["us-east-1", "eu-west-1"]);
  });

  test.each([
    ["active", "noPeeringStatus", {}],
    ["active", "noPeeringStatus", { Status: { Message: "Active" } }],
    ["failed", "badPeeringStatus", { Status: { Code: "activ" } }],
  ])("are taken for %s with the note %s where they tell %o", (status, code, more) => {
    const { network, report } = between(more);
    expect(Object.values(network.vpcPeeringConnections)).toMatchObject([{ status }]);
    expect(codesOf(report)).toContain(`${code} VpcPeeringConnections[0]`);
  });
});
