/** Edits made by keyboard and from the bar. Loaded after the first paint, with all commands and their checks. */
export { copySelection, duplicateSelection, pasteCopied } from "./clipboard";
export { askToDelete } from "./delete-selection";
export { rename } from "./rename";
