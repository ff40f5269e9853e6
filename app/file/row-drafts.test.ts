import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { network, routeTable, vpc } from "../../engine/testing/network-builder";
import { parseDesignFile } from "../document/design-file";
import { EMPTY_DIAGRAM } from "../document/diagram";
import type { RowDraft } from "../document/row-draft";
import { createPathlight } from "../store/store";
import { keepSaved } from "./keep-saved";
import { memoryStorage } from "./testing";

const HALF: RowDraft = {
  draftId: "new 1",
  key: null,
  against: "",
  texts: { destination: "10.1.", target: "" },
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A browser with one design open, which holds a route table. */
const browser = () => {
  const storage = memoryStorage();
  const store = createPathlight(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  const { adopt } = keepSaved({
    store,
    storage,
    remember: () => {},
    newDesignId: () => "copy",
    now: () => Date.now(),
  });
  const diagram = {
    ...EMPTY_DIAGRAM,
    network: network(vpc("A", "10.0.0.0/16"), routeTable("main", "A", [])),
  };
  adopt({ designId: "shop", revision: 0, content: { diagram, drafts: {}, rowDrafts: {} } });
  store.getState().open("shop", diagram);
  return { storage, store };
};

test("a half-typed route alone makes the design be saved, and is there when it is read again", async () => {
  const { storage, store } = browser();
  store.getState().setRowDrafts("rtb-main", [HALF]);
  await vi.advanceTimersByTimeAsync(1000);
  const read = parseDesignFile(storage.designs.get("shop")?.text ?? "");
  expect(read.ok && read.value.rowDrafts).toEqual({ "rtb-main": [HALF] });
});

test("unfinished rows belong to the design that they were typed in", () => {
  const { store } = browser();
  store.getState().setRowDrafts("rtb-main", [HALF]);
  store.getState().open("other", EMPTY_DIAGRAM);
  expect(store.getState().rowDrafts).toEqual({});
  store.getState().open("shop", EMPTY_DIAGRAM, {}, { "rtb-main": [HALF] });
  expect(store.getState().rowDrafts).toEqual({ "rtb-main": [HALF] });
});
