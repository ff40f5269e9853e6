import { describe, expect, test } from "vitest";
import { recordOf } from "../model/network";
import type { PrefixList } from "../model/prefix-list";
import { BASE_WORLD } from "../testing/base-world";
import {
  associated,
  change,
  group,
  networkInterface,
  peering,
  prefixList,
  routeTable,
  wears,
} from "../testing/network-builder";
import { checkDeletion } from "./dependency";
import { checkPrefixList } from "./prefix-list-check";
import { refused } from "./testing/refused";

const goes = (world: typeof BASE_WORLD, ...ids: readonly string[]) => checkDeletion(world, new Set(ids));

describe("deletion", () => {
  test("is refused for the default group, unless its VPC goes", () => {
    expect(refused(goes(BASE_WORLD, "sg-default"))).toBe("CannotDelete defaultGroupStays");
    expect(refused(goes(BASE_WORLD, "sg-default", "vpc-A"))).toBe("ok");
  });

  test("is refused for a group that somebody wears or another group names, and says who", () => {
    expect(goes(BASE_WORLD, "sg-web")).toMatchObject({
      error: { code: "DependencyViolation", facts: { interfaces: "w1, w2", groups: "app, dbw" } },
    });
    const unworn = change(BASE_WORLD, wears("a1", ["none"]));
    expect(goes(unworn, "sg-app")).toMatchObject({ error: { facts: { interfaces: "", groups: "dba" } } });
  });

  test("passes when all users go in the same step, and for a group that names itself", () => {
    const lonely = change(BASE_WORLD, group("lonely", "A", ["all from sg:lonely"]));
    expect(refused(goes(lonely, "sg-lonely"))).toBe("ok");
    expect(refused(goes(BASE_WORLD, "sg-dba", "eni-d1", "i-d1"))).toBe("ok");
  });

  test("passes for a group that rules of a peered VPC name, and not for one that is worn in that VPC too", () => {
    const named = change(
      BASE_WORLD,
      peering("AB", "A", "B"),
      group("lonely", "A", []),
      group("far", "B", ["tcp 443 from sg:lonely"]),
    );
    expect(refused(goes(named, "sg-lonely"))).toBe("ok");
    const shared = change(named, associated("lonely", "B"));
    expect(goes(shared, "sg-lonely")).toMatchObject({
      error: { reason: "groupInUse", facts: { interfaces: "", groups: "far" } },
    });
  });

  test("names at most five users", () => {
    const parts = [1, 2, 3, 4, 5, 6, 7].map((each) =>
      networkInterface(`n${each}`, "ra", `10.0.11.10${each}`, { groups: ["none"] }),
    );
    expect(goes(change(BASE_WORLD, ...parts), "sg-none")).toMatchObject({
      error: { facts: { interfaces: "n1, n2, n3, n4, n5 and 2 more" } },
    });
  });

  test("is refused for interfaces that are attached to what stays", () => {
    const world = change(
      BASE_WORLD,
      networkInterface("w1b", "ra", "10.0.11.51", { groups: ["none"], attachedTo: "w1", deviceIndex: 1 }),
      networkInterface("db", "ra", "10.0.11.52", { groups: ["none"], attachedTo: { database: "db" } }),
      networkInterface("free", "ra", "10.0.11.53", { groups: ["none"], attachedTo: null }),
    );
    expect(refused(goes(world, "eni-w1"))).toBe("OperationNotPermitted interfacePrimary");
    expect(refused(goes(world, "eni-w1b"))).toBe("InvalidNetworkInterface.InUse interfaceAttached");
    expect(refused(goes(world, "eni-db"))).toBe("OperationNotPermitted interfaceManaged");
    expect(refused(goes(world, "eni-free"))).toBe("ok");
    expect(refused(goes(world, "eni-w1", "eni-w1b", "i-w1"))).toBe("ok");
    expect(refused(goes(world, "eni-w1b", "subnet-ra"))).toBe("ok");
  });

  test("is refused for a prefix list that a rule names", () => {
    const world = change(
      BASE_WORLD,
      prefixList("cdn", ["203.0.113.0/24"], 55),
      group("p", "A", ["tcp 443 from pl:cdn"]),
    );
    expect(refused(goes(world, "pl-cdn"))).toBe("DependencyViolation prefixListInUse");
    expect(refused(goes(world, "pl-cdn", "sg-p"))).toBe("ok");
  });
});

