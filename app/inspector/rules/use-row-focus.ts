import { useCallback, useEffect, useRef } from "react";

type Focusable = Readonly<{ focus(): void }>;
type FocusRef = (focusable: Focusable | null) => void;

export type RowFocus = Readonly<{
  /** The ref for the control that has this key; the same function every time. */
  handle(key: string): FocusRef;
  /** Puts the focus on the control with this key once it is drawn. */
  focus(key: string): void;
}>;

/** Focus by key, also for a row that is not drawn yet (just added) or that takes the place of a deleted one. */
export const useRowFocus = (): RowFocus => {
  const drawn = useRef(new Map<string, Focusable>());
  const refs = useRef(new Map<string, FocusRef>());
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const control = wanted.current === null ? undefined : drawn.current.get(wanted.current);
    if (control === undefined) return;
    wanted.current = null;
    control.focus();
  });
  const handle = useCallback((key: string): FocusRef => {
    const ref =
      refs.current.get(key) ??
      ((focusable) => {
        if (focusable === null) drawn.current.delete(key);
        else drawn.current.set(key, focusable);
      });
    refs.current.set(key, ref);
    return ref;
  }, []);
  const focus = useCallback((key: string): void => {
    wanted.current = key;
  }, []);
  return { handle, focus };
};
