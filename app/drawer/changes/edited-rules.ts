import {
  changesBetween,
  type NetworkAcl,
  type NetworkAclEntry,
  recordOf,
  recordsOf,
  ruleText,
  type SecurityGroup,
  type SecurityGroupId,
  type SecurityGroupRule,
} from "../../../engine";
import type { Change } from "../../store/state";

/** A rule that an edit of its group made, or took away; one that was altered is both. */
export type EditedRule = Readonly<{ groupId: SecurityGroupId; rule: SecurityGroupRule; isAdded: boolean }>;

type Edit = Pick<Change, "before" | "after">;

/** A rule or an entry by what it does: a description says nothing. */
const meaning = ({ traffic, remote, ...rest }: SecurityGroupRule | NetworkAclEntry): string =>
  JSON.stringify([
    rest.direction,
    traffic,
    remote,
    "ruleAction" in rest ? [rest.ruleAction, rest.ruleNumber] : [],
  ]);

/** Those of one list that the other has not. */
const beyond = <Rule extends SecurityGroupRule | NetworkAclEntry>(
  rules: readonly Rule[],
  others: readonly Rule[],
): readonly Rule[] => {
  const known = new Set(others.map(meaning));
  return rules.filter((rule) => !known.has(meaning(rule)));
};

/** The rules that an edit put into groups, or took out of them. New groups and deleted ones are named by the edit itself. */
export const editedRules = ({ before, after }: Edit): readonly EditedRule[] => {
  const changed = changesBetween(before.network, after.network).securityGroups ?? {};
  return Object.keys(changed).flatMap((id) => {
    const old = recordOf<SecurityGroup>(before.network.securityGroups, id);
    const now = recordOf<SecurityGroup>(after.network.securityGroups, id);
    if (old === undefined || now === undefined) return [];
    const edited = (isAdded: boolean) => (rule: SecurityGroupRule) => ({
      groupId: now.groupId,
      rule,
      isAdded,
    });
    return [
      ...beyond(old.rules, now.rules).map(edited(false)),
      ...beyond(now.rules, old.rules).map(edited(true)),
    ];
  });
};

const unquoted = (text: string): string => text.slice(1, -1);

const entryWords = ({ after }: Edit, entry: NetworkAclEntry): string =>
  `${entry.ruleAction} ${unquoted(ruleText(after.network, { rule: entry }))}`;

type Words = Readonly<{ gone: readonly string[]; come: readonly string[] }>;

const groupWords = (edit: Edit): Words => {
  const all = editedRules(edit);
  const words = (wanted: boolean) =>
    all
      .filter(({ isAdded }) => isAdded === wanted)
      .map(({ rule }) => unquoted(ruleText((wanted ? edit.after : edit.before).network, { rule })));
  return { gone: words(false), come: words(true) };
};

const aclWords = (edit: Edit): Words => {
  const { before, after } = edit;
  const changed = changesBetween(before.network, after.network).networkAcls ?? {};
  const acls = recordsOf<NetworkAcl | null>(changed).flatMap((now) => {
    const old = now === null ? undefined : recordOf<NetworkAcl>(before.network.networkAcls, now.networkAclId);
    return now === null || old === undefined ? [] : [{ old: old.entries, now: now.entries }];
  });
  return {
    gone: acls.flatMap(({ old, now }) => beyond(old, now)).map((entry) => entryWords(edit, entry)),
    come: acls.flatMap(({ old, now }) => beyond(now, old)).map((entry) => entryWords(edit, entry)),
  };
};

/** Rules named in a row; the forms show them all. */
const NAMED = 2;

const listed = (words: readonly string[]): string => {
  const more = words.length - NAMED;
  return words.slice(0, NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
};

/** The rules that an edit was about, in words: "TCP 80 from 0.0.0.0/0", "deny TCP 22 …"; an altered one before and after. */
export const editedRulesText = (edit: Edit): string => {
  const [group, acl] = [groupWords(edit), aclWords(edit)];
  const sides = [
    [...group.gone, ...acl.gone],
    [...group.come, ...acl.come],
  ].filter((words) => words.length > 0);
  return sides.map(listed).join(" → ");
};
