import Button from "@cloudscape-design/components/button";
import Select from "@cloudscape-design/components/select";
import {
  asId,
  interfaceTitle,
  isPrimary,
  type Network,
  type NetworkInterface,
  ok,
  ownerOf,
  recordOf,
  recordsOf,
} from "../../../engine";
import {
  attachNetworkInterface,
  detachNetworkInterface,
  modifyNetworkInterfaceAttribute,
} from "../../document/commands/network-interface";
import type { Place } from "../../document/diagram";
import { vpcOf } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";
import { GroupPicker } from "../fields/GroupPicker";
import { LiveTextField } from "../fields/LiveTextField";
import { SwitchField } from "../fields/SwitchField";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { Section } from "../parts/Section";
import { Addresses } from "./Addresses";

type Props = Readonly<{ networkInterface: NetworkInterface }>;

/** An elastic network interface: what it is attached to, its addresses, its groups. */
export const InterfaceDetails = ({ networkInterface }: Props) => {
  const { networkInterfaceId: id, subnetId, requesterManaged } = networkInterface;
  const network = usePathlight(({ diagram }) => diagram.network);
  const title = interfaceTitle(network, networkInterface);
  const owner = ownerOf(networkInterface);
  const vpcId = vpcOf(network, id);
  const stays = isPrimary(networkInterface) || requesterManaged;
  return (
    <>
      <Heading
        glyph="networkInterface"
        title={title}
        subtitle={`${id} · network interface`}
        actions={stays ? undefined : <DeleteButton ids={[id]} />}
      />
      <Facts
        facts={[
          ["Attached to", owner === null ? "nothing" : <ElementLink key="owner" id={owner} />],
          ["VPC", vpcId === null ? "none" : <ElementLink key="vpc" id={vpcId} />],
          ["Subnet", <ElementLink key="subnet" id={subnetId} />],
        ]}
      />
      {requesterManaged ? null : (
        <div className="pl-form">
          <LiveTextField
            label="Name"
            inForce={(diagram) => recordOf(diagram.network.networkInterfaces, id)?.name ?? ""}
            edit={(text) => ok(modifyNetworkInterfaceAttribute(id, { name: text }))}
            mergeKey={`${id} name`}
          />
        </div>
      )}
      <div className="pl-form">
        <GroupPicker wearer={networkInterface} name={title} />
        {requesterManaged ? null : (
          <SwitchField
            label="Source/destination check"
            note="On: it takes only packets from or to its own addresses. Turn it off on what forwards for others, such as a firewall or a NAT instance."
            on={networkInterface.sourceDestCheck}
            turn={(on) => modifyNetworkInterfaceAttribute(id, { sourceDestCheck: on })}
          />
        )}
      </div>
      <Section title="Addresses">
        <Addresses owner={networkInterface} name={title} />
      </Section>
      {stays ? null : <Attachment networkInterface={networkInterface} />}
    </>
  );
};

/** Beside the card it is taken from. */
const placeBeside = (ownerId: string): Place => {
  const place = pathlight.getState().diagram.layout.places[ownerId];
  return { x: (place?.x ?? 0) + 24, y: (place?.y ?? 0) + 24, size: null };
};

const Attachment = ({ networkInterface }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const { attempt } = pathlight.getState();
  const id = networkInterface.networkInterfaceId;
  const owner = ownerOf(networkInterface);
  const instances = instancesIn(network, vpcOf(network, id));
  return (
    <Section
      title="Attachment"
      note={owner === null ? "Attached to nothing, it sends and receives nothing." : undefined}
    >
      {owner === null ? (
        <Select
          selectedOption={null}
          placeholder="Attach to an instance"
          options={instances.map(({ instanceId, name }) => ({
            value: instanceId,
            label: name || instanceId,
          }))}
          empty="No instance in this VPC"
          onChange={({ detail }) =>
            attempt(attachNetworkInterface(id, asId<"instance">(detail.selectedOption.value ?? "")))
          }
          expandToViewport
          ariaLabel="Attach to an instance"
        />
      ) : (
        <Button onClick={() => attempt(detachNetworkInterface(id, placeBeside(owner)))}>Detach</Button>
      )}
    </Section>
  );
};

const instancesIn = (network: Network, vpcId: string | null) =>
  recordsOf(network.instances).filter(({ instanceId }) => vpcOf(network, instanceId) === vpcId);
