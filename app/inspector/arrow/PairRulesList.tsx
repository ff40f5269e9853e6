import type { Direction, SecurityGroupRule, SecurityGroupRuleId, TierId } from "../../../engine";
import { useEngine } from "../../analysis/engine-context";
import { findRule } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";
import { GroupSquare, useGroupColor } from "../parts/GroupName";
import { Section } from "../parts/Section";
import { remoteText } from "../rules/remote-fields";
import { trafficText } from "../rules/rule-traffic";
import { useRuleHighlight } from "../rules/use-rule-highlight";
import { ruleContext } from "../rules/use-rule-row";
import { useAnswer } from "./use-answer";

type Props = Readonly<{ from: TierId; to: TierId }>;

/** The rules on both ends that permit an arrow's traffic, each as a sentence that leads to the rule. */
export const PairRulesList = ({ from, to }: Props) => {
  const { tierPairRules } = useEngine();
  const analysed = usePathlight(({ analysis }) => analysis.network);
  const rules = useAnswer(() => tierPairRules(from, to), analysed, from, to);
  if (rules === null) return null;
  return (
    <>
      <Rules
        title="Outbound, at the source"
        ruleIds={rules.egressRules}
        outside="The source lies outside: it has no rules here."
      />
      <Rules
        title="Inbound, at the destination"
        ruleIds={rules.ingressRules}
        outside="The destination lies outside: it has no rules here."
      />
    </>
  );
};

type RulesProps = Readonly<{ title: string; ruleIds: readonly SecurityGroupRuleId[]; outside: string }>;

const Rules = ({ title, ruleIds, outside }: RulesProps) => (
  <Section title={title}>
    {ruleIds.length === 0 ? <p className="pl-nothing">{outside}</p> : null}
    <ul className="pl-list">
      {ruleIds.map((ruleId) => (
        <RuleSentence key={ruleId} ruleId={ruleId} />
      ))}
    </ul>
  </Section>
);

const WORDS: Readonly<Record<Direction, Readonly<{ verb: string; preposition: string }>>> = {
  ingress: { verb: "lets in", preposition: "from" },
  egress: { verb: "lets out", preposition: "to" },
};

const RuleSentence = ({ ruleId }: Readonly<{ ruleId: SecurityGroupRuleId }>) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const found = findRule(network, ruleId);
  const highlight = useRuleHighlight(ruleId);
  const color = useGroupColor(found?.group.groupId);
  if (found === null) return null;
  const { group, rule } = found;
  const { verb, preposition } = WORDS[rule.direction];
  return (
    <li {...highlight}>
      <button
        type="button"
        className="pl-link pl-link--group"
        onClick={() => openRule(group.groupId, ruleId)}
      >
        <GroupSquare color={color} />
        {group.groupName}
      </button>
      <span className="pl-list__words">
        {verb} {trafficText([rule.traffic])} {preposition} {farEnd(rule, group)}
        {rule.description === "" ? "" : ` (“${rule.description}”)`}
      </span>
    </li>
  );
};

const farEnd = (rule: SecurityGroupRule, group: Parameters<typeof ruleContext>[0]): string =>
  remoteText(rule.remote, ruleContext(group, rule.direction, null));

/** Shows the group with this rule marked. */
const openRule = (groupId: string, ruleId: SecurityGroupRuleId): void => {
  const { selectElements, setHighlightedRules } = pathlight.getState();
  setHighlightedRules([ruleId]);
  selectElements(groupId);
};
