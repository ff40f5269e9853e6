import {
  asId,
  type Direction,
  fail,
  ok,
  type Result,
  type SecurityGroupId,
  type SecurityGroupRule,
  type SecurityGroupRuleId,
} from "../../../engine";
import type { RuleDraft } from "../../document/rule-draft";
import { type Fault, wrong } from "./fault";
import { type RemoteFields, readRemote, remoteFields, remoteText, sameRemote } from "./remote-fields";
import type { RuleContext } from "./rule-context";
import { trafficText } from "./rule-traffic";
import { FIRST_TYPE, sameTraffic } from "./rule-types";
import { readTraffic, type TrafficFields, trafficFields, withType } from "./traffic-fields";

/** The texts of one row of the rule form. */
export type RuleFields = TrafficFields & RemoteFields & Readonly<{ description: string }>;

export type RuleField = "protocol" | "ports" | "remote" | "description";

/** What is wrong, by the field to say it at. Never empty where it stands for a failure. */
export type FieldErrors = Readonly<Partial<Record<RuleField, Fault>>>;

const LONGEST_DESCRIPTION = 255;
/** EC2 API Reference, IpRange: the characters a rule's description may have. */
const NOT_IN_DESCRIPTION = /[^a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]/u;

/** A rule as its row shows it. */
export const fieldsOf = (rule: SecurityGroupRule, context: RuleContext): RuleFields => ({
  ...trafficFields(rule.traffic),
  ...remoteFields(rule.remote, context),
  description: rule.description,
});

/** A row before anything was typed, as the console adds it. */
export const EMPTY_FIELDS: RuleFields = {
  ...withType({ type: FIRST_TYPE, protocol: "", ports: "" }, FIRST_TYPE),
  remoteKind: "custom",
  remote: "",
  description: "",
};

/** The draft that a new row starts as. Its id becomes the rule's, so that the row stays the same row. */
export const newDraft = (
  groupId: SecurityGroupId,
  direction: Direction,
  ruleId: SecurityGroupRuleId,
): RuleDraft => ({ draftId: ruleId, groupId, direction, ruleId: null, ...EMPTY_FIELDS });

/** The texts of a draft, without its place. */
export const textsOf = ({
  type,
  protocol,
  ports,
  remoteKind,
  remote,
  description,
}: RuleFields): RuleFields => ({
  type,
  protocol,
  ports,
  remoteKind,
  remote,
  description,
});

/** The draft that holds these texts at this place; the rule `ruleId` stays in force meanwhile. */
export const draftOf = (
  fields: RuleFields,
  place: Pick<RuleDraft, "draftId" | "groupId" | "direction" | "ruleId">,
): RuleDraft => ({ ...place, ...textsOf(fields) });

/** The rule that a row says, with the id of the rule it edits (a new row: its own), or what is wrong where. */
export const readRule = (draft: RuleDraft, context: RuleContext): Result<SecurityGroupRule, FieldErrors> => {
  const traffic = readTraffic(draft);
  const remote = readRemote(draft, context);
  const description = readDescription(draft.description, context.inForce?.description);
  if (traffic.ok && remote.ok && description.ok)
    return ok({
      securityGroupRuleId: draft.ruleId ?? asId<"securityGroupRule">(draft.draftId),
      direction: draft.direction,
      traffic: traffic.value,
      remote: remote.value,
      description: description.value,
    });
  return fail({
    ...(traffic.ok ? {} : traffic.error),
    ...(remote.ok ? {} : { remote: remote.error }),
    ...(description.ok ? {} : { description: description.error }),
  });
};

/** A description in force is never refused: an imported one may have characters that EC2 would not take today. */
const readDescription = (text: string, inForce: string | undefined): Result<string, Fault> => {
  if (text === inForce) return ok(text);
  const odd = NOT_IN_DESCRIPTION.exec(text)?.[0];
  if (odd !== undefined) return fail(wrong(`A description cannot have “${odd}”`));
  if (text.length > LONGEST_DESCRIPTION)
    return fail(wrong(`A description has at most ${LONGEST_DESCRIPTION} characters, not ${text.length}`));
  return ok(text);
};

/** Do both rules admit the same, described in the same words? */
export const sameRule = (a: SecurityGroupRule, b: SecurityGroupRule): boolean =>
  samePermission(a, b) && a.description === b.description;

/** Would EC2 call the second a duplicate of the first? Descriptions do not count. */
export const samePermission = (a: SecurityGroupRule, b: SecurityGroupRule): boolean =>
  a.direction === b.direction && sameTraffic(a.traffic, b.traffic) && sameRemote(a.remote, b.remote);

/** What a rule in force says where a field's text is not applied, for "Still in force: …". */
export const inForceText = (field: RuleField, rule: SecurityGroupRule, context: RuleContext): string => {
  switch (field) {
    // The whole traffic: "22" alone says little beside a row that has become ICMP.
    case "protocol":
    case "ports":
      return trafficText([rule.traffic]);
    case "remote":
      return remoteText(rule.remote, context);
    case "description":
      return rule.description === "" ? "no description" : rule.description;
  }
};
