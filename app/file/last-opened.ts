const KEY = "pathlight.lastDesign";

/** This tab's own memory first, so that two tabs with two designs both come back as they were. */
const memories = (): readonly (() => Storage)[] => [() => sessionStorage, () => localStorage];

const attempt = <Value>(read: () => Value): Value | null => {
  try {
    return read();
  } catch {
    // The browser blocks storage: then nothing is remembered.
    return null;
  }
};

/** The design that was open last in this tab, else in this browser. */
export const lastOpened = (): string | null =>
  memories().reduce<string | null>((id, memory) => id ?? attempt(() => memory().getItem(KEY)), null);

export const rememberOpened = (designId: string): void => {
  for (const memory of memories()) attempt(() => memory().setItem(KEY, designId));
};
