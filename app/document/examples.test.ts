import { describe, expect, test } from "vitest";
import { type Network, recordsOf } from "../../engine";
import databaseGroup from "../../public/examples/database-group.pathlight.json?raw";
import threeTiers from "../../public/examples/three-tiers.pathlight.json?raw";
import webServer from "../../public/examples/web-server.pathlight.json?raw";
import { formatDesignFile, parseDesignFile } from "./design-file";
import { interfaceTitle, nameOf } from "./find";
import { unwrap } from "./testing/expect";

const EXAMPLES = { webServer, databaseGroup, threeTiers };

describe.each(Object.entries(EXAMPLES))("the example %s", (_, text) => {
  const { diagram } = unwrap(parseDesignFile(text));

  test("is written as Pathlight would write it", () => {
    expect(formatDesignFile(diagram)).toBe(text);
  });

  test("stands on a grid of 4", () => {
    for (const { x, y, size } of Object.values(diagram.layout.places)) {
      for (const value of [x, y, size?.width ?? 0, size?.height ?? 0]) expect(Math.abs(value) % 4).toBe(0);
    }
  });

  test("describes each of its rules", () => {
    for (const group of recordsOf(diagram.network.securityGroups)) {
      for (const rule of group.rules) expect(rule.description).not.toBe("");
    }
  });

  test("gives the web servers, and nothing else, public addresses", () => {
    const named = recordsOf(diagram.network.networkInterfaces)
      .filter((each) => each.privateIpAddresses.some(({ publicIp }) => publicIp !== null))
      .map((each) => interfaceTitle(diagram.network, each));
    expect(named.sort()).toEqual(["web-1", "web-2"]);
  });
});

const groupsWorn = (network: Network) =>
  Object.fromEntries(
    recordsOf(network.networkInterfaces).map((each) => [
      interfaceTitle(network, each),
      each.groupIds.map((id) => nameOf(network, id)),
    ]),
  );

test("the first has the default group on its second server only, the second on both", () => {
  expect(groupsWorn(unwrap(parseDesignFile(webServer)).diagram.network)).toEqual({
    "web-1": ["web-server"],
    "web-2": ["web-server", "default"],
  });
  expect(groupsWorn(unwrap(parseDesignFile(databaseGroup)).diagram.network)).toEqual({
    "web-1": ["web-server", "default"],
    "web-2": ["web-server", "default"],
    database: ["database"],
  });
});
