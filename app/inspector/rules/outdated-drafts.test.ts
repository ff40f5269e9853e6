import { describe, expect, test } from "vitest";
import { asId, type Network } from "../../../engine";
import { group, network, vpc } from "../../../engine/testing/network-builder";
import { EMPTY_DIAGRAM } from "../../document/diagram";
import { outdatedDrafts } from "./outdated-drafts";
import { draftOf, EMPTY_FIELDS } from "./rule-draft-form";

const diagram = (of: Network) => ({ ...EMPTY_DIAGRAM, network: of });
const web = (...rules: readonly string[]) =>
  diagram(network(vpc("A", "10.0.0.0/16"), group("web", "A", rules)));

const draft = (ruleId: string | null) =>
  draftOf(EMPTY_FIELDS, {
    draftId: ruleId ?? "sgr-new",
    groupId: asId<"securityGroup">("sg-web"),
    direction: "ingress",
    ruleId: ruleId === null ? null : asId<"securityGroupRule">(ruleId),
  });

const OF_RULE = draft("sgr-web-in-1");
const DRAFTS = { "sg-web": [OF_RULE, draft(null)] };
const BEFORE = web("tcp 22 from 10.0.0.0/8");

describe("drafts", () => {
  test("go when undo brings another rule under them", () => {
    expect(outdatedDrafts(BEFORE, web("tcp 23 from 10.0.0.0/8"), DRAFTS)).toEqual([OF_RULE]);
  });

  test("go with their rule", () => {
    expect(outdatedDrafts(BEFORE, web(), DRAFTS)).toEqual([OF_RULE]);
  });

  test("stay when their rule is the same, whatever else changed", () => {
    const moved = { ...BEFORE, layout: { places: {}, groupColors: {} } };
    const elsewhere = diagram({ ...BEFORE.network, securityGroups: { ...BEFORE.network.securityGroups } });
    expect(outdatedDrafts(BEFORE, moved, DRAFTS)).toEqual([]);
    expect(outdatedDrafts(BEFORE, elsewhere, DRAFTS)).toEqual([]);
  });
});
