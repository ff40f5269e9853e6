import Checkbox from "@cloudscape-design/components/checkbox";
import Tabs from "@cloudscape-design/components/tabs";
import { useState } from "react";
import { recordOf, type TransitGatewayAttachment, type TransitGatewayRouteTable } from "../../../engine";
import type { Command } from "../../document/command";
import {
  modifyTransitGatewayRouteTable,
  modifyTransitGatewayVpcAttachment,
  setTransitGatewayPropagation,
} from "../../document/commands/transit-gateway";
import { nameOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { NameField } from "../fields/NameField";
import { useRefusal } from "../fields/use-refusal";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { Refused } from "../parts/Refused";
import { NARROW_TABS } from "../parts/tabs";
import { TransitRouteRows } from "./TransitRouteRows";
import { attachmentsOf } from "./transit-parts";

type Props = Readonly<{ table: TransitGatewayRouteTable }>;

/** A transit gateway's route table: its routes, which attachments it routes, and which it learns from. */
export const TransitRouteTableDetails = ({ table }: Props) => {
  const { transitGatewayRouteTableId: id, transitGatewayId } = table;
  const [tab, setTab] = useState("routes");
  const network = usePathlight(({ diagram }) => diagram.network);
  const title = nameOf(network, id);
  const associated = attachmentsOf(network, transitGatewayId).filter((each) => each.routeTableId === id);
  return (
    <>
      <Heading
        glyph="transitGatewayRouteTable"
        title={title}
        subtitle={`${id} · transit gateway route table`}
        actions={<DeleteButton ids={[id]} />}
      />
      <Facts
        facts={[
          ["Transit gateway", <ElementLink key="gateway" id={transitGatewayId} />],
          ["Associations", associated.length],
          ["Propagations", table.propagatedFrom.length],
        ]}
      />
      <div className="pl-form">
        <NameField
          id={id}
          nameIn={({ transitGatewayRouteTables }) => recordOf(transitGatewayRouteTables, id)?.name}
          rename={(text) => modifyTransitGatewayRouteTable(id, { name: text })}
        />
      </div>
      <Tabs
        style={NARROW_TABS}
        activeTabId={tab}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        ariaLabel={`Transit gateway route table ${title}`}
        tabs={[
          { id: "routes", label: "Routes", content: <TransitRouteRows table={table} /> },
          { id: "associations", label: "Associations", content: <Associations table={table} /> },
          { id: "propagations", label: "Propagations", content: <Propagations table={table} /> },
        ]}
      />
    </>
  );
};

const Associations = ({ table: { transitGatewayRouteTableId: id, transitGatewayId } }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  return (
    <AttachmentChecks
      attachments={attachmentsOf(network, transitGatewayId)}
      text="What comes from an associated attachment is routed by this table. An attachment has one table."
      isChecked={({ routeTableId }) => routeTableId === id}
      note={({ routeTableId }) =>
        routeTableId === null || routeTableId === id ? "" : `now with ${nameOf(network, routeTableId)}`
      }
      name={`associated with ${nameOf(network, id)}`}
      change={({ transitGatewayAttachmentId }, on) =>
        modifyTransitGatewayVpcAttachment(transitGatewayAttachmentId, { routeTableId: on ? id : null })
      }
    />
  );
};

const Propagations = ({ table }: Props) => {
  const { transitGatewayRouteTableId: id, transitGatewayId, propagatedFrom } = table;
  const network = usePathlight(({ diagram }) => diagram.network);
  return (
    <AttachmentChecks
      attachments={attachmentsOf(network, transitGatewayId)}
      text="This table learns the CIDRs of the VPCs behind these attachments by itself."
      isChecked={({ transitGatewayAttachmentId }) => propagatedFrom.includes(transitGatewayAttachmentId)}
      note={({ vpcId }) => recordOf(network.vpcs, vpcId)?.cidrBlock ?? ""}
      name={`propagated to ${nameOf(network, id)}`}
      change={({ transitGatewayAttachmentId }, on) =>
        setTransitGatewayPropagation(id, transitGatewayAttachmentId, on)
      }
    />
  );
};

type ChecksProps = Readonly<{
  attachments: readonly TransitGatewayAttachment[];
  text: string;
  name: string;
  isChecked(attachment: TransitGatewayAttachment): boolean;
  note(attachment: TransitGatewayAttachment): string;
  change(attachment: TransitGatewayAttachment, on: boolean): Command;
}>;

/** All attachments of the gateway, checked where something holds of them. */
const AttachmentChecks = ({ attachments, text, name, isChecked, note, change }: ChecksProps) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const { refused, run } = useRefusal();
  return (
    <>
      <p className="pl-text">{text}</p>
      {attachments.length === 0 ? <p className="pl-nothing">No VPC is attached yet.</p> : null}
      <ul className="pl-list">
        {attachments.map((attachment) => (
          <li key={attachment.transitGatewayAttachmentId}>
            <Checkbox
              checked={isChecked(attachment)}
              onChange={({ detail }) => run(change(attachment, detail.checked))}
              ariaLabel={`${nameOf(network, attachment.transitGatewayAttachmentId)}: ${name}`}
            />
            <ElementLink id={attachment.transitGatewayAttachmentId} />
            <span className="pl-list__aside">{note(attachment)}</span>
          </li>
        ))}
      </ul>
      <Refused text={refused} />
    </>
  );
};
