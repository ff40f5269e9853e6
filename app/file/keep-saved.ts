import { designKeeper, differs, type KeeperWiring, type Kept } from "./design-keeper";

export type Autosave = Readonly<{
  /** Saves what has not been saved. Never rejects: failing is told in the store. */
  flush(): Promise<void>;
  /** Called just before another design is opened: this much of it is kept already. */
  adopt(kept: Kept): void;
}>;

/** Milliseconds from a change to its save. Not put off by further changes, so that nothing waits longer than this. */
const DELAY = 300;

/** Saves the open design soon after each change, one save at a time. */
export const keepSaved = (wiring: KeeperWiring): Autosave => {
  const { isDirty, save, adopt } = designKeeper(wiring);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    saving = saving.then(save);
    return saving;
  };

  wiring.store.subscribe((state, previous) => {
    if (!differs(state, previous) || !isDirty() || timer !== undefined) return;
    timer = setTimeout(flush, DELAY);
    if (state.saved === "saved") state.setSaved("saving");
  });

  return { flush, adopt };
};
