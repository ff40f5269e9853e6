import type { DesignFile } from "../document/design-of";
import { onceLoaded } from "../ui/once-loaded";

/** What writes design files. The first picture does without it; it is fetched right after, before anything can change. */
export const loadWriter = onceLoaded(() => import("../document/write-design"));

/** A design as its file. Rejects where what writes it could not be fetched. */
export const designText = async ({ diagram, drafts, rowDrafts }: DesignFile): Promise<string> =>
  (await loadWriter()).formatDesignFile(diagram, drafts, rowDrafts);
