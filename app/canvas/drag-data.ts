import type { Addable } from "./palette-items";

/** What is being dragged from the palette or a group's tag, as the browser carries it. */
export type Dragged =
  | Readonly<{ kind: "new"; resource: string }>
  | Readonly<{ kind: "group"; groupId: string }>;

const NEW_TYPE = "application/x-pathlight-new";
const GROUP_TYPE = "application/x-pathlight-group";

export const startNewDrag = (data: DataTransfer, resource: Addable): void => {
  data.setData(NEW_TYPE, resource);
  data.effectAllowed = "copy";
};

export const startGroupDrag = (data: DataTransfer, groupId: string): void => {
  data.setData(GROUP_TYPE, groupId);
  data.effectAllowed = "link";
};

/** Whether a drag over the canvas is one of ours (its content is readable only once dropped). */
export const isOurs = (data: DataTransfer): boolean =>
  data.types.includes(NEW_TYPE) || data.types.includes(GROUP_TYPE);

/** What was dropped, as the drag names it; only the drop event itself may read it. */
export const droppedOf = (data: DataTransfer): Dragged | null => {
  const groupId = data.getData(GROUP_TYPE);
  if (groupId !== "") return { kind: "group", groupId };
  const resource = data.getData(NEW_TYPE);
  return resource === "" ? null : { kind: "new", resource };
};
