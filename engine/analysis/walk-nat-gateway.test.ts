import { describe, expect, test } from "vitest";
import {
  change,
  natGateway,
  networkInterface,
  peering,
  routes,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  vpc,
} from "../testing/network-builder";
import { replyStepsOf, stopsOf } from "./testing/way-text";
import { also, C, NONE } from "./testing/way-world";

describe("by a NAT gateway of another VPC, behind a transit gateway, a packet", () => {
  const central = (...back: readonly string[]) =>
    also(
      transitGateway("t"),
      transitGatewayAttachment("A", "t", "A", ["ra"], { table: "t" }),
      transitGatewayAttachment("B", "t", "B", ["xb"], { table: "t" }),
      transitGatewayRouteTable("t", "t", ["0.0.0.0/0 -> A"], ["A", "B"]),
      routes("B", ["0.0.0.0/0 -> tgw:t"]),
      routes("pub", ["0.0.0.0/0 -> igw:A", ...back]),
    );

  test("is answered by the routes of the gateway's subnet", () => {
    const there = central("10.1.0.0/16 -> tgw:t");
    expect(stopsOf(there, "b1", C)).toEqual([]);
    expect(replyStepsOf(there, "b1", C)).toEqual([
      "igw-A 198.51.100.250=>10.0.1.250",
      "acl in pa 192.0.2.50",
      "nat-n 10.0.1.250=>10.1.1.5",
      "acl out pa 10.1.1.5",
      "route pub 10.1.0.0/16",
      "acl in ra 192.0.2.50",
      "tgw-t",
    ]);
  });

  test("gets no answer where none of them leads back to it", () => {
    expect(stopsOf(central(), "b1", C)).toEqual(["< IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS igw-A"]);
    expect(stopsOf(central(), "b1", "w2/public")).toEqual([
      "< IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS igw-A",
    ]);
  });

  test("gets none either where the transit gateway has none", () => {
    const forgotten = change(
      central("10.1.0.0/16 -> tgw:t"),
      transitGatewayRouteTable("t", "t", ["0.0.0.0/0 -> A", "10.1.0.0/16 -> blackhole"], ["A"]),
    );
    expect(stopsOf(forgotten, "b1", C)).toEqual(["< BAD_STATE_ROUTE tgw-rtb-t 10.1.0.0/16"]);
  });

  test("gets none over a peering connection, which carries nothing from outside", () => {
    const peered = change(central("10.1.0.0/16 -> pcx:AB"), peering("AB", "A", "B"));
    expect(stopsOf(peered, "b1", C)).toEqual(["< PCX_REQUIRES_ADDRESS_IN_VPC_CIDR pcx-AB"]);
  });
});

describe("by a private NAT gateway of another VPC a packet to a third one", () => {
  const hub = (...back: readonly string[]) =>
    also(
      vpc("C", "10.2.0.0/16"),
      subnet("xc", "C", "10.2.1.0/24"),
      networkInterface("c1", "xc", "10.2.1.5", NONE),
      natGateway("n", "pa", "10.0.1.250"),
      transitGateway("t"),
      transitGatewayAttachment("A", "t", "A", ["ra"], { table: "a" }),
      transitGatewayAttachment("B", "t", "B", ["xb"], { table: "b" }),
      transitGatewayAttachment("C", "t", "C", ["xc"], { table: "a" }),
      transitGatewayRouteTable("a", "t", [], ["A", "B", "C"]),
      transitGatewayRouteTable("b", "t", ["0.0.0.0/0 -> A"]),
      routes("B", ["10.2.0.0/16 -> tgw:t"]),
      routes("priv", ["10.2.0.0/16 -> nat:n"]),
      routes("pub", ["10.2.0.0/16 -> tgw:t", ...back]),
      routeTable("C", "C", ["10.0.0.0/16 -> tgw:t"], { main: true }),
    );

  test("is answered by the routes of the gateway's subnet, or not at all", () => {
    expect(stopsOf(hub("10.1.0.0/16 -> tgw:t"), "b1", "c1")).toEqual([]);
    expect(replyStepsOf(hub("10.1.0.0/16 -> tgw:t"), "b1", "c1")).toEqual([
      "acl out xc 10.0.1.250",
      "route C 10.0.0.0/16",
      "acl in xc 10.2.1.5",
      "tgw-t",
      "acl out ra 10.0.1.250",
      "acl in pa 10.2.1.5",
      "nat-n 10.0.1.250=>10.1.1.5",
      "acl out pa 10.1.1.5",
      "route pub 10.1.0.0/16",
      "acl in ra 10.2.1.5",
      "tgw-t",
    ]);
    expect(stopsOf(hub(), "b1", "c1")).toEqual(["< NO_ROUTE_TO_DESTINATION rtb-pub"]);
  });
});

describe("by a NAT gateway of its own VPC a packet", () => {
  test("is answered past whatever the routes of the gateway's subnet put between", () => {
    const inspected = also(
      subnet("fa", "A", "10.0.21.0/24"),
      networkInterface("f1", "fa", "10.0.21.9", { ...NONE, sourceDestCheck: false }),
      routes("pub", ["0.0.0.0/0 -> igw:A", "10.0.11.0/24 -> eni:f1"]),
    );
    expect(replyStepsOf(inspected, "a1", C)).toEqual([
      "igw-A 198.51.100.250=>10.0.1.250",
      "acl in pa 192.0.2.50",
      "nat-n 10.0.1.250=>10.0.11.21",
      "acl out pa 10.0.11.21",
      "route pub 10.0.11.0/24",
      "acl in fa 192.0.2.50",
      "groups eni-f1 ingress 192.0.2.50",
      "eni-f1",
      "groups eni-f1 egress 10.0.11.21",
      "acl out fa 10.0.11.21",
      "route main local",
      "acl in ra 192.0.2.50",
    ]);
  });
});
