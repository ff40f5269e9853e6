import { type RefObject, useEffect, useRef } from "react";
import { pathlight, usePathlight } from "../../store/store";

/**
 * The row of an ACL or a route table that another view points at, called as in an answer; null while none is. The mark is about
 * one visit: it goes once another thing is shown.
 */
export const useMarkedRow = (elementId: string): string | null => {
  useEffect(
    () => () => {
      const { markedRow, setMarkedRow } = pathlight.getState();
      if (markedRow?.elementId === elementId) setMarkedRow(null);
    },
    [elementId],
  );
  return usePathlight(({ markedRow }) => (markedRow?.elementId === elementId ? markedRow.row : null));
};

/** Brings a row into view as it is marked. */
export const useInView = (isMarked: boolean): RefObject<HTMLLIElement | null> => {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const row = element.current;
    // A row under the pointer or with the focus is in view: moving it would move it away from the pointer.
    if (isMarked && row?.matches(":hover, :focus-within") === false) row.scrollIntoView({ block: "nearest" });
  }, [isMarked]);
  return element;
};
