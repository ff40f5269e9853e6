import type { DesignFile } from "../document/design-of";
import type { PathlightStore } from "../store/store";
import type { DesignStorage } from "./design-storage";
import { designText } from "./design-text";

/** What lies in storage of the open design. `content` is null when nothing of it has been saved yet. */
export type Kept = Readonly<{ designId: string; revision: number; content: DesignFile | null }>;

export type KeeperWiring = Readonly<{
  store: PathlightStore;
  storage: DesignStorage;
  /** Called when a design has been saved under this id: it is the one to come back to. */
  remember(designId: string): void;
  newDesignId(): string;
  now(): number;
}>;

export type DesignKeeper = Readonly<{
  isDirty(): boolean;
  /**
   * Writes what differs from storage, if anything does, what is typed meanwhile included: another design may be waiting to
   * take this one's place. Never rejects: failing is told in the store.
   */
  save(): Promise<void>;
  adopt(kept: Kept): void;
}>;

const FAILED =
  "This browser could not keep your last changes (its storage is full or blocked). Save the design to a file so that nothing is lost.";

const copied = (name: string): string =>
  `"${name}" was also changed in another tab. Your version goes on here as "${name} (copy)".`;

/** Is there anything in one that is not in the other? */
export const differs = (one: DesignFile, other: DesignFile): boolean =>
  one.diagram !== other.diagram || one.drafts !== other.drafts || one.rowDrafts !== other.rowDrafts;

/** Knows what of the open design lies in storage, and brings the rest there. */
export const designKeeper = ({ store, storage, remember, newDesignId, now }: KeeperWiring): DesignKeeper => {
  let kept: Kept = { designId: "", revision: 0, content: null };

  const isDirty = (): boolean => {
    const state = store.getState();
    if (state.designId === "" || state.designId !== kept.designId) return false;
    return kept.content === null || differs(kept.content, state);
  };

  const write = async (): Promise<void> => {
    const { designId, diagram, drafts, rowDrafts } = store.getState();
    const content: DesignFile = { diagram, drafts, rowDrafts };
    const revision = kept.revision + 1;
    const text = await designText(content);
    const design = { designId, name: diagram.name, savedAt: now(), revision, text };
    const outcome = await storage.write(design, kept.revision);
    if (kept.designId !== designId) return;
    if (outcome === "newer") return goOnAsCopy();
    kept = { designId, revision, content };
    remember(designId);
  };

  const goOnAsCopy = (): Promise<void> => {
    const { diagram, continueAs, say } = store.getState();
    const designId = newDesignId();
    kept = { designId, revision: 0, content: null };
    continueAs(designId, `${diagram.name} (copy)`);
    say("info", copied(diagram.name));
    return write();
  };

  const save = async (): Promise<void> => {
    if (!isDirty()) return;
    const { saved, setSaved, say } = store.getState();
    try {
      while (isDirty()) await write();
      setSaved("saved");
    } catch {
      setSaved("failed");
      if (saved !== "failed") say("error", FAILED);
    }
  };

  return {
    isDirty,
    save,
    adopt: (next) => {
      kept = next;
    },
  };
};
