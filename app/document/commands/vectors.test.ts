import { describe, expect, test } from "vitest";
import { asId, type Network, type SecurityGroupRule } from "../../../engine";
import { ruleOf } from "../../../engine/testing/rule-text";
import { COMMAND_VECTORS, type CommandVector, changed, writtenOut } from "../../../engine/testing/vectors";
import type { Command } from "../command";
import { codeOf, diagramOf } from "../testing/expect";
import { runInstances } from "./instance";
import { modifyNetworkInterfaceAttribute } from "./network-interface";
import { associateSecurityGroupVpc, createSecurityGroup, deleteSecurityGroup } from "./security-group";
import { authorizeSecurityGroupRules, modifySecurityGroupRule } from "./security-group-rule";

type Step = CommandVector["cases"][number]["steps"][number];

const groupId = (name: string) => asId<"securityGroup">(`sg-${name}`);

const newRules = (texts: readonly string[], step: number): readonly SecurityGroupRule[] =>
  texts.flatMap(writtenOut).map((text, index) => ruleOf(text, `sgr-new-${step}-${index}`));

const commandOf = (step: Step, index: number): Command => {
  switch (step.command) {
    case "authorizeSecurityGroupRules":
      return authorizeSecurityGroupRules(groupId(step.group), newRules(step.rules, index));
    case "modifySecurityGroupRule":
      return modifySecurityGroupRule(groupId(step.group), ruleOf(step.rule, step.ruleId));
    case "deleteSecurityGroup":
      return deleteSecurityGroup(groupId(step.group));
    case "createSecurityGroup":
      return createSecurityGroup({
        groupId: groupId("new"),
        vpcId: asId<"vpc">(`vpc-${step.vpc}`),
        groupName: step.groupName,
        description: step.description,
        egressRuleIds: { ipv4: asId("sgr-new-4"), ipv6: asId("sgr-new-6") },
      });
    case "modifyNetworkInterfaceAttribute":
      return modifyNetworkInterfaceAttribute(asId<"networkInterface">(`eni-${step.interface}`), {
        groupIds: step.groups.map(groupId),
      });
    case "associateSecurityGroupVpc":
      return associateSecurityGroupVpc(groupId(step.group), asId<"vpc">(`vpc-${step.vpc}`));
    case "runInstances":
      return runInstances({
        instanceId: asId<"instance">(`i-${step.name}`),
        networkInterfaceId: asId<"networkInterface">(`eni-${step.name}`),
        subnetId: asId<"subnet">(`subnet-${step.subnet}`),
        name: step.name,
        instanceType: "t3.micro",
        groupIds: step.groups.map(groupId),
        place: { x: 0, y: 0, size: null },
      });
  }
};

const meaning = ({ direction, traffic, remote }: SecurityGroupRule) => ({ direction, traffic, remote });

const expectContent = (network: Network, step: Step): void => {
  if ("holds" in step && step.holds !== undefined) {
    const rules = network.securityGroups[groupId(step.group)]?.rules.map(meaning);
    for (const text of step.holds) expect(rules).toContainEqual(meaning(ruleOf(text, "")));
  }
  if (step.command === "modifySecurityGroupRule") {
    const ids = network.securityGroups[groupId(step.group)]?.rules.map((rule) => rule.securityGroupRuleId);
    expect(ids).toContain(step.ruleId);
  }
  if ("wears" in step) {
    const made = network.networkInterfaces[asId<"networkInterface">(`eni-${step.name}`)];
    expect(made?.groupIds).toEqual(step.wears.map(groupId));
  }
};

describe.each(COMMAND_VECTORS.map((vector) => [vector.id, vector] as const))("%s", (_, vector) => {
  test.each(vector.cases.map((each, index) => [index + 1, each] as const))(
    `${vector.title} (%i)`,
    (_case, each) => {
      let diagram = diagramOf(changed(each.change));
      each.steps.forEach((step, index) => {
        const result = commandOf(step, index).run(diagram);
        expect(codeOf(result)).toBe(step.expect);
        if (result.ok) diagram = result.value;
        expectContent(diagram.network, step);
      });
    },
  );
});
