/** A random transit gateway between the three VPCs. */
import fc from "fast-check";
import {
  type Part,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
} from "./network-builder";

const USUAL = ["available", "available", "available", "available"] as const;
const STATES = [...USUAL, ...USUAL, "pending"] as const;
const TABLES = ["t1", "t1", "t1", "t1", "t1", "t1", "t2", undefined] as const;

const SUBNETS = {
  A: [["a1", "a2"], ["a1", "a2"], ["a1", "a2"], ["a2"], []],
  B: [["b1", "b2"], ["b2", "b1"], ["b1", "b2"], ["b1"], []],
  C: [["c1"]],
} as const;

const attachment = (vpcName: keyof typeof SUBNETS): fc.Arbitrary<Part> =>
  fc
    .record({
      subnets: fc.constantFrom<readonly string[]>(...SUBNETS[vpcName]),
      state: fc.constantFrom(...STATES),
      references: fc.constantFrom(true, true, false),
      table: fc.constantFrom(...TABLES),
    })
    .map(({ subnets, table, ...rest }) =>
      transitGatewayAttachment(
        vpcName,
        "t",
        vpcName,
        subnets,
        table === undefined ? rest : { ...rest, table },
      ),
    );

const ROUTES = [
  "10.0.0.0/16 -> A",
  "10.1.0.0/16 -> B",
  "10.1.2.0/24 -> blackhole",
  "10.0.1.0/24 -> A",
  "0.0.0.0/0 -> B",
  "0.0.0.0/0 -> A",
  "::/0 -> B",
  "2001:db8:b::/56 -> B",
  "10.2.0.0/16 -> gone",
  "10.0.0.0/8 -> blackhole",
] as const;

const destination = (route: string) => route.split(" ")[0];

const table = (name: string): fc.Arbitrary<Part> =>
  fc
    .record({
      routes: fc.uniqueArray(fc.constantFrom(...ROUTES), { selector: destination, maxLength: 3 }),
      propagated: fc.oneof(
        { weight: 4, arbitrary: fc.constant(["A", "B", "C"]) },
        { weight: 1, arbitrary: fc.subarray(["A", "B", "C"]) },
      ),
    })
    .map(({ routes, propagated }) => transitGatewayRouteTable(name, "t", routes, propagated));

const gateway = fc.constantFrom(true, true, false).map((references) => transitGateway("t", { references }));

export const randomTransit: fc.Arbitrary<readonly Part[]> = fc.tuple(
  gateway,
  table("t1"),
  table("t2"),
  attachment("A"),
  attachment("B"),
  attachment("C"),
);
