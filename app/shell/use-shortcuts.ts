import { useEffect } from "react";

/** Listens to the page's keys once the first picture is there. */
export const useShortcuts = (): void =>
  useEffect(() => {
    const listening = import("./shortcuts").then(({ listenToShortcuts }) => listenToShortcuts());
    return () => {
      listening.then((stop) => stop());
    };
  }, []);
