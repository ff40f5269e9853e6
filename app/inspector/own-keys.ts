import type { KeyboardEvent } from "react";

/**
 * Keys that mean something else in the inspector than on the page: Delete and Backspace on a focused button must not delete
 * the selected thing, and Escape in a dialog closes the dialog only. The page's shortcuts leave handled keys alone.
 */
export const keepOwnKeys = (event: KeyboardEvent): void => {
  const target = event.target instanceof Element ? event.target : null;
  const inText = target?.matches("input, textarea") ?? false;
  const deletes = event.key === "Delete" || event.key === "Backspace";
  const inDialog = target?.closest('[role="dialog"]') != null;
  if ((deletes && !inText) || (event.key === "Escape" && inDialog)) event.preventDefault();
};
