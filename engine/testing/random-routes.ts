/** Random route tables: the ways out and across that a person would make, and some that lead nowhere. */
import fc from "fast-check";
import { type Part, routeTable } from "./network-builder";

const out = (name: string): readonly (readonly string[])[] => {
  const open = [`0.0.0.0/0 -> igw:${name}`, `::/0 -> igw:${name}`];
  return [
    open,
    open,
    open,
    open,
    [`0.0.0.0/0 -> nat:${name}`, `::/0 -> eigw:${name}`],
    [`0.0.0.0/0 -> nat:${name}`, `::/0 -> eigw:${name}`],
    ["0.0.0.0/0 -> tgw:t", "::/0 -> tgw:t"],
    [],
  ];
};

/** How one VPC leads to another, by either's name. */
const across = (one: string, other: string): readonly (readonly string[])[] => {
  const blocks: Readonly<Record<string, readonly string[]>> = {
    A: ["10.0.0.0/16", "2001:db8:a::/56"],
    B: ["10.1.0.0/16", "2001:db8:b::/56"],
    C: ["10.2.0.0/16", "2001:db8:c::/56"],
  };
  const to = (target: string, flag = "") =>
    (blocks[other] ?? []).map((cidr) => `${cidr} -> ${target}${flag}`);
  const link = `pcx:${[one, other].sort().join("")}`;
  return [
    ...[to(link), to(link), to(link), to("tgw:t"), to("tgw:t"), to("tgw:t")],
    ...[to("tgw:t", " propagated"), to("pcx:AB"), []],
  ];
};

/** For VPC A, where the appliance, the endpoint and the NAT gateway of most of these are. */
const ASTRAY_IN_A = [
  "pl:s3 -> vpce:s3",
  "pl:s3 -> vpce:s3",
  "pl:v6 -> vpce:s3",
  "52.216.0.0/16 -> igw:A",
  "10.0.1.0/24 -> eni:f1",
  "100.64.3.0/24 -> eni:f1",
  "10.0.2.0/24 -> i:f1",
  "2001:db8:a:3::/64 -> i:f1",
  "10.1.1.0/24 -> eni:f1",
  "203.0.113.128/25 -> eni:f1",
  "203.0.113.64/26 -> nat:A",
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

/** A static and a propagated route may have one destination; two static ones may not. */
const key = (route: string): string => `${route.split(" ")[0]} ${route.endsWith("propagated")}`;

const withoutDoubles = (routes: readonly string[]): readonly string[] => [
  ...new Map([...routes].reverse().map((route) => [key(route), route])).values(),
];

const routesOf = (name: string, others: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc
    .tuple(
      fc.constantFrom(...out(name)),
      ...others.map((other) => fc.constantFrom(...across(name, other))),
      fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...ASTRAY), { maxLength: 2 }) },
      ),
      name === "A"
        ? fc.uniqueArray(fc.constantFrom(...ASTRAY_IN_A), { maxLength: 3 })
        : fc.constant<readonly string[]>([]),
    )
    .map((parts) => withoutDoubles(parts.flat()));

const table = (
  name: string,
  vpcName: string,
  options: Readonly<{ main?: boolean; subnets?: readonly string[] }>,
): fc.Arbitrary<Part> =>
  routesOf(
    vpcName,
    ["A", "B", "C"].filter((other) => other !== vpcName),
  ).map((routes) => routeTable(name, vpcName, routes, options));

const tables = (...all: readonly fc.Arbitrary<Part>[]): fc.Arbitrary<readonly Part[]> => fc.tuple(...all);

/** Subnets a3 and b2 have the main table, where there is one; VPC C has no table at all at times. */
export const randomRouteTables: fc.Arbitrary<readonly Part[]> = fc
  .tuple(
    tables(
      table("A1", "A", { subnets: ["a1"] }),
      table("A2", "A", { subnets: ["a2"] }),
      table("B1", "B", { subnets: ["b1"] }),
    ),
    fc.oneof(
      { weight: 5, arbitrary: tables(table("A3", "A", { main: true }), table("B2", "B", { main: true })) },
      { weight: 1, arbitrary: tables(table("A3", "A", { main: true })) },
    ),
    fc.oneof(
      { weight: 2, arbitrary: tables(table("C", "C", { main: true })) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
  )
  .map((parts) => parts.flat());
