import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useState } from "react";
import { DEFAULT_GROUP_NAME, type SecurityGroup } from "../../../engine";
import { deleteSecurityGroup } from "../../document/commands/security-group";
import { pathlight } from "../../store/store";
import { NewGroupForm } from "./NewGroupForm";

const ITEMS = [
  { id: "copy", text: "Copy to new group" },
  { id: "delete", text: "Delete group" },
] as const;

/** What the console's Actions menu offers for a group. */
export const GroupActions = ({ group }: Readonly<{ group: SecurityGroup }>) => {
  const [copying, setCopying] = useState(false);
  const act = (id: string): void => {
    if (id === "copy") setCopying(true);
    if (id === "delete") pathlight.getState().attempt(deleteSecurityGroup(group.groupId));
  };
  const isDefault = group.groupName === DEFAULT_GROUP_NAME;
  return (
    <>
      <ButtonDropdown
        items={ITEMS.filter(({ id }) => id !== "delete" || !isDefault)}
        onItemClick={({ detail }) => act(detail.id)}
        expandToViewport
      >
        Actions
      </ButtonDropdown>
      {copying ? <NewGroupForm vpcId={group.vpcId} from={group} onDone={() => setCopying(false)} /> : null}
    </>
  );
};
