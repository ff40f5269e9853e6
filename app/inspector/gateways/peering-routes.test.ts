import { describe, expect, test } from "vitest";
import { asId, EMPTY_NETWORK, type Network, type Route, type RouteTable, type Vpc } from "../../../engine";
import { destinationOf, missingRoutes } from "./peering-routes";

const A = asId<"vpc">("vpc-a");
const B = asId<"vpc">("vpc-b");
const PEERING = { vpcPeeringConnectionId: asId<"vpcPeeringConnection">("pcx-1") };

const vpc = (vpcId: Vpc["vpcId"], cidrBlock: string, more: Partial<Vpc> = {}): Vpc => ({
  vpcId,
  name: vpcId,
  region: "us-east-1",
  cidrBlock,
  secondaryCidrBlocks: [],
  ipv6CidrBlocks: [],
  ...more,
});

const route = (cidr: string, target: Route["target"]): Route => ({
  destination: destinationOf(cidr),
  target,
  state: "active",
  isPropagated: false,
});

const through = (cidr: string) =>
  route(cidr, { kind: "vpcPeeringConnection", id: PEERING.vpcPeeringConnectionId });

const networkWith = (routes: readonly Route[], b: Partial<Vpc> = {}): Network => {
  const main: RouteTable = {
    routeTableId: asId<"routeTable">("rtb-main"),
    vpcId: A,
    name: "",
    isMain: true,
    routes,
  };
  const unused = { ...main, routeTableId: asId<"routeTable">("rtb-unused"), isMain: false, routes: [] };
  return {
    ...EMPTY_NETWORK,
    vpcs: { [A]: vpc(A, "10.0.0.0/16"), [B]: vpc(B, "10.1.0.0/16", b) },
    routeTables: { [main.routeTableId]: main, [unused.routeTableId]: unused },
  };
};

const missing = (network: Network) =>
  missingRoutes(network, PEERING, A, B).map(({ table, cidr, taken }) => [table.routeTableId, cidr, taken]);

describe("a side of a peering", () => {
  test("lacks a route for each block of the other VPC, in the tables that are in use", () => {
    const two = networkWith([], { secondaryCidrBlocks: ["10.2.0.0/16"] });
    expect(missing(two)).toEqual([
      ["rtb-main", "10.1.0.0/16", false],
      ["rtb-main", "10.2.0.0/16", false],
    ]);
  });

  test("lacks nothing where a route through the peering covers the block", () => {
    expect(missing(networkWith([through("10.1.0.0/16")]))).toEqual([]);
    expect(missing(networkWith([through("10.0.0.0/8")]))).toEqual([]);
    expect(missing(networkWith([through("10.1.0.0/17")]))).toHaveLength(1);
  });

  test("tells a block that is sent elsewhere, for which no route can be added", () => {
    const elsewhere = route("10.1.0.0/16", { kind: "other", id: "vgw-1" });
    expect(missing(networkWith([elsewhere]))).toEqual([["rtb-main", "10.1.0.0/16", true]]);
  });

  test("needs IPv6 only where both have it", () => {
    expect(missing(networkWith([], { ipv6CidrBlocks: ["2001:db8::/56"] }))).toHaveLength(1);
  });

  test("lacks nothing that the design does not hold", () => {
    expect(missing({ ...networkWith([]), vpcs: {} })).toEqual([]);
  });
});
