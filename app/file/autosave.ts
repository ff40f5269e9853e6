import { loadWriter } from "./design-text";
import { autosave } from "./designs";

/**
 * Keeps every change in this browser. Called once, by main.tsx. When the page goes away, what is not saved yet is saved
 * at once.
 */
export const startAutosave = (): void => {
  void loadWriter().catch(() => null);
  window.addEventListener("pagehide", () => void autosave.flush());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void autosave.flush();
  });
};
