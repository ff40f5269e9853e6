import { recordOf, type SecurityGroupId } from "../../../engine";
import { pathlight, usePathlight } from "../../store/store";

const COLORS = 12;

/** The colour with this index in the palette of group colours, which starts again after twelve. */
export const groupColor = (index: number): string => `var(--pl-group-${index % COLORS})`;

/** A group's colour, as on the canvas. The name always stands beside it. */
export const GroupSquare = ({ color }: Readonly<{ color: number }>) => (
  <span className="pl-square" style={{ background: groupColor(color) }} aria-hidden="true" />
);

/** Index into the palette of group colours. */
export const useGroupColor = (groupId: SecurityGroupId | undefined): number =>
  usePathlight(({ diagram }) => (groupId === undefined ? 0 : (diagram.layout.groupColors[groupId] ?? 0)));

/** A group by colour and name; choosing it selects the group. Only its id where the design does not have it. */
export const GroupLink = ({ groupId }: Readonly<{ groupId: SecurityGroupId }>) => {
  const group = usePathlight(({ diagram }) => recordOf(diagram.network.securityGroups, groupId));
  const color = useGroupColor(groupId);
  if (group === undefined) return <span>{groupId}</span>;
  return (
    <button
      type="button"
      className="pl-link pl-link--group"
      onClick={() => pathlight.getState().selectElements(groupId)}
    >
      <GroupSquare color={color} />
      {group.groupName}
    </button>
  );
};
