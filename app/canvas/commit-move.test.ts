import { describe, expect, test } from "vitest";
import { interfacesOf, recordsOf } from "../../engine";
import type { Diagram } from "../document/diagram";
import { layoutOf } from "../scene/layout-of";
import type { Scene } from "../scene/scene";
import { commandOfMove } from "./commit-move";
import { added } from "./testing/adding";
import { diagramOf } from "./testing/diagram";

const diagram = diagramOf();
const scene = { ...layoutOf(diagram), hulls: [], arrows: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };
const rectOf = (
  id: string,
  { frames, cards, outsides }: Pick<Scene, "frames" | "cards" | "outsides"> = scene,
) =>
  [...frames, ...cards, ...outsides].find((item) => item.id === id)?.rect ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
const inMiddle = (id: string, before = diagram) => {
  const { x, y, width, height } = rectOf(id, layoutOf(before));
  return { x: x + width / 2, y: y + height / 2 };
};
const dragIn = (before: Diagram, id: string, pointer: { x: number; y: number }) => {
  const whole = { ...scene, ...layoutOf(before) };
  const moved = new Map([[id, { ...rectOf(id, whole), x: pointer.x - 20, y: pointer.y - 20 }]]);
  const command = commandOfMove(before.network, whole, moved, pointer);
  return command.ok ? command.value.run(before) : command;
};
const dragTo = (id: string, pointer: { x: number; y: number }) => dragIn(diagram, id, pointer);

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

describe("letting go of a service", () => {
  const { diagram: withCluster, id } = added(diagram, "eksCluster", ["subnet-a"]);
  test("over another subnet moves it there", () => {
    const result = dragIn(withCluster, id, inMiddle("subnet-b", withCluster));
    expect(result.ok && interfacesOf(result.value.network, id)).toMatchObject([{ subnetId: "subnet-b" }]);
  });
  test("outside every subnet is refused with the reason", () => {
    expect(dragIn(withCluster, id, { x: -900, y: -900 })).toEqual({
      ok: false,
      error: "eks-1 lives in a subnet. Drop it inside one.",
    });
  });
  test("in another VPC is refused", () => {
    const other = added(withCluster, "vpc");
    const far = added(other.diagram, "subnet", [other.id]);
    expect(dragIn(far.diagram, id, inMiddle(far.id, far.diagram))).toMatchObject({
      error: { reason: "interfaceInOtherVpc" },
    });
  });
});

test("a NAT gateway let go over another subnet moves there", () => {
  const withNat = added(added(diagram, "internetGateway").diagram, "natGateway", ["subnet-a"]);
  const result = dragIn(withNat.diagram, withNat.id, inMiddle("subnet-b", withNat.diagram));
  expect(result.ok && recordsOf(result.value.network.natGateways)).toMatchObject([{ subnetId: "subnet-b" }]);
});

test("a range let go inside a VPC springs back", () => {
  expect(dragIn(diagram, "range-office", inMiddle("subnet-b"))).toEqual({
    ok: false,
    error: "office lies outside of every VPC. Drop it on the bare canvas.",
  });
});
