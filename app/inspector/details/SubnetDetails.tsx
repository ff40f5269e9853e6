import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { interfaceTitle, type Network, ok, recordOf, recordsOf, type Subnet } from "../../../engine";
import { modifySubnet } from "../../document/commands/subnet";
import { pathlight, usePathlight } from "../../store/store";
import { LiveTextField } from "../fields/LiveTextField";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink, ElementList } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { Section } from "../parts/Section";
import { SubnetAssociationFields } from "./SubnetAssociationFields";

type Props = Readonly<{ subnet: Subnet }>;

const REPLACES = "If you change this, AWS would replace the subnet.";

/** A subnet: its block and zone, and what is in it. */
export const SubnetDetails = ({ subnet }: Props) => {
  const { subnetId, vpcId, name, mapPublicIpOnLaunch } = subnet;
  const network = usePathlight(({ diagram }) => diagram.network);
  return (
    <>
      <Heading
        glyph="subnet"
        title={name || subnetId}
        subtitle={`${subnetId} · subnet`}
        actions={<DeleteButton ids={[subnetId]} />}
      />
      <Facts
        facts={[
          ["VPC", <ElementLink key="vpc" id={vpcId} />],
          ["Availability Zone", subnet.availabilityZone],
          ["Interfaces", interfacesIn(network, subnet).length],
        ]}
      />
      <SubnetFields subnet={subnet} />
      <div className="pl-form">
        <Checkbox
          checked={mapPublicIpOnLaunch}
          onChange={({ detail }) =>
            pathlight.getState().attempt(modifySubnet(subnetId, { mapPublicIpOnLaunch: detail.checked }))
          }
          description="For instances launched or moved here from now on."
        >
          Auto-assign public IPv4 address
        </Checkbox>
      </div>
      <SubnetAssociationFields subnet={subnet} />
      <NatGatewaysHere subnet={subnet} />
      <Section title="Network interfaces here">
        <InterfacesHere subnet={subnet} />
      </Section>
    </>
  );
};

const interfacesIn = (network: Network, { subnetId }: Subnet) =>
  recordsOf(network.networkInterfaces).filter((each) => each.subnetId === subnetId);

/** They have no network interface of their own in a design, but stand in the subnet all the same. */
const NatGatewaysHere = ({ subnet: { subnetId } }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const gateways = recordsOf(network.natGateways).filter((each) => each.subnetId === subnetId);
  if (gateways.length === 0) return null;
  return (
    <Section title="NAT gateways here">
      <ElementList
        ids={gateways.map(({ natGatewayId }) => natGatewayId)}
        empty=""
        aside={(id) => recordOf(network.natGateways, id)?.addresses[0]?.privateIpAddress}
      />
    </Section>
  );
};

const InterfacesHere = ({ subnet }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const interfaces = interfacesIn(network, subnet);
  if (interfaces.length === 0) return <p className="pl-nothing">Nothing is in this subnet yet.</p>;
  return (
    <ul className="pl-list">
      {interfaces.map((each) => (
        <li key={each.networkInterfaceId}>
          <ElementLink id={each.networkInterfaceId}>{interfaceTitle(network, each)}</ElementLink>
          <span className="pl-list__aside">{each.privateIpAddresses[0]?.privateIpAddress}</span>
        </li>
      ))}
    </ul>
  );
};

const SubnetFields = ({ subnet: { subnetId } }: Props) => {
  const subnetOf = (network: Network) => recordOf(network.subnets, subnetId);
  return (
    <div className="pl-form pl-form--two">
      <LiveTextField
        label="Name"
        inForce={({ network }) => subnetOf(network)?.name ?? ""}
        edit={(text) => ok(modifySubnet(subnetId, { name: text }))}
        mergeKey={`${subnetId} name`}
      />
      <ZoneField subnetId={subnetId} />
      <LiveTextField
        label="IPv4 CIDR"
        inForce={({ network }) => subnetOf(network)?.cidrBlock ?? ""}
        edit={(text) => ok(modifySubnet(subnetId, { cidrBlock: text.trim() }))}
        mergeKey={`${subnetId} cidr`}
        note={REPLACES}
      />
      <LiveTextField
        label="IPv6 CIDR"
        inForce={({ network }) => subnetOf(network)?.ipv6CidrBlock ?? ""}
        edit={(text) =>
          ok(modifySubnet(subnetId, { ipv6CidrBlock: text.trim() === "" ? null : text.trim() }))
        }
        mergeKey={`${subnetId} ipv6`}
        placeholder="None"
      />
    </div>
  );
};

const ZONES = ["a", "b", "c", "d", "e", "f"];

const ZoneField = ({ subnetId }: Pick<Subnet, "subnetId">) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const subnet = recordOf(network.subnets, subnetId);
  const region = subnet === undefined ? "" : (recordOf(network.vpcs, subnet.vpcId)?.region ?? "");
  const zone = subnet?.availabilityZone ?? "";
  return (
    <FormField label="Availability Zone" constraintText={REPLACES} stretch>
      <Select
        options={ZONES.map((letter) => ({ value: region + letter }))}
        selectedOption={{ value: zone, label: zone }}
        onChange={({ detail }) => {
          const availabilityZone = detail.selectedOption.value ?? zone;
          pathlight.getState().attempt(modifySubnet(subnetId, { availabilityZone }));
        }}
        expandToViewport
        ariaLabel="Availability Zone"
      />
    </FormField>
  );
};
