import { describe, expect, test } from "vitest";
import {
  change,
  networkInterface,
  type Part,
  peering,
  prefixList,
  routes,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  vpc,
  vpcEndpoint,
} from "../testing/network-builder";
import { replyStepsOf, stepsOf, stopsOf, wayOf } from "./testing/way-text";
import { also, C, NONE } from "./testing/way-world";

describe("over a peering connection a packet", () => {
  const joined = also(
    peering("AB", "A", "B"),
    routes("pub", ["10.1.0.0/16 -> pcx:AB"]),
    routes("B", ["10.0.0.0/16 -> pcx:AB"]),
  );

  test("reaches the other VPC with its groups known", () => {
    expect(stepsOf(joined, "w1", "b1")).toEqual([
      "acl out pa 10.1.1.5",
      "route pub 10.1.0.0/16",
      "pcx-AB",
      "acl in xb 10.0.1.11",
    ]);
    expect(stopsOf(joined, "w1", "b1")).toEqual([]);
    expect(wayOf(joined, "w1", "b1").keepsIdentity).toEqual({ ingress: true, egress: true });
  });

  test("needs routes on both sides", () => {
    expect(stopsOf(change(joined, routes("B", [])), "w1", "b1")).toEqual(["< NO_ROUTE_TO_DESTINATION rtb-B"]);
  });

  test("loses its groups between Regions", () => {
    const apart = change(joined, vpc("B", "10.1.0.0/16", [], { region: "eu-west-1" }));
    expect(wayOf(apart, "w1", "b1").keepsIdentity).toEqual({ ingress: false, egress: false });
  });

  test("goes no further than the other VPC", () => {
    const on = change(joined, vpc("C", "10.2.0.0/16"), routes("pub", ["10.2.0.0/16 -> pcx:AB"]));
    expect(stopsOf(on, "w1", "nobody 10.2.0.5")).toEqual(["PCX_REQUIRES_ADDRESS_IN_VPC_CIDR pcx-AB"]);
  });

  test("finds nobody of a third VPC that uses the same block", () => {
    const twin = change(
      joined,
      vpc("C", "10.1.0.0/16"),
      subnet("xc", "C", "10.1.1.0/24"),
      networkInterface("c1", "xc", "10.1.1.6", NONE),
    );
    expect(stopsOf(twin, "w1", "c1")).toContain("NO_ROUTE_TO_DESTINATION vpc-B");
  });
});

