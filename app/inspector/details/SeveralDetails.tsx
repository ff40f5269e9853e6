import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import {
  asId,
  interfacesOf,
  isWearableIn,
  type Network,
  type NetworkInterface,
  recordOf,
  recordsOf,
} from "../../../engine";
import { all } from "../../document/commands/all";
import { addGroup } from "../../document/commands/network-interface";
import { nameOf, vpcOf } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";
import { squareIcon } from "../fields/GroupPicker";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementList } from "../parts/ElementLink";
import { Heading } from "../parts/Heading";
import { Section } from "../parts/Section";

type Props = Readonly<{ ids: readonly string[] }>;

/** The interfaces that these things have or are. */
const wearersOf = (network: Network, ids: readonly string[]): readonly NetworkInterface[] => {
  const found = ids.flatMap((id) => {
    const own = recordOf(network.networkInterfaces, id);
    return own === undefined ? interfacesOf(network, id) : [own];
  });
  return [...new Set(found)];
};

/** Several things: what they are, and what can be done with all of them. */
export const SeveralDetails = ({ ids }: Props) => (
  <>
    <Heading
      glyph={null}
      title={`${ids.length} selected`}
      subtitle="Actions below are for all of them"
      actions={<DeleteButton ids={ids} />}
    />
    <AddGroupToAll ids={ids} />
    <Section title="Selected">
      <ElementList ids={ids} empty="" />
    </Section>
  </>
);

/** Only where all interfaces lie in one VPC: a group is worn in its own VPC and in those that it is associated with. */
const AddGroupToAll = ({ ids }: Props) => {
  const { network, layout } = usePathlight(({ diagram }) => diagram);
  const wearers = wearersOf(network, ids);
  const vpcIds = new Set(wearers.map(({ networkInterfaceId }) => vpcOf(network, networkInterfaceId)));
  const [vpcId] = vpcIds;
  if (vpcIds.size !== 1 || vpcId == null) return null;
  const groups = recordsOf(network.securityGroups).filter((group) => isWearableIn(group, vpcId));
  const add = (id: string): void => {
    const groupId = asId<"securityGroup">(id);
    const without = wearers.filter(({ groupIds }) => !groupIds.includes(groupId));
    const label = `Add ${nameOf(network, id)} to ${without.length} interfaces`;
    const commands = without.map(({ networkInterfaceId }) => addGroup(networkInterfaceId, groupId));
    pathlight.getState().attempt(all(label, commands));
  };
  return (
    <div className="pl-form">
      <FormField label="Add a security group to all" stretch>
        <Select
          selectedOption={null}
          placeholder="Choose a group"
          options={groups.map(({ groupId, groupName }) => ({
            value: groupId,
            label: groupName,
            iconSvg: squareIcon(layout.groupColors[groupId] ?? 0),
          }))}
          onChange={({ detail }) => add(detail.selectedOption.value ?? "")}
          expandToViewport
          ariaLabel="Add a security group to all"
        />
      </FormField>
    </div>
  );
};
