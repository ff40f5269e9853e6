import { describe, expect, test } from "vitest";
import { DEFAULT_PREFERENCES, readPreferences, type TextStorage, writePreferences } from "./preferences";

const memory = (text: string | null): TextStorage & { text(): string | null } => {
  let held = text;
  return {
    getItem: () => held,
    setItem: (_key, value) => {
      held = value;
    },
    text: () => held,
  };
};

const broken = (): TextStorage => {
  throw new DOMException("blocked", "SecurityError");
};

describe("preferences", () => {
  test("are the defaults on a new machine", () => {
    expect(readPreferences(() => memory(null))).toEqual(DEFAULT_PREFERENCES);
  });

  test("come back as they were written", () => {
    const storage = memory(null);
    const preferences = { ...DEFAULT_PREFERENCES, theme: "dark", myIp: "203.0.113.7" } as const;
    writePreferences(() => storage, preferences);
    expect(readPreferences(() => storage)).toEqual(preferences);
  });

  test("fall back field by field where another version wrote something else", () => {
    const storage = memory(JSON.stringify({ theme: "sepia", drawerOpen: false }));
    expect(readPreferences(() => storage)).toEqual({ ...DEFAULT_PREFERENCES, drawerOpen: false });
  });

  test("are the defaults where the stored text is damaged or not an object", () => {
    expect(readPreferences(() => memory("{"))).toEqual(DEFAULT_PREFERENCES);
    expect(readPreferences(() => memory("null"))).toEqual(DEFAULT_PREFERENCES);
  });

  test("do not stop the program where the browser blocks storage", () => {
    expect(readPreferences(broken)).toEqual(DEFAULT_PREFERENCES);
    expect(() => writePreferences(broken, DEFAULT_PREFERENCES)).not.toThrow();
  });
});
