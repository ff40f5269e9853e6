import { describe, expect, test } from "vitest";
import { createEngine, type Network, question, recordsOf } from "../../engine";
import databaseGroup from "../../public/examples/database-group.pathlight.json?raw";
import threeTiers from "../../public/examples/three-tiers.pathlight.json?raw";
import twoVpcs from "../../public/examples/two-vpcs.pathlight.json?raw";
import webServer from "../../public/examples/web-server.pathlight.json?raw";
import { formatDesignFile, parseDesignFile } from "./design-file";
import { interfaceTitle, nameOf } from "./find";
import { unwrap } from "./testing/expect";

const EXAMPLES = { webServer, databaseGroup, threeTiers, twoVpcs };

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

  test("gives what is to be reached by everyone, and nothing else, public addresses", () => {
    const named = recordsOf(diagram.network.networkInterfaces)
      .filter((each) => each.privateIpAddresses.some(({ publicIp }) => publicIp !== null))
      .map((each) => interfaceTitle(diagram.network, each));
    const front = text === twoVpcs ? "app" : "web";
    expect(named.sort()).toEqual([`${front}-1`, `${front}-2`]);
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

describe("the example of two VPCs", () => {
  const { network } = unwrap(parseDesignFile(twoVpcs)).diagram;
  const engine = createEngine();
  engine.load(network);
  const ask = (from: string, to: string, port: number) =>
    engine.test(unwrap(question(network, { from, to, protocol: "tcp", port })));

  test("lets the app, and nothing else, at the database and the logging in the other VPC", () => {
    expect(ask("app-1", "database", 5432).verdict).toBe("allowed");
    expect(ask("app-2", "log-collector", 6514).verdict).toBe("allowed");
    expect(ask("internet", "app-1", 443).verdict).toBe("allowed");
    expect(ask("log-collector", "database", 5432).verdict).toBe("blocked");
    expect(ask("internet", "database", 5432).verdict).toBe("blocked");
  });

  test("has its database answer by the network ACL's entries for ephemeral ports only", () => {
    const own = recordsOf(network.networkAcls).find(({ isDefault }) => !isDefault);
    const withoutReplies = {
      ...network,
      networkAcls: {
        ...network.networkAcls,
        ...(own && {
          [own.networkAclId]: {
            ...own,
            entries: own.entries.filter(({ direction }) => direction === "ingress"),
          },
        }),
      },
    };
    const closed = createEngine();
    closed.load(withoutReplies);
    const asked = unwrap(question(network, { from: "app-1", to: "database", protocol: "tcp", port: 5432 }));
    expect(closed.test(asked)).toMatchObject({
      verdict: "blocked",
      blockers: [{ code: "SUBNET_ACL_RESTRICTION", direction: "return" }],
    });
  });
});
