import { pathlight } from "../store/store";
import { acceptDrops } from "./file-drop";

const open = async (files: readonly File[]): Promise<void> => {
  const menu = await import("./file-menu").catch(() => null);
  if (menu) menu.openDropped(files);
  else pathlight.getState().say("error", "The file could not be opened. Is this computer online?");
};

/** Opens a design file that is dropped anywhere on the window. Called once, by main.tsx. */
export const acceptDroppedFiles = (): void => {
  acceptDrops(window, open);
};
