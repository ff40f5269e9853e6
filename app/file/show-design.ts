import type { FileError } from "../document/design-file";
import type { DesignFile } from "../document/design-of";
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
  saveToFile(): Promise<void>;
}>;

export const EMPTY: DesignFile = { diagram: EMPTY_DIAGRAM, drafts: {}, rowDrafts: {} };

/** Where the file is wrong and what is wrong there, as a sentence. */
export const isAt = ({ path, message }: FileError): string => {
  const text = path === "" ? message : `at ${path}: ${message}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
};

export const say = ({ store }: OpenWiring, tone: "info" | "error", text: string): void =>
  store.getState().say(tone, text);

/** `revision` is 0 for a design that is not in storage; one that `isKept` waits there, or with its next change. */
export const show = (
  { store, autosave }: OpenWiring,
  designId: string,
  file: DesignFile,
  { revision, isKept }: Readonly<{ revision: number; isKept: boolean }>,
): void => {
  autosave.adopt({ designId, revision, content: isKept ? file : null });
  store.getState().setSaved(isKept ? "saved" : "saving");
  store.getState().open(designId, file.diagram, file.drafts, file.rowDrafts);
};

/** What checks a file is loaded with the first file: the first picture is of an example of ours. */
export const parse = async (text: string) => {
  const { parseDesignFile } = await import("../document/design-file");
  return parseDesignFile(text);
};

export const showStored = (wiring: OpenWiring, stored: StoredDesign, diagram: DesignFile): void => {
  show(wiring, stored.designId, diagram, { revision: stored.revision, isKept: true });
  wiring.remember(stored.designId);
};
