import {
  asId,
  isPeeringOver,
  type Network,
  recordOf,
  recordsOf,
  type Vpc,
  type VpcPeeringConnection,
} from "../../../engine";
import { createVpcPeeringConnection } from "../../document/commands/vpc-peering-connection";
import { nameOf } from "../../document/find";
import { newId } from "../../document/new-id";
import { usePathlight } from "../../store/store";
import { ChoiceField } from "../fields/ChoiceField";
import { ElementList } from "../parts/ElementLink";
import { Section } from "../parts/Section";

type Props = Readonly<{ vpc: Vpc }>;

const peeringsOf = (network: Network, { vpcId }: Vpc): readonly VpcPeeringConnection[] =>
  recordsOf(network.vpcPeeringConnections).filter(
    (each) => each.requesterVpcId === vpcId || each.accepterVpcId === vpcId,
  );

/** What joins a VPC with others: peerings, and attachments to transit gateways. */
export const VpcConnections = ({ vpc }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const { vpcId } = vpc;
  const peerings = peeringsOf(network, vpc);
  const attachments = recordsOf(network.transitGatewayAttachments).filter((each) => each.vpcId === vpcId);
  if (peerings.length + attachments.length === 0 && recordsOf(network.vpcs).length < 2) return null;
  return (
    <Section title="Connections to other VPCs">
      <ElementList
        ids={[
          ...peerings.map((each) => each.vpcPeeringConnectionId),
          ...attachments.map((each) => each.transitGatewayAttachmentId),
        ]}
        empty="None: only the Internet lies between this VPC and the others."
        aside={(id) => asideOf(network, vpcId, id)}
      />
      <NewPeering vpc={vpc} peerings={peerings} />
    </Section>
  );
};

const otherOf = ({ requesterVpcId, accepterVpcId }: VpcPeeringConnection, vpcId: string) =>
  requesterVpcId === vpcId ? accepterVpcId : requesterVpcId;

const asideOf = (network: Network, vpcId: string, id: string): string => {
  const peering = recordOf(network.vpcPeeringConnections, id);
  if (peering !== undefined)
    return `peering with ${nameOf(network, otherOf(peering, vpcId))} · ${peering.status.replaceAll("-", " ")}`;
  const attachment = recordOf(network.transitGatewayAttachments, id);
  return attachment === undefined
    ? ""
    : `attached to ${nameOf(network, attachment.transitGatewayId)} · ${attachment.state}`;
};

const NewPeering = ({ vpc, peerings }: Props & Readonly<{ peerings: readonly VpcPeeringConnection[] }>) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const { vpcId } = vpc;
  const joined = new Set<string>(
    peerings.filter((each) => !isPeeringOver(each)).map((each) => otherOf(each, vpcId)),
  );
  const others = recordsOf(network.vpcs).filter((each) => each.vpcId !== vpcId && !joined.has(each.vpcId));
  if (others.length === 0) return null;
  return (
    <ChoiceField
      label="Peer with"
      choices={others.map((each) => ({ value: each.vpcId, label: nameOf(network, each.vpcId) }))}
      value={null}
      choose={(value) =>
        createVpcPeeringConnection({
          vpcPeeringConnectionId: newId("vpcPeeringConnection"),
          name: `${nameOf(network, vpcId)}-${nameOf(network, value)}`,
          requesterVpcId: vpcId,
          accepterVpcId: asId<"vpc">(value),
          status: "pending-acceptance",
        })
      }
      placeholder="Choose a VPC"
      note="A request, which is accepted in the peering’s own form."
    />
  );
};
