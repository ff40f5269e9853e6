import type { DesignFile } from "../document/design-of";
import type { ExampleName } from "./examples";
import { EMPTY, isAt, type OpenWiring, parse, say, show, showStored } from "./show-design";

const HANDED_OVER =
  "This browser could not keep the design that was open, so it was saved as a file among your downloads.";

/**
 * Saves the open design before another takes its place: in the browser, or as a file where that fails. Then opens, and
 * says so over the new design.
 */
const leaveFor = async (wiring: OpenWiring, open: () => void): Promise<void> => {
  await wiring.autosave.flush();
  const isLost = wiring.store.getState().saved === "failed";
  if (isLost) await wiring.saveToFile();
  open();
  if (isLost) say(wiring, "info", HANDED_OVER);
};

/** A design that this browser does not have yet: it is saved at once. */
const showNew = (wiring: OpenWiring, file: DesignFile): Promise<void> =>
  leaveFor(wiring, () => show(wiring, wiring.newDesignId(), file, { revision: 0, isKept: false }));

export const openNew = (wiring: OpenWiring): Promise<void> => showNew(wiring, EMPTY);

/** Opens a design of this browser. */
export const openStored = async (wiring: OpenWiring, designId: string): Promise<void> => {
  await wiring.autosave.flush();
  const stored = await wiring.storage.read(designId).catch(() => undefined);
  if (stored === undefined) return say(wiring, "error", "This design is no longer in this browser.");
  const file = await parse(stored.text);
  await leaveFor(wiring, () => {
    if (file.ok) showStored(wiring, stored, file.value);
    else say(wiring, "error", `"${stored.name}" cannot be read; nothing has changed. ${isAt(file.error)}`);
  });
};

/** Opens the text of a design file; `name` is the file's, for messages. A damaged file changes nothing. */
export const openText = async (wiring: OpenWiring, text: string, name: string): Promise<void> => {
  const file = await parse(text);
  if (file.ok) return showNew(wiring, file.value);
  const { jsonFault } = await import("../document/json-fault");
  const error = jsonFault(text) ?? file.error;
  say(wiring, "error", `${name} cannot be opened; nothing has changed. ${isAt(error)}`);
};

export const openExample = async (wiring: OpenWiring, name: ExampleName): Promise<void> => {
  try {
    await openText(wiring, await wiring.fetchExample(name), name);
  } catch {
    say(wiring, "error", "The example could not be loaded. Is this computer online?");
  }
};
