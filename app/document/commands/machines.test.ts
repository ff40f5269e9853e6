import { describe, expect, test } from "vitest";
import { asId, type NetworkInterface, recordOf, type SecurityGroupId } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { change, networkInterface } from "../../../engine/testing/network-builder";
import type { Diagram, Place } from "../diagram";
import { after, diagramOf, reasonOf } from "../testing/expect";
import { createDbInstance, modifyDbInstance } from "./db-instance";
import { modifyInstance, runInstances } from "./instance";
import { moveToSubnet } from "./move";
import {
  addGroup,
  attachNetworkInterface,
  createNetworkInterface,
  detachNetworkInterface,
  modifyNetworkInterfaceAttribute,
  removeGroup,
} from "./network-interface";
import { modifySubnet } from "./subnet";

const PLACE: Place = { x: 8, y: 16, size: null };
const subnetId = (name: string) => asId<"subnet">(`subnet-${name}`);
const eni = (name: string) => asId<"networkInterface">(`eni-${name}`);
const instanceId = (name: string) => asId<"instance">(`i-${name}`);
const groupId = (name: string): SecurityGroupId => asId<"securityGroup">(`sg-${name}`);

const START = after(diagramOf(BASE_WORLD), modifySubnet(subnetId("pb"), { mapPublicIpOnLaunch: true }));

const launch = (subnet: string, groupIds: readonly SecurityGroupId[] = []) =>
  runInstances({
    instanceId: instanceId("n"),
    networkInterfaceId: eni("n"),
    subnetId: subnetId(subnet),
    name: "web-3",
    instanceType: "t3.micro",
    groupIds,
    place: PLACE,
  });

const interfaceIn = (diagram: Diagram, name: string): NetworkInterface | undefined =>
  recordOf(diagram.network.networkInterfaces, eni(name));

describe("a launched instance", () => {
  test("has a primary interface with a free address and the default group", () => {
    const made = after(START, launch("ra"));
    expect(interfaceIn(made, "n")).toEqual({
      networkInterfaceId: "eni-n",
      name: "eth0",
      subnetId: "subnet-ra",
      attachment: { kind: "instance", instanceId: "i-n", deviceIndex: 0 },
      privateIpAddresses: [{ privateIpAddress: "10.0.11.4", publicIp: null }],
      ipv6Addresses: [],
      groupIds: ["sg-default"],
      requesterManaged: false,
      sourceDestCheck: true,
    });
    expect(made.layout.places).toEqual({ "i-n": PLACE });
    expect(launch("ra").label(START)).toBe("Launch web-3");
  });

  test("has a public address where the subnet gives them", () => {
    const address = interfaceIn(after(START, launch("pb", [groupId("web")])), "n")?.privateIpAddresses[0];
    expect(address).toEqual({ privateIpAddress: "10.0.2.4", publicIp: "198.51.100.1" });
  });

  test("is refused with groups of another VPC, or without its subnet", () => {
    expect(reasonOf(launch("ra", [groupId("B-default")]).run(START))).toBe("groupOfOtherVpc");
    expect(reasonOf(launch("gone").run(START))).toBe("subnetNotFound");
  });

  test("keeps to a type that takes what it has", () => {
    const world = change(
      BASE_WORLD,
      networkInterface("w1b", "ra", "10.0.11.51", { groups: ["none"], attachedTo: "w1", deviceIndex: 1 }),
      networkInterface("w1c", "ra", "10.0.11.52", { groups: ["none"], attachedTo: "w1", deviceIndex: 2 }),
    );
    const start = diagramOf(world);
    expect(reasonOf(modifyInstance(instanceId("w1"), { instanceType: "t3.micro" }).run(start))).toBe(
      "interfaceLimit",
    );
    expect(reasonOf(modifyInstance(instanceId("w1"), { instanceType: "m5.large" }).run(start))).toBe("ok");
    expect(reasonOf(modifyInstance(instanceId("gone"), { name: "x" }).run(start))).toBe("instanceNotFound");
  });
});

test("a database has one interface, managed by its service", () => {
  const made = after(
    START,
    createDbInstance({
      dbInstanceId: asId<"dbInstance">("db-n"),
      networkInterfaceId: eni("n"),
      subnetId: subnetId("pb"),
      name: "database",
      engine: "postgres",
      groupIds: [groupId("dbw")],
      place: PLACE,
    }),
    modifyDbInstance(asId<"dbInstance">("db-n"), { name: "orders" }),
  );
  expect(interfaceIn(made, "n")).toMatchObject({
    requesterManaged: true,
    groupIds: ["sg-dbw"],
    privateIpAddresses: [{ privateIpAddress: "10.0.2.4", publicIp: null }],
  });
  expect(recordOf(made.network.dbInstances, "db-n")?.name).toBe("orders");
  expect(reasonOf(detachNetworkInterface(eni("n"), PLACE).run(made))).toBe("interfaceManaged");
  expect(reasonOf(modifyDbInstance(asId<"dbInstance">("db-x"), {}).run(made))).toBe("dbInstanceNotFound");
});

