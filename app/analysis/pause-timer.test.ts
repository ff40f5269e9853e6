import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NO_DELTA } from "../../engine";
import { createPathlight, type PathlightStore } from "../store/store";
import { moved, named } from "../store/testing";
import { watchPauses } from "./pause-timer";

let store: PathlightStore;
let stop: () => void;
const state = () => store.getState();
const asked = () => state().openEdits.map((edit) => edit.asked);

const type = (text: string): void => {
  state().dispatch(named(text));
};

beforeEach(() => {
  vi.useFakeTimers();
  store = createPathlight(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  stop = watchPauses(store);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe("a pause in a text field", () => {
  test("is 800 ms without a keystroke", () => {
    type("s");
    vi.advanceTimersByTime(700);
    type("sh");
    vi.advanceTimersByTime(799);
    expect(asked()).toEqual(["nothing"]);
    vi.advanceTimersByTime(1);
    expect(asked()).toEqual(["pause"]);
  });

  test("is told once, until the next keystroke", () => {
    type("s");
    vi.advanceTimersByTime(800);
    const [edit] = state().openEdits;
    if (edit !== undefined) state().settled(edit, NO_DELTA);
    vi.advanceTimersByTime(5000);
    expect(asked()).toEqual(["nothing"]);
    type("sh");
    vi.advanceTimersByTime(800);
    expect(asked()).toEqual(["pause"]);
  });

  test("does not come after the field was left", () => {
    type("s");
    state().settle();
    vi.advanceTimersByTime(5000);
    expect(asked()).toEqual(["close"]);
  });

  test("is not put off by what has nothing to do with the field", () => {
    type("s");
    vi.advanceTimersByTime(700);
    state().setLens(null);
    vi.advanceTimersByTime(100);
    expect(asked()).toEqual(["pause"]);
    state().dispatch(moved(1));
    expect(asked()).toEqual(["close"]);
  });
});
