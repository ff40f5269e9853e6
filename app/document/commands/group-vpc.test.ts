import { describe, expect, test } from "vitest";
import { asId, recordOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { change, group, peering } from "../../../engine/testing/network-builder";
import { ruleOf } from "../../../engine/testing/rule-text";
import { after, codeOf, diagramOf, reasonOf } from "../testing/expect";
import { addGroup, modifyNetworkInterfaceAttribute } from "./network-interface";
import { associateSecurityGroupVpc, disassociateSecurityGroupVpc } from "./security-group";
import { authorizeSecurityGroupRules } from "./security-group-rule";

const WORLD = change(BASE_WORLD, group("b", "B", []));
const START = diagramOf(WORLD);
const B = asId<"securityGroup">("sg-b");
const W1 = asId<"networkInterface">("eni-w1");
const share = associateSecurityGroupVpc(B, asId<"vpc">("vpc-A"));
const end = disassociateSecurityGroupVpc(B, asId<"vpc">("vpc-A"));

describe("a group of another VPC", () => {
  test("is worn only after it is associated with the interface's VPC", () => {
    const wear = modifyNetworkInterfaceAttribute(W1, { groupIds: [B] });
    expect(codeOf(wear.run(START))).toBe("InvalidParameter");
    const worn = after(START, share, wear);
    expect(recordOf(worn.network.networkInterfaces, W1)?.groupIds).toEqual([B]);
  });

  test("stays associated until nobody wears it there", () => {
    const shared = after(START, share);
    expect(recordOf(shared.network.securityGroups, B)?.associatedVpcIds).toEqual(["vpc-A"]);
    expect(after(shared, end).network).toEqual(WORLD);
    expect(codeOf(end.run(after(shared, addGroup(W1, B))))).toBe("DependencyViolation");
    expect(reasonOf(share.run(shared))).toBe("groupAtHome");
    expect(reasonOf(end.run(START))).toBe("groupNotAssociated");
    expect(share.label(START)).toBe("Use b in A too");
    expect(end.label(START)).toBe("Use b in A no more");
  });

  test("is named in rules where the VPCs are peered", () => {
    const rule = authorizeSecurityGroupRules(asId("sg-app"), [ruleOf("tcp 8080 from sg:b", "sgr-new")]);
    expect(codeOf(rule.run(START))).toBe("InvalidGroup.NotFound");
    expect(codeOf(rule.run(diagramOf(change(WORLD, peering("AB", "A", "B")))))).toBe("ok");
  });
});
