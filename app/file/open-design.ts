import type { FileError } from "../document/design-file";
import { type DesignFile, ownExample } from "../document/design-of";
import { EMPTY_DIAGRAM } from "../document/diagram";
import type { PathlightStore } from "../store/store";
import type { DesignStorage, StoredDesign } from "./design-storage";
import type { ExampleName } from "./examples";
import type { Autosave } from "./keep-saved";

export type OpenWiring = Readonly<{
  store: PathlightStore;
  storage: DesignStorage;
  autosave: Autosave;
  fetchExample(name: ExampleName): Promise<string>;
  lastOpened(): string | null;
  remember(designId: string): void;
  newDesignId(): string;
  /** Hands the open design to the user as a file. */
  saveToFile(): void;
}>;

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

const EMPTY: DesignFile = { diagram: EMPTY_DIAGRAM, drafts: {} };

/** Where the file is wrong and what is wrong there, as a sentence. */
const isAt = ({ path, message }: FileError): string => {
  const text = path === "" ? message : `at ${path}: ${message}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
};

const say = ({ store }: OpenWiring, tone: "info" | "error", text: string) => store.getState().say(tone, text);

/** `revision` is 0 for a design that is not in storage; one that `isKept` waits there, or with its next change. */
const show = (
  { store, autosave }: OpenWiring,
  designId: string,
  file: DesignFile,
  { revision, isKept }: Readonly<{ revision: number; isKept: boolean }>,
): void => {
  autosave.adopt({ designId, revision, content: isKept ? file : null });
  store.getState().setSaved(isKept ? "saved" : "saving");
  store.getState().open(designId, file.diagram, file.drafts);
};

const HANDED_OVER =
  "This browser could not keep the design that was open, so it was saved as a file among your downloads.";

/**
 * Saves the open design before another takes its place: in the browser, or as a file where that fails. Then opens, and
 * says so over the new design.
 */
const leaveFor = async (wiring: OpenWiring, open: () => void): Promise<void> => {
  await wiring.autosave.flush();
  const isLost = wiring.store.getState().saved === "failed";
  if (isLost) wiring.saveToFile();
  open();
  if (isLost) say(wiring, "info", HANDED_OVER);
};

/** A design that this browser does not have yet: it is saved at once. */
const showNew = (wiring: OpenWiring, file: DesignFile): Promise<void> =>
  leaveFor(wiring, () => show(wiring, wiring.newDesignId(), file, { revision: 0, isKept: false }));

/** What checks a file is loaded with the first file: the first picture is of an example of ours. */
const parse = async (text: string) => {
  const { parseDesignFile } = await import("../document/design-file");
  return parseDesignFile(text);
};

const showStored = (wiring: OpenWiring, stored: StoredDesign, diagram: DesignFile): void => {
  show(wiring, stored.designId, diagram, { revision: stored.revision, isKept: true });
  wiring.remember(stored.designId);
};

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

const openLast = async (wiring: OpenWiring): Promise<void> => {
  const stored = await readLast(wiring);
  const file = stored === undefined ? null : await parse(stored.text);
  if (stored !== undefined && file?.ok) return showStored(wiring, stored, file.value);
  await showFirst(wiring);
  if (stored !== undefined && file?.ok === false)
    say(wiring, "error", `"${stored.name}" cannot be read and is kept as it is. ${isAt(file.error)}`);
};

const openStored = async (wiring: OpenWiring, designId: string): Promise<void> => {
  await wiring.autosave.flush();
  const stored = await wiring.storage.read(designId).catch(() => undefined);
  if (stored === undefined) return say(wiring, "error", "This design is no longer in this browser.");
  const file = await parse(stored.text);
  await leaveFor(wiring, () => {
    if (file.ok) showStored(wiring, stored, file.value);
    else say(wiring, "error", `"${stored.name}" cannot be read; nothing has changed. ${isAt(file.error)}`);
  });
};

const openText = async (wiring: OpenWiring, text: string, name: string): Promise<void> => {
  const file = await parse(text);
  if (file.ok) return showNew(wiring, file.value);
  const { jsonFault } = await import("../document/json-fault");
  const error = jsonFault(text) ?? file.error;
  say(wiring, "error", `${name} cannot be opened; nothing has changed. ${isAt(error)}`);
};

const openExample = async (wiring: OpenWiring, name: ExampleName): Promise<void> => {
  try {
    await openText(wiring, await wiring.fetchExample(name), name);
  } catch {
    say(wiring, "error", "The example could not be loaded. Is this computer online?");
  }
};

export const opening = (wiring: OpenWiring): Opening => ({
  openLast: () => openLast(wiring),
  openStored: (designId) => openStored(wiring, designId),
  openText: (text, name) => openText(wiring, text, name),
  openExample: (name) => openExample(wiring, name),
  newDesign: () => showNew(wiring, EMPTY),
});
