import Button from "@cloudscape-design/components/button";
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
import { createNetworkInterface } from "../../document/commands/network-interface";
import { newId } from "../../document/new-id";
import { pathlight, usePathlight } from "../../store/store";

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
  const network = usePathlight(({ diagram }) => diagram.network);
  const subnets = subnetsBeside(network, interfaces[0]);
  const attach = (subnetId: SubnetId): void => {
    const command = createNetworkInterface({
      networkInterfaceId: newId("networkInterface"),
      subnetId,
      name: `eth${interfaces.length}`,
      groupIds: [],
      attachTo: instance.instanceId,
      place: null,
    });
    pathlight.getState().attempt(command);
  };
  const [only] = subnets;
  if (only === undefined) return null;
  if (subnets.length === 1)
    return (
      <Button iconName="add-plus" onClick={() => attach(only.subnetId)}>
        Attach another interface
      </Button>
    );
  return (
    <ButtonDropdown
      items={subnets.map(({ subnetId, name, cidrBlock }) => ({
        id: subnetId,
        text: `in ${name || subnetId}`,
        secondaryText: cidrBlock,
      }))}
      onItemClick={({ detail }) => attach(asId<"subnet">(detail.id))}
      expandToViewport
    >
      Attach another interface
    </ButtonDropdown>
  );
};