describe("over a transit gateway a packet", () => {
  const hub = (references: boolean, table: Part = transitGatewayRouteTable("t", "t", [], ["A", "B"])) =>
    also(
      transitGateway("t", { references }),
      transitGatewayAttachment("A", "t", "A", ["pa"], { table: "t" }),
      transitGatewayAttachment("B", "t", "B", ["xb"], { table: "t" }),
      table,
      routes("pub", ["10.1.0.0/16 -> tgw:t"]),
      routes("B", ["0.0.0.0/0 -> tgw:t"]),
    );

  test("goes by its table, and keeps its groups inbound only, where that is on", () => {
    expect(stepsOf(hub(true), "w1", "b1")).toEqual([
      "acl out pa 10.1.1.5",
      "route pub 10.1.0.0/16",
      "acl in pa 10.0.1.11",
      "tgw-t",
    ]);
    expect(stopsOf(hub(true), "w1", "b1")).toEqual([]);
    expect(wayOf(hub(true), "w1", "b1").keepsIdentity).toEqual({ ingress: true, egress: false });
    expect(wayOf(hub(false), "w1", "b1").keepsIdentity).toEqual({ ingress: false, egress: false });
    const off = transitGatewayAttachment("B", "t", "B", ["xb"], { table: "t", references: false });
    expect(wayOf(change(hub(true), off), "w1", "b1").keepsIdentity.ingress).toBe(false);
  });

  test.each<[string, Part, readonly string[]]>([
    ["no attachment there", transitGatewayAttachment("A", "t", "C", []), ["BAD_STATE_ATTACHMENT tgw-t"]],
    [
      "an attachment that is not available",
      transitGatewayAttachment("A", "t", "A", ["pa"], { state: "pending", table: "t" }),
      ["BAD_STATE_ATTACHMENT tgw-attach-A"],
    ],
    ["no table", transitGatewayAttachment("A", "t", "A", ["pa"]), ["NO_ROUTE_TO_DESTINATION tgw-t"]],
    [
      "no route in the table",
      transitGatewayRouteTable("t", "t", [], ["A"]),
      ["NO_ROUTE_TO_DESTINATION tgw-rtb-t"],
    ],
    [
      "a blackhole in the table",
      transitGatewayRouteTable("t", "t", ["10.1.0.0/16 -> blackhole"], ["A", "B"]),
      ["BAD_STATE_ROUTE tgw-rtb-t 10.1.0.0/16"],
    ],
    [
      "a route to what is gone",
      transitGatewayRouteTable("t", "t", ["10.1.1.0/24 -> Z"], ["A", "B"]),
      ["BAD_STATE_ROUTE tgw-rtb-t 10.1.1.0/24"],
    ],
  ])("stops where it finds %s", (_, part, expected) => {
    const stops = stopsOf(change(hub(true), part), "w1", "b1");
    expect(stops.filter((stop) => !stop.startsWith("<"))).toEqual(expected);
  });

  test("finds no way in from a zone in which the attachment has no subnet", () => {
    const zoneB = subnet("pb", "A", "10.0.2.0/24", null, "us-east-1b");
    const world = change(
      hub(true),
      zoneB,
      routeTable("pb", "A", ["10.1.0.0/16 -> tgw:t"], { subnets: ["pb"] }),
    );
    expect(stopsOf(world, "w2", "b1")).toEqual(["BAD_STATE_ATTACHMENT tgw-attach-A"]);
    expect(stopsOf(world, "w1", "b1")).toEqual([]);
  });

  test("goes on by the table of the attachment's subnet, through that subnet's ACL", () => {
    const egress = hub(false, transitGatewayRouteTable("t", "t", ["0.0.0.0/0 -> A"], ["A", "B"]));
    const byNat = change(
      egress,
      routes("pub", ["0.0.0.0/0 -> igw:A"]),
      routeTable("att", "A", ["0.0.0.0/0 -> nat:n"], { subnets: ["pb"] }),
      transitGatewayAttachment("A", "t", "A", ["pb"], { table: "t" }),
    );
    expect(stepsOf(byNat, "b1", C)).toEqual([
      "acl out xb 192.0.2.50",
      "route B 0.0.0.0/0",
      "acl in xb 10.1.1.5",
      "tgw-t",
      "acl out pb 192.0.2.50",
      "route att 0.0.0.0/0",
      "acl in pa 10.1.1.5",
      "nat-n 10.1.1.5=>10.0.1.250 tcpUdpIcmp",
      "acl out pa 192.0.2.50",
      "route pub 0.0.0.0/0",
      "igw-A 10.0.1.250=>198.51.100.250 notTcp25",
    ]);
  });

  test("does not leave another VPC's internet gateway under its own address", () => {
    const egress = change(
      hub(false, transitGatewayRouteTable("t", "t", ["0.0.0.0/0 -> A"], ["A", "B"])),
      routes("pub", ["0.0.0.0/0 -> igw:A"]),
    );
    expect(stopsOf(egress, "b1", C)).toEqual(["IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS eni-b1"]);
    const mapped = networkInterface("b1", "xb", "10.1.1.5", { ...NONE, public: "198.51.100.5" });
    expect(stopsOf(change(egress, mapped), "b1", C)).toEqual(["IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS eni-b1"]);
  });

  test("does not go on over a peering connection, which is for its own two VPCs", () => {
    const through = change(
      hub(false, transitGatewayRouteTable("t", "t", ["10.2.0.0/16 -> A"], ["A", "B"])),
      vpc("C", "10.2.0.0/16"),
      subnet("xc", "C", "10.2.1.0/24"),
      networkInterface("c1", "xc", "10.2.1.5", NONE),
      peering("AC", "A", "C"),
      routes("pub", ["10.2.0.0/16 -> pcx:AC"]),
    );
    expect(stopsOf(through, "b1", "c1")).toContain("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR pcx-AC");
    expect(stepsOf(through, "w1", "c1")).toContain("pcx-AC");
  });
});

