import { describe, expect, test } from "vitest";
import { EMPTY_NETWORK } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { change, ipRange, networkInterface, subnet, vpc } from "../../../engine/testing/network-builder";
import { after, codeOf, diagramOf, reasonOf } from "../testing/expect";
import { deleteElements, deletionOf } from "./delete";
import { placeNodes, renameDesign, showInternet } from "./layout";

const WORLD = change(
  BASE_WORLD,
  networkInterface("w1b", "ra", "10.0.11.51", { groups: ["none"], attachedTo: "w1", deviceIndex: 1 }),
  ipRange("office", "203.0.113.0/24"),
);
const START = diagramOf(WORLD);
const remove = (...ids: readonly string[]) => deleteElements(ids);

describe("deleting", () => {
  test("a VPC takes all that lies in it, in one step", () => {
    const { network } = after(START, remove("vpc-A", "vpc-B", "range-office"));
    expect(network).toEqual(EMPTY_NETWORK);
    expect(remove("vpc-B").label(START)).toBe("Delete VPC B and its 1 resource");
    expect(deletionOf(WORLD, ["vpc-A"])).toMatchObject({
      label: "Delete VPC A and its 22 resources",
      count: 22,
    });
  });

  test("a subnet takes what has its primary interface there, with all its interfaces", () => {
    const { network } = after(START, remove("subnet-pa"));
    expect(Object.keys(network.instances)).not.toContain("i-w1");
    expect(Object.keys(network.networkInterfaces)).not.toContain("eni-w1b");
    expect(Object.keys(network.instances)).toContain("i-a1");
  });

  test("a subnet takes only the further interface of an instance that stands elsewhere", () => {
    const { network } = after(START, remove("subnet-ra"));
    expect(Object.keys(network.instances)).toContain("i-w1");
    expect(Object.keys(network.networkInterfaces)).not.toContain("eni-w1b");
  });

  test("a group in use is refused, unless its users go too", () => {
    expect(codeOf(remove("sg-dbw").run(START))).toBe("DependencyViolation");
    expect(codeOf(remove("sg-dbw", "i-dw").run(START))).toBe("ok");
    expect(codeOf(remove("sg-default").run(START))).toBe("CannotDelete");
  });

  test("an attached interface is refused, an instance takes it along", () => {
    expect(codeOf(remove("eni-w1b").run(START))).toBe("InvalidNetworkInterface.InUse");
    expect(Object.keys(after(START, remove("i-w1")).network.networkInterfaces)).not.toContain("eni-w1b");
  });

  test("takes places and colours along, and may be of the Internet's node", () => {
    const place = { x: 0, y: 0, size: null };
    const placed = after(START, placeNodes({ "i-w1": place, "i-w2": place }), showInternet(place));
    expect(after(placed, remove("i-w1", "internet")).layout.places).toEqual({ "i-w2": place });
    expect(remove("internet").label(placed)).toBe("Delete Internet");
  });

  test("several things says how many", () => {
    expect(remove("i-w1", "i-w2").label(START)).toBe("Delete 2 resources");
    expect(remove("subnet-pa", "subnet-ra").label(START)).toBe("Delete 7 resources");
    expect(remove("i-w1").label(START)).toBe("Delete w1");
    expect(reasonOf(remove("gone").run(START))).toBe("elementNotFound");
  });

  test("leaves tables alone that hold nothing of it", () => {
    const { network } = after(START, remove("range-office"));
    expect(network.networkInterfaces).toBe(WORLD.networkInterfaces);
  });
});

describe("the layout", () => {
  test("takes places of what is there, and of the Internet", () => {
    const place = { x: 4, y: 8, size: null };
    expect(reasonOf(placeNodes({ gone: place }).run(START))).toBe("elementNotFound");
    expect(placeNodes({ "i-w1": place }).label(START)).toBe("Move w1");
    expect(placeNodes({ "i-w1": place, internet: place }).label(START)).toBe("Move 2 things");
    expect(placeNodes({ "i-w1": place }, "Arrange").label(START)).toBe("Arrange");
    expect(after(START, placeNodes({ "i-w1": place })).network).toBe(START.network);
  });

  test("has a name that is not blank", () => {
    expect(after(START, renameDesign("Shop")).name).toBe("Shop");
    expect(reasonOf(renameDesign(" ").run(START))).toBe("nameMissing");
  });
});

test("an empty VPC is deleted without a word about content", () => {
  const world = change(EMPTY_NETWORK, vpc("N", "10.0.0.0/16"));
  expect(remove("vpc-N").label(diagramOf(world))).toBe("Delete VPC N");
  const more = change(world, subnet("s", "N", "10.0.0.0/24"));
  expect(remove("vpc-N").label(diagramOf(more))).toBe("Delete VPC N and its 1 resource");
});
