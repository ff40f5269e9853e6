import { describe, expect, test } from "vitest";
import { BASE, codesOf, imported, subnet, vpc } from "../testing/account";

describe("transit gateways", () => {
  const TRANSIT = {
    ...BASE,
    Vpcs: [...BASE.Vpcs, vpc("vpc-2", "10.2.0.0/16")],
    Subnets: [...BASE.Subnets, subnet("subnet-2", "10.2.1.0/24", { VpcId: "vpc-2" })],
    SecurityGroups: [...BASE.SecurityGroups, { GroupId: "sg-2", GroupName: "default", VpcId: "vpc-2" }],
    TransitGatewayVpcAttachments: ["1", "2"].map((at) => ({
      TransitGatewayAttachmentId: `tgw-attach-${at}`,
      TransitGatewayId: "tgw-1",
      VpcId: `vpc-${at}`,
      SubnetIds: [`subnet-${at}`],
      State: at === "1" ? "available" : "pendingAcceptance",
      Options: at === "1" ? {} : { SecurityGroupReferencingSupport: "disable" },
    })),
  };
  const gateway = {
    TransitGatewayId: "tgw-1",
    TransitGatewayArn: "arn:aws:ec2:us-east-1:1:transit-gateway/tgw-1",
  };
  const table = { TransitGatewayRouteTableId: "tgw-rtb-1", TransitGatewayId: "tgw-1" };

  test("of which little is told: one table for all attachments, references off at the gateway, on at attachments", () => {
    const { network, report } = imported({ ...TRANSIT, TransitGateways: [gateway] });
    expect(Object.values(network.transitGateways)).toEqual([
      { transitGatewayId: "tgw-1", name: "", region: "us-east-1", securityGroupReferencingSupport: false },
    ]);
    expect(Object.values(network.transitGatewayAttachments)).toMatchObject([
      {
        vpcId: "vpc-1",
        subnetIds: ["subnet-1"],
        state: "available",
        securityGroupReferencingSupport: true,
        routeTableId: "tgw-rtb-of-tgw-1",
      },
      {
        vpcId: "vpc-2",
        state: "pending",
        securityGroupReferencingSupport: false,
        routeTableId: "tgw-rtb-of-tgw-1",
      },
    ]);
    expect(Object.values(network.transitGatewayRouteTables)).toEqual([
      {
        transitGatewayRouteTableId: "tgw-rtb-of-tgw-1",
        transitGatewayId: "tgw-1",
        name: "",
        routes: [],
        propagatedFrom: ["tgw-attach-1", "tgw-attach-2"],
      },
    ]);
    expect(codesOf(report)).toEqual(["impliedTransitRouteTable TransitGateways[0]"]);
  });

  test("without a table that is the default one: attachments have the one they are associated with", () => {
    const attachments = [
      {
        TransitGatewayAttachmentId: "tgw-attach-1",
        TransitGatewayId: "tgw-1",
        ResourceType: "vpc",
        ResourceId: "vpc-1",
        Association: { TransitGatewayRouteTableId: "tgw-rtb-1", State: "associated" },
      },
      { TransitGatewayAttachmentId: "tgw-attach-9", TransitGatewayId: "tgw-1", ResourceType: "vpn" },
    ];
    const { network, report } = imported({
      ...TRANSIT,
      TransitGateways: [gateway],
      TransitGatewayAttachments: attachments,
      TransitGatewayRouteTables: [table],
    });
    expect(network.transitGatewayAttachments).toMatchObject({
      "tgw-attach-1": { routeTableId: "tgw-rtb-1", subnetIds: ["subnet-1"] },
      "tgw-attach-2": { routeTableId: null },
    });
    expect(network.transitGatewayRouteTables).toMatchObject({ "tgw-rtb-1": { propagatedFrom: [] } });
    expect(codesOf(report)).toEqual(["notModelled TransitGatewayAttachments[1]"]);
  });

  test.each([
    [
      "flags of the table",
      [gateway],
      { DefaultAssociationRouteTable: true, DefaultPropagationRouteTable: true },
    ],
    [
      "options of the gateway",
      [
        {
          ...gateway,
          Options: {
            AssociationDefaultRouteTableId: "tgw-rtb-1",
            PropagationDefaultRouteTableId: "tgw-rtb-1",
            SecurityGroupReferencingSupport: "enable",
          },
        },
      ],
      {},
    ],
  ])("have the default table that is told by %s", (_, gateways, flags) => {
    const { network } = imported({
      ...TRANSIT,
      TransitGateways: gateways,
      TransitGatewayRouteTables: [{ ...table, ...flags }],
    });
    expect(network.transitGatewayAttachments).toMatchObject({
      "tgw-attach-2": { routeTableId: "tgw-rtb-1" },
    });
    expect(network.transitGatewayRouteTables).toMatchObject({
      "tgw-rtb-1": { propagatedFrom: ["tgw-attach-1", "tgw-attach-2"] },
    });
  });

  test("have routes and propagations as collectors tell them; what leads to nothing modelled is a blackhole", () => {
    const to = (cidr: string, attachment: string, more = {}) => ({
      DestinationCidrBlock: cidr,
      TransitGatewayAttachments: [{ TransitGatewayAttachmentId: attachment }],
      Type: "static",
      State: "active",
      ...more,
    });
    const routes = [
      to("10.2.0.0/16", "tgw-attach-2"),
      to("10.3.0.0/16", "tgw-attach-9"),
      to("10.4.0.0/16", "", { State: "blackhole" }),
      to("10.5.0.0/16", "tgw-attach-1", { Type: "propagated" }),
    ];
    const propagations = [
      { TransitGatewayAttachmentId: "tgw-attach-1", ResourceType: "vpc", State: "enabled" },
    ];
    const id = "tgw-rtb-1";
    const { network, report } = imported({
      ...TRANSIT,
      TransitGatewayRouteTables: [table],
      TransitGatewayStaticRoutes: [{ TransitGatewayRouteTableId: id, Routes: routes }],
      TransitGatewayPropagations: [
        { TransitGatewayRouteTableId: id, TransitGatewayRouteTablePropagations: propagations },
      ],
    });
    expect(network.transitGatewayRouteTables).toMatchObject({
      [id]: {
        routes: [
          { cidr: "10.2.0.0/16", attachmentId: "tgw-attach-2" },
          { cidr: "10.3.0.0/16", attachmentId: null },
          { cidr: "10.4.0.0/16", attachmentId: null },
        ],
        propagatedFrom: ["tgw-attach-1"],
      },
    });
    expect(codesOf(report)).toEqual([
      "impliedTransitGateway TransitGatewayVpcAttachments[0]",
      "transitRouteToUnmodelled TransitGatewayStaticRoutes[0].Routes[1]",
    ]);
  });

  test("have what search-transit-gateway-routes tells if there is one table only", () => {
    const found = {
      "search-transit-gateway-routes": {
        Routes: [{ DestinationCidrBlock: "10.9.0.0/16", Type: "static", State: "blackhole" }],
      },
    };
    const one = imported({
      ...TRANSIT,
      TransitGateways: [gateway],
      TransitGatewayRouteTables: [table],
      ...found,
    });
    expect(one.network.transitGatewayRouteTables).toMatchObject({
      "tgw-rtb-1": { routes: [{ cidr: "10.9.0.0/16", attachmentId: null }] },
    });
    const tables = [table, { ...table, TransitGatewayRouteTableId: "tgw-rtb-2" }];
    const two = imported({
      ...TRANSIT,
      TransitGateways: [gateway],
      TransitGatewayRouteTables: tables,
      ...found,
    });
    expect(Object.values(two.network.transitGatewayRouteTables).flatMap(({ routes }) => routes)).toEqual([]);
    expect(codesOf(two.report)).toEqual(["detailsWithoutTable search-transit-gateway-routes"]);
  });
});
