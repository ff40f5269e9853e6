import type { Preferences } from "./state";

const KEY = "pathlight.preferences";

export const DEFAULT_PREFERENCES: Preferences = {
  theme: "system",
  allPaths: false,
  hulls: true,
  inspectorOpen: true,
  inspectorWidth: 520,
  drawerOpen: false,
  drawerTab: "test",
  drawerHeight: 320,
  myIp: null,
};

type Check = (value: unknown) => boolean;

const isBoolean: Check = (value) => typeof value === "boolean";
const isOneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.some((each) => each === value);
const isLength =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === "number" && value >= least && value <= most;

/** What each field may be. The schema library would be the largest part of the first picture for these nine. */
const CHECKS: Readonly<Record<keyof Preferences, Check>> = {
  theme: isOneOf("light", "dark", "system"),
  allPaths: isBoolean,
  hulls: isBoolean,
  inspectorOpen: isBoolean,
  inspectorWidth: isLength(240, 1600),
  drawerOpen: isBoolean,
  drawerTab: isOneOf("test", "changes"),
  drawerHeight: isLength(120, 1200),
  myIp: (value) => value === null || typeof value === "string",
};

/** Each field falls back by itself: one that an older version wrote otherwise costs nothing else. */
const checked = (read: Readonly<Record<string, unknown>>): Preferences =>
  Object.fromEntries(
    Object.entries(CHECKS).map(([key, isFine]) => {
      const value = Object.hasOwn(read, key) ? read[key] : undefined;
      return [key, isFine(value) ? value : DEFAULT_PREFERENCES[key as keyof Preferences]];
    }),
  ) as Preferences;

/** What `localStorage` offers of this; a browser may refuse each call (blocked cookies, private mode, quota). */
export type TextStorage = Pick<Storage, "getItem" | "setItem">;

/** The preferences remembered on this machine; the defaults where nothing readable is remembered. */
export const readPreferences = (storage: () => TextStorage): Preferences => {
  try {
    return checked(JSON.parse(storage().getItem(KEY) ?? "{}"));
  } catch {
    return DEFAULT_PREFERENCES;
  }
};

/** Remembers them if the browser lets it; else they hold until the page is closed. */
export const writePreferences = (storage: () => TextStorage, preferences: Preferences): void => {
  try {
    storage().setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Nothing is lost but a convenience: not worth a message.
  }
};
