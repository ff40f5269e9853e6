import { describe, expect, test } from "vitest";
import { createEngine } from "../engine";
import type { Network } from "../model/network";
import { changesBetween } from "../model/network-changes";
import {
  ALLOW_ALL_ENTRIES,
  ANY_OUT,
  change,
  group,
  ipRange,
  natGateway,
  network,
  networkAcl,
  networkInterface,
  peering,
  routeTable,
  rules,
  subnet,
  vpc,
  wears,
} from "../testing/network-builder";
import { INTERNET, type TierId } from "./answer";
import { trafficLabel } from "./traffic-label";

const DRAWING = network(
  vpc("A", "10.0.0.0/16"),
  subnet("a", "A", "10.0.1.0/24"),
  group("web", "A", ["tcp 80 from 0.0.0.0/0", "tcp 22 from 203.0.113.0/24", ...ANY_OUT]),
  group("database", "A", ["tcp 5432 from sg:web"]),
  group("default", "A", ["all from sg:default", ...ANY_OUT]),
  networkInterface("w1", "a", "10.0.1.11", { groups: ["default", "web"], public: "198.51.100.11" }),
  networkInterface("w2", "a", "10.0.1.12", { groups: ["web", "default"] }),
  networkInterface("d1", "a", "10.0.1.13", { groups: ["database"] }),
  ipRange("office", "203.0.113.0/24"),
);

/** The database, open to the VPC, in a subnet of its own, whose ACL denies something. */
const apart = (denied: string) =>
  change(
    DRAWING,
    rules("database", ["all from 10.0.0.0/16"]),
    subnet("b", "A", "10.0.2.0/24"),
    networkInterface("d1", "b", "10.0.2.13", { groups: ["database"] }),
    networkAcl("b", "A", [denied, ...ALLOW_ALL_ENTRIES], { subnets: ["b"] }),
  );

const WEB = "vpc-A/sg-default+sg-web" as TierId;
const DATABASE = "vpc-A/sg-database" as TierId;
const OFFICE = "range-office" as TierId;

const pairIn = (drawn: Network, from: TierId, to: TierId) =>
  createEngine()
    .load(drawn)
    .tierPairs.find((pair) => pair.from === from && pair.to === to);

describe("tiers", () => {
  test("are the interfaces that wear the same groups, in whatever order, named with default last", () => {
    const { tiers } = createEngine().load(DRAWING);
    expect(tiers.map(({ tierId, name, networkInterfaceIds }) => [tierId, name, networkInterfaceIds])).toEqual(
      [
        [INTERNET, "Internet", []],
        [OFFICE, "office", []],
        [DATABASE, "database", ["eni-d1"]],
        [WEB, "web + default", ["eni-w1", "eni-w2"]],
      ],
    );
  });

  test("always have the Internet among them", () => {
    expect(createEngine().load(network()).tiers).toMatchObject([{ tierId: INTERNET, kind: "internet" }]);
  });
});

