import { type Network, ok, recordOf, recordsOf, type Vpc } from "../../../engine";
import { modifyVpc } from "../../document/commands/vpc";
import { usePathlight } from "../../store/store";
import { CidrListField } from "../fields/CidrListField";
import { LiveTextField } from "../fields/LiveTextField";
import { GroupList } from "../group/GroupList";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementList } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { Section } from "../parts/Section";
import { VpcConnections } from "./VpcConnections";
import { VpcGateways } from "./VpcGateways";
import { VpcNetworkAcls, VpcRouteTables } from "./VpcTables";

type Props = Readonly<{ vpc: Vpc }>;

/** A VPC: its blocks, its subnets and its groups. */
export const VpcDetails = ({ vpc }: Props) => {
  const { vpcId, name } = vpc;
  const network = usePathlight(({ diagram }) => diagram.network);
  const subnets = recordsOf(network.subnets).filter((subnet) => subnet.vpcId === vpcId);
  return (
    <>
      <Heading
        glyph="vpc"
        title={name || vpcId}
        subtitle={`${vpcId} · VPC`}
        actions={<DeleteButton ids={[vpcId]} />}
      />
      <Facts
        facts={[
          ["Region", vpc.region],
          ["Subnets", subnets.length],
          ["Security groups", groupsIn(network, vpc).length],
        ]}
      />
      <VpcFields vpc={vpc} />
      <Section title="Subnets">
        <ElementList
          ids={subnets.map(({ subnetId }) => subnetId)}
          empty="No subnet yet."
          aside={(id) => recordOf(network.subnets, id)?.cidrBlock}
        />
      </Section>
      <VpcRouteTables vpc={vpc} />
      <VpcGateways vpc={vpc} />
      <VpcNetworkAcls vpc={vpc} />
      <GroupList vpcId={vpcId} />
      <VpcConnections vpc={vpc} />
    </>
  );
};

const groupsIn = (network: Network, { vpcId }: Vpc) =>
  recordsOf(network.securityGroups).filter((group) => group.vpcId === vpcId);

const VpcFields = ({ vpc: { vpcId } }: Props) => {
  const vpcOf = (network: Network) => recordOf(network.vpcs, vpcId);
  return (
    <>
      <div className="pl-form pl-form--two">
        <LiveTextField
          label="Name"
          inForce={({ network }) => vpcOf(network)?.name ?? ""}
          edit={(text) => ok(modifyVpc(vpcId, { name: text }))}
          mergeKey={`${vpcId} name`}
        />
        <LiveTextField
          label="IPv4 CIDR"
          inForce={({ network }) => vpcOf(network)?.cidrBlock ?? ""}
          edit={(text) => ok(modifyVpc(vpcId, { cidrBlock: text.trim() }))}
          mergeKey={`${vpcId} cidr`}
          note="If you change this, AWS would replace the VPC."
        />
      </div>
      <Section title="Secondary IPv4 CIDRs">
        <CidrListField
          noun="secondary CIDR"
          inForce={({ network }) => vpcOf(network)?.secondaryCidrBlocks ?? NONE}
          change={(secondaryCidrBlocks) => modifyVpc(vpcId, { secondaryCidrBlocks })}
          mergeKey={`${vpcId} secondary`}
          placeholder="10.1.0.0/16"
        />
      </Section>
      <Section title="IPv6 CIDRs">
        <CidrListField
          noun="IPv6 CIDR"
          inForce={({ network }) => vpcOf(network)?.ipv6CidrBlocks ?? NONE}
          change={(ipv6CidrBlocks) => modifyVpc(vpcId, { ipv6CidrBlocks })}
          mergeKey={`${vpcId} ipv6`}
          placeholder="2001:db8:1234::/56"
        />
      </Section>
    </>
  );
};

const NONE: readonly string[] = [];
