import { ownExample } from "../document/design-of";
import type { StoredDesign } from "./design-storage";
import { EMPTY, isAt, type OpenWiring, parse, say, show, showStored } from "./show-design";

const readLast = async ({ storage, lastOpened }: OpenWiring): Promise<StoredDesign | undefined> => {
  try {
    const designId = lastOpened() ?? (await storage.list())[0]?.designId;
    return designId === undefined ? undefined : await storage.read(designId);
  } catch {
    // Storage is blocked: the first change that cannot be kept says so.
    return undefined;
  }
};

/** The first screen. It is kept from its first change on, so that looking around leaves nothing behind. */
const showFirst = async (wiring: OpenWiring): Promise<void> => {
  const untouched = { revision: 0, isKept: true };
  try {
    const file = ownExample(await wiring.fetchExample("three-tiers"));
    show(wiring, wiring.newDesignId(), file, untouched);
  } catch {
    show(wiring, wiring.newDesignId(), EMPTY, untouched);
    say(wiring, "error", "The first example could not be loaded, so this is an empty design.");
  }
};

/** What was open last, else the first example, else an empty design: the page is never without one. */
export const openLast = async (wiring: OpenWiring): Promise<void> => {
  const stored = await readLast(wiring);
  const file = stored === undefined ? null : await parse(stored.text);
  if (stored !== undefined && file?.ok) return showStored(wiring, stored, file.value);
  await showFirst(wiring);
  if (stored !== undefined && file?.ok === false)
    say(wiring, "error", `"${stored.name}" cannot be read and is kept as it is. ${isAt(file.error)}`);
};
