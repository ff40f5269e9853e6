import { describe, expect, test } from "vitest";
import { layoutOf } from "../scene/layout-of";
import { commandOfMove } from "./commit-move";
import { diagramOf } from "./testing/diagram";

const diagram = diagramOf();
const scene = { ...layoutOf(diagram), hulls: [], arrows: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };
const rectOf = (id: string) =>
  [...scene.frames, ...scene.cards].find((item) => item.id === id)?.rect ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
const inMiddle = (id: string) => {
  const { x, y, width, height } = rectOf(id);
  return { x: x + width / 2, y: y + height / 2 };
};
const dragTo = (id: string, pointer: { x: number; y: number }) => {
  const rect = rectOf(id);
  const moved = new Map([[id, { ...rect, x: pointer.x - 20, y: pointer.y - 20 }]]);
  const command = commandOfMove(diagram.network, scene, moved, pointer);
  return command.ok ? command.value.run(diagram) : command;
};

describe("letting go", () => {
  test("over another subnet moves an instance there, with an address of that subnet", () => {
    const result = dragTo("i-w1", inMiddle("subnet-b"));
    expect(result.ok && result.value.network.networkInterfaces).toMatchObject({
      "eni-w1": {
        subnetId: "subnet-b",
        privateIpAddresses: [{ privateIpAddress: expect.stringMatching(/^10\.0\.2\./) }],
      },
    });
  });
  test("in the same subnet only changes where it stands", () => {
    const result = dragTo("i-w1", inMiddle("subnet-a"));
    expect(result.ok && result.value.network).toBe(diagram.network);
    expect(result.ok && result.value.layout.places["i-w1"]).toBeDefined();
  });
  test("of an instance outside every subnet is refused with the reason", () => {
    expect(dragTo("i-w1", { x: -900, y: -900 })).toEqual({
      ok: false,
      error: "w1 lives in a subnet. Drop it inside one.",
    });
  });
  test("of a subnet outside its VPC is refused with the reason", () => {
    expect(dragTo("subnet-a", { x: -900, y: -900 })).toMatchObject({ ok: false });
  });
});