describe("through an appliance a packet", () => {
  const inspected = (sourceDestCheck = false) =>
    also(
      subnet("ia", "A", "10.0.21.0/24"),
      networkInterface("f1", "ia", "10.0.21.9", { ...NONE, sourceDestCheck }),
      routes("pub", ["10.0.11.0/24 -> eni:f1"]),
    );

  test("passes the groups of its interface, and both ends lose sight of each other's groups", () => {
    expect(stepsOf(inspected(), "w1", "a1")).toEqual([
      "acl out pa 10.0.11.21",
      "route pub 10.0.11.0/24",
      "acl in ia 10.0.1.11",
      "groups eni-f1 ingress 10.0.1.11",
      "eni-f1",
      "groups eni-f1 egress 10.0.11.21",
      "acl out ia 10.0.11.21",
      "route main local",
      "acl in ra 10.0.1.11",
    ]);
    expect(wayOf(inspected(), "w1", "a1").keepsIdentity).toEqual({ ingress: false, egress: false });
  });

  test("may be found by its instance", () => {
    const byInstance = change(inspected(), routes("pub", ["10.0.11.0/24 -> i:f1"]));
    expect(stepsOf(byInstance, "w1", "a1")).toContain("eni-f1");
  });

  test("is answered past its groups if it went through them, else the reply is a packet like any other", () => {
    const groups = (steps: readonly string[]) => steps.filter((step) => step.startsWith("groups"));
    const back = change(inspected(), routes("priv", ["10.0.1.0/24 -> eni:f1"]));
    expect(replyStepsOf(back, "w1", "a1")).toContain("eni-f1");
    expect(groups(replyStepsOf(back, "w1", "a1"))).toEqual([]);
    const onlyBack = change(back, routes("pub", []));
    expect(groups(replyStepsOf(onlyBack, "w1", "a1"))).toEqual([
      "groups eni-f1 ingress 10.0.11.21",
      "groups eni-f1 egress 10.0.1.11",
    ]);
  });

  test("for the machine itself is just delivered", () => {
    const own = change(inspected(true), routes("pub", ["10.0.21.0/24 -> eni:f1"]));
    expect(stopsOf(own, "w1", "f1")).toEqual([]);
    expect(wayOf(own, "w1", "f1").keepsIdentity).toEqual({ ingress: true, egress: true });
  });

  test("needs the check of source and destination off", () => {
    expect(stopsOf(inspected(true), "w1", "a1")).toEqual(["ENI_SOURCE_DEST_CHECK_RESTRICTION eni-f1"]);
    expect(stepsOf(inspected(true), "w1", "a1")).not.toContain("eni-f1");
    expect(stepsOf(inspected(false), "w1", "a1")).toContain("eni-f1");
  });
});

describe("over a gateway endpoint a packet", () => {
  const s3 = also(
    prefixList("s3", ["52.216.0.0/15"]),
    vpcEndpoint("s3", "A", "gateway"),
    routes("priv", ["pl:s3 -> vpce:s3"]),
  );

  test("leaves to the service, and to nothing else", () => {
    expect(stepsOf(s3, "a1", "52.216.1.1")).toEqual([
      "acl out ra 52.216.1.1",
      "route priv pl-s3",
      "vpce-s3 tcpOrIcmpEcho",
    ]);
    expect(stopsOf(s3, "a1", C)).toEqual(["NO_ROUTE_TO_DESTINATION rtb-priv"]);
  });
});
