import { describe, expect, test } from "vitest";
import { asId, ID_PREFIX, type IdKind } from "../../engine";
import { BASE_WORLD } from "../../engine/testing/base-world";
import { change, ipRange, networkInterface, prefixList } from "../../engine/testing/network-builder";
import { findElement, findRule, groupUsers, interfacesOf, interfaceTitle, nameOf, vpcOf } from "./find";
import { newId } from "./new-id";

const WORLD = change(
  BASE_WORLD,
  networkInterface("w1b", "ra", "10.0.11.51", { groups: ["none"], attachedTo: "w1", deviceIndex: 1 }),
  networkInterface("free", "ra", "10.0.11.53", { groups: ["none"], attachedTo: null }),
  networkInterface("db", "rb", "10.0.12.52", { groups: ["none"], attachedTo: { database: "db" } }),
  ipRange("office", "203.0.113.0/24"),
  prefixList("cdn", ["203.0.113.0/24"]),
);

describe("what has an id", () => {
  test.each([
    ["vpc-A", "vpc", "A", "vpc-A"],
    ["subnet-pa", "subnet", "pa", "vpc-A"],
    ["i-w1", "instance", "w1", "vpc-A"],
    ["db-db", "dbInstance", "db", "vpc-A"],
    ["eni-free", "networkInterface", "free", "vpc-A"],
    ["sg-B-default", "securityGroup", "default", "vpc-B"],
    ["pl-cdn", "prefixList", "cdn", null],
    ["range-office", "ipRange", "office", null],
  ])("%s is found as a %s called %s in %s", (id, kind, name, vpc) => {
    expect(findElement(WORLD, id)?.kind).toBe(kind);
    expect(nameOf(WORLD, id)).toBe(name);
    expect(vpcOf(WORLD, id)).toBe(vpc);
  });

  test("is not found under the names that every object knows", () => {
    expect(findElement(WORLD, "constructor")).toBeNull();
    expect(findElement(WORLD, "__proto__")).toBeNull();
    expect(nameOf(WORLD, "gone")).toBe("gone");
    expect(nameOf(WORLD, "internet")).toBe("Internet");
  });

  test("may be a rule", () => {
    expect(findRule(WORLD, "sgr-app-in-1")?.group.groupName).toBe("app");
    expect(findRule(WORLD, "sgr-gone")).toBeNull();
  });
});

describe("interfaces", () => {
  test("are told by their owner, and by their own name where it has several", () => {
    const titles = interfacesOf(WORLD, "i-w1").map((each) => interfaceTitle(WORLD, each));
    expect(titles).toEqual(["w1 · w1", "w1 · w1b"]);
    expect(interfacesOf(WORLD, "eni-free").map((each) => interfaceTitle(WORLD, each))).toEqual(["free"]);
    expect(nameOf(WORLD, "eni-w2")).toBe("w2");
  });
});

test("a group's users are its wearers and the groups that name it", () => {
  const users = groupUsers(WORLD, asId<"securityGroup">("sg-web"));
  expect(users.interfaces.map((each) => each.name)).toEqual(["w1", "w2"]);
  expect(users.groups.map((each) => each.groupName)).toEqual(["app", "dbw"]);
});

test("new ids have AWS's shape and differ", () => {
  for (const kind of Object.keys(ID_PREFIX) as readonly IdKind[]) {
    expect(newId(kind)).toMatch(new RegExp(`^${ID_PREFIX[kind]}[0-9a-f]{17}$`, "u"));
  }
  expect(new Set(Array.from({ length: 100 }, () => newId("vpc"))).size).toBe(100);
});
