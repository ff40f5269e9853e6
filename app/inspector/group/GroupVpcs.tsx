import { asId, DEFAULT_GROUP_NAME, recordOf, recordsOf, type SecurityGroup } from "../../../engine";
import {
  associateSecurityGroupVpc,
  disassociateSecurityGroupVpc,
} from "../../document/commands/security-group";
import { nameOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { ChoiceField } from "../fields/ChoiceField";
import { ElementLink } from "../parts/ElementLink";
import { KindGlyph } from "../parts/KindGlyph";
import { RefusableButton } from "../parts/RefusableButton";

type Props = Readonly<{ group: SecurityGroup }>;

/** The other VPCs whose interfaces may wear the group. */
export const GroupVpcs = ({ group }: Props) => {
  const { groupId, groupName, associatedVpcIds } = group;
  return (
    <>
      <p className="pl-text">
        Interfaces of an associated VPC of the same Region may wear {groupName} too. Its rules then hold there
        as well.
      </p>
      {associatedVpcIds.length === 0 ? (
        <p className="pl-nothing">It is associated with no other VPC.</p>
      ) : (
        <ul className="pl-list">
          {associatedVpcIds.map((vpcId) => (
            <li key={vpcId}>
              <KindGlyph kind="vpc" size={16} />
              <ElementLink id={vpcId} />
              <span className="pl-list__aside">
                <RefusableButton command={() => disassociateSecurityGroupVpc(groupId, vpcId)}>
                  Disassociate
                </RefusableButton>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Associate group={group} />
    </>
  );
};

const Associate = ({ group }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  if (group.groupName === DEFAULT_GROUP_NAME)
    return <p className="pl-nothing">A default group stays in its own VPC.</p>;
  const region = recordOf(network.vpcs, group.vpcId)?.region;
  const taken = new Set<string>([group.vpcId, ...group.associatedVpcIds]);
  const others = recordsOf(network.vpcs).filter((vpc) => vpc.region === region && !taken.has(vpc.vpcId));
  return (
    <div className="pl-form">
      <ChoiceField
        label="Associate a VPC"
        choices={others.map(({ vpcId }) => ({ value: vpcId, label: nameOf(network, vpcId) }))}
        value={null}
        choose={(value) => associateSecurityGroupVpc(group.groupId, asId<"vpc">(value))}
        placeholder="Choose a VPC"
        empty="No other VPC in this Region"
      />
    </div>
  );
};
