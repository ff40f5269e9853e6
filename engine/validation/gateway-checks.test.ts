import { describe, expect, test } from "vitest";
import { asId } from "../model/id";
import { type Network, recordOf } from "../model/network";
import { BASE_WORLD } from "../testing/base-world";
import {
  change,
  internetGateway,
  network,
  peering,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  vpc,
} from "../testing/network-builder";
import {
  checkAttachInternetGateway,
  checkHasInternetGateway,
  publicAddressHolders,
} from "./internet-gateway-check";
import { refused } from "./testing/refused";
import { checkTransitGatewayAttachment, defaultTransitRouteTableOf } from "./transit-gateway-check";
import { checkVpc } from "./vpc-check";
import { checkVpcEndpoint, gatewayServiceOf } from "./vpc-endpoint-check";
import { checkPeeringStatus, checkVpcPeeringConnection } from "./vpc-peering-connection-check";

const vpcId = (name: string) => asId<"vpc">(`vpc-${name}`);

describe("an internet gateway", () => {
  const WORLD = change(BASE_WORLD, internetGateway("free", null));
  const attached = (name: string, to: string, world = WORLD) => {
    const gateway = recordOf(world.internetGateways, `igw-${name}`);
    return gateway && refused(checkAttachInternetGateway(world, gateway, vpcId(to)));
  };

  test("is attached to one VPC, which has no other", () => {
    expect(attached("free", "B")).toBe("ok");
    expect(attached("free", "A")).toBe("Resource.AlreadyAssociated vpcHasInternetGateway");
    expect(attached("A", "B")).toBe("Resource.AlreadyAssociated internetGatewayAttached");
    expect(attached("free", "x")).toBe("InvalidVpcID.NotFound vpcNotFound");
  });

  test("is one of five in a Region", () => {
    const names = ["C", "D", "E", "F"];
    const vpcs = names.map((name, index) => vpc(name, `10.${index + 5}.0.0/16`));
    const world = change(WORLD, ...vpcs, ...names.map((name) => internetGateway(name)));
    expect(attached("free", "B", world)).toBe("InternetGatewayLimitExceeded internetGatewayLimit");
  });

  test("is what public addresses need, unless the design tells nothing of routing", () => {
    expect(refused(checkHasInternetGateway(WORLD, "vpc-A"))).toBe("ok");
    expect(refused(checkHasInternetGateway(WORLD, "vpc-B"))).toBe(
      "Gateway.NotAttached publicAddressNeedsGateway",
    );
    expect(refused(checkHasInternetGateway(network(vpc("N", "10.0.0.0/16")), "vpc-N"))).toBe("ok");
  });

  test("serves the interfaces and NAT gateways with public addresses", () => {
    expect(publicAddressHolders(WORLD, "vpc-A")).toEqual(["w1", "w2", "x1", "n1"]);
    expect(publicAddressHolders(WORLD, "vpc-A", new Set(["eni-w1", "nat-n1"]))).toEqual(["w2", "x1"]);
    expect(publicAddressHolders(WORLD, "vpc-B")).toEqual([]);
  });
});

