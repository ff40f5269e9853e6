import { describe, expect, test } from "vitest";
import { asId, recordOf, type SecurityGroupRuleId } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { ruleOf } from "../../../engine/testing/rule-text";
import { after, codeOf, diagramOf, reasonOf } from "../testing/expect";
import {
  type CreateSecurityGroup,
  copySecurityGroup,
  createSecurityGroup,
  modifySecurityGroup,
} from "./security-group";
import {
  authorizeSecurityGroupRules,
  modifySecurityGroupRule,
  replaceSecurityGroupRule,
  revokeSecurityGroupRules,
} from "./security-group-rule";

const START = diagramOf(BASE_WORLD);
const groupId = (name: string) => asId<"securityGroup">(`sg-${name}`);
const ruleId = (id: string): SecurityGroupRuleId => asId<"securityGroupRule">(id);
const rulesOf = (diagram: typeof START, name: string) =>
  recordOf(diagram.network.securityGroups, groupId(name))?.rules ?? [];

const fresh = (name: string, vpc = "A"): CreateSecurityGroup => ({
  groupId: groupId(name),
  vpcId: asId<"vpc">(`vpc-${vpc}`),
  groupName: name,
  description: "words",
  egressRuleIds: { ipv4: ruleId(`sgr-${name}-4`), ipv6: ruleId(`sgr-${name}-6`) },
});

describe("a new group", () => {
  test("lets nothing in and everything out, over IPv6 too where its VPC has it", () => {
    const made = after(START, createSecurityGroup(fresh("n")), createSecurityGroup(fresh("m", "B")));
    expect(rulesOf(made, "n").map(({ direction, remote }) => [direction, remote])).toEqual([
      ["egress", { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" }],
      ["egress", { kind: "cidrIpv6", cidrIpv6: "::/0" }],
    ]);
    expect(rulesOf(made, "m")).toHaveLength(1);
  });

  test("gets a colour that none has, until eleven are used up", () => {
    const names = Array.from({ length: 12 }, (_, index) => `g${index}`);
    const made = after(START, ...names.map((name) => createSecurityGroup(fresh(name))));
    expect(names.map((name) => made.layout.groupColors[`sg-${name}`])).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0,
    ]);
  });

  test("needs its VPC", () => {
    expect(codeOf(createSecurityGroup(fresh("n", "gone")).run(START))).toBe("InvalidVpcID.NotFound");
  });
});

describe("a copied group", () => {
  const copy = (from: string, vpc: string, ruleIds: readonly string[]) =>
    copySecurityGroup({
      from: groupId(from),
      groupId: groupId("copy"),
      vpcId: asId<"vpc">(`vpc-${vpc}`),
      groupName: "copy",
      ruleIds: ruleIds.map(ruleId),
    });

  test("has the same rules under new ids; one that names the old group goes on naming it", () => {
    const made = after(START, copy("default", "A", ["sgr-1", "sgr-2", "sgr-3"]));
    expect(rulesOf(made, "copy")).toMatchObject([
      { securityGroupRuleId: "sgr-1", remote: { kind: "group", groupId: "sg-default" } },
      { securityGroupRuleId: "sgr-2" },
      { securityGroupRuleId: "sgr-3" },
    ]);
    expect(copy("default", "A", []).label(START)).toBe("Copy default to copy");
  });

  test("is refused in another VPC when its rules name groups of its own", () => {
    expect(codeOf(copy("app", "B", ["sgr-1", "sgr-2", "sgr-3"]).run(START))).toBe("InvalidGroup.NotFound");
    expect(codeOf(copy("web", "B", ["sgr-1", "sgr-2", "sgr-3", "sgr-4"]).run(START))).toBe("ok");
  });
});

test("a group is renamed under the checks of a new one", () => {
  const rename = (name: string, groupName: string) =>
    modifySecurityGroup(groupId(name), { groupName }).run(START);
  expect(codeOf(rename("web", "front"))).toBe("ok");
  expect(codeOf(rename("web", "APP"))).toBe("InvalidGroup.Duplicate");
  expect(reasonOf(rename("default", "mine"))).toBe("defaultGroupKeepsName");
  expect(codeOf(modifySecurityGroup(groupId("web"), { description: "" }).run(START))).toBe(
    "MissingParameter",
  );
  expect(codeOf(modifySecurityGroup(groupId("gone"), {}).run(START))).toBe("InvalidGroup.NotFound");
});

describe("rules", () => {
  test("are added all or none", () => {
    const rules = [ruleOf("tcp 22 from 10.0.0.0/8", "sgr-1"), ruleOf("tcp 80 from 0.0.0.0/0", "sgr-2")];
    expect(codeOf(authorizeSecurityGroupRules(groupId("web"), rules).run(START))).toBe(
      "InvalidPermission.Duplicate",
    );
    const taken = [ruleOf("tcp 22 from 10.0.0.0/8", "sgr-web-in-1")];
    expect(reasonOf(authorizeSecurityGroupRules(groupId("web"), taken).run(START))).toBe("idTaken");
  });

  test("have labels with the group's name", () => {
    const rule = ruleOf("tcp 22 from 10.0.0.0/8", "sgr-1");
    const out = ruleOf("tcp 22 to 10.0.0.0/8", "sgr-2");
    expect(authorizeSecurityGroupRules(groupId("web"), [rule]).label(START)).toBe("Add rule to web");
    expect(authorizeSecurityGroupRules(groupId("web"), [out, rule]).label(START)).toBe(
      "Add 2 outbound rules to web",
    );
    expect(modifySecurityGroupRule(groupId("web"), rule).label(START)).toBe("Edit rule of web");
    expect(revokeSecurityGroupRules(groupId("web"), [ruleId("sgr-web-out-1")]).label(START)).toBe(
      "Delete outbound rule from web",
    );
  });

  test("keep their place when they change, and when another kind of source takes theirs", () => {
    const changed = after(
      START,
      modifySecurityGroupRule(groupId("web"), ruleOf("tcp 8080 from 0.0.0.0/0", "sgr-web-in-1")),
    );
    expect(rulesOf(changed, "web").map((rule) => rule.securityGroupRuleId)).toEqual(
      rulesOf(START, "web").map((rule) => rule.securityGroupRuleId),
    );
    const other = replaceSecurityGroupRule(
      groupId("web"),
      ruleId("sgr-web-in-1"),
      ruleOf("tcp 80 from sg:app", "sgr-9"),
    );
    expect(rulesOf(after(START, other), "web")[0]).toMatchObject({
      securityGroupRuleId: "sgr-9",
      remote: { groupId: "sg-app" },
    });
    expect(reasonOf(other.run(after(START, other)))).toBe("ruleNotFound");
  });

  test("can be revoked only where they are", () => {
    const revoked = after(START, revokeSecurityGroupRules(groupId("web"), [ruleId("sgr-web-in-1")]));
    expect(rulesOf(revoked, "web")).toHaveLength(3);
    expect(codeOf(revokeSecurityGroupRules(groupId("web"), [ruleId("sgr-web-in-1")]).run(revoked))).toBe(
      "InvalidSecurityGroupRuleId.NotFound",
    );
  });
});
