import { deleteElements, deletionOf } from "../document/commands/delete";
import { pathlight } from "../store/store";
import { ask } from "./question";

/** Deletes what is selected; asks first where more goes than was named. */
export const askToDelete = async (): Promise<void> => {
  const { diagram, selection, attempt } = pathlight.getState();
  if (selection.kind !== "elements") return;
  const { ids } = selection;
  const { label, count } = deletionOf(diagram.network, ids);
  const sure = count === 0 || (await ask(`${label}?`, "Undo brings everything back.", "Delete"));
  if (sure) attempt(deleteElements(ids));
};
