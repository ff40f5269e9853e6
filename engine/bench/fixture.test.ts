import { expect, test } from "vitest";
import { EMPTY_NETWORK, recordsOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { SecurityGroup } from "../model/security-group";
import { fixture } from "./fixture";
import { type FixtureCounts, fixtureCounts } from "./fixture-counts";
import { FIXTURE_NAMES, type FixtureName } from "./fixture-size";

const SAME = { rulesPerGroup: 60, groupsPerInterface: 5, subnets: 48, acls: 12 };

/** The table in docs/performance.md. */
const WANTED: Readonly<Record<FixtureName, Partial<FixtureCounts>>> = {
  "F-S": { ...SAME, interfaces: 200, groups: 20, groupSets: 25, classes: 75, atoms: 370, services: 196 },
  "F-M": { ...SAME, interfaces: 1_000, groups: 100, groupSets: 125, classes: 384, atoms: 850, services: 498 },
  "F-L": {
    ...SAME,
    interfaces: 10_000,
    groups: 1_000,
    groupSets: 1_250,
    classes: 9_348,
    atoms: 5_677,
    services: 878,
  },
  "F-X": {
    ...SAME,
    interfaces: 4_000,
    groups: 400,
    groupSets: 4_000,
    classes: 4_000,
    atoms: 2_681,
    services: 2_371,
  },
};

test.each(FIXTURE_NAMES)("%s holds what the table of fixtures says, within five per cent", (name) => {
  const counts = fixtureCounts(fixture(name, "groups"));
  for (const [key, wanted] of Object.entries(WANTED[name])) {
    const share = counts[key as keyof FixtureCounts] / wanted;
    expect({ key, isNear: 0.95 <= share && share <= 1.05, share }).toMatchObject({ key, isNear: true });
  }
  expect(counts.namingGroups).toBeCloseTo(0.5, 2);
  expect(counts.namingAddresses).toBeCloseTo(0.5, 2);
});

test("a fixture is the same each time", () => {
  expect(fixture("F-S", "whole")).toEqual(fixture("F-S", "whole"));
});

test.each(FIXTURE_NAMES)(
  "%s could be drawn: addresses and rules occur once, groups on an interface too",
  (name) => {
    const network = fixture(name, "whole");
    const wearers = recordsOf<NetworkInterface>(network.networkInterfaces);
    const addresses = wearers.flatMap((record) => [
      ...record.privateIpAddresses.flatMap((row) => [row.privateIpAddress, row.publicIp ?? record.name]),
      ...record.ipv6Addresses,
    ]);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(wearers.every(({ groupIds }) => new Set(groupIds).size === groupIds.length)).toBe(true);
    for (const { rules } of recordsOf<SecurityGroup>(network.securityGroups)) {
      const told = rules.map(({ direction, remote, traffic }) =>
        JSON.stringify([direction, remote, traffic]),
      );
      expect(new Set(told).size).toBe(told.length);
      expect(new Set(rules.map((rule) => rule.securityGroupRuleId)).size).toBe(rules.length);
    }
  },
);

test("the whole path has a way out of every subnet and a way in to the public ones", () => {
  const network = fixture("F-S", "whole");
  expect(recordsOf(network.natGateways)).toHaveLength(3);
  expect(recordsOf(network.internetGateways)).toHaveLength(1);
  expect(recordsOf(network.subnets).every(({ routeTableId }) => routeTableId !== null)).toBe(true);
  const open = recordsOf<NetworkInterface>(network.networkInterfaces).filter((record) =>
    record.privateIpAddresses.some((row) => row.publicIp !== null),
  );
  expect(open.length).toBeGreaterThan(50);
  expect(Object.keys(network).toSorted()).toEqual(Object.keys(EMPTY_NETWORK).toSorted());
});
