/** Random designs in which VPCs leave by the NAT gateways of another one, behind a transit gateway. */
import fc from "fast-check";
import type { Network } from "../model/network";
import { BASE_WORLD, PUBLIC_ROUTES } from "./base-world";
import {
  ANY_OUT,
  change,
  group,
  natGateway,
  networkAcl,
  networkInterface,
  type Part,
  peering,
  routes,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  vpc,
} from "./network-builder";

const FRAME: readonly Part[] = [
  vpc("C", "10.2.0.0/16"),
  subnet("xc", "C", "10.2.1.0/24"),
  subnet("ta", "A", "10.0.31.0/28"),
  subnet("tb", "A", "10.0.31.16/28", null, "us-east-1b"),
  subnet("pn", "A", "10.0.32.0/24"),
  subnet("yb", "B", "10.1.2.0/24", null, "us-east-1b"),
  natGateway("n2", "pn", "10.0.32.9"),
  peering("AB", "A", "B"),
  routes("B", ["0.0.0.0/0 -> tgw:t"]),
  transitGateway("t"),
  transitGatewayAttachment("B", "t", "B", ["xb", "yb"], { table: "b" }),
  transitGatewayAttachment("C", "t", "C", ["xc"], { table: "a" }),
  group("gb", "B", ["all from 0.0.0.0/0", ...ANY_OUT]),
  group("gc", "C", ["all from 0.0.0.0/0", ...ANY_OUT]),
  networkInterface("b1", "xb", "10.1.1.5", { groups: ["gb"] }),
  networkInterface("b2", "yb", "10.1.2.5", { groups: ["gb"] }),
  networkInterface("c1", "xc", "10.2.1.5", { groups: ["gc"] }),
];

const some = (...all: readonly string[]): fc.Arbitrary<readonly string[]> => fc.subarray([...all]);

const onwards = some("0.0.0.0/0 -> nat:n1", "10.2.0.0/16 -> nat:n2");

const tables: fc.Arbitrary<readonly Part[]> = fc
  .record({
    back: some(
      "10.1.0.0/16 -> tgw:t",
      "10.1.1.0/24 -> pcx:AB",
      "10.1.1.5/32 -> tgw:t",
      "10.2.0.0/16 -> nat:n2",
    ),
    ta: onwards,
    tb: onwards,
    pn: some("10.2.0.0/16 -> tgw:t", "10.1.0.0/16 -> tgw:t"),
    C: some("0.0.0.0/0 -> tgw:t", "10.0.0.0/16 -> tgw:t"),
  })
  .map(({ back, ta, tb, pn, C }) => [
    routes("pub", [...PUBLIC_ROUTES, ...back]),
    routeTable("ta", "A", ta, { subnets: ["ta"] }),
    routeTable("tb", "A", tb, { subnets: ["tb"] }),
    routeTable("pn", "A", pn, { subnets: ["pn"] }),
    routeTable("C", "C", C, { main: true }),
  ]);

const transit: fc.Arbitrary<readonly Part[]> = fc
  .record({
    attached: fc.shuffledSubarray(["ta", "tb", "ra"], { minLength: 1 }),
    toA: some("0.0.0.0/0 -> A", "10.2.0.0/16 -> A"),
    propagated: fc.constantFrom(["A", "B", "C"], ["A", "B", "C"], ["A"]),
  })
  .map(({ attached, toA, propagated }) => [
    transitGatewayAttachment("A", "t", "A", attached, { table: "a" }),
    transitGatewayRouteTable("a", "t", [], propagated),
    transitGatewayRouteTable("b", "t", toA, ["A", "B"]),
  ]);

const RULES = ["in 100 allow tcp 2000-65535 from 0.0.0.0/0", "out 100 allow all to 0.0.0.0/0"];

const acls = fc.constantFrom<readonly Part[]>([], [networkAcl("xb", "B", RULES, { subnets: ["xb"] })]);

export const randomEgress: fc.Arbitrary<Network> = fc
  .tuple(tables, transit, acls)
  .map((parts) => change(BASE_WORLD, ...FRAME, ...parts.flat()));
