import { renameDesign } from "../document/commands/layout";
import { pathlight } from "../store/store";

export const rename = (name: string): void => {
  pathlight.getState().attempt(renameDesign(name));
};
