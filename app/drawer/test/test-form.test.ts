import { describe, expect, test } from "vitest";
import { createEngine } from "../../../engine";
import {
  change,
  group,
  ipRange,
  network,
  networkInterface,
  subnet,
  vpc,
} from "../../../engine/testing/network-builder";
import { EMPTY_DIAGRAM } from "../../document/diagram";
import { EMPTY_TEST_FORM, NO_ANALYSIS } from "../../store/initial-state";
import { type Selection, tierPairKey } from "../../store/state";
import { endOfText, endOptions, endsLike, textOfEnd } from "./end-options";
import { prefilled } from "./prefill";
import { withField, withService } from "./test-services";

const shop = network(
  vpc("shop", "10.0.0.0/16"),
  subnet("a", "shop", "10.0.1.0/24"),
  group("web", "shop", ["tcp 8080 from sg:web", "all from sg:both"]),
  group("both", "shop", ["tcp 443 from 0.0.0.0/0", "all to 0.0.0.0/0"]),
  networkInterface("w1", "a", "10.0.1.11", { public: "198.51.100.11", groups: ["both"] }),
  networkInterface("w2", "a", "10.0.1.12", { groups: ["web", "both"] }),
  networkInterface("w10", "a", "10.0.1.20", { groups: ["web", "both"] }),
  networkInterface("d1", "a", "10.0.1.21", { groups: ["web"], attachedTo: { database: "orders" } }),
  ipRange("Office", "203.0.113.0/24"),
);

const options = endOptions(shop);

describe("the ends that the form offers", () => {
  test("are what lies outside, interfaces and groups, in a natural order", () => {
    expect(options.map(({ label, options: all }) => [label, ...all.map(({ text }) => text)])).toEqual([
      ["Outside", "Internet", "Office · 203.0.113.0/24"],
      ["Interfaces", "orders · 10.0.1.21", "w1 · 10.0.1.11", "w2 · 10.0.1.12", "w10 · 10.0.1.20"],
      ["Security groups", "both · security group", "web · security group"],
    ]);
  });

  test("name an interface with its owner where that has several", () => {
    const two = change(
      shop,
      networkInterface("w1b", "a", "10.0.1.13", { groups: ["web"], attachedTo: "w1", deviceIndex: 1 }),
    );
    const texts = endOptions(two).flatMap(({ options: all }) => all.map(({ text }) => text));
    expect(texts).toContain("w1 · w1 · 10.0.1.11");
    expect(texts).toContain("w1 · w1b · 10.0.1.13");
    expect(texts).toContain("w2 · 10.0.1.12");
  });

  test("stand for ids, so that a renamed thing is still the one that was chosen", () => {
    expect(endOfText(options, "w1 · 10.0.1.11")).toBe("eni-w1");
    expect(textOfEnd(options, "eni-w1")).toBe("w1 · 10.0.1.11");
  });

  test("may be typed as any name or address", () => {
    expect(endOfText(options, "203.0.113.7")).toBe("203.0.113.7");
    expect(textOfEnd(options, "203.0.113.7")).toBe("203.0.113.7");
  });

  test("are found by a part of their text", () => {
    const like = (part: string) => endsLike(options, part).map(({ end }) => end);
    expect(like("inter")).toEqual(["internet"]);
    expect(like(" ORDERS ")).toEqual(["eni-d1"]);
    expect(like("w1")).toEqual(["eni-w1", "eni-w10"]);
    expect(like("nobody")).toEqual([]);
  });

  test("are told apart by their ids where all else is the same", () => {
    const twice = network(vpc("shop", "10.0.0.0/16"), ipRange("Office", "203.0.113.0/24"), (before) => ({
      ...before,
      ipRanges: {
        ...before.ipRanges,
        again: { ipRangeId: "again" as never, name: "Office", cidrBlocks: ["203.0.113.0/24"] },
      },
    }));
    const [outside] = endOptions(twice);
    expect(new Set(outside?.options.map(({ text }) => text)).size).toBe(3);
  });
});

describe("the service", () => {
  test("fills in protocol and port", () => {
    expect(withService(EMPTY_TEST_FORM, "postgresql")).toMatchObject({ protocol: "tcp", port: "5432" });
    expect(withService(EMPTY_TEST_FORM, "ping-icmp")).toMatchObject({ protocol: "icmp", icmpType: "8" });
  });

  test("keeps the fields when it is custom", () => {
    expect(withService(EMPTY_TEST_FORM, "custom")).toEqual({ ...EMPTY_TEST_FORM, type: "custom" });
  });

  test("follows from the fields", () => {
    expect(withField(EMPTY_TEST_FORM, { port: "443" }).type).toBe("https");
    expect(withField(EMPTY_TEST_FORM, { port: "8080" }).type).toBe("custom");
    expect(withField(EMPTY_TEST_FORM, { protocol: "udp" }).type).toBe("custom");
  });
});

describe("an empty form", () => {
  const { tiers, tierPairs } = createEngine().load(shop);
  const analysis = {
    ...NO_ANALYSIS,
    tiers: new Map(tiers.map((tier) => [tier.tierId, tier])),
    tierPairs: new Map(tierPairs.map((pair) => [tierPairKey(pair.from, pair.to), pair])),
  };
  const diagram = { ...EMPTY_DIAGRAM, network: shop };
  const filled = (selection: Selection, testForm = EMPTY_TEST_FORM) =>
    prefilled({ diagram, analysis, selection, testForm });
  const tierNamed = (name: string) => {
    const tier = tiers.find((each) => each.name === name);
    if (tier === undefined) throw new Error(`There is no tier ${name}`);
    return tier.tierId;
  };

  test("takes the selected interface as its source, a database as its destination", () => {
    expect(filled({ kind: "elements", ids: ["eni-w1"] })).toMatchObject({ from: "eni-w1", to: "" });
    expect(filled({ kind: "elements", ids: ["i-w2"] })).toMatchObject({ from: "eni-w2", to: "" });
    expect(filled({ kind: "elements", ids: ["db-orders"] })).toMatchObject({ from: "", to: "eni-d1" });
  });

  test("takes a selected arrow with its first port", () => {
    const arrow = { kind: "tierPair", from: tierNamed("Internet"), to: tierNamed("both") } as const;
    expect(filled(arrow)).toMatchObject({ from: "internet", to: "eni-w1", port: "443", type: "https" });
  });

  test("takes nothing from several elements, subnets or nothing", () => {
    expect(filled({ kind: "elements", ids: ["eni-w1", "eni-w2"] })).toBeNull();
    expect(filled({ kind: "elements", ids: ["subnet-a"] })).toBeNull();
    expect(filled({ kind: "none" })).toBeNull();
  });

  test("is the only one that is filled", () => {
    const typed = { ...EMPTY_TEST_FORM, to: "orders" };
    expect(filled({ kind: "elements", ids: ["eni-w1"] }, typed)).toBeNull();
  });
});
