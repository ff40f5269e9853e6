import { tinykeys } from "tinykeys";
import { pathlight } from "../store/store";
import { onceLoaded } from "../ui/once-loaded";

type Edit = Exclude<keyof typeof import("./edits"), "rename">;

const edits = onceLoaded(() => import("./edits"));

/** One after the other, in the order of the keys: a paste may follow its copy at once. */
const lazily = (edit: Edit) => () => edits().then((loaded) => loaded[edit]());

/** In a text field the browser's own keys mean what they always do. */
const inTextField = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement &&
  (event.target.isContentEditable || event.target.matches("input, textarea, select, [role=combobox]"));

const outsideText = (act: () => unknown) => (event: KeyboardEvent) => {
  if (inTextField(event) || event.defaultPrevented) return;
  event.preventDefault();
  act();
};

const always = (act: () => unknown) => (event: KeyboardEvent) => {
  event.preventDefault();
  act();
};

/** Text selected on the page is what Copy means then. */
const unlessTextSelected = (act: () => unknown) => (event: KeyboardEvent) => {
  if (window.getSelection()?.isCollapsed === false) return;
  outsideText(act)(event);
};

const selectAll = (): void => {
  const { diagram, select } = pathlight.getState();
  const ids = Object.keys(diagram.layout.places);
  select(ids.length === 0 ? { kind: "none" } : { kind: "elements", ids });
};

/**
 * The keys that work everywhere on the page, until the returned function is called. Undo also works in fields: an edit
 * there is an edit of the design.
 */
export const listenToShortcuts = (): (() => void) =>
  tinykeys(window, {
    "$mod+z": always(() => pathlight.getState().undo()),
    "$mod+Shift+Z": always(() => pathlight.getState().redo()),
    "$mod+y": always(() => pathlight.getState().redo()),
    "$mod+c": unlessTextSelected(lazily("copySelection")),
    "$mod+v": outsideText(lazily("pasteCopied")),
    "$mod+d": outsideText(lazily("duplicateSelection")),
    "$mod+a": outsideText(selectAll),
    Delete: outsideText(lazily("askToDelete")),
    Backspace: outsideText(lazily("askToDelete")),
    Escape: outsideText(() => pathlight.getState().select({ kind: "none" })),
  });
