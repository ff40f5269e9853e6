import Button from "@cloudscape-design/components/button";
import Select from "@cloudscape-design/components/select";
import {
  interfaceTitle,
  isWearableIn,
  type NetworkInterface,
  recordsOf,
  type SecurityGroup,
} from "../../../engine";
import { addGroup, removeGroup } from "../../document/commands/network-interface";
import { groupUsers, vpcOf } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";
import { ElementLink } from "../parts/ElementLink";
import { Section } from "../parts/Section";

type Props = Readonly<{ group: SecurityGroup }>;

/** Who wears the group, and whose rules name it. */
export const GroupInterfaces = ({ group }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const { interfaces, groups } = groupUsers(network, group.groupId);
  return (
    <>
      <Section title="Members">
        {interfaces.length === 0 ? <p className="pl-nothing">No interface wears this group.</p> : null}
        <ul className="pl-list">
          {interfaces.map((each) => (
            <Member key={each.networkInterfaceId} group={group} member={each} />
          ))}
        </ul>
        <AddMember group={group} members={interfaces} />
      </Section>
      {groups.length === 0 ? null : (
        <Section title="Named in the rules of">
          <ul className="pl-list">
            {groups.map(({ groupId }) => (
              <li key={groupId}>
                <ElementLink id={groupId} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

const Member = ({ group, member }: Props & Readonly<{ member: NetworkInterface }>) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const title = interfaceTitle(network, member);
  return (
    <li>
      <ElementLink id={member.networkInterfaceId}>{title}</ElementLink>
      <span className="pl-list__aside">{member.privateIpAddresses[0]?.privateIpAddress}</span>
      <Button
        variant="icon"
        iconName="close"
        ariaLabel={`Take ${group.groupName} off ${title}`}
        onClick={() => pathlight.getState().attempt(removeGroup(member.networkInterfaceId, group.groupId))}
      />
    </li>
  );
};

const AddMember = ({ group, members }: Props & Readonly<{ members: readonly NetworkInterface[] }>) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const others = recordsOf(network.networkInterfaces).filter(
    (each) => !members.includes(each) && isWearableIn(group, vpcOf(network, each.networkInterfaceId) ?? ""),
  );
  if (others.length === 0) return null;
  return (
    <Select
      selectedOption={null}
      placeholder="Add to an interface"
      options={others.map((each) => ({
        value: each.networkInterfaceId,
        label: interfaceTitle(network, each),
        ...described(each),
      }))}
      onChange={({ detail }) => {
        const chosen = others.find((each) => each.networkInterfaceId === detail.selectedOption.value);
        if (chosen !== undefined)
          pathlight.getState().attempt(addGroup(chosen.networkInterfaceId, group.groupId));
      }}
      expandToViewport
      ariaLabel={`Add ${group.groupName} to an interface`}
    />
  );
};

const described = ({ privateIpAddresses }: NetworkInterface) => {
  const description = privateIpAddresses[0]?.privateIpAddress;
  return description === undefined ? {} : { description };
};
