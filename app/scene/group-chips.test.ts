import { describe, expect, it } from "vitest";
import { chipsOf, GROUP_COLORS } from "./group-chips";
import { diagramOf } from "./testing/designs";

const labelsOf = (...groups: readonly string[]): readonly string[] => {
  const { network, layout } = diagramOf({ name: "chips", groups, subnets: [], pairs: [] });
  return [...chipsOf(network, layout).values()].map(({ label }) => label);
};

describe("chips", () => {
  it("are labelled with the first letters of the words", () => {
    expect(labelsOf("web-server", "database-postgresql", "launch-wizard-1", "app")).toEqual([
      "WS",
      "DP",
      "LW1",
      "A",
    ]);
  });

  it("keep D for the default group", () => {
    expect(labelsOf("database", "default")).toEqual(["DA", "D"]);
  });

  it("differ within a VPC, and have three letters at most", () => {
    const labels = labelsOf(
      ...Array.from({ length: 40 }, (_, index) => `group-${index % 2}${" ".repeat(index)}x`),
    );
    expect(new Set(labels).size).toBe(40);
    expect(labels.every((label) => label.length >= 1 && label.length <= 3)).toBe(true);
  });

  it("have a colour each, of a palette that repeats", () => {
    const { network, layout } = diagramOf({ name: "", groups: ["a", "b"], subnets: [], pairs: [] });
    const chips = chipsOf(network, { ...layout, groupColors: { "sg-a": GROUP_COLORS + 3 } });
    expect([...chips.values()].map(({ color }) => color)).toEqual([3, 1]);
  });
});
