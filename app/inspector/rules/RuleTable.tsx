import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import type { Ref } from "react";
import type { Direction, SecurityGroup, SecurityGroupRule } from "../../../engine";
import { usePathlight } from "../../store/store";
import { remoteColumn } from "./RemoteCell";
import { RuleRowView } from "./RuleRowView";
import { rowView } from "./row-view";
import { ADD_RULE, useRuleRows } from "./use-rule-rows";

type Props = Readonly<{ group: SecurityGroup; direction: Direction }>;

const colorOf = (rule: SecurityGroupRule | null, colors: Readonly<Record<string, number>>): number | null =>
  rule?.remote.kind === "group" ? (colors[rule.remote.groupId] ?? 0) : null;

/** The rules of one direction, edited in place in the console's order and words. */
export const RuleTable = ({ group, direction }: Props) => {
  const diagram = usePathlight((state) => state.diagram);
  const myIp = usePathlight((state) => state.preferences.myIp);
  const { rows, handle, rename, add, remove } = useRuleRows(group, direction);
  const { groupId, vpcId } = group;
  const context = { network: diagram.network, vpcId, groupId, direction, myIp };
  return (
    <div className="pl-rules">
      {rows.length === 0 ? <NoRules direction={direction} /> : <Columns direction={direction} />}
      <ol className="pl-rules__rows">
        {rows.map((row, index) => (
          <RuleRowView
            key={row.key}
            {...{ row, direction, group, handle, rename, remove }}
            view={rowView(row, rows, { ...context, inForce: row.rule }, diagram)}
            number={index + 1}
            color={row.draft === null ? colorOf(row.rule, diagram.layout.groupColors) : null}
          />
        ))}
      </ol>
      <AddRule handle={handle(ADD_RULE)} onClick={add} />
    </div>
  );
};

/** Seen only: every control says its column and row itself. */
const Columns = ({ direction }: Pick<Props, "direction">) => (
  <div className="pl-rule pl-rule--columns" aria-hidden="true">
    <span className="pl-rule__type">Type</span>
    <span className="pl-rule__protocol">Protocol</span>
    <span className="pl-rule__ports">Port range</span>
    <span className="pl-rule__kind">{remoteColumn(direction)}</span>
    <span className="pl-rule__description">Description</span>
  </div>
);

const NoRules = ({ direction }: Pick<Props, "direction">) => (
  <p className="pl-nothing">
    {direction === "ingress"
      ? "No inbound rules: nothing may start a connection to its members."
      : "No outbound rules: its members may start no connection."}
  </p>
);

type AddProps = Readonly<{ handle: Ref<ButtonProps.Ref>; onClick(): void }>;

const AddRule = ({ handle, onClick }: AddProps) => (
  <Button ref={handle} iconName="add-plus" onClick={onClick}>
    Add rule
  </Button>
);
