import { describe, expect, test } from "vitest";
import { type Network, recordOf, recordsOf, routeKey } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import {
  change,
  egressOnlyInternetGateway,
  internetGateway,
  loadBalancer,
  networkAcl,
  networkInterface,
  peering,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  vpcEndpoint,
} from "../../../engine/testing/network-builder";
import type { Diagram } from "../diagram";
import { after, diagramOf, reasonOf } from "../testing/expect";
import { copyElements, idsToMake, pasteElements } from "./clipboard";

const WORLD = change(
  BASE_WORLD,
  subnet("zb", "A", "10.0.90.0/24", null, "us-east-1b"),
  networkAcl("strict", "A", ["in 100 allow tcp 80 from 0.0.0.0/0"], { subnets: ["pa"] }),
  peering("AB", "A", "B"),
  egressOnlyInternetGateway("A"),
  vpcEndpoint("ssm", "A", "interface"),
  networkInterface("e0", "ra", "10.0.11.60", { groups: ["web"], attachedTo: { vpcEndpoint: "ssm" } }),
  loadBalancer("front", "network", ["tcp 80 -> 8080 a1"]),
  networkInterface("lb0", "pa", "10.0.1.60", { groups: [], attachedTo: { loadBalancer: "front" } }),
  networkInterface("lb1", "zb", "10.0.90.60", { groups: [], attachedTo: { loadBalancer: "front" } }),
  transitGateway("hub"),
  transitGatewayRouteTable("hub", "hub", ["10.0.0.0/16 -> A", "10.9.0.0/16 -> blackhole"], ["A"]),
  transitGatewayAttachment("A", "hub", "A", ["ra"], { table: "hub" }),
  routeTable("ways", "A", [
    "0.0.0.0/0 -> nat:n1",
    "10.3.0.0/16 -> i:a1",
    "10.4.0.0/16 -> nat:gone blackhole",
    "10.1.0.0/16 -> pcx:AB",
  ]),
);
const START = diagramOf(WORLD);
const PLACE = { x: 4, y: 8, size: null };

const paste = (start: Diagram, roots: readonly string[], into: string | null) => {
  const clip = copyElements(start, roots);
  const ids = Object.fromEntries(idsToMake(clip).map(({ id }) => [id, `${id}+`]));
  return pasteElements({ clip, into, ids, place: PLACE });
};
const pasted = (roots: readonly string[], into: string | null = null): Network =>
  after(START, paste(START, roots, into)).network;

const routesOf = (network: Network, id: string) =>
  recordOf(network.routeTables, id)?.routes.map(
    ({ destination, target, state }) => `${routeKey(destination)} ${target.id} ${state}`,
  );

describe("a copied VPC", () => {
  const network = pasted(["vpc-A"]);

  test("has copies of its tables and ACLs, and its subnets have those", () => {
    expect(recordOf(network.routeTables, "rtb-main+")).toMatchObject({ vpcId: "vpc-A+", isMain: true });
    expect(recordOf(network.networkAcls, "acl-A+")).toMatchObject({ vpcId: "vpc-A+", isDefault: true });
    expect(recordOf(network.networkAcls, "acl-strict+")).toMatchObject({ name: "strict", isDefault: false });
    expect(recordOf(network.subnets, "subnet-pa+")).toMatchObject({
      routeTableId: "rtb-pub+",
      networkAclId: "acl-strict+",
    });
    expect(recordOf(network.subnets, "subnet-ia+")).toMatchObject({ routeTableId: null, networkAclId: null });
  });

  test("has gateways of its own, and routes that lead to them", () => {
    expect(recordOf(network.internetGateways, "igw-A+")).toMatchObject({ name: "A-2", vpcId: "vpc-A+" });
    expect(recordOf(network.egressOnlyInternetGateways, "eigw-A+")?.vpcId).toBe("vpc-A+");
    expect(recordOf(network.natGateways, "nat-n1+")).toMatchObject({
      name: "n1-2",
      subnetId: "subnet-pa+",
      addresses: [{ privateIpAddress: "10.0.1.250", publicIp: expect.stringMatching(/^198\.51\.100\./u) }],
    });
    const publicIps = recordsOf(network.natGateways).map(({ addresses }) => addresses[0]?.publicIp);
    expect(new Set(publicIps).size).toBe(2);
    expect(routesOf(network, "rtb-pub+")).toEqual(["0.0.0.0/0 igw-A+ active", "::/0 igw-A+ active"]);
    expect(routesOf(network, "rtb-ways+")).toEqual(["0.0.0.0/0 nat-n1+ active", "10.3.0.0/16 i-a1+ active"]);
  });

  test("has its endpoints and load balancers with their interfaces and targets", () => {
    expect(recordOf(network.vpcEndpoints, "vpce-ssm+")?.vpcId).toBe("vpc-A+");
    expect(recordOf(network.networkInterfaces, "eni-e0+")?.attachment).toMatchObject({
      vpcEndpointId: "vpce-ssm+",
    });
    expect(recordOf(network.networkInterfaces, "eni-lb0+")).toMatchObject({
      groupIds: [],
      requesterManaged: true,
      attachment: { loadBalancerId: "lb-front+" },
    });
    expect(recordOf(network.loadBalancers, "lb-front+")?.listeners[0]?.targetIds).toEqual(["eni-a1+"]);
  });

  test("is joined to no other VPC", () => {
    expect(network.vpcPeeringConnections).toEqual(WORLD.vpcPeeringConnections);
    expect(network.transitGatewayAttachments).toEqual(WORLD.transitGatewayAttachments);
  });
});

