/** What the menu of the page offers for designs and files. */
import { pathlight } from "../store/store";
import type { DesignEntry } from "./design-storage";
import { autosave, designs, storage } from "./designs";
import type { ExampleName } from "./examples";
import { chooseFile } from "./file-dialog";

export type { DesignEntry } from "./design-storage";
export { saveDesignFile } from "./designs";
export { EXAMPLES, type ExampleName } from "./examples";

const openFile = async (file: File): Promise<void> => {
  try {
    await designs.openText(await file.text(), file.name);
  } catch {
    pathlight.getState().say("error", `${file.name} could not be read.`);
  }
};

/** Opens a design file that was dropped. */
export const openDropped = ([file, ...more]: readonly File[]): void => {
  if (file === undefined) return;
  if (more.length > 0) pathlight.getState().say("error", "Drop one design file at a time.");
  else void openFile(file);
};

export const newDesign = (): Promise<void> => designs.newDesign();
export const openExample = (name: ExampleName): Promise<void> => designs.openExample(name);
export const openRecent = (designId: string): Promise<void> => designs.openStored(designId);

/** Designs in this browser, newest first; none where the browser does not let them be read. */
export const recentDesigns = async (): Promise<readonly DesignEntry[]> => {
  await autosave.flush();
  return storage.list().catch(() => []);
};

/** Asks for a design file and opens it. */
export const openFileDialog = async (): Promise<void> => {
  const file = await chooseFile();
  if (file !== null) await openFile(file);
};
