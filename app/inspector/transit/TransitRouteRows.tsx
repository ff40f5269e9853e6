import Button from "@cloudscape-design/components/button";
import Select from "@cloudscape-design/components/select";
import { useId, useMemo } from "react";
import type { TransitGatewayRoute, TransitGatewayRouteTable } from "../../../engine";
import { nameOf } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";
import { ElementLink } from "../parts/ElementLink";
import { type LiveRow, type RowMessage, rowMessages } from "../rows/live-rows";
import { messageIdIn, RowMessages } from "../rows/RowMessages";
import { SuggestCell } from "../rows/SuggestCell";
import { ADD_ROW, type LiveRows, useLiveRows } from "../rows/use-live-rows";
import { messageProps } from "../rules/RuleCells";
import { vpcBlockSuggestions } from "../rules/remote-options";
import { attachmentsOf, propagatedRoutes } from "./transit-parts";
import { BLACKHOLE, NEW_TRANSIT_ROUTE, type TransitRouteTexts, transitRouteForm } from "./transit-route-form";

type Props = Readonly<{ table: TransitGatewayRouteTable }>;

/** A transit gateway table's routes: its own to edit, and those that it has learnt. */
export const TransitRouteRows = ({ table }: Props) => {
  const diagram = usePathlight((state) => state.diagram);
  const { network } = diagram;
  const id = table.transitGatewayRouteTableId;
  const form = useMemo(() => transitRouteForm(network, id), [network, id]);
  const { rows, handle, add, ...editing } = useLiveRows(form, table.routes);
  const learnt = propagatedRoutes(network, table);
  return (
    <div className="pl-rows">
      <div className="pl-editrow pl-editrow--columns pl-transit-route" aria-hidden="true">
        <span>CIDR</span>
        <span>Attachment</span>
      </div>
      <ol>
        {learnt.map(({ cidr, attachment }) => (
          <li
            key={`${cidr} ${attachment.transitGatewayAttachmentId}`}
            className="pl-editrow pl-editrow--fixed pl-transit-route"
          >
            <span>{cidr}</span>
            <span>
              <ElementLink id={attachment.transitGatewayAttachmentId} /> (propagated)
            </span>
          </li>
        ))}
        {rows.map((row, index) => (
          <RouteRow
            key={row.key}
            {...{ row, table, editing }}
            number={index + 1}
            messages={rowMessages(form, row, diagram)}
            handle={handle(row.key)}
          />
        ))}
      </ol>
      {learnt.length + rows.length === 0 ? (
        <p className="pl-nothing">No routes: nothing that comes in by this table is sent on.</p>
      ) : null}
      <div className="pl-rows__add">
        <Button ref={handle(ADD_ROW)} iconName="add-plus" onClick={() => add(NEW_TRANSIT_ROUTE)}>
          Add route
        </Button>
      </div>
    </div>
  );
};

type RowProps = Props &
  Readonly<{
    row: LiveRow<TransitGatewayRoute, TransitRouteTexts>;
    messages: readonly RowMessage[];
    number: number;
    handle: ReturnType<LiveRows<TransitGatewayRoute, TransitRouteTexts>["handle"]>;
    editing: Pick<LiveRows<TransitGatewayRoute, TransitRouteTexts>, "edit" | "commit" | "remove">;
  }>;

const RouteRow = ({ row, table, messages, number, handle, editing }: RowProps) => {
  const id = useId();
  const network = usePathlight(({ diagram }) => diagram.network);
  const { key, texts } = row;
  const name = `transit route ${number}`;
  const messageId = messageIdIn(messages, id);
  const targets = [
    ...attachmentsOf(network, table.transitGatewayId).map((each) => ({
      value: each.transitGatewayAttachmentId as string,
      label: nameOf(network, each.transitGatewayAttachmentId),
    })),
    { value: BLACKHOLE, label: "Blackhole" },
  ];
  const chosen = targets.find(({ value }) => value === texts.target);
  return (
    <li
      className={`pl-editrow pl-transit-route${row.draft === null ? "" : " pl-editrow--draft"}`}
      aria-label={name}
    >
      <SuggestCell
        value={texts.cidr}
        label={`CIDR, ${name}`}
        placeholder="CIDR"
        options={() => vpcBlockSuggestions(pathlight.getState().diagram.network)}
        messageId={messageId("cidr")}
        handle={handle}
        onChange={(cidr) => editing.edit(key, { field: "cidr", patch: { cidr }, typed: true })}
        onDone={editing.commit}
      />
      <Select
        options={targets}
        selectedOption={chosen ?? (texts.target === "" ? null : { value: texts.target, label: texts.target })}
        onChange={({ detail }) =>
          editing.edit(key, {
            field: "target",
            patch: { target: detail.selectedOption.value ?? "" },
            typed: false,
          })
        }
        placeholder="Choose an attachment"
        expandToViewport
        ariaLabel={`Attachment, ${name}`}
        {...messageProps(messageId("target"))}
      />
      <div className="pl-editrow__remove">
        <Button
          variant="icon"
          iconName="close"
          ariaLabel={`Remove ${name}`}
          onClick={() => editing.remove(key)}
        />
      </div>
      <RowMessages messages={messages} id={id} />
    </li>
  );
};
