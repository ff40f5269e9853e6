import { describe, expect, test } from "vitest";
import { asId, recordOf, type SecurityGroup } from "../../../engine";
import { group, network, networkInterface, subnet, vpc } from "../../../engine/testing/network-builder";
import { EMPTY_DIAGRAM } from "../../document/diagram";
import { rowView } from "./row-view";
import { draftOf, fieldsOf, newDraft, type RuleFields } from "./rule-draft-form";
import { ruleRows } from "./rule-rows";

const WEB = asId<"securityGroup">("sg-web");
const RULES = ["tcp 22 from 10.0.1.0/24", "tcp 80 from 0.0.0.0/0"];
const NETWORK = network(
  vpc("A", "10.0.0.0/16"),
  subnet("a", "A", "10.0.1.0/24"),
  group("web", "A", RULES),
  networkInterface("w1", "a", "10.0.1.10", { groups: ["web"] }),
);
const DIAGRAM = { ...EMPTY_DIAGRAM, network: NETWORK };
const CONTEXT = {
  network: NETWORK,
  vpcId: asId<"vpc">("vpc-A"),
  groupId: WEB,
  direction: "ingress",
  myIp: null,
} as const;

const groupNow = (): SecurityGroup => {
  const found = recordOf(NETWORK.securityGroups, WEB);
  if (found === undefined) throw new Error("The network has a group web");
  return found;
};

/** The view of the first rule's row after these texts were typed in it. */
const typed = (texts: Partial<RuleFields>) => {
  const [rule] = groupNow().rules;
  if (rule === undefined) throw new Error("The group has rules");
  const context = { ...CONTEXT, inForce: rule };
  const { securityGroupRuleId: ruleId } = rule;
  const place = { draftId: ruleId, groupId: WEB, direction: "ingress", ruleId } as const;
  const draft = draftOf({ ...fieldsOf(rule, context), ...texts }, place);
  const rows = ruleRows(groupNow(), "ingress", [draft]);
  const [row] = rows;
  if (row === undefined) throw new Error("The table has rows");
  return rowView(row, rows, context, DIAGRAM);
};

const said = (texts: Partial<RuleFields>) =>
  typed(texts).messages.map(({ field, tone, text }) => `${field}/${tone}: ${text}`);

describe("a row", () => {
  test("says nothing about a rule in force", () => {
    const rows = ruleRows(groupNow(), "ingress", []);
    const views = rows.map((row) => rowView(row, rows, { ...CONTEXT, inForce: row.rule }, DIAGRAM));
    expect(views.map(({ messages, applied }) => [messages.length, applied])).toEqual([
      [0, true],
      [0, true],
    ]);
  });

  test("names the fault at its field, and what stays in force", () => {
    expect(said({ remote: "10.0.300.0/24" })).toEqual([
      "remote/wrong: 300 is not an octet (0–255). Not applied. Still in force: 10.0.1.0/24",
    ]);
    expect(said({ type: "custom-tcp", ports: "90-80" })).toEqual([
      "ports/wrong: The range ends before it begins. Not applied. Still in force: TCP 22",
    ]);
  });

  test("keeps showing what was typed", () => {
    expect(typed({ remote: "10.0.300.0/24" }).fields.remote).toBe("10.0.300.0/24");
  });

  test("names the rule that it would be a duplicate of", () => {
    expect(said({ type: "http", remoteKind: "anywhere-ipv4" })).toEqual([
      "row/wrong: InvalidPermission.Duplicate: same as rule 2. Not applied. Still in force: TCP 22, 10.0.1.0/24",
    ]);
  });

  test("gives EC2's code and a sentence for what EC2 refuses otherwise", () => {
    const [message = ""] = said({ type: "custom-protocol", protocol: "6" });
    expect(message).toMatch(/^row\/wrong: InvalidParameterValue: \w.+\. Not applied\. Still in force: /);
  });

  test("that is new asks quietly for what is missing", () => {
    const draft = newDraft(WEB, "ingress", asId("sgr-new"));
    const rows = ruleRows(groupNow(), "ingress", [draft]);
    const row = rows.at(-1);
    if (row === undefined) throw new Error("The table has a new row");
    const { messages, applied } = rowView(row, rows, { ...CONTEXT, inForce: null }, DIAGRAM);
    expect(applied).toBe(false);
    expect(messages.map(({ field, tone }) => `${field}/${tone}`)).toEqual([
      "ports/missing",
      "remote/missing",
    ]);
    expect(messages.every(({ text }) => text.endsWith(". Not applied."))).toBe(true);
  });
});
