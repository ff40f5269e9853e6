import { describe, expect, test } from "vitest";
import { asId, type Network, recordOf, routeKey } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import {
  associated,
  change,
  egressOnlyInternetGateway,
  group,
  internetGateway,
  loadBalancer,
  networkAcl,
  networkInterface,
  peering,
  prefixList,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  vpcEndpoint,
  wears,
} from "../../../engine/testing/network-builder";
import { after, codeOf, diagramOf, reasonOf } from "../testing/expect";
import { deleteElements } from "./delete";

const remove = (...ids: readonly string[]) => deleteElements(ids);
const WORLD = change(
  BASE_WORLD,
  subnet("zb", "A", "10.0.90.0/24", null, "us-east-1b"),
  peering("AB", "A", "B"),
  prefixList("s3", ["52.216.0.0/15"]),
  vpcEndpoint("s3", "A", "gateway"),
  transitGateway("hub"),
  transitGatewayRouteTable("hub", "hub", ["10.0.0.0/16 -> A", "10.1.0.0/16 -> B"], ["A", "B"]),
  transitGatewayAttachment("A", "hub", "A", ["ra", "zb"], { table: "hub" }),
  transitGatewayAttachment("B", "hub", "B", ["xb"], { table: "hub" }),
  routeTable("ways", "A", [
    "10.1.0.0/16 -> pcx:AB",
    "10.2.0.0/16 -> tgw:hub",
    "pl:s3 -> vpce:s3",
    "10.3.0.0/16 -> i:a1",
    "0.0.0.0/0 -> nat:n1",
  ]),
  loadBalancer("front", "network", ["tcp 80 -> 8080 a1 d1"]),
  networkInterface("lb0", "pa", "10.0.1.60", { groups: [], attachedTo: { loadBalancer: "front" } }),
  networkInterface("lb1", "zb", "10.0.90.60", { groups: [], attachedTo: { loadBalancer: "front" } }),
);
const START = diagramOf(WORLD);
const left = (...ids: readonly string[]): Network => after(START, remove(...ids)).network;

const ways = (network: Network) =>
  recordOf(network.routeTables, "rtb-ways")?.routes.map(
    ({ destination, state }) => `${routeKey(destination)} ${state}`,
  );