test("two VPCs copied together are peered, and joined by the copy of their transit gateway", () => {
  const network = pasted(["vpc-A", "vpc-B", "tgw-hub"]);
  expect(recordOf(network.vpcPeeringConnections, "pcx-AB+")).toMatchObject({
    requesterVpcId: "vpc-A+",
    accepterVpcId: "vpc-B+",
  });
  expect(recordOf(network.transitGatewayAttachments, "tgw-attach-A+")).toMatchObject({
    transitGatewayId: "tgw-hub+",
    vpcId: "vpc-A+",
    subnetIds: ["subnet-ra+"],
    routeTableId: "tgw-rtb-hub+",
  });
  expect(recordOf(network.transitGatewayRouteTables, "tgw-rtb-hub+")).toMatchObject({
    transitGatewayId: "tgw-hub+",
    routes: [
      { cidr: "10.0.0.0/16", attachmentId: "tgw-attach-A+" },
      { cidr: "10.9.0.0/16", attachmentId: null },
    ],
    propagatedFrom: ["tgw-attach-A+"],
  });
  expect(routesOf(network, "rtb-ways+")).toContain("10.1.0.0/16 pcx-AB+ active");
});

test("a transit gateway copied alone forgets the VPCs that are not copied", () => {
  const table = recordOf(pasted(["tgw-hub"]).transitGatewayRouteTables, "tgw-rtb-hub+");
  expect(table).toMatchObject({ routes: [{ cidr: "10.9.0.0/16", attachmentId: null }], propagatedFrom: [] });
});

describe("a copied subnet", () => {
  test("keeps its table and ACL within its VPC, and has the other VPC's own elsewhere", () => {
    expect(recordOf(pasted(["subnet-pa"], "vpc-A").subnets, "subnet-pa+")).toMatchObject({
      routeTableId: "rtb-pub",
      networkAclId: "acl-strict",
    });
    const world = diagramOf(change(WORLD, internetGateway("B")));
    const { network } = after(world, paste(world, ["subnet-pa"], "vpc-B"));
    expect(recordOf(network.subnets, "subnet-pa+")).toMatchObject({
      vpcId: "vpc-B",
      routeTableId: null,
      networkAclId: null,
    });
  });

  test("with a public NAT gateway needs an internet gateway where it goes", () => {
    expect(reasonOf(paste(START, ["subnet-pa"], "vpc-B").run(START))).toBe("publicAddressNeedsGateway");
  });
});

describe("a copied table", () => {
  test("keeps its routes and black holes within its VPC, and is no main one", () => {
    const network = pasted(["rtb-ways", "rtb-main"]);
    expect(routesOf(network, "rtb-ways+")).toEqual([
      "0.0.0.0/0 nat-n1 active",
      "10.3.0.0/16 i-a1 active",
      "10.4.0.0/16 nat-gone blackhole",
      "10.1.0.0/16 pcx-AB active",
    ]);
    expect(recordOf(network.routeTables, "rtb-ways+")?.name).toBe("ways-2");
    expect(recordOf(network.routeTables, "rtb-main+")?.isMain).toBe(false);
  });

  test("has in another VPC only the routes that can be there", () => {
    const network = pasted(["rtb-ways", "acl-A"], "vpc-B");
    expect(recordOf(network.routeTables, "rtb-ways+")).toMatchObject({ vpcId: "vpc-B", name: "ways" });
    expect(routesOf(network, "rtb-ways+")).toEqual([]);
    expect(recordOf(network.networkAcls, "acl-A+")).toMatchObject({ vpcId: "vpc-B", isDefault: false });
  });
});

describe("a gateway copied alone", () => {
  test("is attached where there is none yet", () => {
    expect(recordOf(pasted(["igw-A"]).internetGateways, "igw-A+")?.vpcId).toBeNull();
    expect(recordOf(pasted(["igw-A"], "vpc-A").internetGateways, "igw-A+")?.vpcId).toBeNull();
    expect(recordOf(pasted(["igw-A"], "vpc-B").internetGateways, "igw-A+")?.vpcId).toBe("vpc-B");
  });

  test("goes into the chosen subnet, with new addresses", () => {
    expect(recordOf(pasted(["nat-n1"], "subnet-pb").natGateways, "nat-n1+")).toMatchObject({
      subnetId: "subnet-pb",
      addresses: [{ privateIpAddress: "10.0.2.4", publicIp: "198.51.100.1" }],
    });
    expect(recordOf(pasted(["nat-n1"]).natGateways, "nat-n1+")?.addresses[0]?.privateIpAddress).toBe(
      "10.0.1.4",
    );
  });
});

describe("a copied load balancer", () => {
  const placesOf = (network: Network) =>
    ["eni-lb0+", "eni-lb1+"].map((id) => recordOf(network.networkInterfaces, id)?.subnetId);

  test("keeps its subnets, but for the first where one is chosen", () => {
    expect(placesOf(pasted(["lb-front"]))).toEqual(["subnet-pa", "subnet-zb"]);
    expect(placesOf(pasted(["lb-front"], "subnet-ra"))).toEqual(["subnet-ra", "subnet-zb"]);
  });

  test("has no second interface in a zone, nor any in the VPC that it left", () => {
    expect(placesOf(pasted(["lb-front"], "subnet-zb"))).toEqual(["subnet-zb", undefined]);
    expect(placesOf(pasted(["lb-front"], "subnet-xb"))).toEqual(["subnet-xb", undefined]);
  });
});
