import { describe, expect, test } from "vitest";
import {
  egressOnlyInternetGateway,
  instanceState,
  internetGateway,
  natGateway,
  network,
  networkInterface,
  peering,
  prefixList,
  routes,
  routeTable,
  subnet,
  vpcEndpoint,
} from "../testing/network-builder";
import { replyStepsOf, stepsOf, stopsOf, wayOf } from "./testing/way-text";
import { also, C, NONE, WORLD } from "./testing/way-world";

describe("within a VPC a packet", () => {
  test("goes straight within its subnet: neither ACL nor route is asked", () => {
    expect(stepsOf(WORLD, "w1", "x1")).toEqual([]);
    expect(replyStepsOf(WORLD, "w1", "x1")).toEqual([]);
  });

  test("crosses both subnets' borders, and its reply crosses them the other way", () => {
    expect(stepsOf(WORLD, "w1", "a1")).toEqual([
      "acl out pa 10.0.11.21",
      "route pub local",
      "acl in ra 10.0.1.11",
    ]);
    expect(replyStepsOf(WORLD, "w1", "a1")).toEqual([
      "acl out ra 10.0.1.11",
      "route priv local",
      "acl in pa 10.0.11.21",
    ]);
    expect(wayOf(WORLD, "w1", "a1").keepsIdentity).toEqual({ ingress: true, egress: true });
  });

  test("to an address that nobody has gets to no one", () => {
    expect(stopsOf(WORLD, "w1", "nobody 10.0.11.99")).toEqual(["NO_POSSIBLE_DESTINATION 10.0.11.99"]);
  });

  test("from an address that nobody has sets out from nowhere", () => {
    expect(stopsOf(WORLD, "nobody 10.0.11.99", "w1")).toEqual(["NO_SOURCE_OR_DESTINATION 10.0.11.99"]);
  });
});

describe("the route is", () => {
  test("that of the longest prefix", () => {
    const there = also(routes("pub", ["0.0.0.0/0 -> igw:A", "192.0.2.0/24 -> other:vgw"]));
    expect(stopsOf(there, "w1", C)).toEqual(["UNSUPPORTED_COMPONENT rtb-pub 192.0.2.0/24"]);
    expect(stopsOf(there, "w1", "203.0.113.7")).toEqual([]);
  });

  test("local before any other of the same length, and not before a longer one", () => {
    const equal = also(routes("pub", ["10.0.0.0/16 -> other:vgw"]));
    expect(stepsOf(equal, "w1", "a1")).toContain("route pub local");
    const longer = also(routes("pub", ["10.0.11.0/24 -> other:vgw"]));
    expect(stepsOf(longer, "w1", "a1")).toContain("route pub 10.0.11.0/24");
  });

  test("a CIDR before a prefix list, and a list before a propagated route", () => {
    const list = prefixList("x", ["192.0.2.0/24"]);
    const all = ["192.0.2.0/24 -> other:vgw propagated", "pl:x -> other:vgw", "192.0.2.0/24 -> igw:A"];
    expect(stepsOf(also(list, routes("pub", all)), "w1", C)[1]).toBe("route pub 192.0.2.0/24");
    expect(stopsOf(also(list, routes("pub", all)), "w1", C)).toEqual([]);
    expect(stepsOf(also(list, routes("pub", all.slice(0, 2))), "w1", C)[1]).toBe("route pub pl-x");
  });

  test("that of the subnet's own table; of the main one where it names none, or one that is gone", () => {
    const none = also(subnet("pa", "A", "10.0.1.0/24"));
    expect(stopsOf(none, "w1", C)).toEqual(["NO_ROUTE_TO_DESTINATION rtb-main"]);
    const main = network(routeTable("main", "A", ["0.0.0.0/0 -> igw:A"], { main: true }));
    expect(stepsOf({ ...WORLD, routeTables: main.routeTables }, "w1", C)).toContain("route main 0.0.0.0/0");
  });

  test("local alone in a VPC that has tables but no main one", () => {
    const noMain = also(routeTable("main", "A", []), subnet("pa", "A", "10.0.1.0/24"));
    expect(stopsOf(noMain, "w1", C)).toEqual(["NO_ROUTE_TO_DESTINATION vpc-A"]);
    expect(stepsOf(noMain, "w1", "a1")[1]).toBe("route - local");
  });

  test("taken to lead to an internet gateway in a VPC of which no table is told", () => {
    const untold = { ...WORLD, routeTables: {}, internetGateways: {} };
    expect(stepsOf(untold, "w1", C)).toEqual([
      "acl out pa 192.0.2.50",
      "route - assumed",
      "vpc-A 10.0.1.11=>198.51.100.11 notTcp25",
    ]);
    expect(wayOf(untold, "w1", C).assumesGatewayRoute).toBe(true);
    expect(stopsOf(untold, C, "w1/public")).toEqual([]);
    expect(wayOf(untold, C, "w1/public").assumesGatewayRoute).toBe(true);
    expect(stopsOf(untold, "a1", "b1")).toEqual([
      "NO_ROUTE_TO_DESTINATION vpc-A",
      "< NO_ROUTE_TO_DESTINATION vpc-B",
    ]);
  });

  test.each([
    ["it says so itself", ["0.0.0.0/0 -> igw:A blackhole"], []],
    ["the gateway is gone", ["0.0.0.0/0 -> igw:Z"], []],
    ["the gateway is attached elsewhere", ["0.0.0.0/0 -> igw:Z"], [internetGateway("Z", "B")]],
    [
      "the NAT gateway is not available",
      ["0.0.0.0/0 -> nat:z"],
      [natGateway("z", "pa", "10.0.1.9", { state: "failed" })],
    ],
    ["the peering is not active", ["0.0.0.0/0 -> pcx:z"], [peering("z", "A", "B", "pending-acceptance")]],
    [
      "the appliance is attached to nothing",
      ["0.0.0.0/0 -> eni:z"],
      [networkInterface("z", "pb", "10.0.2.9", { ...NONE, attachedTo: null })],
    ],
    [
      "the appliance does not run",
      ["0.0.0.0/0 -> i:z"],
      [networkInterface("z", "pb", "10.0.2.9", NONE), instanceState("z", "stopped")],
    ],
    ["the endpoint is no gateway", ["0.0.0.0/0 -> vpce:z"], [vpcEndpoint("z", "A", "interface")]],
    [
      "the egress-only gateway is another VPC's",
      ["0.0.0.0/0 -> eigw:z"],
      [egressOnlyInternetGateway("z", "B")],
    ],
  ] as const)("a blackhole when %s", (_, texts, parts) => {
    expect(stopsOf(also(...parts, routes("pub", texts)), "w1", C)).toEqual([
      "BAD_STATE_ROUTE rtb-pub 0.0.0.0/0",
    ]);
  });
});