describe("deleting", () => {
  test("leaves routes to what is gone as black holes, and takes an endpoint's own along", () => {
    expect(ways(left("pcx-AB"))).toContain("10.1.0.0/16 blackhole");
    expect(ways(left("tgw-hub"))).toContain("10.2.0.0/16 blackhole");
    expect(ways(left("i-a1"))).toContain("10.3.0.0/16 blackhole");
    expect(ways(left("nat-n1"))).toEqual([
      "10.1.0.0/16 active",
      "10.2.0.0/16 active",
      "pl-s3 active",
      "10.3.0.0/16 active",
      "0.0.0.0/0 blackhole",
    ]);
    expect(ways(left("vpce-s3"))).toEqual([
      "10.1.0.0/16 active",
      "10.2.0.0/16 active",
      "10.3.0.0/16 active",
      "0.0.0.0/0 active",
    ]);
  });

  test("an internet gateway waits for the public addresses behind it", () => {
    expect(codeOf(remove("igw-A").run(START))).toBe("DependencyViolation");
    expect(codeOf(remove("igw-A", "i-w1", "i-w2", "i-x1", "nat-n1").run(START))).toBe("ok");
    const world = change(WORLD, internetGateway("B"), internetGateway("free", null));
    expect(codeOf(remove("igw-B", "igw-free").run(diagramOf(world)))).toBe("ok");
  });

  test("a VPC takes its tables, ACLs, gateways, endpoints and connections, and nothing of others", () => {
    const world = change(
      WORLD,
      egressOnlyInternetGateway("A"),
      networkAcl("strict", "A", [], { subnets: ["pa"] }),
    );
    const { network } = after(diagramOf(world), remove("vpc-A"));
    const rest = Object.fromEntries(
      Object.entries(network)
        .map(([table, records]) => [table, Object.keys(records)] as const)
        .filter(([, ids]) => ids.length > 0),
    );
    expect(rest).toEqual({
      vpcs: ["vpc-B"],
      subnets: ["subnet-xb"],
      securityGroups: ["sg-B-default"],
      prefixLists: ["pl-s3"],
      networkAcls: ["acl-B"],
      routeTables: ["rtb-B"],
      transitGateways: ["tgw-hub"],
      transitGatewayAttachments: ["tgw-attach-B"],
      transitGatewayRouteTables: ["tgw-rtb-hub"],
    });
    expect(recordOf(network.transitGatewayRouteTables, "tgw-rtb-hub")).toMatchObject({
      routes: [
        { cidr: "10.0.0.0/16", attachmentId: null },
        { cidr: "10.1.0.0/16", attachmentId: "tgw-attach-B" },
      ],
      propagatedFrom: ["tgw-attach-B"],
    });
  });

  test("a transit gateway takes its attachments and tables; a table waits for its associations", () => {
    const network = left("tgw-hub");
    expect([network.transitGatewayAttachments, network.transitGatewayRouteTables]).toEqual([{}, {}]);
    expect(codeOf(remove("tgw-rtb-hub").run(START))).toBe("IncorrectState");
    expect(codeOf(remove("tgw-rtb-hub", "tgw-attach-A", "tgw-attach-B").run(START))).toBe("ok");
  });

  test("a subnet takes its NAT gateway, what stands there first, and its part of what lies in several", () => {
    const withoutPa = left("subnet-pa");
    expect(Object.keys(withoutPa.natGateways)).toEqual([]);
    expect(Object.keys(withoutPa.loadBalancers)).toEqual([]);
    expect(Object.keys(withoutPa.networkInterfaces)).not.toContain("eni-lb1");
    const withoutZb = left("subnet-zb");
    expect(Object.keys(withoutZb.loadBalancers)).toEqual(["lb-front"]);
    expect(Object.keys(withoutZb.networkInterfaces)).not.toContain("eni-lb1");
    expect(recordOf(withoutZb.transitGatewayAttachments, "tgw-attach-A")?.subnetIds).toEqual(["subnet-ra"]);
    const withoutBoth = left("subnet-zb", "subnet-ra");
    expect(Object.keys(withoutBoth.transitGatewayAttachments)).toEqual(["tgw-attach-B"]);
  });

  test("takes targets out of listeners", () => {
    expect(recordOf(left("i-a1").loadBalancers, "lb-front")?.listeners[0]?.targetIds).toEqual(["eni-d1"]);
  });

  test("a prefix list waits for the routes and rules that name it", () => {
    expect(codeOf(remove("pl-s3").run(START))).toBe("DependencyViolation");
    expect(codeOf(remove("pl-s3", "rtb-ways").run(START))).toBe("ok");
  });

  test("a group waits for its associations, unless that VPC goes too", () => {
    const world = change(WORLD, group("b", "B", []), associated("b", "A"));
    expect(reasonOf(remove("sg-b").run(diagramOf(world)))).toBe("groupAssociated");
    expect(reasonOf(remove("vpc-B").run(diagramOf(world)))).toBe("ok");
    const worn = diagramOf(change(world, wears("a1", ["b"])));
    expect(reasonOf(remove("vpc-B").run(worn))).toBe("groupInUse");
    const { network } = after(diagramOf(world), remove("vpc-A"));
    expect(recordOf(network.securityGroups, "sg-b")?.associatedVpcIds).toEqual([]);
  });

  test("leaves tables alone in which nothing names it", () => {
    const network = left("i-w1");
    expect(network.routeTables).toBe(WORLD.routeTables);
    expect(network.loadBalancers).toBe(WORLD.loadBalancers);
    expect(network.transitGatewayRouteTables).toBe(WORLD.transitGatewayRouteTables);
    expect(network.securityGroups).toBe(WORLD.securityGroups);
  });

  test("says in its label what goes", () => {
    expect(remove("igw-A").label(START)).toBe("Delete internet gateway A");
    expect(remove("nat-n1").label(START)).toBe("Delete NAT gateway n1");
    expect(remove("tgw-hub").label(START)).toBe("Delete transit gateway hub and its 3 resources");
    expect(remove(asId<"routeTable">("rtb-ways")).label(START)).toBe("Delete route table ways");
  });
});
