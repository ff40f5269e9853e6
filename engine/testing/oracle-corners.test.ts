import { expect, test } from "vitest";
import { explain } from "../analysis/explain";
import { BASE_WORLD, PUBLIC_ROUTES } from "./base-world";
import {
  ANY_OUT,
  change,
  group,
  networkAcl,
  networkInterface,
  type Part,
  peering,
  routes,
  rules,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
} from "./network-builder";
import { judge } from "./oracle";
import { plainAddress } from "./oracle-address";

/** What both the engine and the evaluation by hand say of a TCP packet between two typed addresses. */
const verdicts = (from: string, to: string, port: number, ...parts: readonly Part[]) => {
  const network = change(BASE_WORLD, ...parts);
  const probe = { protocol: 6, port };
  const typed = (address: string) => [{ kind: "address", address } as const];
  const { verdict } = explain(network, { from: typed(from), to: typed(to), packet: probe });
  const ends = { source: plainAddress(from), destination: plainAddress(to) };
  return { explained: verdict, byHand: judge(network, { ...ends, ...probe }).verdict };
};

const both = (verdict: "allowed" | "blocked" | "partial") => ({ explained: verdict, byHand: verdict });

const noRepliesIn = networkAcl(
  "ra",
  "A",
  ["in 100 allow tcp 80 from 0.0.0.0/0", "out 100 allow all to 0.0.0.0/0"],
  {
    subnets: ["ra"],
  },
);

test("a unique local IPv6 address neither leaves for the Internet nor is reached from there", () => {
  const unique = networkInterface("u", "pa", "10.0.1.60", { groups: ["web"], ipv6: ["fd12:3456::60"] });
  const open = [rules("web", ["tcp 80 from ::/0", ...ANY_OUT]), unique];
  expect(verdicts("fd12:3456::60", "2001:db8:ffff::50", 80, ...open)).toEqual(both("blocked"));
  expect(verdicts("2001:db8:ffff::50", "fd12:3456::60", 80, ...open)).toEqual(both("blocked"));
  expect(verdicts("2001:db8:ffff::50", "2001:db8:a:1::11", 80, ...open)).toEqual(both("allowed"));
});

test("the ACL of a transit gateway attachment's subnet judges what goes in and what comes out", () => {
  const joined = (acl: readonly string[], attached: string): readonly Part[] => [
    subnet("tb", "B", "10.1.31.0/28"),
    networkAcl("tb", "B", acl, { subnets: [attached] }),
    transitGateway("t"),
    transitGatewayAttachment("A", "t", "A", ["pa"], { table: "t" }),
    transitGatewayAttachment("B", "t", "B", [attached], { table: "t" }),
    transitGatewayRouteTable("t", "t", [], ["A", "B"]),
    routes("pub", [...PUBLIC_ROUTES, "10.1.0.0/16 -> tgw:t"]),
    routes("B", ["10.0.0.0/16 -> tgw:t"]),
    group("gb", "B", ["all from 0.0.0.0/0", ...ANY_OUT]),
    networkInterface("b1", "xb", "10.1.1.5", { groups: ["gb"] }),
  ];
  const [request, reply] = ["tcp 80 to 10.1.1.0/24", "tcp 1024-65535 from 10.1.0.0/16"];
  const there = (acl: readonly string[], attached = "tb") =>
    verdicts("10.0.1.11", "10.1.1.5", 80, ...joined(acl, attached));
  expect(there([])).toEqual(both("blocked"));
  expect(there([`out 100 allow ${request}`])).toEqual(both("blocked"));
  expect(there([`in 100 allow ${reply}`])).toEqual(both("blocked"));
  expect(there([`out 100 allow ${request}`, `in 100 allow ${reply}`])).toEqual(both("allowed"));
  const replies = [
    "in 100 allow tcp 1024-65535 from 10.1.1.5/32",
    "out 100 allow tcp 1024-65535 to 10.0.0.0/16",
  ];
  expect(there(replies, "xb")).toEqual(both("allowed"));
  expect(there(replies.slice(1), "xb")).toEqual(both("blocked"));
});

test("a reply that reaches the NAT gateway still has to get into the subnet behind it", () => {
  expect(verdicts("10.0.11.21", "198.51.100.12", 80)).toEqual(both("allowed"));
  expect(verdicts("10.0.11.21", "198.51.100.12", 80, noRepliesIn)).toEqual(both("blocked"));
});

const overNatToPeer = (rule: string): readonly Part[] => [
  peering("AB", "A", "B"),
  routes("priv", ["10.1.0.0/16 -> nat:n1"]),
  routes("pub", [...PUBLIC_ROUTES, "10.1.0.0/16 -> pcx:AB"]),
  routes("B", ["10.0.0.0/16 -> pcx:AB"]),
  group("gb", "B", [rule, ...ANY_OUT]),
  networkInterface("b1", "xb", "10.1.1.5", { groups: ["gb"] }),
];

