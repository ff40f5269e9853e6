import { expect, test } from "vitest";
import { EMPTY_NETWORK } from "../../engine";
import type { Diagram, Size } from "../document/diagram";
import { layoutOf } from "../scene/layout-of";
import { FIRST_SHAPE } from "./new-vpc";
import { added } from "./testing/adding";

const EMPTY: Diagram = { name: "", network: EMPTY_NETWORK, layout: { places: {}, groupColors: {} } };

/** VPCs as the wizard makes them, one after the other, in a canvas of this size. */
const vpcsIn = (canvas: Size, count: number) => {
  const add = (diagram: Diagram) => added(diagram, "vpc", [], FIRST_SHAPE, null, canvas).diagram;
  const diagram = Array.from({ length: count }).reduce<Diagram>(add, EMPTY);
  return layoutOf(diagram)
    .frames.filter(({ kind }) => kind === "vpc")
    .map(({ rect }) => rect);
};

test("a second VPC goes below the first in a narrow canvas, and beside it in a wide one", () => {
  const [first, below] = vpcsIn({ width: 760, height: 790 }, 2);
  expect(below?.x).toBe(first?.x);
  expect(below?.y).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0));
  const [left, beside] = vpcsIn({ width: 1600, height: 700 }, 2);
  expect(beside?.y).toBe(left?.y);
  expect(beside?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
});

test("four VPCs stand in two rows of two in a canvas that is little wider than high", () => {
  const rects = vpcsIn({ width: 1000, height: 800 }, 4);
  expect(new Set(rects.map(({ x }) => x)).size).toBe(2);
  expect(new Set(rects.map(({ y }) => y)).size).toBe(2);
});
