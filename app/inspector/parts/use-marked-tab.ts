import { useEffect, useState } from "react";
import type { State } from "../../store/state";
import { pathlight, usePathlight } from "../../store/store";

/** Which tab of an element's form holds what other views point at; null where they point at nothing in it. */
export type MarkedTab = (state: State, elementId: string) => string | null;

/**
 * The tab of a form: `first`, or the one that holds what led here. It follows whenever the element is selected again, since a
 * step of an answer may lead to another of its rows; but not what the pointer only passes by.
 */
export const useMarkedTab = (elementId: string, first: string, markedTab: MarkedTab) => {
  const [tab, setTab] = useState(() => markedTab(pathlight.getState(), elementId) ?? first);
  const selection = usePathlight((state) => state.selection);
  useEffect(() => {
    const marked = selection.kind === "elements" ? markedTab(pathlight.getState(), elementId) : null;
    if (marked !== null) setTab(marked);
  }, [selection, elementId, markedTab]);
  return [tab, setTab] as const;
};
