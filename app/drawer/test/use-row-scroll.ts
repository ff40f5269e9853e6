import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { decisiveCard, type HopCard } from "./hop-cards";

/** Whether there are steps beyond the left and the right end of what is seen. */
type More = Readonly<{ before: boolean; after: boolean }>;

/** Less than a step's border is no step. */
const SLACK = 2;

/** How much of the row a turn moves on: the last step seen stays in view. */
const TURN = 0.7;

const moreOf = ({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): More => ({
  before: scrollLeft > SLACK,
  after: scrollLeft + clientWidth < scrollWidth - SLACK,
});

/** Looked at again whenever the row or a step of it gets another width. */
const useMore = (list: RefObject<HTMLOListElement | null>, steps: number) => {
  const [more, setMore] = useState<More>({ before: false, after: false });
  const look = useCallback((): void => {
    if (list.current === null) return;
    const next = moreOf(list.current);
    setMore((last) => (last.before === next.before && last.after === next.after ? last : next));
  }, [list]);
  useEffect(() => {
    const observer = new ResizeObserver(look);
    if (list.current !== null && steps > 0)
      for (const each of [list.current, ...list.current.children]) observer.observe(each);
    return () => observer.disconnect();
  }, [list, look, steps]);
  return { more, look };
};

const centre = (list: HTMLElement, index: number): void => {
  const step = list.querySelectorAll<HTMLElement>(".pl-hop")[index];
  list.scrollLeft = step === undefined ? 0 : step.offsetLeft - (list.clientWidth - step.offsetWidth) / 2;
};

/**
 * Keeps a row of steps at what decides it: when another step does, the row scrolls there, at once for people who want no
 * motion. In between it stays where the user left it.
 */
export const useRowScroll = (cards: readonly HopCard[]) => {
  const list = useRef<HTMLOListElement>(null);
  const { more, look } = useMore(list, cards.length);
  const decisive = decisiveCard(cards);
  const at = decisive === undefined ? -1 : cards.indexOf(decisive);
  const key = decisive?.key ?? "";
  // Another step at the same place is another reason to go there.
  useLayoutEffect(() => {
    if (list.current !== null) centre(list.current, at);
  }, [at, key]);
  const turn = (direction: 1 | -1): void =>
    list.current?.scrollBy({ left: direction * TURN * list.current.clientWidth });
  return { list, more, look, turn };
};
