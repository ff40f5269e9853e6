import type { PathlightStore } from "../store/store";

/** Milliseconds without a keystroke after which a field's effect is told. */
const PAUSE = 800;

/** Tells the store when typing pauses. What was told once is told again only after another keystroke. */
export const watchPauses = (store: PathlightStore): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = store.subscribe(({ openEdits }, previous) => {
    const growing = openEdits.at(-1);
    if (growing?.after === previous.openEdits.at(-1)?.after && growing?.asked !== "close") return;
    clearTimeout(timer);
    if (growing?.asked === "nothing") timer = setTimeout(() => store.getState().pause(), PAUSE);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
};
