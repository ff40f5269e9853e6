/** Random route tables: the ways out and across that a person would make, and some that lead nowhere. */
import fc from "fast-check";
import { type Part, routeTable } from "./network-builder";

type Role = "public" | "private";

/** To the Internet: straight, by a NAT gateway, by another VPC, by the appliance, or not at all. */
const out = (name: string, role: Role): readonly (readonly string[])[] => {
  const open = [`0.0.0.0/0 -> igw:${name}`, `::/0 -> igw:${name}`];
  const shut = [`0.0.0.0/0 -> nat:${name}`, `::/0 -> eigw:${name}`];
  const inspected = name === "A" ? ["0.0.0.0/0 -> eni:f1", "::/0 -> igw:A"] : [];
  const usual = role === "public" ? open : shut;
  const other = role === "public" ? shut : open;
  return [
    usual,
    usual,
    usual,
    usual,
    usual,
    usual,
    other,
    ["0.0.0.0/0 -> tgw:t", "::/0 -> tgw:t"],
    inspected,
    [],
  ];
};

/** What joins two VPCs for most of their tables: a person means one thing. */
type Joint = "pcx" | "tgw" | "either";
type Plan = Readonly<Record<string, Joint>>;

const plans: fc.Arbitrary<Plan> = fc.record({
  AB: fc.constantFrom<Joint>("pcx", "tgw", "tgw", "either"),
  AC: fc.constantFrom<Joint>("pcx", "tgw", "either"),
  BC: fc.constantFrom<Joint>("pcx", "tgw", "either"),
});

const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  A: ["10.0.0.0/16", "100.64.0.0/16", "2001:db8:a::/56", "fd12:0:a::/56"],
  B: ["10.1.0.0/16", "2001:db8:b::/56", "fd12:0:b::/56"],
  C: ["10.2.0.0/16", "2001:db8:c::/56", "fd12:0:c::/56"],
};

/** How one VPC leads to another. */
const across = (one: string, other: string, plan: Plan): readonly (readonly string[])[] => {
  const to = (target: string, flag = "") =>
    (BLOCKS[other] ?? []).map((cidr) => `${cidr} -> ${target}${flag}`);
  const pair = [one, other].sort().join("");
  const byPeering = to(`pcx:${pair}`);
  const byTransit = to("tgw:t");
  const usual =
    plan[pair] === "pcx" ? [byPeering] : plan[pair] === "tgw" ? [byTransit] : [byPeering, byTransit];
  return [
    ...[...usual, ...usual, ...usual, ...usual, ...usual],
    ...[byPeering, byTransit, to("tgw:t", " propagated"), to("pcx:AB"), []],
  ];
};

/** Past the appliance, within VPC A and out of it. */
const INSPECTED = [
  "10.0.1.0/24 -> eni:f1",
  "10.0.2.0/24 -> i:f1",
  "100.64.3.0/24 -> eni:f1",
  "2001:db8:a:1::/64 -> i:f1",
  "2001:db8:a:2::/64 -> eni:f1",
  "2001:db8:a:3::/64 -> eni:f1",
  "10.1.1.0/24 -> eni:f1",
  "203.0.113.128/25 -> eni:f1",
] as const;

/** For VPC A, where the endpoint is. */
const ASTRAY_IN_A = [
  "pl:s3 -> vpce:s3",
  "pl:s3 -> vpce:s3",
  "pl:v6 -> vpce:s3",
  "52.216.0.0/16 -> igw:A",
  "203.0.113.64/26 -> nat:A",
  "10.1.1.0/24 -> nat:A",
  "10.1.2.0/24 -> nat:A",
  "2001:db8:ffff::/49 -> eigw:A",
  "198.51.100.0/24 -> igw:A",
] as const;

const ASTRAY = [
  "203.0.113.0/24 -> pcx:gone blackhole",
  "203.0.113.0/25 -> nat:gone",
  "pl:v4 -> pcx:AB",
  "192.168.0.0/16 -> other:vgw-1",
  "9.0.0.0/8 -> other:vgw-1",
  "2001:db8:ffff::/48 -> tgw:gone",
  "198.51.100.0/25 -> tgw:t",
  "10.0.0.0/8 -> tgw:t",
  "10.2.1.0/24 -> pcx:AB",
] as const;

const NONE = fc.constant<readonly string[]>([]);

const some = (rows: readonly string[], maxLength: number): fc.Arbitrary<readonly string[]> =>
  fc.oneof(NONE, fc.uniqueArray(fc.constantFrom(...rows), { minLength: 1, maxLength }));

/** A static and a propagated route may have one destination; two static ones may not. */
const key = (route: string): string => `${route.split(" ")[0]} ${route.endsWith("propagated")}`;

const withoutDoubles = (routes: readonly string[]): readonly string[] => [
  ...new Map([...routes].reverse().map((route) => [key(route), route])).values(),
];

type Options = Readonly<{ main?: boolean; subnets?: readonly string[] }>;

const table =
  (plan: Plan) =>
  (name: string, role: Role, options: Options): fc.Arbitrary<Part> => {
    const vpcName = name.slice(0, 1);
    const others = ["A", "B", "C"].filter((other) => other !== vpcName);
    const isA = vpcName === "A";
    return fc
      .tuple(
        fc.constantFrom(...out(vpcName, role)),
        ...others.map((other) => fc.constantFrom(...across(vpcName, other, plan))),
        fc.oneof(NONE, NONE, some(ASTRAY, 2)),
        isA ? some(ASTRAY_IN_A, 2) : NONE,
        isA ? some(INSPECTED, 2) : NONE,
      )
      .map((parts) => routeTable(name, vpcName, withoutDoubles(parts.flat()), options));
  };

const tables = (...all: readonly fc.Arbitrary<Part>[]): fc.Arbitrary<readonly Part[]> => fc.tuple(...all);

/** Subnets a3 and b2 have the main table, where there is one; VPC C has no table at all at times. */
export const randomRouteTables: fc.Arbitrary<readonly Part[]> = plans.chain((plan) => {
  const of = table(plan);
  const main = of("A3", "private", { main: true });
  return fc
    .tuple(
      tables(
        of("A1", "public", { subnets: ["a1"] }),
        of("A2", "private", { subnets: ["a2"] }),
        of("A4", "public", { subnets: ["a4"] }),
        of("B1", "public", { subnets: ["b1"] }),
      ),
      fc.oneof(tables(main, of("B2", "private", { main: true })), tables(main)),
      fc.oneof(tables(of("C", "public", { main: true })), NONE_OF_ALL),
    )
    .map((parts) => parts.flat());
});

const NONE_OF_ALL = fc.constant<readonly Part[]>([]);
