import { describe, expect, test } from "vitest";
import { createEngine } from "../engine";
import { asId } from "../model/id";
import { ANY_OUT, change, group, ipRange, networkInterface, vpcEndpoint } from "../testing/network-builder";
import { drawing, inGroup, inPublic, passes } from "./testing/what-passes";

describe("an end outside", () => {
  const web = (...texts: readonly string[]) => [
    group("web", "A", [...texts, ...ANY_OUT]),
    inPublic("w", "10.0.1.10", "198.51.100.10", "web"),
  ];

  test("has a port partly where a rule admits only some of its addresses", () => {
    const drawn = drawing(...web("tcp 22 from 203.0.113.0/25"), ipRange("office", "203.0.113.0/24"));
    expect(passes(drawn, "range-office", "w")).toBe("some TCP 22 · SSH");
    const halves = drawing(
      ...web("tcp 22 from 203.0.113.0/25", "tcp 22 from 203.0.113.128/25"),
      ipRange("office", "203.0.113.0/24"),
    );
    expect(passes(halves, "range-office", "w")).toBe("TCP 22 · SSH");
  });

  test("called Internet is what no range on the canvas covers", () => {
    const alone = drawing(...web("tcp 22 from 203.0.113.0/24"));
    expect(passes(alone, "internet", "w")).toBe("some TCP 22 · SSH");
    expect(passes(change(alone, ipRange("office", "203.0.113.0/24")), "internet", "w")).toBe("nothing");
  });

  test("has no path where its addresses are private, or those of a VPC", () => {
    const drawn = drawing(
      ...web("tcp 22 from 0.0.0.0/0"),
      ipRange("lan", "192.168.0.0/16"),
      ipRange("own", "10.0.1.0/24"),
    );
    expect([passes(drawn, "range-lan", "w"), passes(drawn, "range-own", "w")]).toEqual([
      "nothing",
      "nothing",
    ]);
    expect(passes(drawn, "w", "range-lan")).toBe("nothing");
  });

  test("is never paired with another one outside", () => {
    const drawn = drawing(...web("all from 0.0.0.0/0"), ipRange("office", "203.0.113.0/24"));
    expect(passes(drawn, "internet", "range-office")).toBe("nothing");
  });
});

describe("an interface", () => {
  test("that is attached to nothing sends and receives nothing", () => {
    const drawn = drawing(
      group("x", "A", ["all from 0.0.0.0/0", ...ANY_OUT]),
      networkInterface("spare", "a", "10.0.1.10", { groups: ["x"], attachedTo: null }),
      inGroup("used", "10.0.1.11", "x"),
    );
    expect([passes(drawn, "spare", "used"), passes(drawn, "used", "spare")]).toEqual(["nothing", "nothing"]);
  });

  test("of an interface endpoint is reached and reaches nobody, in traffic as in highlights", () => {
    const drawn = drawing(
      group("x", "A", ["all from 0.0.0.0/0", ...ANY_OUT]),
      vpcEndpoint("sts", "A", "interface"),
      networkInterface("door", "a", "10.0.1.10", { groups: ["x"], attachedTo: { vpcEndpoint: "sts" } }),
      inGroup("used", "10.0.1.11", "x"),
    );
    expect([passes(drawn, "used", "door"), passes(drawn, "door", "used")]).toEqual([
      "All traffic",
      "nothing",
    ]);
    const engine = createEngine();
    engine.load(drawn);
    const used = asId<"networkInterface">("eni-used");
    const { ends, pairs } = engine.interfacePairs({ kind: "ends", ends: [used], traffic: false });
    const isDoor = (number: number | undefined) => ends[number ?? -1] === "eni-door";
    expect(pairs.filter((_, at) => at % 3 === 0).some(isDoor)).toBe(false);
    expect(pairs.filter((_, at) => at % 3 === 1).some(isDoor)).toBe(true);
  });

  test("in another VPC is not found at its private address", () => {
    const drawn = drawing(
      group("x", "A", ["all from 0.0.0.0/0", ...ANY_OUT]),
      inGroup("here", "10.0.1.10", "x"),
      networkInterface("there", "b", "10.1.1.10", { groups: ["x"] }),
    );
    expect(passes(drawn, "here", "there")).toBe("nothing");
  });
});
