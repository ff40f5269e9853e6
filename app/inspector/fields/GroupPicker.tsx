import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import { useState } from "react";
import {
  asId,
  isWearableIn,
  type NetworkInterface,
  QUOTAS,
  recordsOf,
  type SecurityGroup,
} from "../../../engine";
import { modifyNetworkInterfaceAttribute } from "../../document/commands/network-interface";
import { vpcOf } from "../../document/find";
import { refusalText } from "../../document/refusal-sentences";
import { pathlight, usePathlight } from "../../store/store";
import { groupColor } from "../parts/GroupName";

/** A group's colour as Cloudscape's choices show it. */
export const squareIcon = (color: number) => (
  <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <rect style={{ fill: groupColor(color), stroke: "none" }} x="2" y="2" width="12" height="12" rx="3" />
  </svg>
);

/** The console's "Change security groups": the groups of the VPC, at most five on an interface. */
export const GroupPicker = ({ wearer, name }: Readonly<{ wearer: NetworkInterface; name: string }>) => {
  const { network, layout } = usePathlight(({ diagram }) => diagram);
  const [refused, setRefused] = useState<string | null>(null);
  const vpcId = vpcOf(network, wearer.networkInterfaceId);
  const optionOf = ({ groupId, groupName }: SecurityGroup) => ({
    value: groupId,
    label: groupName,
    iconSvg: squareIcon(layout.groupColors[groupId] ?? 0),
  });
  const groups = recordsOf(network.securityGroups).filter(
    (group) => vpcId !== null && isWearableIn(group, vpcId),
  );
  const worn = wearer.groupIds.flatMap((id) => groups.filter((group) => group.groupId === id));
  const change = (ids: readonly (string | undefined)[]): void => {
    const groupIds = ids.flatMap((id) => (id === undefined ? [] : [asId<"securityGroup">(id)]));
    const { dispatch } = pathlight.getState();
    const result = dispatch(modifyNetworkInterfaceAttribute(wearer.networkInterfaceId, { groupIds }));
    setRefused(result.ok ? null : refusalText(result.error));
  };
  return (
    <FormField
      label="Security groups"
      description={`${worn.length} of ${QUOTAS.securityGroupsPerInterface}`}
      errorText={refused ?? undefined}
      stretch
    >
      <Multiselect
        options={groups.map(optionOf)}
        selectedOptions={worn.map(optionOf)}
        onChange={({ detail }) => change(detail.selectedOptions.map(({ value }) => value))}
        onBlur={() => setRefused(null)}
        placeholder="Change security groups"
        deselectAriaLabel={(option) => `Take ${option.label} off ${name}`}
        filteringType={groups.length > 8 ? "auto" : "none"}
        expandToViewport
        ariaLabel={`Security groups of ${name}`}
      />
    </FormField>
  );
};
