import Alert from "@cloudscape-design/components/alert";
import { type NatGateway, type Network, recordOf } from "../../../engine";
import { modifyNatGateway } from "../../document/commands/nat-gateway";
import { usePathlight } from "../../store/store";
import { ChoiceField } from "../fields/ChoiceField";
import { NameField } from "../fields/NameField";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { RoutesTo } from "../parts/RoutesTo";
import { Section } from "../parts/Section";
import { exposureOf } from "../route-table/subnet-exposure";

type Props = Readonly<{ gateway: NatGateway }>;

const CONNECTIVITY: readonly Readonly<{ value: NatGateway["connectivityType"]; label: string }>[] = [
  { value: "public", label: "Public" },
  { value: "private", label: "Private" },
];

const STATES: readonly Readonly<{ value: NatGateway["state"]; label: string }>[] = [
  { value: "pending", label: "Pending" },
  { value: "available", label: "Available" },
  { value: "failed", label: "Failed" },
  { value: "deleting", label: "Deleting" },
  { value: "deleted", label: "Deleted" },
];

/** A NAT gateway: where it stands, its addresses, its state, and the routes that lead to it. */
export const NatGatewayDetails = ({ gateway }: Props) => {
  const { natGatewayId: id, name, subnetId, connectivityType, state } = gateway;
  const network = usePathlight(({ diagram }) => diagram.network);
  const vpcId = recordOf(network.subnets, subnetId)?.vpcId;
  return (
    <>
      <Heading
        glyph="natGateway"
        title={name || id}
        subtitle={`${id} · ${connectivityType} NAT gateway`}
        actions={<DeleteButton ids={[id]} />}
      />
      <Facts
        facts={[
          ["VPC", vpcId === undefined ? "none" : <ElementLink key="vpc" id={vpcId} />],
          ["Subnet", <ElementLink key="subnet" id={subnetId} />],
        ]}
      />
      <div className="pl-form pl-form--two">
        <NameField
          id={id}
          nameIn={({ natGateways }) => recordOf(natGateways, id)?.name}
          rename={(text) => modifyNatGateway(id, { name: text })}
        />
        <ChoiceField
          label="Connectivity"
          choices={CONNECTIVITY}
          value={connectivityType}
          choose={(value) =>
            modifyNatGateway(id, { connectivityType: value === "private" ? "private" : "public" })
          }
          note={
            connectivityType === "public"
              ? "It leads to the Internet. If you change this, AWS would replace the gateway."
              : "It leads to other networks only. If you change this, AWS would replace the gateway."
          }
        />
        <ChoiceField
          label="State"
          choices={STATES}
          value={state}
          choose={(value) =>
            modifyNatGateway(id, { state: STATES.find((each) => each.value === value)?.value ?? state })
          }
          note="Only an available one carries traffic."
        />
      </div>
      <Addresses gateway={gateway} />
      <WayOut network={network} gateway={gateway} />
      <RoutesTo
        id={id}
        empty={
          connectivityType === "public"
            ? "No route leads here yet: add 0.0.0.0/0 to this gateway in the route table of a private subnet."
            : "No route leads here yet: add one for another network to this gateway, in a subnet's route table."
        }
      />
    </>
  );
};

const Addresses = ({ gateway: { addresses } }: Props) => (
  <Section
    title="Addresses"
    note="It sends under the first one. It wears no security groups; the network ACL of its subnet filters it."
  >
    <ul className="pl-list">
      {addresses.map(({ privateIpAddress, publicIp }) => (
        <li key={privateIpAddress}>
          {privateIpAddress}
          <span className="pl-list__aside">
            {publicIp === null ? "no public address" : `public ${publicIp}`}
          </span>
        </li>
      ))}
    </ul>
  </Section>
);

/** A public one is of use only in a subnet whose routes lead to an internet gateway. */
const WayOut = ({ network, gateway }: Props & Readonly<{ network: Network }>) => {
  const subnet = recordOf(network.subnets, gateway.subnetId);
  if (subnet === undefined || gateway.connectivityType === "private") return null;
  const { kind, why } = exposureOf(network, subnet);
  if (kind !== "private") return null;
  return (
    <Alert type="warning" header="Worth a look">
      Its own subnet has no way to an internet gateway, so it reaches nothing on the Internet. {why}
    </Alert>
  );
};
