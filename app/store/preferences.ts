import * as v from "valibot";
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
  drawerHeight: 248,
  myIp: null,
};

const length = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));

/** Each field falls back by itself: one that an older version wrote otherwise costs nothing else. */
const schema = v.object({
  theme: v.fallback(v.picklist(["light", "dark", "system"]), DEFAULT_PREFERENCES.theme),
  allPaths: v.fallback(v.boolean(), DEFAULT_PREFERENCES.allPaths),
  hulls: v.fallback(v.boolean(), DEFAULT_PREFERENCES.hulls),
  inspectorOpen: v.fallback(v.boolean(), DEFAULT_PREFERENCES.inspectorOpen),
  inspectorWidth: v.fallback(length(240, 1600), DEFAULT_PREFERENCES.inspectorWidth),
  drawerOpen: v.fallback(v.boolean(), DEFAULT_PREFERENCES.drawerOpen),
  drawerTab: v.fallback(v.picklist(["test", "changes"]), DEFAULT_PREFERENCES.drawerTab),
  drawerHeight: v.fallback(length(120, 1200), DEFAULT_PREFERENCES.drawerHeight),
  myIp: v.fallback(v.nullable(v.string()), DEFAULT_PREFERENCES.myIp),
});

/** What `localStorage` offers of this; a browser may refuse each call (blocked cookies, private mode, quota). */
export type TextStorage = Pick<Storage, "getItem" | "setItem">;

/** The preferences remembered on this machine; the defaults where nothing readable is remembered. */
export const readPreferences = (storage: () => TextStorage): Preferences => {
  try {
    const read = v.safeParse(schema, JSON.parse(storage().getItem(KEY) ?? "{}"));
    return read.success ? read.output : DEFAULT_PREFERENCES;
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
