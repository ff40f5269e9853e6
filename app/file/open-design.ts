import { onceLoaded } from "../ui/once-loaded";
import type { ExampleName } from "./examples";
import { openLast } from "./open-last";
import { type OpenWiring, say } from "./show-design";

/** Ways to another design. Each saves the open one first, and tells in the store what it could not do. */
export type Opening = Readonly<{
  /** What was open last, else the first example, else an empty design: the page is never without one. */
  openLast(): Promise<void>;
  /** A design of this browser. */
  openStored(designId: string): Promise<void>;
  /** The text of a design file; `name` is the file's, for messages. A damaged file changes nothing. */
  openText(text: string, name: string): Promise<void>;
  openExample(name: ExampleName): Promise<void>;
  newDesign(): Promise<void>;
}>;

/** The first picture needs none of it. */
const another = onceLoaded(() => import("./open-another"));

type Another = Awaited<ReturnType<typeof another>>;

const withAnother = async (wiring: OpenWiring, open: (loaded: Another) => Promise<void>): Promise<void> => {
  const loaded = await another().catch(() => null);
  if (loaded) await open(loaded);
  else say(wiring, "error", "This part of Pathlight could not be loaded. Is this computer online?");
};

export const opening = (wiring: OpenWiring): Opening => ({
  openLast: () => openLast(wiring),
  openStored: (designId) => withAnother(wiring, (to) => to.openStored(wiring, designId)),
  openText: (text, name) => withAnother(wiring, (to) => to.openText(wiring, text, name)),
  openExample: (name) => withAnother(wiring, (to) => to.openExample(wiring, name)),
  newDesign: () => withAnother(wiring, (to) => to.openNew(wiring)),
});
