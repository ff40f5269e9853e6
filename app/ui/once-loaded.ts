/**
 * A lazily loaded module, fetched once: whoever asks meanwhile waits for the same fetch, so that what is done with it
 * happens in the order in which it was asked for. After a failure the next one to ask tries again.
 */
export const onceLoaded = <Module>(load: () => Promise<Module>): (() => Promise<Module>) => {
  let loading: Promise<Module> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
};
