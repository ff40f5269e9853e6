import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { changeActions } from "./change-actions";
import { editActions } from "./edit-actions";
import { initialState } from "./initial-state";
import { readPreferences, type TextStorage, writePreferences } from "./preferences";
import type { Pathlight } from "./slice";
import { viewActions } from "./view-actions";

export type PathlightStore = StoreApi<Pathlight>;

/** A store by itself, as tests use it. `storage` is where preferences are remembered. */
export const createPathlight = (storage: () => TextStorage): PathlightStore => {
  const store = createStore<Pathlight>()((set, get) => ({
    ...initialState(readPreferences(storage)),
    ...editActions(set, get),
    ...viewActions(set, get),
    ...changeActions(set),
  }));
  store.subscribe(({ preferences }, previous) => {
    if (preferences !== previous.preferences) writePreferences(storage, preferences);
  });
  return store;
};

/** The one store of the page. */
export const pathlight = createPathlight(() => localStorage);

/** What a view shows of the store; it draws again when the selected value is another one. */
export const usePathlight = <Value>(selector: (state: Pathlight) => Value): Value =>
  useStore(pathlight, selector);
