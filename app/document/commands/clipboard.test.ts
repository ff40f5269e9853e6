import { describe, expect, test } from "vitest";
import { type Network, recordOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { change, group, ipRange, networkInterface } from "../../../engine/testing/network-builder";
import type { Diagram, Place } from "../diagram";
import { after, diagramOf, reasonOf } from "../testing/expect";
import { copyElements, idsToMake, pasteElements } from "./clipboard";

const PLACE: Place = { x: 100, y: 200, size: null };

/** Pastes copies of these, with ids told by the old ones and a dash. */
const paste = (diagram: Diagram, ids: readonly string[], into: string | null, mark = "+") => {
  const clip = copyElements(diagram, ids);
  const copies = Object.fromEntries(idsToMake(clip).map(({ id }) => [id, `${id}${mark}`]));
  return pasteElements({ clip, into, ids: copies, place: PLACE });
};

const START: Diagram = {
  ...diagramOf(BASE_WORLD),
  layout: {
    places: { "i-w1": { x: 10, y: 20, size: null }, "i-w2": { x: 40, y: 20, size: null } },
    groupColors: { "sg-web": 0 },
  },
};

const interfaceOf = (network: Network, id: string) => recordOf(network.networkInterfaces, id);
const groupOf = (network: Network, id: string) => recordOf(network.securityGroups, id);

describe("a pasted instance", () => {
  test("stands beside its original: new ids, a new name, free addresses, the same groups", () => {
    const { network, layout } = after(START, paste(START, ["i-w1"], null));
    expect(recordOf(network.instances, "i-w1+")?.name).toBe("w1-2");
    expect(interfaceOf(network, "eni-w1+")).toEqual({
      networkInterfaceId: "eni-w1+",
      name: "w1",
      subnetId: "subnet-pa",
      attachment: { kind: "instance", instanceId: "i-w1+", deviceIndex: 0 },
      privateIpAddresses: [{ privateIpAddress: "10.0.1.4", publicIp: "198.51.100.1" }],
      ipv6Addresses: ["2001:db8:a:1::4"],
      groupIds: ["sg-web"],
      requesterManaged: false,
      sourceDestCheck: true,
    });
    expect(layout.places["i-w1+"]).toEqual(PLACE);
  });

  test("is called by the next number when there is a copy already", () => {
    const twice = after(START, paste(START, ["i-w1"], null), paste(START, ["i-w1"], null, "*"));
    expect(recordOf(twice.network.instances, "i-w1*")?.name).toBe("w1-3");
  });

  test("goes into the chosen subnet, or that of the chosen thing", () => {
    const chosen = after(START, paste(START, ["i-w1"], "subnet-ra"));
    expect(interfaceOf(chosen.network, "eni-w1+")).toMatchObject({
      subnetId: "subnet-ra",
      privateIpAddresses: [{ privateIpAddress: "10.0.11.4", publicIp: null }],
    });
    const beside = after(START, paste(START, ["i-w1"], "i-a1"));
    expect(interfaceOf(beside.network, "eni-w1+")?.subnetId).toBe("subnet-ra");
  });

  test("wears the default group of another VPC", () => {
    const { network } = after(START, paste(START, ["i-w1"], "subnet-xb"));
    expect(interfaceOf(network, "eni-w1+")).toMatchObject({ groupIds: ["sg-B-default"], ipv6Addresses: [] });
  });

  test("asks for a subnet in a VPC where its own is not", () => {
    expect(reasonOf(paste(START, ["i-w1"], "vpc-B").run(START))).toBe("pasteNeedsContainer");
  });

  test("keeps its distance to others that are pasted with it", () => {
    const { layout } = after(START, paste(START, ["i-w1", "i-w2"], null));
    expect(layout.places["i-w2+"]).toEqual({ x: 130, y: 200, size: null });
  });

  test("brings its further interfaces, each in its own subnet where that is near", () => {
    const world = change(
      BASE_WORLD,
      networkInterface("w1b", "ra", "10.0.11.51", { groups: ["none"], attachedTo: "w1", deviceIndex: 1 }),
    );
    const { network } = after(diagramOf(world), paste(diagramOf(world), ["i-w1"], "subnet-pb"));
    expect(interfaceOf(network, "eni-w1+")?.subnetId).toBe("subnet-pb");
    expect(interfaceOf(network, "eni-w1b+")?.subnetId).toBe("subnet-ra");
  });
});

test("an interface that is copied without its owner stands alone", () => {
  const { network, layout } = after(START, paste(START, ["eni-w1"], null));
  expect(interfaceOf(network, "eni-w1+")?.attachment).toBeNull();
  expect(layout.places["eni-w1+"]).toEqual(PLACE);
});

describe("a pasted VPC", () => {
  const { network, layout } = after(START, paste(START, ["vpc-A"], null));

  test("holds a copy of everything, with references that point inside it", () => {
    expect(recordOf(network.vpcs, "vpc-A+")).toMatchObject({
      name: "A-2",
      ipv6CidrBlocks: ["2001:db8:1234::/56"],
    });
    expect(recordOf(network.subnets, "subnet-pa+")).toMatchObject({
      vpcId: "vpc-A+",
      cidrBlock: "10.0.1.0/24",
      ipv6CidrBlock: "2001:db8:1234:1::/64",
    });
    expect(groupOf(network, "sg-app+")?.rules[0]).toMatchObject({
      securityGroupRuleId: "sgr-app-in-1+",
      remote: { groupId: "sg-web+" },
    });
    expect(interfaceOf(network, "eni-d1+")).toMatchObject({
      subnetId: "subnet-rb+",
      privateIpAddresses: [{ privateIpAddress: "10.0.12.31" }],
      groupIds: ["sg-dba+"],
    });
  });

  test("keeps its groups' names, the default one's too, and gives them colours", () => {
    expect(groupOf(network, "sg-default+")?.groupName).toBe("default");
    expect(groupOf(network, "sg-web+")?.groupName).toBe("web");
    expect(layout.groupColors["sg-default+"]).toBe(11);
    expect(layout.groupColors["sg-web+"]).toBeTypeOf("number");
  });
});

describe("a pasted subnet", () => {
  test("takes the lowest free block of its size, and its content along", () => {
    const { network } = after(START, paste(START, ["subnet-pa"], "vpc-A"));
    expect(recordOf(network.subnets, "subnet-pa+")).toMatchObject({
      name: "pa-2",
      cidrBlock: "10.0.0.0/24",
      ipv6CidrBlock: "2001:db8:a::/64",
    });
    expect(interfaceOf(network, "eni-w1+")).toMatchObject({ subnetId: "subnet-pa+", groupIds: ["sg-web"] });
  });

  test("needs a VPC that is there", () => {
    const clip = copyElements(START, ["subnet-xb"]);
    const ids = Object.fromEntries(idsToMake(clip).map(({ id }) => [id, `${id}+`]));
    const elsewhere = diagramOf(change(diagramOf(BASE_WORLD).network));
    const without = { ...elsewhere, network: { ...elsewhere.network, vpcs: {}, subnets: {} } };
    expect(reasonOf(pasteElements({ clip, into: null, ids, place: PLACE }).run(without))).toBe(
      "pasteNeedsContainer",
    );
  });
});

describe("a pasted group", () => {
  test("gets a name of its own; a rule that names the group itself names the copy", () => {
    const world = change(BASE_WORLD, group("loop", "A", ["all from sg:loop", "tcp 1 from sg:web"]));
    const { network } = after(diagramOf(world), paste(diagramOf(world), ["sg-loop"], "vpc-A"));
    expect(groupOf(network, "sg-loop+")).toMatchObject({
      groupName: "loop-2",
      rules: [{ remote: { groupId: "sg-loop+" } }, { remote: { groupId: "sg-web" } }],
    });
  });

  test("names the default group in another VPC, once", () => {
    const world = change(BASE_WORLD, group("two", "A", ["tcp 1 from sg:web", "tcp 1 from sg:app"]));
    const { network } = after(diagramOf(world), paste(diagramOf(world), ["sg-two"], "vpc-B"));
    expect(groupOf(network, "sg-two+")).toMatchObject({
      groupName: "two",
      vpcId: "vpc-B",
      rules: [{ securityGroupRuleId: "sgr-two-in-1+", remote: { groupId: "sg-B-default" } }],
    });
  });
});

test("a pasted group is without the rules that mean a group which is gone", () => {
  const start = diagramOf(
    change(BASE_WORLD, group("old", "A", ["tcp 80 from sg:gone", "tcp 81 from sg:web"])),
  );
  const { network } = after(start, paste(start, ["sg-old"], null));
  expect(groupOf(network, "sg-old+")?.rules.map(({ remote }) => remote)).toEqual([
    { kind: "group", groupId: "sg-web" },
  ]);
});

test("a paste needs new ids for all that it brings", () => {
  const clip = copyElements(START, ["i-w1", "gone"]);
  expect(clip.roots).toEqual(["i-w1"]);
  expect(reasonOf(pasteElements({ clip, into: null, ids: {}, place: PLACE }).run(START))).toBe(
    "elementNotFound",
  );
  const old = { "i-w1": "i-w2", "eni-w1": "eni-new" };
  expect(reasonOf(pasteElements({ clip, into: null, ids: old, place: PLACE }).run(START))).toBe("idTaken");
  const nothing = copyElements(START, ["gone"]);
  expect(reasonOf(pasteElements({ clip: nothing, into: null, ids: {}, place: PLACE }).run(START))).toBe(
    "elementNotFound",
  );
});

test("what lies in something that is copied is no root of its own", () => {
  expect(copyElements(START, ["i-w1", "subnet-pa", "eni-w1"]).roots).toEqual(["subnet-pa"]);
  expect(
    pasteElements({ clip: copyElements(START, ["i-w1"]), into: null, ids: {}, place: PLACE }).label(START),
  ).toBe("Paste w1");
});

test("a pasted range has a new name and the same addresses", () => {
  const start = diagramOf(change(BASE_WORLD, ipRange("office", "203.0.113.0/24")));
  const { network } = after(start, paste(start, ["range-office"], null));
  expect(recordOf(network.ipRanges, "range-office+")).toMatchObject({
    name: "office-2",
    cidrBlocks: ["203.0.113.0/24"],
  });
});
