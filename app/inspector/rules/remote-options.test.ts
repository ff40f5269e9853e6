import { describe, expect, test } from "vitest";
import { asId } from "../../../engine";
import {
  change,
  group,
  ipRange,
  network,
  networkInterface,
  peering,
  prefixList,
  subnet,
  vpc,
} from "../../../engine/testing/network-builder";
import { remoteOptions } from "./remote-options";
import type { RuleContext } from "./rule-context";

const WORLD = network(
  vpc("A", "10.0.0.0/16"),
  vpc("B", "10.1.0.0/16"),
  subnet("a", "A", "10.0.1.0/24", "2001:db8::/64"),
  group("web", "A", ["tcp 80 from 0.0.0.0/0", "tcp 22 from 10.0.1.0/24"]),
  group("app", "A", []),
  group("far", "B", []),
  networkInterface("w1", "a", "10.0.1.10", { groups: ["web"] }),
  ipRange("Office", "203.0.113.0/24", "198.51.100.0/24"),
  prefixList("partners", ["192.0.2.0/25"], 10),
);

const CONTEXT = {
  network: WORLD,
  vpcId: asId<"vpc">("vpc-A"),
  groupId: asId<"securityGroup">("sg-app"),
  direction: "ingress",
  myIp: null,
  inForce: null,
} as const;

const options = (differently: Partial<RuleContext>) => remoteOptions({ ...CONTEXT, ...differently });

const ofKind = (label: string, differently: Partial<RuleContext> = {}) =>
  options(differently)
    .find((each) => each.label === label)
    ?.options.map(({ value, description }) => `${value} (${description})`);

describe("what the source field suggests", () => {
  test("are the groups of this VPC only, with who wears them", () => {
    expect(ofKind("Security groups")).toEqual(["web (1 interface)", "app (this group · 0 interfaces)"]);
  });

  test("are groups of VPCs with an active peering too, each with its VPC", () => {
    const peered = { network: change(WORLD, peering("ab", "A", "B")) };
    expect(ofKind("Security groups", peered)).toContain("far - B (0 interfaces)");
    const asked = { network: change(WORLD, peering("ab", "A", "B", "pending-acceptance")) };
    expect(ofKind("Security groups", asked)).toHaveLength(2);
  });

  test("are prefix lists and every block of the ranges", () => {
    expect(ofKind("Prefix lists")).toEqual(["partners (IPv4 · 1 of 10 entries)"]);
    expect(ofKind("IP ranges")).toEqual(["203.0.113.0/24 (Office)", "198.51.100.0/24 (Office)"]);
  });

  test("are the CIDRs in use, each once, under its best name", () => {
    expect(ofKind("CIDRs in use")).toEqual([
      "10.0.0.0/16 (VPC A)",
      "10.0.1.0/24 (subnet a)",
      "2001:db8::/64 (subnet a)",
      "0.0.0.0/0 (in rules of web)",
    ]);
  });
});