test("a NAT gateway on the way to a peer hides the sender's groups and shows its own address", () => {
  const asked = ["10.0.11.21", "10.1.1.5", 5432] as const;
  expect(verdicts(...asked, ...overNatToPeer("tcp 5432 from sg:app"))).toEqual(both("blocked"));
  expect(verdicts(...asked, ...overNatToPeer("tcp 5432 from 10.0.11.21/32"))).toEqual(both("blocked"));
  expect(verdicts(...asked, ...overNatToPeer("tcp 5432 from 10.0.1.250/32"))).toEqual(both("allowed"));
});

test("an appliance that a reply alone goes through judges it as a packet, port by port", () => {
  const inspected = (rule: string): readonly Part[] => [
    rules("dbw", ["tcp 5432 from 10.0.1.0/24", ...ANY_OUT]),
    group("f", "A", [rule, ...ANY_OUT]),
    networkInterface("f1", "ia", "10.0.21.9", { groups: ["f"], sourceDestCheck: false }),
    routes("priv", ["10.0.1.0/24 -> eni:f1"]),
  ];
  const asked = ["10.0.1.11", "10.0.11.41", 5432] as const;
  expect(verdicts(...asked, ...inspected("tcp 1024-65535 from 10.0.11.0/24"))).toEqual(both("allowed"));
  expect(verdicts(...asked, ...inspected("tcp 1024-40000 from 10.0.11.0/24"))).toEqual(both("partial"));
  expect(verdicts(...asked, ...inspected("tcp 5432 from 10.0.12.0/24"))).toEqual(both("blocked"));
});

test("a VPC's gateways serve what starts in it, and not what a peer or a transit gateway brings", () => {
  const throughA: readonly Part[] = [
    peering("AB", "A", "B"),
    routes("B", ["0.0.0.0/0 -> pcx:AB"]),
    group("gb", "B", [...ANY_OUT]),
    networkInterface("b1", "xb", "10.1.1.5", { public: "198.51.100.71", groups: ["gb"] }),
  ];
  expect(verdicts("10.1.1.5", "192.0.2.50", 443, ...throughA)).toEqual(both("blocked"));
});

/** VPC B goes out by the NAT gateway of VPC A. */
const centralEgress = (...back: readonly string[]): readonly Part[] => [
  transitGateway("t"),
  transitGatewayAttachment("A", "t", "A", ["ra"], { table: "t" }),
  transitGatewayAttachment("B", "t", "B", ["xb"], { table: "t" }),
  transitGatewayRouteTable("t", "t", ["0.0.0.0/0 -> A"], ["A", "B"]),
  routes("pub", [...PUBLIC_ROUTES, ...back]),
  routes("B", ["0.0.0.0/0 -> tgw:t"]),
  group("gb", "B", [...ANY_OUT]),
  networkInterface("b1", "xb", "10.1.1.5", { groups: ["gb"] }),
];

test("a NAT gateway answers another VPC only where its subnet's routes lead back there", () => {
  const asked = ["10.1.1.5", "192.0.2.50", 443] as const;
  expect(verdicts(...asked, ...centralEgress("10.1.0.0/16 -> tgw:t"))).toEqual(both("allowed"));
  expect(verdicts(...asked, ...centralEgress())).toEqual(both("blocked"));
});

test("a transit gateway keeps to the zone that a packet came from, in whatever order an attachment lists its subnets", () => {
  const zoned = (...attached: readonly string[]): readonly Part[] => [
    ...centralEgress("10.1.0.0/16 -> tgw:t"),
    subnet("tb", "A", "10.0.31.0/28", null, "us-east-1b"),
    transitGatewayAttachment("A", "t", "A", attached, { table: "t" }),
  ];
  const asked = ["10.1.1.5", "192.0.2.50", 443] as const;
  expect(verdicts(...asked, ...zoned("ra", "tb"))).toEqual(both("allowed"));
  expect(verdicts(...asked, ...zoned("tb", "ra"))).toEqual(both("allowed"));
  expect(verdicts(...asked, ...zoned("tb"))).toEqual(both("blocked"));
});

test("an appliance on the way back from a NAT gateway knows the flow if the request came by it", () => {
  const inspected: readonly Part[] = [
    group("f", "A", ["tcp 443 from 10.0.0.0/16", ...ANY_OUT]),
    networkInterface("f1", "ia", "10.0.21.9", { groups: ["f"], sourceDestCheck: false }),
    routes("main", ["0.0.0.0/0 -> nat:n1"]),
    routes("pub", [...PUBLIC_ROUTES, "10.0.11.0/24 -> eni:f1"]),
  ];
  const asked = ["10.0.11.21", "192.0.2.50", 443] as const;
  const throughIt = routes("priv", ["0.0.0.0/0 -> eni:f1"]);
  expect(verdicts(...asked, ...inspected, throughIt)).toEqual(both("allowed"));
  expect(verdicts(...asked, ...inspected)).toEqual(both("blocked"));
});
