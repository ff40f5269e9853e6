/** The wiring of this folder for the page: one storage, one autosave, one way to open. */
import { formatDesignFile } from "../document/write-design";
import { pathlight } from "../store/store";
import { browserStorage } from "./design-storage";
import { fetchExample } from "./examples";
import { download, fileNameOf } from "./file-dialog";
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

/** Hands the open design to the user as a file. */
export const saveDesignFile = (): void => {
  const { diagram, drafts } = pathlight.getState();
  download(fileNameOf(diagram.name), formatDesignFile(diagram, drafts));
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
