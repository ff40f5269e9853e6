import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import {
  asId,
  type Instance,
  type Network,
  type NetworkInterface,
  recordOf,
  recordsOf,
  type Subnet,
  type SubnetId,
} from "../../../engine";
import type { Command } from "../../document/command";
import { createNetworkInterface } from "../../document/commands/network-interface";
import { newId } from "../../document/new-id";
import { pathlight, usePathlight } from "../../store/store";
import { barredBy, barrierTo } from "../fields/use-barrier";
import { BarredButton } from "../parts/BarredButton";

type Props = Readonly<{ instance: Instance; interfaces: readonly NetworkInterface[] }>;

/** Subnets of the same VPC and zone as an interface: where an instance's other interfaces may be. */
const subnetsBeside = (network: Network, primary: NetworkInterface | undefined): readonly Subnet[] => {
  const own = primary === undefined ? undefined : recordOf(network.subnets, primary.subnetId);
  if (own === undefined) return [];
  return recordsOf(network.subnets).filter(
    ({ vpcId, availabilityZone }) => vpcId === own.vpcId && availabilityZone === own.availabilityZone,
  );
};

/** Attaches another interface, in any subnet of the instance's zone. */
export const AttachInterface = ({ instance, interfaces }: Props) => {
  const diagram = usePathlight((state) => state.diagram);
  const commandIn = (subnetId: SubnetId): Command =>
    createNetworkInterface({
      networkInterfaceId: newId("networkInterface"),
      subnetId,
      name: `eth${interfaces.length}`,
      groupIds: [],
      attachTo: instance.instanceId,
      place: null,
    });
  const choices = subnetsBeside(diagram.network, interfaces[0]).map((subnet) => ({
    ...subnet,
    barrier: barrierTo(diagram, commandIn(subnet.subnetId)),
  }));
  const [first, ...others] = choices;
  if (first === undefined) return null;
  if (others.length === 0)
    return (
      <BarredButton iconName="add-plus" command={commandIn(first.subnetId)}>
        Attach another interface
      </BarredButton>
    );
  return (
    <ButtonDropdown
      {...barredBy(choices.every(({ barrier }) => barrier !== null) ? first.barrier : null)}
      items={choices.map(({ subnetId, name, cidrBlock, barrier }) => ({
        id: subnetId,
        text: `in ${name || subnetId}`,
        secondaryText: cidrBlock,
        ...barredBy(barrier),
      }))}
      onItemClick={({ detail }) => pathlight.getState().attempt(commandIn(asId<"subnet">(detail.id)))}
      expandToViewport
    >
      Attach another interface
    </ButtonDropdown>
  );
};
