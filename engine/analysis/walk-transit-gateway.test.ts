import { describe, expect, test } from "vitest";
import { createEngine } from "../engine";
import { changesBetween } from "../model/network-changes";
import {
  ALLOW_ALL_ENTRIES,
  ANY_OUT,
  change,
  group,
  networkAcl,
  networkInterface,
  routes,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  wears,
} from "../testing/network-builder";
import { replyStepsOf, stepsOf, stopsOf } from "./testing/way-text";
import { also, C, NONE } from "./testing/way-world";

describe("the ACL of a transit gateway attachment's subnet", () => {
  /** VPC A is attached in a subnet of its own, VPC B in that of b1 or in one of its own. */
  const joined = (...attached: readonly string[]) =>
    also(
      subnet("ta", "A", "10.0.31.0/28"),
      subnet("tb", "B", "10.1.31.0/28"),
      routes("pub", ["10.1.0.0/16 -> tgw:t"]),
      routes("B", ["10.0.0.0/16 -> tgw:t"]),
      transitGateway("t"),
      transitGatewayAttachment("A", "t", "A", ["ta"], { table: "t" }),
      transitGatewayAttachment("B", "t", "B", attached, { table: "t" }),
      transitGatewayRouteTable("t", "t", [], ["A", "B"]),
    );

  test("judges what goes into the gateway by its source, and what comes out by its destination", () => {
    expect(stepsOf(joined("tb"), "w1", "b1")).toEqual([
      "acl out pa 10.1.1.5",
      "route pub 10.1.0.0/16",
      "acl in ta 10.0.1.11",
      "tgw-t",
      "acl out tb 10.1.1.5",
      "acl in xb 10.0.1.11",
    ]);
    expect(replyStepsOf(joined("tb"), "w1", "b1")).toEqual([
      "acl out xb 10.0.1.11",
      "route B 10.0.0.0/16",
      "acl in tb 10.1.1.5",
      "tgw-t",
      "acl out ta 10.0.1.11",
      "acl in pa 10.1.1.5",
    ]);
  });

  test("judges both of what goes in from its own subnet, and nothing of what comes out into it", () => {
    expect(stepsOf(joined("xb"), "w1", "b1").slice(-2)).toEqual(["acl in ta 10.0.1.11", "tgw-t"]);
    expect(stepsOf(joined("xb"), "b1", "w1").slice(0, 4)).toEqual([
      "acl out xb 10.0.1.11",
      "route B 10.0.0.0/16",
      "acl in xb 10.1.1.5",
      "tgw-t",
    ]);
  });

  test("judges what is sent on through the VPC", () => {
    const out = change(joined("tb"), routes("pub", ["0.0.0.0/0 -> tgw:t"]));
    const routed = change(out, transitGatewayRouteTable("t", "t", ["0.0.0.0/0 -> B"], ["A", "B"]));
    expect(stepsOf(routed, "w1", C)).toContain(`acl out tb ${C}`);
  });

  test("opens and closes paths of other subnets as it is edited", () => {
    const open = change(
      joined("tb"),
      ...["A", "B"].map((name) => group(name, name, ["all from 10.0.0.0/8", ...ANY_OUT])),
      ...[wears("w1", ["A"]), wears("b1", ["B"])],
    );
    const shut = change(open, networkAcl("tb", "B", [], { subnets: ["tb"] }));
    const reopened = change(shut, networkAcl("tb", "B", ALLOW_ALL_ENTRIES, { subnets: ["tb"] }));
    const engine = createEngine();
    const { paths } = engine.load(open);
    expect(engine.apply(changesBetween(open, shut)).paths).toBe(paths - 2);
    expect(engine.apply(changesBetween(shut, reopened)).paths).toBe(paths);
  });

  test("is not known where the attachment's subnets are not told", () => {
    expect(stepsOf(joined(), "w1", "b1").slice(-2)).toEqual(["tgw-t", "acl in xb 10.0.1.11"]);
  });
});

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
