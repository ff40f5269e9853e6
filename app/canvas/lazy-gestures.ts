const load = () => import("./gestures");

type Gestures = Awaited<ReturnType<typeof load>>;

/** Runs a gesture as soon as its code is there: at once, but for the first moments after the page has opened. */
export const whenReady = async (act: (gestures: Gestures) => unknown): Promise<void> => {
  await act(await load());
};
