import Checkbox from "@cloudscape-design/components/checkbox";
import { asId, recordOf, recordsOf, type SubnetId, type TransitGatewayAttachment } from "../../../engine";
import { modifyTransitGatewayVpcAttachment } from "../../document/commands/transit-gateway";
import { nameOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { ChoiceField } from "../fields/ChoiceField";
import { NameField } from "../fields/NameField";
import { SwitchField } from "../fields/SwitchField";
import { useRefusal } from "../fields/use-refusal";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { Refused } from "../parts/Refused";
import { Section } from "../parts/Section";
import { tablesOf } from "./transit-parts";

type Props = Readonly<{ attachment: TransitGatewayAttachment }>;

const STATES: readonly Readonly<{ value: TransitGatewayAttachment["state"]; label: string }>[] = [
  { value: "available", label: "Available" },
  { value: "pending", label: "Pending" },
  { value: "failed", label: "Failed" },
  { value: "rejected", label: "Rejected" },
  { value: "deleted", label: "Deleted" },
];

const NO_TABLE = "none";

/** A VPC's attachment to a transit gateway: its state, its subnets, and the table that routes what comes from the VPC. */
export const AttachmentDetails = ({ attachment }: Props) => {
  const { transitGatewayAttachmentId: id, name, vpcId, transitGatewayId } = attachment;
  return (
    <>
      <Heading
        glyph="transitGatewayAttachment"
        title={name || id}
        subtitle={`${id} · transit gateway attachment`}
        actions={<DeleteButton ids={[id]} />}
      />
      <Facts
        facts={[
          ["VPC", <ElementLink key="vpc" id={vpcId} />],
          ["Transit gateway", <ElementLink key="gateway" id={transitGatewayId} />],
          ["State", STATES.find(({ value }) => value === attachment.state)?.label ?? attachment.state],
        ]}
      />
      <Fields attachment={attachment} />
      <Section
        title="Subnets"
        note="One in each zone: what stands in another zone cannot use the attachment."
      >
        <Subnets attachment={attachment} />
      </Section>
    </>
  );
};

const Fields = ({ attachment }: Props) => {
  const { transitGatewayAttachmentId: id, state, routeTableId, transitGatewayId } = attachment;
  const network = usePathlight(({ diagram }) => diagram.network);
  const tables = tablesOf(network, transitGatewayId).map(({ transitGatewayRouteTableId }) => ({
    value: transitGatewayRouteTableId as string,
    label: nameOf(network, transitGatewayRouteTableId),
  }));
  return (
    <div className="pl-form pl-form--two">
      <NameField
        id={id}
        nameIn={({ transitGatewayAttachments }) => recordOf(transitGatewayAttachments, id)?.name}
        rename={(text) => modifyTransitGatewayVpcAttachment(id, { name: text })}
      />
      <ChoiceField
        label="State"
        choices={STATES}
        value={state}
        choose={(value) =>
          modifyTransitGatewayVpcAttachment(id, {
            state: STATES.find((each) => each.value === value)?.value ?? state,
          })
        }
      />
      <ChoiceField
        label="Associated route table"
        choices={[...tables, { value: NO_TABLE, label: "None" }]}
        value={routeTableId ?? NO_TABLE}
        choose={(value) =>
          modifyTransitGatewayVpcAttachment(id, {
            routeTableId: value === NO_TABLE ? null : asId<"transitGatewayRouteTable">(value),
          })
        }
        note="Routes what comes from this VPC."
      />
      <SwitchField
        label="Security group referencing support"
        note="Needed here, at the other attachment and at the gateway."
        on={attachment.securityGroupReferencingSupport}
        turn={(on) => modifyTransitGatewayVpcAttachment(id, { securityGroupReferencingSupport: on })}
      />
    </div>
  );
};

const Subnets = ({ attachment: { transitGatewayAttachmentId: id, vpcId, subnetIds } }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const { refused, run } = useRefusal();
  const subnets = recordsOf(network.subnets).filter((subnet) => subnet.vpcId === vpcId);
  const put = (subnetId: SubnetId, isIn: boolean): void => {
    const others = subnetIds.filter((each) => each !== subnetId);
    run(modifyTransitGatewayVpcAttachment(id, { subnetIds: isIn ? [...others, subnetId] : others }));
  };
  return (
    <>
      <ul className="pl-list">
        {subnets.map(({ subnetId, availabilityZone }) => (
          <li key={subnetId}>
            <Checkbox
              checked={subnetIds.includes(subnetId)}
              onChange={({ detail }) => put(subnetId, detail.checked)}
              ariaLabel={`${nameOf(network, subnetId)} in the attachment`}
            />
            <ElementLink id={subnetId} />
            <span className="pl-list__aside">{availabilityZone}</span>
          </li>
        ))}
      </ul>
      <Refused text={refused} />
    </>
  );
};
