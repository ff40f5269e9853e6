import { DEFAULT_GROUP_NAME, ok, recordOf, type SecurityGroup } from "../../../engine";
import { modifySecurityGroup } from "../../document/commands/security-group";
import { LiveTextField } from "../fields/LiveTextField";

const REPLACES = "Final in AWS: if you change this, AWS would replace the group.";

/** Name and description of a group. */
export const GroupSettings = ({
  group: { groupId, groupName, description },
}: Readonly<{ group: SecurityGroup }>) => (
  <div className="pl-form">
    {groupName === DEFAULT_GROUP_NAME ? (
      <p className="pl-nothing">The default group of a VPC keeps its name and cannot be deleted.</p>
    ) : (
      <LiveTextField
        label="Name"
        inForce={({ network }) => recordOf(network.securityGroups, groupId)?.groupName ?? groupName}
        edit={(text) => ok(modifySecurityGroup(groupId, { groupName: text }))}
        mergeKey={`${groupId} name`}
        note={REPLACES}
      />
    )}
    <LiveTextField
      label="Description"
      inForce={({ network }) => recordOf(network.securityGroups, groupId)?.description ?? description}
      edit={(text) => ok(modifySecurityGroup(groupId, { description: text }))}
      mergeKey={`${groupId} description`}
      note={REPLACES}
    />
  </div>
);
