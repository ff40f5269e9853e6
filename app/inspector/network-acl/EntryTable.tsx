import Button from "@cloudscape-design/components/button";
import { useMemo } from "react";
import { type Direction, type NetworkAcl, nextRuleNumber, recordOf } from "../../../engine";
import { usePathlight } from "../../store/store";
import { type LiveRow, rowMessages } from "../rows/live-rows";
import { ADD_ROW, useLiveRows } from "../rows/use-live-rows";
import { useInView } from "../rows/use-marked-row";
import { entriesOf } from "./acl-effects";
import { EntryRow } from "./EntryRow";
import { type EntryTexts, entryForm, newEntryTexts } from "./entry-form";

/** `markedRow` is the one that another view points at: "ingress 100", "egress * ::/0". */
type Props = Readonly<{ acl: NetworkAcl; direction: Direction; markedRow: string | null }>;

/** The entries of one direction by number, edited in place, and the catch-all that nobody can change. */
export const EntryTable = ({ acl, direction, markedRow }: Props) => {
  const diagram = usePathlight((state) => state.diagram);
  const hasIpv6 = (recordOf(diagram.network.vpcs, acl.vpcId)?.ipv6CidrBlocks.length ?? 0) > 0;
  const form = useMemo(() => entryForm(acl.networkAclId, direction), [acl.networkAclId, direction]);
  const { rows, handle, edit, commit, add, remove } = useLiveRows(form, entriesOf(acl, direction));
  return (
    <div className="pl-rows">
      <Columns direction={direction} />
      <ol>
        {rows.map((row) => (
          <EntryRow
            key={row.key}
            {...{ row, direction, edit, commit, remove }}
            vpcId={acl.vpcId}
            messages={rowMessages(form, row, diagram)}
            isMarked={row.record !== null && markedRow === `${direction} ${row.record.ruleNumber}`}
            handle={handle(row.key)}
          />
        ))}
        {(hasIpv6 ? ["0.0.0.0/0", "::/0"] : ["0.0.0.0/0"]).map((cidr) => (
          <CatchAll
            key={cidr}
            cidr={cidr}
            isMarked={markedRow === `${direction} *` || markedRow === `${direction} * ${cidr}`}
          />
        ))}
      </ol>
      <div className="pl-rows__add">
        <Button
          ref={handle(ADD_ROW)}
          iconName="add-plus"
          onClick={() => add(newEntryTexts(nextNumber(acl, direction, rows)))}
        >
          Add rule
        </Button>
      </div>
    </div>
  );
};

/** Ten above the last number, one that is not in force yet included. */
const nextNumber = (
  acl: NetworkAcl,
  direction: Direction,
  rows: readonly LiveRow<unknown, EntryTexts>[],
): number => {
  const drafted = rows
    .filter(({ record }) => record === null)
    .map(({ texts }) => Number(texts.ruleNumber))
    .filter(Number.isInteger);
  return Math.max(nextRuleNumber(acl, direction), ...drafted.map((number) => number + 10));
};

/** Seen only: every control says its column and row itself. */
const Columns = ({ direction }: Pick<Props, "direction">) => (
  <div className="pl-editrow pl-editrow--columns pl-entry" aria-hidden="true">
    <span className="pl-entry__number">Rule number</span>
    <span className="pl-entry__type">Type</span>
    <span className="pl-entry__protocol">Protocol</span>
    <span className="pl-entry__ports">Port range</span>
    <span className="pl-entry__action">Allow/Deny</span>
    <span className="pl-entry__remote">{direction === "ingress" ? "Source" : "Destination"}</span>
  </div>
);

/** A `*` row: what no entry decides is denied. */
const CatchAll = ({ cidr, isMarked }: Readonly<{ cidr: string; isMarked: boolean }>) => (
  <li
    ref={useInView(isMarked)}
    className={`pl-editrow pl-editrow--fixed pl-entry${isMarked ? " pl-editrow--marked" : ""}`}
    aria-label={`Last rule, ${cidr}: deny`}
    aria-current={isMarked || undefined}
  >
    <span className="pl-entry__number">*</span>
    <span className="pl-entry__type">All traffic</span>
    <span className="pl-entry__protocol">All</span>
    <span className="pl-entry__ports">All</span>
    <span className="pl-entry__action">Deny</span>
    <span className="pl-entry__remote">{cidr}</span>
  </li>
);
