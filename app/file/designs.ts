/** The wiring of this folder for the page: one storage, one autosave, one way to open. */
import { pathlight } from "../store/store";
import { browserStorage } from "./design-storage";
import { designText } from "./design-text";
import { fetchExample } from "./fetch-example";
import { keepSaved } from "./keep-saved";
import { lastOpened, rememberOpened } from "./last-opened";
import { opening } from "./open-design";

/** Not `randomUUID`, which browsers offer over https only. */
const newDesignId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );

export const storage = browserStorage();

export const autosave = keepSaved({
  store: pathlight,
  storage,
  remember: rememberOpened,
  newDesignId,
  now: () => Date.now(),
});

/** Hands the open design to the user as a file. Rejects, and has told why, where it could not. */
export const saveDesignFile = async (): Promise<void> => {
  const state = pathlight.getState();
  try {
    const { download, fileNameOf } = await import("./file-download");
    download(fileNameOf(state.diagram.name), await designText(state));
  } catch (error) {
    state.say("error", "The design could not be saved as a file. Is this computer online?");
    throw error;
  }
};

export const designs = opening({
  store: pathlight,
  storage,
  autosave,
  fetchExample,
  lastOpened,
  remember: rememberOpened,
  newDesignId,
  saveToFile: saveDesignFile,
});
