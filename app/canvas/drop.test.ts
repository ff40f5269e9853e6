import { describe, expect, test } from "vitest";
import { layoutOf } from "../scene/layout-of";
import { inside, onGrid, under } from "./drop";
import { diagramOf } from "./testing/diagram";

const layout = layoutOf(diagramOf());
const scene = { ...layout, hulls: [], arrows: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };
const card = scene.cards.find(({ id }) => id === "i-w1");
const centre = { x: (card?.rect.x ?? 0) + 104, y: (card?.rect.y ?? 0) + 64 };

describe("what lies under the pointer", () => {
  test("is the card, its row, and the frames around it", () => {
    expect(under(scene, centre)).toEqual({
      cardId: "i-w1",
      networkInterfaceId: "eni-w1",
      subnetId: "subnet-a",
      vpcId: "vpc-A",
    });
  });
  test("is not what is being dragged itself", () => {
    expect(under(scene, centre, new Set(["i-w1"]))).toMatchObject({ cardId: null, subnetId: "subnet-a" });
  });
  test("is nothing outside of everything", () => {
    expect(under(scene, { x: -5000, y: 0 })).toEqual({
      cardId: null,
      networkInterfaceId: null,
      subnetId: null,
      vpcId: null,
    });
  });
});

describe("a position", () => {
  test("is put on the 4 px grid", () => {
    expect(onGrid({ x: 13, y: 18 })).toEqual({ x: 12, y: 20 });
  });
  test("in a frame is relative to it and clear of its title", () => {
    const frame = { x: 100, y: 100, width: 400, height: 300 };
    expect(inside(frame, { x: 180, y: 110 }, { x: 12, y: 36 })).toEqual({ x: 80, y: 36 });
  });
});
