import { describe, expect, test } from "vitest";
import { asId, type Network, recordOf } from "../../../engine";
import { group, network, prefixList, vpc } from "../../../engine/testing/network-builder";
import { ruleCount } from "./rule-count";

const counted = (...rules: readonly string[]): string => {
  const of: Network = network(
    vpc("A", "10.0.0.0/16"),
    prefixList("x", ["192.0.2.0/25"], 10),
    group("g", "A", rules),
  );
  const found = recordOf(of.securityGroups, asId<"securityGroup">("sg-g"));
  return found === undefined ? "" : ruleCount(of, found);
};

describe("the rules a group has of its quota", () => {
  test("are counted by direction", () => {
    expect(counted("tcp 22 from 10.0.0.0/8", "tcp 80 from 10.0.0.0/8", "all to 0.0.0.0/0")).toBe(
      "2 of 60 in · 1 of 60 out",
    );
  });

  test("are those of the fuller family", () => {
    expect(counted("tcp 22 from 10.0.0.0/8", "tcp 22 from ::/0", "tcp 23 from ::/0")).toBe(
      "2 of 60 in · 0 of 60 out",
    );
  });

  test("count a prefix list with all the entries it may have", () => {
    expect(counted("tcp 22 from pl:x")).toBe("10 of 60 in · 0 of 60 out");
  });
});
