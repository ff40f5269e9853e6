/** A browser's storage in memory, for tests: shared by "tabs", and broken on demand. */
import type { DesignStorage, StoredDesign } from "./design-storage";

export type MemoryStorage = DesignStorage &
  Readonly<{ designs: Map<string, StoredDesign>; breakDown(isBroken: boolean): void }>;

export const memoryStorage = (): MemoryStorage => {
  const designs = new Map<string, StoredDesign>();
  let isBroken = false;
  const checked = async () => {
    if (isBroken) throw new DOMException("full", "QuotaExceededError");
  };
  return {
    designs,
    breakDown: (broken) => {
      isBroken = broken;
    },
    read: async (designId) => {
      await checked();
      return designs.get(designId);
    },
    write: async (design, expected) => {
      await checked();
      const stored = designs.get(design.designId);
      if (stored !== undefined && stored.revision !== expected) return "newer";
      designs.set(design.designId, design);
      return "written";
    },
    list: async () => {
      await checked();
      return [...designs.values()].sort((a, b) => b.savedAt - a.savedAt);
    },
  };
};