describe("a network interface", () => {
  const create = (attachTo: string | null, name = "") =>
    createNetworkInterface({
      networkInterfaceId: eni("n"),
      subnetId: subnetId("ra"),
      name,
      groupIds: [],
      attachTo: attachTo === null ? null : instanceId(attachTo),
      place: attachTo === null ? PLACE : null,
    });

  test("is attached under the next device index, detached to a place, and attached again", () => {
    const attached = after(START, create("w1"));
    expect(interfaceIn(attached, "n")).toMatchObject({ name: "eth1", attachment: { deviceIndex: 1 } });
    expect(create("w1").label(START)).toBe("Add network interface to w1");
    const detached = after(attached, detachNetworkInterface(eni("n"), PLACE));
    expect(interfaceIn(detached, "n")?.attachment).toBeNull();
    expect(detached.layout.places).toEqual({ "eni-n": PLACE });
    const again = after(detached, attachNetworkInterface(eni("n"), instanceId("w2")));
    expect(again.layout.places).toEqual({});
  });

  test("is refused beyond what the type takes, and the primary one stays", () => {
    const two = after(START, create("w1"));
    const third = createNetworkInterface({
      networkInterfaceId: eni("m"),
      subnetId: subnetId("ra"),
      name: "",
      groupIds: [],
      attachTo: instanceId("w1"),
      place: null,
    });
    expect(reasonOf(third.run(two))).toBe("interfaceLimit");
    expect(reasonOf(detachNetworkInterface(eni("w1"), PLACE).run(two))).toBe("interfacePrimary");
    expect(reasonOf(attachNetworkInterface(eni("n"), instanceId("w2")).run(two))).toBe("interfaceAttached");
  });

  test("wears one to five groups", () => {
    const more = after(START, addGroup(eni("w1"), groupId("default")));
    expect(interfaceIn(more, "w1")?.groupIds).toEqual(["sg-web", "sg-default"]);
    expect(addGroup(eni("w1"), groupId("default")).label(START)).toBe("Add default to w1");
    const less = after(more, removeGroup(eni("w1"), groupId("web")));
    expect(interfaceIn(less, "w1")?.groupIds).toEqual(["sg-default"]);
    expect(reasonOf(removeGroup(eni("w1"), groupId("default")).run(less))).toBe("interfaceWithoutGroup");
    const five = ["web", "app", "dba", "dbw", "none"].map(groupId);
    const full = after(START, modifyNetworkInterfaceAttribute(eni("w1"), { groupIds: five }));
    expect(reasonOf(addGroup(eni("w1"), groupId("admin")).run(full))).toBe("interfaceGroupLimit");
  });
});

describe("a move", () => {
  const move = (id: string, to: string) => moveToSubnet(id, subnetId(to), PLACE);

  test("gives a free address of the new subnet, and a public one as that subnet says", () => {
    const toPublic = after(START, move("i-a1", "pb"));
    expect(interfaceIn(toPublic, "a1")).toMatchObject({
      subnetId: "subnet-pb",
      privateIpAddresses: [{ privateIpAddress: "10.0.2.4", publicIp: "198.51.100.1" }],
    });
    expect(interfaceIn(after(START, move("i-w1", "pb")), "w1")).toMatchObject({
      privateIpAddresses: [{ privateIpAddress: "10.0.2.4", publicIp: "198.51.100.11" }],
      ipv6Addresses: [],
    });
    expect(interfaceIn(after(START, move("i-w1", "ra")), "w1")?.privateIpAddresses[0]?.publicIp).toBeNull();
  });

  test("puts the card where it was dropped, also within its subnet", () => {
    expect(after(START, move("i-w1", "ra")).layout.places).toEqual({ "i-w1": PLACE });
    const within = after(START, move("i-w1", "pa"));
    expect(within.layout.places).toEqual({ "i-w1": PLACE });
    expect(within.network).toBe(START.network);
    expect(move("i-w1", "ra").label(START)).toBe("Move w1 to ra");
  });

  test("is refused into another VPC, or where it would split an instance over zones", () => {
    expect(reasonOf(move("i-w1", "xb").run(START))).toBe("interfaceInOtherVpc");
    const world = change(
      BASE_WORLD,
      networkInterface("w1b", "ra", "10.0.11.51", { groups: ["none"], attachedTo: "w1", deviceIndex: 1 }),
    );
    const split = after(diagramOf(world), modifySubnet(subnetId("rb"), { availabilityZone: "us-east-1b" }));
    expect(reasonOf(move("i-w1", "rb").run(split))).toBe("interfaceInOtherZone");
    expect(reasonOf(move("i-w1", "pb").run(split))).toBe("ok");
    expect(reasonOf(move("sg-web", "pb").run(split))).toBe("elementDoesNotMove");
  });

  test("of an interface by itself leaves its card alone", () => {
    const world = change(
      BASE_WORLD,
      networkInterface("w1b", "ra", "10.0.11.51", { groups: ["none"], attachedTo: "w1", deviceIndex: 1 }),
    );
    const moved = after(diagramOf(world), move("eni-w1b", "rb"));
    expect(interfaceIn(moved, "w1b")?.subnetId).toBe("subnet-rb");
    expect(moved.layout.places).toEqual({});
  });
});