describe("a pair of tiers", () => {
  test("counts the pairs of interfaces that have a path, and is partial where not all have", () => {
    expect(pairIn(DRAWING, INTERNET, WEB)).toMatchObject({ pairs: 1, ofPairs: 2, partial: "pairs" });
    expect(pairIn(DRAWING, WEB, DATABASE)).toMatchObject({ pairs: 2, ofPairs: 2, partial: null });
  });

  test("from a tier to itself is about different interfaces", () => {
    expect(pairIn(DRAWING, WEB, WEB)).toMatchObject({ pairs: 2, ofPairs: 2 });
    expect(pairIn(DRAWING, DATABASE, DATABASE)).toBeUndefined();
  });

  test("is partial by addresses where a rule admits only some of an outside end", () => {
    const drawn = change(DRAWING, rules("web", ["tcp 22 from 203.0.113.0/25"]), wears("w2", ["database"]));
    expect(pairIn(drawn, OFFICE, WEB)).toMatchObject({ pairs: 1, ofPairs: 1, partial: "addresses" });
  });

  test("is specific where the receiver admits it by more than a rule for any address", () => {
    expect(pairIn(DRAWING, WEB, DATABASE)?.specific).toBe(true);
    expect(pairIn(DRAWING, OFFICE, WEB)?.specific).toBe(true);
    expect(pairIn(DRAWING, INTERNET, WEB)?.specific).toBe(false);
    expect(pairIn(DRAWING, DATABASE, WEB)).toBeUndefined();
    const open = change(DRAWING, rules("database", [...ANY_OUT]));
    expect(pairIn(open, DATABASE, WEB)?.specific).toBe(false);
  });

  test("of a named range says what it may beyond the Internet", () => {
    const beyond = pairIn(DRAWING, OFFICE, WEB)?.beyondInternet;
    expect(trafficLabel(beyond?.traffic ?? [])).toBe("TCP 22 · SSH");
    expect(beyond?.andAsInternet).toBe(true);
    const only = change(DRAWING, rules("web", ["tcp 22 from 203.0.113.0/24"]));
    expect(pairIn(only, OFFICE, WEB)?.beyondInternet?.andAsInternet).toBe(false);
    expect(pairIn(DRAWING, INTERNET, WEB)?.beyondInternet).toBeNull();
  });

  test("does not call all traffic what a network ACL denies a port of, or TCP", () => {
    const labelUnder = (denied: string) => trafficLabel(pairIn(apart(denied), WEB, DATABASE)?.traffic ?? []);
    expect(labelUnder("in 90 deny tcp 22 from 0.0.0.0/0")).toBe("All but TCP 22");
    expect(labelUnder("out 90 deny tcp 0-65535 to 0.0.0.0/0")).toBe("All but TCP");
  });

  test("names the rules of both ends that let something through", () => {
    const engine = createEngine();
    engine.load(DRAWING);
    expect(engine.tierPairRules(WEB, DATABASE)).toEqual({
      egressRules: ["sgr-default-out-1", "sgr-web-out-1"],
      ingressRules: ["sgr-database-in-1"],
    });
    expect(engine.tierPairRules(INTERNET, WEB)).toEqual({ egressRules: [], ingressRules: ["sgr-web-in-1"] });
    expect(engine.pairRules(INTERNET, "eni-w2" as never)).toEqual({ egressRules: [], ingressRules: [] });
    expect(engine.tierPairRules(WEB, "gone" as TierId)).toEqual({ egressRules: [], ingressRules: [] });
  });
});

