import { type Clip, copyElements, idsToMake, pasteElements } from "../document/commands/clipboard";
import { findElement, vpcOf } from "../document/find";
import { newId } from "../document/new-id";
import { placeOfCopies } from "../scene/copy-place";
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
  const place = { ...placeOfCopies(diagram, copied, containerFor(copied, into)), size: null };
  const command = withRoom(pasteElements({ clip: copied, into, ids, place }));
  if (!attempt(command)) return;
  const copies = copied.roots.map((id) => ids[id] ?? id);
  select({ kind: "elements", ids: copies });
  focusOn(copies[0] ?? "");
};

/** What was chosen to paste into, if the copies stand in it: a card in a subnet, a subnet in a VPC. */
const containerFor = ({ roots: [first = ""], network }: Clip, into: string | null): string | null => {
  if (into === null || first in network.vpcs || first in network.ipRanges) return null;
  const { network: now } = pathlight.getState().diagram;
  if (!(first in network.subnets)) return into in now.subnets ? into : null;
  return vpcOf(now, into);
};

/** The drawing may take a moment to show what is new, and to move it into view. */
const MOST_FRAMES = 30;

/** Who pasted by key goes on from the copy. */
const focusOn = (id: string, frames = MOST_FRAMES): void => {
  requestAnimationFrame(() => {
    const node = document.querySelector<HTMLElement>(`.pl-canvas [data-id="${CSS.escape(id)}"]`);
    if (node) node.focus({ preventScroll: true });
    else if (frames > 0) focusOn(id, frames - 1);
  });
};

export const duplicateSelection = (): void => {
  copySelection();
  pathlight.getState().select({ kind: "none" });
  pasteCopied();
};
