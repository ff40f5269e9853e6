import { type Clip, copyElements, idsToMake, pasteElements } from "../document/commands/clipboard";
import { findElement } from "../document/find";
import { newId } from "../document/new-id";
import { withRoom } from "../scene/make-room";
import { pathlight } from "../store/store";

/** What was copied last. Held here, not on the system's clipboard, so that no page can plant anything in it. */
let copied: Clip | null = null;

export const copySelection = (): void => {
  const { diagram, selection, say } = pathlight.getState();
  if (selection.kind !== "elements") return;
  copied = copyElements(diagram, selection.ids);
  say("info", copied.roots.length === 0 ? "This cannot be copied." : "Copied. Paste with Ctrl+V or ⌘V.");
};

export const pasteCopied = (): void => {
  if (!copied || copied.roots.length === 0) return;
  const { diagram, selection, attempt, select } = pathlight.getState();
  const ids = Object.fromEntries(idsToMake(copied).map(({ id, kind }) => [id, newId(kind)]));
  const selected = selection.kind === "elements" ? selection.ids[0] : undefined;
  const container = selected === undefined ? null : findElement(diagram.network, selected);
  const into = container?.kind === "vpc" || container?.kind === "subnet" ? (selected ?? null) : null;
  const [first] = copied.roots;
  const origin = copied.layout.places[first ?? ""] ?? { x: 0, y: 0 };
  const place = { x: origin.x + SHIFT, y: origin.y + SHIFT, size: null };
  const command = withRoom(pasteElements({ clip: copied, into, ids, place }));
  if (attempt(command)) select({ kind: "elements", ids: copied.roots.map((id) => ids[id] ?? id) });
};

/** How far a copy lies from its original, so that both are seen. */
const SHIFT = 32;

export const duplicateSelection = (): void => {
  copySelection();
  pathlight.getState().select({ kind: "none" });
  pasteCopied();
};