describe("a peering connection", () => {
  const WORLD = change(BASE_WORLD, vpc("C", "10.0.128.0/20"), vpc("D", "10.4.0.0/16"));
  const made = (requester: string, accepter: string, world = WORLD) =>
    refused(
      checkVpcPeeringConnection(world, { requesterVpcId: vpcId(requester), accepterVpcId: vpcId(accepter) }),
    );

  test("joins two VPCs without an address in common, once", () => {
    expect(made("A", "B")).toBe("ok");
    expect(made("A", "A")).toBe("InvalidParameterValue peeringWithItself");
    expect(made("A", "C")).toBe("InvalidParameterValue peeringOverlaps");
    expect(made("A", "x")).toBe("InvalidVpcID.NotFound vpcNotFound");
    expect(made("x", "A")).toBe("InvalidVpcID.NotFound vpcNotFound");
    const peered = change(WORLD, peering("AB", "A", "B"));
    expect(made("A", "B", peered)).toBe("VpcPeeringConnectionAlreadyExists peeringExists");
    expect(made("B", "A", peered)).toBe("VpcPeeringConnectionAlreadyExists peeringExists");
    expect(made("A", "D", peered)).toBe("ok");
    expect(made("A", "B", change(WORLD, peering("AB", "A", "B", "deleted")))).toBe("ok");
  });

  test.each([
    ["pending-acceptance", "active", "ok"],
    ["pending-acceptance", "rejected", "ok"],
    ["active", "active", "ok"],
    ["active", "deleted", "ok"],
    ["rejected", "active", "InvalidStateTransition peeringTransition"],
    ["active", "pending-acceptance", "InvalidStateTransition peeringTransition"],
    ["deleted", "active", "InvalidStateTransition peeringTransition"],
  ] as const)("that is %s may become %s: %s", (before, after, answer) => {
    expect(refused(checkPeeringStatus(before, after))).toBe(answer);
  });

  test("keeps a VPC from taking its peer's addresses, and routed ones", () => {
    const grown = (world: Network, ...secondaryCidrBlocks: readonly string[]) => {
      const record = world.vpcs[vpcId("A")];
      return record && refused(checkVpc(world, { ...record, secondaryCidrBlocks }));
    };
    const peered = change(WORLD, peering("AB", "A", "B"));
    expect(grown(WORLD, "10.1.128.0/20")).toBe("ok");
    expect(grown(peered, "10.1.128.0/20")).toBe("VpcCidrConflict vpcBlockOfPeer");
    expect(grown(change(WORLD, peering("AB", "A", "B", "rejected")), "10.1.128.0/20")).toBe("ok");
    const routed = change(WORLD, routeTable("more", "A", ["10.7.3.0/24 -> nat:n1"]));
    expect(grown(routed, "10.7.0.0/16")).toBe("VpcCidrConflict vpcBlockRouted");
    expect(grown(routed, "10.7.3.0/24")).toBe("VpcCidrConflict vpcBlockRouted");
    expect(grown(routed, "10.7.3.0/25")).toBe("ok");
  });
});

