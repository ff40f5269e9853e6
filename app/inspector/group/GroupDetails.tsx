import Tabs from "@cloudscape-design/components/tabs";
import { useEffect } from "react";
import { DEFAULT_GROUP_NAME, type Direction, recordOf, type SecurityGroup } from "../../../engine";
import { groupUsers } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { GroupSquare, useGroupColor } from "../parts/GroupName";
import { Heading } from "../parts/Heading";
import { NARROW_TABS } from "../parts/tabs";
import { type MarkedTab, useMarkedTab } from "../parts/use-marked-tab";
import { RuleTable } from "../rules/RuleTable";
import { GroupActions } from "./GroupActions";
import { GroupEffects } from "./GroupEffects";
import { GroupInterfaces } from "./GroupInterfaces";
import { GroupSettings } from "./GroupSettings";
import { GroupVpcs } from "./GroupVpcs";
import { ruleCount } from "./rule-count";

type Props = Readonly<{ group: SecurityGroup }>;

const markedTab: MarkedTab = ({ diagram, highlightedRules }, groupId) => {
  const rules = recordOf<SecurityGroup>(diagram.network.securityGroups, groupId)?.rules ?? [];
  const marked = rules.filter((rule) => highlightedRules.includes(rule.securityGroupRuleId));
  if (marked.length === 0) return null;
  return marked.every((rule) => rule.direction === "egress") ? "egress" : "ingress";
};

const countOf = (group: SecurityGroup, direction: Direction): number =>
  group.rules.filter((rule) => rule.direction === direction).length;

/** Marks are about one visit: rules of this group are not lit up any more once another thing is shown. */
const putOut = (groupId: SecurityGroup["groupId"]): void => {
  const { diagram, highlightedRules, setHighlightedRules } = pathlight.getState();
  const own = recordOf(diagram.network.securityGroups, groupId)?.rules ?? [];
  const others = highlightedRules.filter((id) => own.every((rule) => rule.securityGroupRuleId !== id));
  setHighlightedRules(others);
};

/** A security group: what it is, what it does, and its rules to edit. */
export const GroupDetails = ({ group }: Props) => {
  const { groupId } = group;
  const [tab, setTab] = useMarkedTab(groupId, "ingress", markedTab);
  useEffect(() => () => putOut(groupId), [groupId]);
  return (
    <>
      <GroupHeading group={group} />
      <Tabs
        style={NARROW_TABS}
        activeTabId={tab}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        ariaLabel={`Security group ${group.groupName}`}
        tabs={[
          rulesTab(group, "ingress", "Inbound"),
          rulesTab(group, "egress", "Outbound"),
          { id: "interfaces", label: "Interfaces", content: <GroupInterfaces group={group} /> },
          { id: "vpcs", label: vpcsLabel(group), content: <GroupVpcs group={group} /> },
          { id: "details", label: "Details", content: <GroupSettings group={group} /> },
        ]}
      />
    </>
  );
};

/** In the console's words where there is room for them. */
const vpcsLabel = ({ associatedVpcIds }: SecurityGroup) => (
  <>
    VPC
    <span className="pl-tab__word pl-tab__word--fifth"> associations</span>
    <span className="pl-tab__short" aria-hidden="true">
      s
    </span>
    {associatedVpcIds.length === 0 ? "" : ` (${associatedVpcIds.length})`}
  </>
);

const rulesTab = (group: SecurityGroup, direction: Direction, label: string) => ({
  id: direction,
  label: (
    <>
      {label}
      <span className="pl-tab__word pl-tab__word--fifth"> rules</span> ({countOf(group, direction)})
    </>
  ),
  content: (
    <>
      <GroupEffects group={group} direction={direction} />
      <RuleTable group={group} direction={direction} />
    </>
  ),
});

const GroupHeading = ({ group }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const color = useGroupColor(group.groupId);
  const attached = groupUsers(network, group.groupId).interfaces.length;
  return (
    <>
      <Heading
        glyph={<GroupSquare color={color} />}
        title={group.groupName}
        subtitle={`${group.groupId} · ${group.groupName === DEFAULT_GROUP_NAME ? "default " : ""}security group`}
        actions={<GroupActions group={group} />}
      />
      <Facts
        facts={[
          ["VPC", <ElementLink key="vpc" id={group.vpcId} />],
          ["Attached to", attached === 1 ? "1 network interface" : `${attached} network interfaces`],
          ["Rules", ruleCount(network, group)],
        ]}
      />
    </>
  );
};
