import Button from "@cloudscape-design/components/button";
import type { SelectProps } from "@cloudscape-design/components/select";
import { memo, type Ref, useId, useRef } from "react";
import type { Direction, SecurityGroup, SecurityGroupRuleId } from "../../../engine";
import { usePathlight } from "../../store/store";
import { messageIdIn, RowMessages } from "../rows/RowMessages";
import { useInView } from "../rows/use-marked-row";
import { readCidrText } from "./cidr-fault";
import { DIRECTION_WORD } from "./direction";
import { RemoteKindCell, RemoteValueCell } from "./RemoteCell";
import { DescriptionCell, PortsCell, ProtocolCell, TypeCell } from "./RuleCells";
import type { RowView } from "./row-view";
import type { RuleRow } from "./rule-rows";
import { ruleType } from "./rule-types";
import { useRuleHighlight } from "./use-rule-highlight";
import { useRuleRow } from "./use-rule-row";

type Props = Readonly<{
  row: RuleRow;
  view: RowView;
  /** Counted from 1, as it is named. */
  number: number;
  direction: Direction;
  group: SecurityGroup;
  color: number | null;
  handle(key: string): Ref<SelectProps.Ref>;
  rename(key: string, ruleId: string): void;
  remove(key: string): void;
}>;

const useMark = (ruleId: SecurityGroupRuleId | null) => {
  const marked = usePathlight(({ highlightedRules }) => ruleId !== null && highlightedRules.includes(ruleId));
  return { marked, element: useInView(marked) };
};

const RowFields = ({ row, view, number, direction, group, color, handle, rename, remove }: Props) => {
  const editing = useRuleRow(row, view.fields, direction, { group, rename });
  const fields = editing.typed ?? view.fields;
  const name = `${DIRECTION_WORD[direction]} rule ${number}`;
  const id = useId();
  const { marked, element } = useMark(row.rule?.securityGroupRuleId ?? null);
  const kind = useRef<SelectProps.Ref>(null);
  const highlight = useRuleHighlight(row.rule?.securityGroupRuleId ?? null);
  const messageId = messageIdIn(view.messages, id);
  const cell = { fields, name, editing, messageId };
  return (
    <li
      ref={element}
      className={className(marked, view.applied, fields.type)}
      aria-label={name}
      aria-current={marked || undefined}
      {...highlight}
    >
      <div className="pl-rule__type">
        <TypeCell {...cell} handle={handle(row.key)} />
      </div>
      <div className="pl-rule__protocol">
        <ProtocolCell {...cell} />
      </div>
      <div className="pl-rule__ports">
        <PortsCell {...cell} />
      </div>
      <div className="pl-rule__kind">
        <RemoteKindCell {...cell} {...{ group, direction, color, kind }} />
      </div>
      <div className="pl-rule__remote">
        <RemoteValueCell {...cell} {...{ group, direction, color, kind }} />
      </div>
      <div className="pl-rule__description">
        <DescriptionCell {...cell} />
      </div>
      <div className="pl-rule__remove">
        <Button
          variant="icon"
          iconName="close"
          ariaLabel={`Delete ${name}`}
          onClick={() => remove(row.key)}
        />
      </div>
      <RowMessages messages={view.messages} id={id} />
      <CanonicalNote typed={editing.typed?.remote ?? null} />
    </li>
  );
};

const className = (marked: boolean, applied: boolean, type: string): string => {
  const isIcmp = ruleType(type).form.kind === "icmp";
  const marks = [marked && "pl-rule--marked", !applied && "pl-rule--draft", isIcmp && "pl-rule--icmp"];
  return ["pl-rule", ...marks.filter((mark) => mark !== false)].join(" ");
};

/** What is in force while the typed text says it otherwise: host bits cleared, /32 added. */
const CanonicalNote = ({ typed }: Readonly<{ typed: string | null }>) => {
  const read = typed === null ? null : readCidrText(typed);
  if (!read?.ok || read.value === typed) return null;
  return <p className="pl-message pl-message--remote pl-message--missing">Applied as {read.value}</p>;
};

/** Typing in one row draws only that row again: a group may have sixty. */
export const RuleRowView = memo(RowFields, (before, after) => {
  const same = (key: keyof Props) => before[key] === after[key];
  return (
    before.row.rule === after.row.rule &&
    before.row.draft === after.row.draft &&
    before.row.key === after.row.key &&
    JSON.stringify(before.view) === JSON.stringify(after.view) &&
    (["number", "direction", "color", "rename", "remove", "handle"] as const).every(same) &&
    before.group.groupId === after.group.groupId &&
    before.group.vpcId === after.group.vpcId
  );
});