describe("the difference in paths", () => {
  const difference = (before: Network, after: Network) => {
    const engine = createEngine();
    engine.load(before);
    engine.apply(changesBetween(before, after));
    return engine.settle();
  };

  test("counts a path that loses its last traffic as closed, and tells the tier as no longer exposed", () => {
    const closed = change(DRAWING, rules("web", ["tcp 22 from 203.0.113.0/24", ...ANY_OUT]));
    const delta = difference(DRAWING, closed);
    expect(delta).toMatchObject({
      opened: 0,
      closed: 1,
      widened: 0,
      narrowed: 1,
      exposed: [],
      unexposed: ["web + default"],
    });
    expect(delta.tierPairs[0]).toMatchObject({ fromName: "Internet", toName: "web + default", closed: 1 });
    expect(difference(closed, DRAWING)).toMatchObject({
      opened: 1,
      closed: 0,
      widened: 1,
      exposed: ["web + default"],
    });
  });

  test("counts paths whose senders show another address, when a rule comes to name that address", () => {
    const behind = network(
      vpc("A", "10.0.0.0/16"),
      vpc("B", "10.1.0.0/16"),
      subnet("a", "A", "10.0.1.0/24"),
      subnet("n", "A", "10.0.9.0/24"),
      subnet("b", "B", "10.1.1.0/24"),
      natGateway("n", "n", "10.0.9.250"),
      peering("AB", "A", "B"),
      routeTable("a", "A", ["10.1.0.0/16 -> nat:n"], { subnets: ["a"] }),
      routeTable("n", "A", ["10.1.0.0/16 -> pcx:AB"], { main: true }),
      routeTable("b", "B", ["10.0.0.0/16 -> pcx:AB"], { main: true }),
      group("client", "A", [...ANY_OUT]),
      group("server", "B", []),
      networkInterface("c", "a", "10.0.1.4", { groups: ["client"] }),
      networkInterface("s", "b", "10.1.1.5", { groups: ["server"] }),
    );
    const named = change(behind, rules("server", ["tcp 443 from 10.0.9.250/32"]));
    const engine = createEngine();
    engine.load(behind);
    expect(engine.apply(changesBetween(behind, named))).toMatchObject({ paths: 1 });
    expect(engine.settle()).toMatchObject({ opened: 1, closed: 0 });
    expect(difference(named, behind)).toMatchObject({ opened: 0, closed: 1 });
  });

  test("counts the paths of a VPC whose only route table goes to another VPC, so that its routes are not judged", () => {
    const routed = network(
      vpc("A", "10.0.0.0/16"),
      vpc("B", "10.2.0.0/16"),
      subnet("b", "B", "10.1.1.0/24"),
      subnet("d", "B", "10.1.2.0/24"),
      routeTable("only", "B", []),
      group("all", "B", ["all from ::/0", "all to ::/0"]),
      networkInterface("c", "b", "10.1.1.4", { groups: ["all"], ipv6: ["2600:1:1::4"] }),
      networkInterface("s", "d", "10.1.2.5", { groups: ["all"], ipv6: ["2600:1:1::5"] }),
    );
    const taken = change(routed, routeTable("only", "A", []));
    const engine = createEngine();
    expect(engine.load(routed)).toMatchObject({ paths: 0 });
    expect(createEngine().load(taken)).toMatchObject({ paths: 6 });
    expect(engine.apply(changesBetween(routed, taken))).toMatchObject({ paths: 6 });
  });

  test("counts more and other traffic as widened and narrowed, with what was added and removed", () => {
    const moved = change(DRAWING, rules("database", ["tcp 5433 from sg:web"]));
    const [pair] = difference(DRAWING, moved).tierPairs;
    expect(pair).toMatchObject({ opened: 0, closed: 0, widened: 2, narrowed: 2 });
    expect(trafficLabel(pair?.added ?? [])).toBe("TCP 5433");
    expect(trafficLabel(pair?.removed ?? [])).toBe("TCP 5432 · PostgreSQL");
  });

  test("tells of a path that is gone no more traffic than it had", () => {
    const open = apart("in 90 deny tcp 22 from 0.0.0.0/0");
    const [pair] = difference(open, change(open, rules("database", []))).tierPairs;
    expect(trafficLabel(pair?.removed ?? [])).toBe("All but TCP 22");
  });

  test("counts a port that opens to more of an end's addresses as widened", () => {
    const half = change(DRAWING, rules("web", ["tcp 22 from 203.0.113.0/25"]));
    const all = change(DRAWING, rules("web", ["tcp 22 from 203.0.113.0/24"]));
    expect(difference(half, all)).toMatchObject({ opened: 0, closed: 0, widened: 1, narrowed: 0 });
    expect(difference(all, half)).toMatchObject({ opened: 0, closed: 0, widened: 0, narrowed: 1 });
  });

  test("does not call a tier newly exposed that an exposed interface moves into", () => {
    const moved = change(DRAWING, wears("w1", ["web"]));
    expect(difference(DRAWING, moved)).toMatchObject({ exposed: [], unexposed: [] });
  });

  test("is nothing for edits that change no path", () => {
    const { "eni-d1": renamed } = DRAWING.networkInterfaces as Readonly<Record<string, object>>;
    const after = {
      ...DRAWING,
      networkInterfaces: { ...DRAWING.networkInterfaces, "eni-d1": { ...renamed, name: "new" } },
    };
    const engine = createEngine();
    engine.load(DRAWING);
    expect(engine.apply(changesBetween(DRAWING, after as Network))).toMatchObject({
      tiers: [],
      tierPairs: [],
      removedTierPairs: [],
    });
    expect(engine.settle()).toMatchObject({ opened: 0, closed: 0, widened: 0, narrowed: 0, tierPairs: [] });
  });
});

describe("changes between two networks", () => {
  test("are the records that are other objects, and null for those that are gone", () => {
    const after = change(DRAWING, rules("web", []), (before) => ({ ...before, ipRanges: {} }));
    expect(changesBetween(DRAWING, after)).toEqual({
      securityGroups: { "sg-web": after.securityGroups["sg-web" as never] },
      ipRanges: { "range-office": null },
    });
    expect(changesBetween(DRAWING, DRAWING)).toEqual({});
  });
});
