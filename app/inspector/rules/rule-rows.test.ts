import { describe, expect, test } from "vitest";
import { asId, type SecurityGroup, type SecurityGroupRule } from "../../../engine";
import { draftOf, EMPTY_FIELDS } from "./rule-draft-form";
import { neighbour, ruleRows } from "./rule-rows";

const rule = (id: string, direction: "ingress" | "egress" = "ingress"): SecurityGroupRule => ({
  securityGroupRuleId: asId<"securityGroupRule">(id),
  direction,
  traffic: { ipProtocol: "all" },
  remote: { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" },
  description: "",
});

const GROUP: SecurityGroup = {
  groupId: asId<"securityGroup">("sg-1"),
  groupName: "web",
  description: "",
  vpcId: asId<"vpc">("vpc-1"),
  associatedVpcIds: [],
  rules: [rule("sgr-1"), rule("sgr-2", "egress"), rule("sgr-3")],
};

const draft = (draftId: string, ruleId: string | null, direction: "ingress" | "egress" = "ingress") =>
  draftOf(EMPTY_FIELDS, {
    draftId,
    groupId: GROUP.groupId,
    direction,
    ruleId: ruleId === null ? null : asId<"securityGroupRule">(ruleId),
  });

const keysOf = (...drafts: readonly ReturnType<typeof draft>[]) =>
  ruleRows(GROUP, "ingress", drafts).map(({ key }) => key);

describe("the rows of a rule table", () => {
  test("are the rules of its direction, then the new rows", () => {
    expect(keysOf(draft("sgr-9", null), draft("sgr-8", null, "egress"))).toEqual(["sgr-1", "sgr-3", "sgr-9"]);
  });

  test("hold the text that a rule's row was given", () => {
    const typed = draft("sgr-3", "sgr-3");
    expect(ruleRows(GROUP, "ingress", [typed])[1]).toMatchObject({ key: "sgr-3", draft: typed });
  });

  test("stay the same row when a draft has become the rule with its id", () => {
    expect(keysOf(draft("sgr-3", null))).toEqual(["sgr-1", "sgr-3"]);
  });

  test("stay the same row when a rule goes on under another id", () => {
    const rows = ruleRows(GROUP, "ingress", [], new Map([["sgr-3", "sgr-old"]]));
    expect(rows.map(({ key }) => key)).toEqual(["sgr-1", "sgr-old"]);
  });

  test("leave out text for a rule that has gone", () => {
    expect(keysOf(draft("sgr-7", "sgr-7"))).toEqual(["sgr-1", "sgr-3"]);
  });

  test("hand the focus to the next row, else to the one before, else to none", () => {
    const rows = ruleRows(GROUP, "ingress", []);
    expect(neighbour(rows, "sgr-1")).toBe("sgr-3");
    expect(neighbour(rows, "sgr-3")).toBe("sgr-1");
    expect(neighbour(rows.slice(0, 1), "sgr-1")).toBeNull();
  });
});
