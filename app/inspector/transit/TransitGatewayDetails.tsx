import Button from "@cloudscape-design/components/button";
import {
  asId,
  type Network,
  recordOf,
  recordsOf,
  type SubnetId,
  type TransitGateway,
  type VpcId,
} from "../../../engine";
import {
  createTransitGatewayRouteTable,
  createTransitGatewayVpcAttachment,
  modifyTransitGateway,
} from "../../document/commands/transit-gateway";
import { nameOf } from "../../document/find";
import { newId } from "../../document/new-id";
import { pathlight, usePathlight } from "../../store/store";
import { ChoiceField } from "../fields/ChoiceField";
import { NameField } from "../fields/NameField";
import { SwitchField } from "../fields/SwitchField";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementList } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { Section } from "../parts/Section";
import { attachmentsOf, tablesOf } from "./transit-parts";

type Props = Readonly<{ gateway: TransitGateway }>;

/** A transit gateway: whether it keeps group references, its attachments, its route tables. */
export const TransitGatewayDetails = ({ gateway }: Props) => {
  const { transitGatewayId: id, name, region } = gateway;
  const network = usePathlight(({ diagram }) => diagram.network);
  return (
    <>
      <Heading
        glyph="transitGateway"
        title={name || id}
        subtitle={`${id} · transit gateway`}
        actions={<DeleteButton ids={[id]} />}
      />
      <Facts
        facts={[
          ["Region", region],
          ["Attachments", attachmentsOf(network, id).length],
          ["Route tables", tablesOf(network, id).length],
        ]}
      />
      <div className="pl-form">
        <NameField
          id={id}
          nameIn={({ transitGateways }) => recordOf(transitGateways, id)?.name}
          rename={(text) => modifyTransitGateway(id, { name: text })}
        />
        <SwitchField
          label="Security group referencing support"
          note="Inbound rules may then name groups of the other VPCs. It has to be on here and at both attachments."
          on={gateway.securityGroupReferencingSupport}
          turn={(on) => modifyTransitGateway(id, { securityGroupReferencingSupport: on })}
        />
      </div>
      <Attachments gateway={gateway} />
      <RouteTables gateway={gateway} />
    </>
  );
};

/** A subnet in each zone of a VPC, as an attachment needs it. */
const subnetPerZone = (network: Network, vpcId: VpcId): readonly SubnetId[] => {
  const byZone = new Map<string, SubnetId>();
  for (const { vpcId: own, availabilityZone, subnetId } of recordsOf(network.subnets))
    if (own === vpcId && !byZone.has(availabilityZone)) byZone.set(availabilityZone, subnetId);
  return [...byZone.values()];
};

const Attachments = ({ gateway: { transitGatewayId, region } }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const attachments = attachmentsOf(network, transitGatewayId);
  const attached = new Set<string>(attachments.map(({ vpcId }) => vpcId));
  const others = recordsOf(network.vpcs).filter((vpc) => vpc.region === region && !attached.has(vpc.vpcId));
  return (
    <Section title="Attachments">
      <ElementList
        ids={attachments.map((each) => each.transitGatewayAttachmentId)}
        empty="No VPC is attached yet."
        aside={(id) => {
          const attachment = recordOf(network.transitGatewayAttachments, id);
          return attachment && `${nameOf(network, attachment.vpcId)} · ${attachment.state}`;
        }}
      />
      {others.length === 0 ? null : (
        <ChoiceField
          label="Attach a VPC"
          choices={others.map(({ vpcId }) => ({ value: vpcId, label: nameOf(network, vpcId) }))}
          value={null}
          choose={(value) => {
            const vpcId = asId<"vpc">(value);
            return createTransitGatewayVpcAttachment({
              transitGatewayAttachmentId: newId("transitGatewayAttachment"),
              transitGatewayId,
              vpcId,
              subnetIds: subnetPerZone(network, vpcId),
              name: nameOf(network, vpcId),
            });
          }}
          placeholder="Choose a VPC"
          note="With a subnet in each of its zones. Its route tables need routes to the gateway besides."
        />
      )}
    </Section>
  );
};

const RouteTables = ({ gateway: { transitGatewayId } }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const tables = tablesOf(network, transitGatewayId);
  const create = (): void => {
    const id = newId("transitGatewayRouteTable");
    const name = `table-${tables.length + 1}`;
    const made = pathlight
      .getState()
      .attempt(createTransitGatewayRouteTable({ transitGatewayRouteTableId: id, transitGatewayId, name }));
    if (made) pathlight.getState().selectElements(id);
  };
  return (
    <Section
      title="Route tables"
      actions={
        <Button variant="inline-link" onClick={create}>
          Create route table
        </Button>
      }
    >
      <ElementList
        ids={tables.map((each) => each.transitGatewayRouteTableId)}
        empty="No route table: nothing that comes in is sent on."
        aside={(id) => {
          const count = attachmentsOf(network, transitGatewayId).filter(
            (each) => each.routeTableId === id,
          ).length;
          return count === 1 ? "routes 1 attachment" : `routes ${count} attachments`;
        }}
      />
    </Section>
  );
};
