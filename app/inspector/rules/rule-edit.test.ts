import { describe, expect, test } from "vitest";
import { asId, type SecurityGroupRule } from "../../../engine";
import { group, network, vpc } from "../../../engine/testing/network-builder";
import { ruleOf } from "../../../engine/testing/rule-text";
import { EMPTY_DIAGRAM } from "../../document/diagram";
import { replacesRule, ruleCommand } from "./rule-edit";

const WEB = asId<"securityGroup">("sg-web");
const NETWORK = network(
  vpc("A", "10.0.0.0/16"),
  group("web", "A", ["tcp 22 from 10.0.0.0/8", "tcp 80 from 0.0.0.0/0"]),
  group("app", "A", []),
);
const IN_FORCE = ruleOf("tcp 22 from 10.0.0.0/8", "sgr-web-in-1");

const afterEdit = (inForce: SecurityGroupRule | null, next: SecurityGroupRule) => {
  const replacementId = asId<"securityGroupRule">("sgr-other");
  const command = ruleCommand({ groupId: WEB, inForce, next, replacementId, mergeKey: "row remote" });
  const result = command.run({ ...EMPTY_DIAGRAM, network: NETWORK });
  if (!result.ok) throw new Error(result.error.reason);
  const rules = result.value.network.securityGroups[WEB]?.rules ?? [];
  return { mergeKey: command.mergeKey, rules: rules.map((rule) => [rule.securityGroupRuleId, rule.remote]) };
};

const HTTP = ["sgr-web-in-2", { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" }];

describe("a row's edit", () => {
  test("adds the rule of a new row", () => {
    const next = ruleOf("tcp 443 from 0.0.0.0/0", "sgr-new");
    expect(afterEdit(null, next).rules.at(-1)).toEqual(["sgr-new", next.remote]);
  });

  test("changes a rule that keeps its kind of source, and its id", () => {
    const next = ruleOf("tcp 22 from 10.1.0.0/16", "sgr-web-in-1");
    expect(afterEdit(IN_FORCE, next).rules).toEqual([["sgr-web-in-1", next.remote], HTTP]);
  });

  test("puts another rule in its place where the kind of source changes", () => {
    const next = ruleOf("tcp 22 from sg:app", "sgr-web-in-1");
    expect(replacesRule({ inForce: IN_FORCE, next })).toBe(true);
    expect(afterEdit(IN_FORCE, next).rules).toEqual([["sgr-other", next.remote], HTTP]);
  });

  test("merges with the next keystroke in the same field, whichever command it takes", () => {
    for (const text of ["tcp 22 from sg:app", "tcp 22 from 10.1.0.0/16"])
      expect(afterEdit(IN_FORCE, ruleOf(text, "sgr-web-in-1")).mergeKey).toBe("row remote");
  });
});
