import { beforeEach, describe, expect, test } from "vitest";
import { NO_DELTA } from "../../engine";
import { EMPTY_DIAGRAM } from "../document/diagram";
import { createPathlight, type PathlightStore } from "./store";
import { moved, named, vpc, vpcsBecome } from "./testing";

const effect = { ...NO_DELTA, opened: 1 };

let store: PathlightStore;
const state = () => store.getState();
const openEdits = () => state().openEdits.map(({ label, asked }) => `${label}: ${asked}`);
const firstEdit = () => {
  const [edit] = state().openEdits;
  if (edit === undefined) throw new Error("there is no open edit");
  return edit;
};

beforeEach(() => {
  store = createPathlight(() => {
    throw new DOMException("blocked", "SecurityError");
  });
});

describe("open edits", () => {
  test("are complete at once without a text field", () => {
    state().dispatch(vpcsBecome("Create VPC", [vpc("vpc-1", "a")]));
    state().undo();
    expect(openEdits()).toEqual(["Create VPC: close", "Undo: Create VPC: close"]);
  });

  test("are none where the network stays as it is", () => {
    state().dispatch(moved(1));
    expect(openEdits()).toEqual([]);
  });

  test("grow while a field is typed in, and close when something else is done", () => {
    state().dispatch(named("s"));
    state().dispatch(named("shop"));
    expect(openEdits()).toEqual(["Name it shop: nothing"]);
    state().dispatch(moved(1));
    expect(openEdits()).toEqual(["Name it shop: close"]);
  });

  test("that are complete do not grow, though they have not been told", () => {
    state().dispatch(named("s"));
    state().settle();
    state().dispatch(named("sh"));
    expect(openEdits()).toEqual(["Name it s: close", "Name it sh: nothing"]);
  });

  test("grow on after a pause, from before the field", () => {
    state().dispatch(named("s"));
    state().pause();
    expect(openEdits()).toEqual(["Name it s: pause"]);
    state().settled(firstEdit(), effect);
    state().dispatch(named("sh"));
    expect(openEdits()).toEqual(["Name it sh: nothing"]);
    expect(firstEdit().before).toBe(EMPTY_DIAGRAM);
  });
});

describe("changes", () => {
  test("list what was told, newest first, and mark it", () => {
    for (const name of ["a", "b"]) {
      state().dispatch(vpcsBecome(`Create ${name}`, [vpc("vpc-1", name)]));
      state().settled(firstEdit(), effect);
    }
    expect(state().changes.map(({ label }) => label)).toEqual(["Create b", "Create a"]);
    expect(state().shownChange).toBe(state().changes[0]);
    expect(state().openEdits).toEqual([]);
  });

  test("list an edit without effect, but mark nothing", () => {
    state().dispatch(vpcsBecome("Create a", [vpc("vpc-1", "a")]));
    state().settled(firstEdit(), NO_DELTA);
    expect(state().changes).toHaveLength(1);
    expect(state().shownChange).toBeNull();
  });

  test("say one field once, however often it paused", () => {
    state().dispatch(named("s"));
    state().pause();
    state().settled(firstEdit(), effect);
    state().dispatch(named("shop"));
    state().settle();
    state().settled(firstEdit(), effect);
    expect(state().changes.map(({ label }) => label)).toEqual(["Name it shop"]);
    expect(state().changes[0]?.before).toBe(EMPTY_DIAGRAM);
    expect(state().openEdits).toEqual([]);
  });

  test("are not told again when a field is left after its pause", () => {
    state().dispatch(named("s"));
    state().pause();
    state().settled(firstEdit(), effect);
    const [told] = state().changes;
    state().settle();
    state().settled(firstEdit(), effect);
    expect(state().changes[0]).toBe(told);
    expect(state().openEdits).toEqual([]);
  });

  test("of a field that went on growing while it was told stay open", () => {
    state().dispatch(named("s"));
    state().pause();
    const edit = firstEdit();
    state().dispatch(named("sh"));
    state().settled(edit, effect);
    expect(openEdits()).toEqual(["Name it sh: nothing"]);
  });
});