describe("a prefix list", () => {
  const world = change(
    BASE_WORLD,
    prefixList("cdn", ["203.0.113.0/24"], 5),
    group("p", "A", ["tcp 443 from pl:cdn", "tcp 80 from pl:cdn"]),
  );
  const list = Object.values(world.prefixLists)[0];
  const changed = (patch: Partial<NonNullable<typeof list>>) =>
    list && refused(checkPrefixList(world, { ...list, ...patch }));
  const entry = (cidr: string) => ({ cidr, description: "" });

  test("holds CIDRs of its family, each once, no more than its size", () => {
    expect(changed({ entries: [entry("203.0.113.9/24"), entry("192.0.2.0/24")] })).toBe("ok");
    expect(changed({ entries: [entry("2001:db8::/32")] })).toBe("InvalidParameterValue cidrWrongFamily");
    expect(changed({ entries: [entry("192.0.2.0/24"), entry("192.0.2.1/24")] })).toBe(
      "InvalidParameterValue cidrRepeated",
    );
    expect(changed({ maxEntries: 0 })).toBe("InvalidParameterValue prefixListMaxEntries");
    expect(changed({ maxEntries: 1001 })).toBe("InvalidParameterValue prefixListMaxEntries");
  });

  test("cannot grow beyond what the groups that name it have left", () => {
    expect(changed({ maxEntries: 30 })).toBe("ok");
    expect(changed({ maxEntries: 31 })).toBe("RulesPerSecurityGroupLimitExceeded ruleLimit");
  });

  test("cannot grow beyond what the tables with a route for it have left", () => {
    const texts = Array.from({ length: 490 }, (_, index) => `11.${index >> 8}.${index & 255}.0/24 -> igw:A`);
    const routed = change(
      BASE_WORLD,
      prefixList("cdn", ["203.0.113.0/24"], 5),
      routeTable("full", "A", ["pl:cdn -> igw:A", ...texts]),
    );
    const before = recordOf(routed.prefixLists, "pl-cdn");
    const grown = (maxEntries: number) =>
      before && refused(checkPrefixList(routed, { ...before, maxEntries }));
    expect(grown(10)).toBe("ok");
    expect(grown(11)).toBe("RouteLimitExceeded routeLimit");
  });

  test("may shrink while it is too much for a group, and change its name while it holds a fault", () => {
    const over = change(
      BASE_WORLD,
      prefixList("cdn", ["203.0.113.0/24", "2001:db8::/32"], 100),
      group("p", "A", ["tcp 443 from pl:cdn"]),
    );
    const before = recordOf(over.prefixLists, "pl-cdn");
    const patched = (patch: Partial<PrefixList>) =>
      before && refused(checkPrefixList(over, { ...before, ...patch }));
    expect(patched({ maxEntries: 90 })).toBe("ok");
    expect(patched({ maxEntries: 101 })).toBe("RulesPerSecurityGroupLimitExceeded ruleLimit");
    expect(patched({ prefixListName: "cdn-2" })).toBe("ok");
    expect(patched({ entries: before?.entries.slice() ?? [] })).toBe("InvalidParameterValue cidrWrongFamily");
  });

  test("has a name that is not Amazon's, and is not Amazon's itself", () => {
    expect(changed({ prefixListName: "com.amazonaws.mine" })).toBe("InvalidParameterValue prefixListName");
    expect(changed({ prefixListName: "" })).toBe("InvalidParameterValue prefixListName");
    const aws = list && { ...list, ownerId: "AWS" };
    const amazon = aws && { ...world, prefixLists: { [aws.prefixListId]: aws } };
    expect(aws && amazon && refused(checkPrefixList(amazon, aws))).toBe(
      "OperationNotPermitted prefixListManaged",
    );
  });
});
