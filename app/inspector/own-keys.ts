import type { KeyboardEvent } from "react";

/** What Escape closes: a dialog, a list, a menu, or the one that the focused control has opened. */
const OPENED = '[role="dialog"], [role="listbox"], [role="menu"], [aria-expanded="true"][aria-haspopup]';

/** Whoever has come to the name of a thing means the thing itself. */
const TITLES = "h2, .pl-inspector";

/**
 * Keys that mean something else in the inspector than on the page: Delete and Backspace on a focused button must not delete
 * the selected thing, and Escape in a dialog or an open list closes that only. The page's shortcuts leave handled keys alone.
 */
export const keepOwnKeys = (event: KeyboardEvent): void => {
  const target = event.target instanceof Element ? event.target : null;
  const inText = target?.matches("input, textarea") ?? false;
  const deletes = event.key === "Delete" || event.key === "Backspace";
  const onTitle = target?.matches(TITLES) ?? false;
  const inOpened = target?.closest(OPENED) != null;
  if ((deletes && !inText && !onTitle) || (event.key === "Escape" && inOpened)) event.preventDefault();
};
