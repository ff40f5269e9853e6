import Tabs from "@cloudscape-design/components/tabs";
import { useEffect, useState } from "react";
import { DEFAULT_GROUP_NAME, type Direction, type SecurityGroup } from "../../../engine";
import { groupUsers } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { GroupSquare, useGroupColor } from "../parts/GroupName";
import { Heading } from "../parts/Heading";
import { NARROW_TABS } from "../parts/tabs";
import { RuleTable } from "../rules/RuleTable";
import { GroupActions } from "./GroupActions";
import { GroupEffects } from "./GroupEffects";
import { GroupInterfaces } from "./GroupInterfaces";
import { GroupSettings } from "./GroupSettings";
import { GroupVpcs } from "./GroupVpcs";
import { ruleCount } from "./rule-count";

type Props = Readonly<{ group: SecurityGroup }>;

/** The tab to begin with: the one that holds a rule that other views point at, else the inbound rules. */
const firstTab = (group: SecurityGroup): string => {
  const { highlightedRules } = pathlight.getState();
  const marked = group.rules.filter((rule) => highlightedRules.includes(rule.securityGroupRuleId));
  return marked.length > 0 && marked.every((rule) => rule.direction === "egress") ? "egress" : "ingress";
};

const countOf = (group: SecurityGroup, direction: Direction): number =>
  group.rules.filter((rule) => rule.direction === direction).length;

/** A security group: what it is, what it does, and its rules to edit. */
export const GroupDetails = ({ group }: Props) => {
  const [tab, setTab] = useState(() => firstTab(group));
  // Marks are about this visit: the rules that led here are not lit up any more once another thing is shown.
  useEffect(() => () => pathlight.getState().setHighlightedRules([]), []);
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
