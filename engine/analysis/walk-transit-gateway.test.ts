import { describe, expect, test } from "vitest";
import {
  networkInterface,
  routes,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
} from "../testing/network-builder";
import { stopsOf } from "./testing/way-text";
import { also, C, NONE } from "./testing/way-world";

describe("what a transit gateway sends on through a VPC", () => {
  /** VPC A is attached in zone a, whose subnet leads out, and in zone b, whose subnet does not. */
  const hub = (...attached: readonly string[]) =>
    also(
      subnet("ta", "A", "10.0.31.0/28", null, "us-east-1a"),
      subnet("tb", "A", "10.0.31.16/28", null, "us-east-1b"),
      subnet("tc", "A", "10.0.31.32/28", null, "us-east-1c"),
      subnet("yb", "B", "10.1.2.0/24", null, "us-east-1b"),
      networkInterface("b2", "yb", "10.1.2.5", NONE),
      routeTable("ta", "A", ["0.0.0.0/0 -> nat:n"], { subnets: ["ta"] }),
      routeTable("tb", "A", [], { subnets: ["tb", "tc"] }),
      routes("pub", ["0.0.0.0/0 -> igw:A", "10.1.0.0/16 -> tgw:t"]),
      routes("B", ["0.0.0.0/0 -> tgw:t"]),
      transitGateway("t"),
      transitGatewayAttachment("A", "t", "A", attached, { table: "t" }),
      transitGatewayAttachment("B", "t", "B", ["xb", "yb"], { table: "t" }),
      transitGatewayRouteTable("t", "t", ["0.0.0.0/0 -> A"], ["A", "B"]),
    );

  test.each([[["ta", "tb"]], [["tb", "ta"]]])("keeps to the zone that it came from (%s)", (attached) => {
    expect(stopsOf(hub(...attached), "b1", C)).toEqual([]);
    expect(stopsOf(hub(...attached), "b2", C)).toEqual(["NO_ROUTE_TO_DESTINATION rtb-tb"]);
  });

  test.each([[["ta", "tc"]], [["tc", "ta"]]])(
    "goes by the first subnet by id where the attachment is not in that zone (%s)",
    (attached) => {
      expect(stopsOf(hub(...attached), "b2", C)).toEqual([]);
    },
  );
});
