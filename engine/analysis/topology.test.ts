import { describe, expect, test } from "vitest";
import { type Family, formatAddress } from "../net/cidr";
import { change, network, networkAcl, prefixList, routeTable, subnet, vpc } from "../testing/network-builder";
import { stepsOf, stopsOf } from "./testing/way-text";
import { also, C, WORLD } from "./testing/way-world";
import { topologyOf } from "./topology";
import { wayBoundaries } from "./topology-boundaries";

describe("boundaries of ways", () => {
  const texts = (parts: ReturnType<typeof network>, family: Family) =>
    wayBoundaries(topologyOf(parts), family)
      .filter((value) => value < 2n ** (family === 4 ? 32n : 128n))
      .map((value) => formatAddress({ family, value }));

  test("are where blocks begin, and behind where they end, in order and each once", () => {
    const world = network(
      vpc("A", "10.0.0.0/16"),
      subnet("a", "A", "10.0.1.0/24"),
      prefixList("x", ["192.0.2.0/25"]),
      prefixList("unused", ["203.0.113.0/24"]),
      routeTable("r", "A", ["pl:x -> other:z", "198.51.100.0/24 -> other:z", "0.0.0.0/0 -> other:z"]),
      networkAcl("a", "A", ["in 100 allow tcp 80 from 192.0.2.0/24", "in 110 allow all from ::/0"]),
    );
    const mine = texts(world, 4).filter((text) => /^(10\.0|10\.1|192\.0|198|203)\./.test(text));
    expect(mine).toEqual([
      "10.0.0.0",
      "10.1.0.0",
      "192.0.2.0",
      "192.0.2.128",
      "192.0.3.0",
      "198.51.100.0",
      "198.51.101.0",
    ]);
    expect(new Set(texts(world, 4)).size).toBe(texts(world, 4).length);
  });

  test("separate what is on the Internet from what is not", () => {
    expect(texts(network(), 4)).toContain("172.16.0.0");
    expect(texts(network(), 6)).toContain("fc00::");
  });
});

test("a route by a prefix list follows the list when it changes, though the table stays the same record", () => {
  const table = routeTable("pub", "A", ["pl:x -> igw:A"], { subnets: ["pa"] });
  const without = also(prefixList("x", ["203.0.113.0/24"]), table);
  const inList = change(without, prefixList("x", ["192.0.2.0/24"]));
  expect(stopsOf(without, "w1", C)).toEqual(["NO_ROUTE_TO_DESTINATION rtb-pub"]);
  expect(stopsOf(inList, "w1", C)).toEqual([]);
  expect(stopsOf(without, "w1", C)).toEqual(["NO_ROUTE_TO_DESTINATION rtb-pub"]);
});

test("an edit of a subnet's table changes its ways and no others", () => {
  const before = stepsOf(WORLD, "a1", "w1");
  const edited = also(routeTable("pub", "A", [], { subnets: ["pa", "pb"] }));
  expect(stopsOf(edited, "w1", C)).toEqual(["NO_ROUTE_TO_DESTINATION rtb-pub"]);
  expect(stepsOf(edited, "a1", "w1")).toEqual(before);
});
