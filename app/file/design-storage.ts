import { createStore, entries, get, set, update } from "idb-keyval";

/** A design as it lies in the browser. `revision` counts its saves, so that a tab notices that another one saved. */
export type StoredDesign = Readonly<{
  designId: string;
  name: string;
  /** Milliseconds since 1970. */
  savedAt: number;
  revision: number;
  /** A design file. */
  text: string;
}>;

/** What the list of designs tells of each. */
export type DesignEntry = Pick<StoredDesign, "designId" | "name" | "savedAt">;

/** Where designs are kept. Everything rejects where the browser refuses (quota, private mode, blocked). */
export type DesignStorage = Readonly<{
  read(designId: string): Promise<StoredDesign | undefined>;
  /** Writes if `expected` is still the revision that is stored; "newer" when somebody else has written meanwhile. */
  write(design: StoredDesign, expected: number): Promise<"written" | "newer">;
  /** Newest first. */
  list(): Promise<readonly DesignEntry[]>;
}>;

/** Designs in IndexedDB. The list is kept apart, so that showing it does not read every design. */
export const browserStorage = (): DesignStorage => {
  const designs = createStore("pathlight-designs", "designs");
  const list = createStore("pathlight-list", "designs");
  return {
    read: async (designId) => get<StoredDesign>(designId, designs),
    write: async (design, expected) => {
      let isNewer = false;
      await update<StoredDesign>(
        design.designId,
        (stored) => {
          isNewer = stored !== undefined && stored.revision !== expected;
          return stored !== undefined && isNewer ? stored : design;
        },
        designs,
      );
      if (isNewer) return "newer";
      const { designId, name, savedAt } = design;
      await set(designId, { designId, name, savedAt } satisfies DesignEntry, list);
      return "written";
    },
    list: async () => {
      const all = await entries<string, DesignEntry>(list);
      return all.map(([, entry]) => entry).sort((a, b) => b.savedAt - a.savedAt);
    },
  };
};