describe("a transit gateway's attachment", () => {
  const WORLD = change(
    BASE_WORLD,
    subnet("zb", "A", "10.0.90.0/24", null, "us-east-1b"),
    transitGateway("hub"),
    transitGateway("far", { region: "eu-west-1" }),
    transitGatewayRouteTable("other", "far", []),
    transitGatewayAttachment("B", "hub", "B", ["xb"]),
  );
  const attached = (...arguments_: Parameters<typeof transitGatewayAttachment>) => {
    const world = change(WORLD, transitGatewayAttachment(...arguments_));
    const record = recordOf(world.transitGatewayAttachments, `tgw-attach-${arguments_[0]}`);
    return record && refused(checkTransitGatewayAttachment(WORLD, record));
  };

  test("has subnets of its VPC, one to a zone", () => {
    expect(attached("A", "hub", "A", ["ra"])).toBe("ok");
    expect(attached("A", "hub", "A", ["ra", "zb"])).toBe("ok");
    expect(attached("A", "hub", "A", [])).toBe("InvalidParameterValue subnetsMissing");
    expect(attached("A", "hub", "A", ["xb"])).toBe("InvalidParameterValue subnetOfOtherVpc");
    expect(attached("A", "hub", "A", ["gone"])).toBe("InvalidSubnetID.NotFound subnetNotFound");
    expect(attached("A", "hub", "A", ["ra", "rb"])).toBe("DuplicateSubnetsInSameZone subnetsInOneZone");
  });

  test("is the only one of its VPC, in one Region, by a table of its own gateway", () => {
    expect(attached("B2", "hub", "B", ["xb"])).toBe("DuplicateTransitGatewayAttachment attachmentExists");
    expect(attached("B2", "hub", "B", ["xb"], { state: "deleted" })).toBe("ok");
    expect(attached("B", "hub", "B", ["xb"])).toBe("ok");
    expect(attached("A", "far", "A", ["ra"])).toBe("InvalidParameterValue transitGatewayInOtherRegion");
    expect(attached("A", "gone", "A", ["ra"])).toBe(
      "InvalidTransitGatewayID.NotFound transitGatewayNotFound",
    );
    expect(attached("A", "hub", "A", ["ra"], { table: "gone" })).toBe(
      "InvalidRouteTableID.NotFound transitRouteTableNotFound",
    );
    expect(attached("A", "hub", "A", ["ra"], { table: "other" })).toBe(
      "InvalidParameterValue transitRouteTableOfOtherGateway",
    );
  });

  test("is checked for what changes: a name may, although its file's subnets are none or share a zone", () => {
    const changed = (was: readonly string[], is: readonly string[], patch: object = {}) => {
      const world = change(WORLD, transitGatewayAttachment("A", "far", "A", was));
      const after = change(world, transitGatewayAttachment("A", "far", "A", is));
      const record = recordOf(after.transitGatewayAttachments, "tgw-attach-A");
      return record && refused(checkTransitGatewayAttachment(world, { ...record, ...patch }));
    };
    expect(changed([], [], { name: "shared" })).toBe("ok");
    expect(changed(["ra", "rb"], ["ra", "rb"], { name: "shared" })).toBe("ok");
    expect(changed(["ra", "rb", "pa"], ["ra", "rb"])).toBe("ok");
    expect(changed(["ra"], [])).toBe("InvalidParameterValue subnetsMissing");
    expect(changed(["ra"], ["ra", "rb"])).toBe("DuplicateSubnetsInSameZone subnetsInOneZone");
    const gone = { routeTableId: asId("tgw-rtb-gone") };
    expect(changed([], [], gone)).toBe("InvalidRouteTableID.NotFound transitRouteTableNotFound");
  });

  test("that was over comes back only as the only one", () => {
    const over = change(WORLD, transitGatewayAttachment("B2", "hub", "B", ["xb"], { state: "deleted" }));
    const record = recordOf(over.transitGatewayAttachments, "tgw-attach-B2");
    expect(record && refused(checkTransitGatewayAttachment(over, { ...record, name: "old" }))).toBe("ok");
    expect(record && refused(checkTransitGatewayAttachment(over, { ...record, state: "available" }))).toBe(
      "DuplicateTransitGatewayAttachment attachmentExists",
    );
  });

  test("gets the table named default, else the first", () => {
    const hub = asId<"transitGateway">("tgw-hub");
    const two = change(
      WORLD,
      transitGatewayRouteTable("b", "hub", []),
      transitGatewayRouteTable("a", "hub", []),
    );
    expect(defaultTransitRouteTableOf(WORLD, hub)).toBeNull();
    expect(defaultTransitRouteTableOf(two, hub)?.name).toBe("a");
    const three = change(two, transitGatewayRouteTable("default", "hub", []));
    expect(defaultTransitRouteTableOf(three, hub)?.name).toBe("default");
  });
});

describe("an endpoint", () => {
  test.each([
    ["gateway", "com.amazonaws.us-east-1.s3", "ok"],
    ["gateway", "com.amazonaws.us-east-1.dynamodb", "ok"],
    ["gateway", "com.amazonaws.us-east-1.ssm", "InvalidParameterValue endpointService"],
    ["gateway", "com.amazonaws.eu-west-1.s3", "InvalidParameterValue endpointService"],
    ["interface", "com.amazonaws.us-east-1.ssm", "ok"],
    ["interface", "", "InvalidParameterValue endpointService"],
  ] as const)("of type %s for %s is answered with %s", (vpcEndpointType, serviceName, answer) => {
    expect(refused(checkVpcEndpoint(BASE_WORLD, { vpcId: vpcId("A"), vpcEndpointType, serviceName }))).toBe(
      answer,
    );
  });

  test("is told by its service's name", () => {
    expect(gatewayServiceOf("com.amazonaws.us-east-1.s3")).toBe("s3");
    expect(gatewayServiceOf("com.amazonaws.us-east-1.ssm")).toBeNull();
  });
});
