import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { recordsOf, type VpcId } from "../../../engine";
import { groupUsers } from "../../document/find";
import { usePathlight } from "../../store/store";
import { GroupLink } from "../parts/GroupName";
import { Section } from "../parts/Section";
import { NewGroupForm } from "./NewGroupForm";

type Props = Readonly<{
  vpcId: VpcId;
  /** Said after the title where groups of several VPCs are listed. */
  title?: string;
}>;

/** The groups of a VPC with their members, and a way to another one. */
export const GroupList = ({ vpcId, title = "Security groups" }: Props) => {
  const [creating, setCreating] = useState(false);
  const network = usePathlight(({ diagram }) => diagram.network);
  const groups = recordsOf(network.securityGroups).filter((group) => group.vpcId === vpcId);
  return (
    <Section
      title={title}
      actions={
        <Button variant="inline-link" onClick={() => setCreating(true)}>
          Create security group
        </Button>
      }
    >
      <ul className="pl-list">
        {groups.map(({ groupId }) => (
          <li key={groupId}>
            <GroupLink groupId={groupId} />
            <span className="pl-list__aside">
              {memberText(groupUsers(network, groupId).interfaces.length)}
            </span>
          </li>
        ))}
      </ul>
      {creating ? <NewGroupForm vpcId={vpcId} from={null} onDone={() => setCreating(false)} /> : null}
    </Section>
  );
};

const memberText = (count: number): string => {
  if (count === 0) return "no members";
  return count === 1 ? "1 interface" : `${count} interfaces`;
};
