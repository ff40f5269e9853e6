import { describe, expect, test } from "vitest";
import { createEngine } from "../engine";
import { recordsOf } from "../model/network";
import type { RouteTable } from "../model/route-table";
import { BASE_WORLD } from "../testing/base-world";
import {
  ANY_OUT,
  change,
  group,
  managedResource,
  networkInterface,
  type Part,
  peering,
  prefixList,
  routes,
  rules,
  vpcEndpoint,
} from "../testing/network-builder";
import { explain } from "./explain";
import { question } from "./names";
import { ask, codes, tcp } from "./testing/ask";

const C = "192.0.2.50";

describe("a prefix list whose entries are not told is said to be not judged", () => {
  const empty = prefixList("far", []);
  const full = prefixList("far", ["203.0.113.0/24"]);
  const isSaid = (question: Parameters<typeof ask>[0], ...parts: readonly Part[]): boolean =>
    ask(question, ...parts).notJudged.includes("prefixLists");

  test.each<[string, readonly Part[], boolean]>([
    ["is not there", [], true],
    ["has no entries", [empty], true],
    ["has some", [full], false],
  ])("where a route is for a list that %s", (_, parts, expected) => {
    const byList = routes("priv", ["0.0.0.0/0 -> nat:n1", "pl:far -> other:vgw-1"]);
    expect(isSaid(tcp("a1", C, 443), byList, ...parts)).toBe(expected);
    expect(isSaid(tcp("w1", C, 443), byList, ...parts)).toBe(false);
    const nothingElse = routes("priv", ["pl:far -> nat:n1"]);
    expect(isSaid(tcp("a1", C, 443), nothingElse, ...parts)).toBe(expected);
  });

  test("where packets stay in the VPC, unless the list is that of a gateway endpoint", () => {
    expect(isSaid(tcp("a1", "w1", 443), routes("priv", ["pl:far -> eni:x1"]))).toBe(true);
    const endpoint = [vpcEndpoint("far", "A", "gateway"), routes("priv", ["pl:far -> vpce:far"])];
    expect(isSaid(tcp("a1", "w1", 443), ...endpoint)).toBe(false);
    expect(isSaid(tcp("a1", C, 443), ...endpoint)).toBe(true);
  });

  test("where a rule of an end names it, for such packets and in that direction", () => {
    const named = rules("web", ["tcp 443 from pl:far", ...ANY_OUT]);
    expect(isSaid(tcp("x1", "w2", 443), named)).toBe(true);
    expect(isSaid(tcp("x1", "w2", 443), named, empty)).toBe(true);
    expect(isSaid(tcp("x1", "w2", 443), named, full)).toBe(false);
    expect(isSaid(tcp("x1", "w2", 80), named)).toBe(false);
    expect(isSaid(tcp("w2", "x1", 443), named)).toBe(false);
    expect(isSaid(tcp("w2", C, 443), rules("web", ["tcp 443 to pl:far"]))).toBe(true);
  });

  test("where a rule of an appliance on the way names it", () => {
    const inspected = [
      group("f", "A", ["all from pl:far", ...ANY_OUT]),
      networkInterface("f1", "ia", "10.0.21.9", { groups: ["f"], sourceDestCheck: false }),
      routes("pub", ["10.0.11.0/24 -> eni:f1"]),
    ];
    expect(isSaid(tcp("w1", "dw", 5432), ...inspected)).toBe(true);
    expect(isSaid(tcp("w1", "dw", 5432), ...inspected, full)).toBe(false);
  });

  test("for all paths together wherever a rule or a route names it", () => {
    const isTold = (...parts: readonly Part[]): boolean =>
      createEngine()
        .load(change(BASE_WORLD, ...parts))
        .coverage.notJudged.includes("prefixLists");
    const inRule = rules("none", ["tcp 443 from pl:far"]);
    const inRoute = routes("priv", ["pl:far -> nat:n1"]);
    expect([isTold(), isTold(empty)]).toEqual([false, false]);
    expect([isTold(inRule), isTold(inRule, empty), isTold(inRule, full)]).toEqual([true, true, false]);
    expect([isTold(inRoute), isTold(inRoute, empty), isTold(inRoute, full)]).toEqual([true, true, false]);
  });
});

describe("what is taken for granted is said", () => {
  const natInstance = [
    networkInterface("f1", "pa", "10.0.1.9", {
      public: "198.51.100.9",
      groups: ["outonly"],
      sourceDestCheck: false,
    }),
    group("outonly", "A", ["all from 10.0.0.0/16", ...ANY_OUT]),
    routes("priv", ["0.0.0.0/0 -> eni:f1"]),
  ];
  const overall = (...parts: readonly Part[]) =>
    createEngine().load(change(BASE_WORLD, ...parts)).coverage.assumptions;

  test("of an appliance, that it does not translate", () => {
    const answer = ask(tcp("a1", C, 443), ...natInstance);
    expect(codes(answer)).toContain("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS eni-a1");
    expect(answer.assumptions).toContain("appliancesForwardAsIs");
    expect(ask(tcp("w1", C, 443), ...natInstance).assumptions).not.toContain("appliancesForwardAsIs");
    expect(overall(...natInstance)).toContain("appliancesForwardAsIs");
    expect(overall()).not.toContain("appliancesForwardAsIs");
  });

  test("of a function, that its interface can be called", () => {
    const called = [
      managedResource("f", "lambdaFunction"),
      networkInterface("fn", "ra", "10.0.11.60", { groups: ["web"], attachedTo: { managedResource: "f" } }),
    ];
    expect(ask(tcp("w1", "fn", 80), ...called).assumptions).toContain("functionsReceive");
    expect(ask(tcp("fn", "w1", 80), ...called).assumptions).not.toContain("functionsReceive");
    expect(overall(...called)).toContain("functionsReceive");
    expect(overall()).not.toContain("functionsReceive");
  });
});

test("a VPC without route tables is said to be not judged where no route leads on", () => {
  const peered = [
    peering("AB", "A", "B"),
    networkInterface("b1", "xb", "10.1.1.5", { groups: ["B-default"] }),
  ];
  const untold = { ...change(BASE_WORLD, ...peered), routeTables: {} };
  const asked = question(untold, tcp("w1", "b1", 80));
  const answer = asked.ok ? explain(untold, asked.value) : null;
  expect(answer?.verdict).toBe("blocked");
  expect(answer?.notJudged).toContain("routeTables");
});

test("a route table of what comes in by a gateway is said to be not judged where packets come in by it", () => {
  const edge: Part = (before) => {
    const table = { ...recordsOf<RouteTable>(before.routeTables)[0], gatewayIds: ["igw-A"] };
    return { ...before, routeTables: { ...before.routeTables, [table.routeTableId ?? ""]: table } };
  };
  const isSaid = (from: string, to: string, ...parts: readonly Part[]): boolean =>
    ask(tcp(from, to, 80), ...parts).notJudged.includes("edgeRouteTables");
  expect([isSaid(C, "198.51.100.11", edge), isSaid("w1", C, edge)]).toEqual([true, true]);
  expect([isSaid("w1", "w2", edge), isSaid(C, "198.51.100.11")]).toEqual([false, false]);
  const overall = (...parts: readonly Part[]) =>
    createEngine().load(change(BASE_WORLD, ...parts)).coverage.notJudged;
  expect([overall(edge).includes("edgeRouteTables"), overall().includes("edgeRouteTables")]).toEqual([
    true,
    false,
  ]);
});
