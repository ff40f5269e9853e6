import { type RefObject, useEffect, useRef } from "react";
import { replacementIn, type Trail, trailOf } from "./focus-trail";

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;

/**
 * Keeps the focus in the inspector when the control that has it goes away: by an edit, by a dialog that ends, or because
 * another thing is shown. Without it a keyboard would have to start again at the top of the page.
 */
export const useKeptFocus = (): RefObject<HTMLDivElement | null> => {
  const inspector = useRef<HTMLDivElement>(null);
  useEffect(() => (inspector.current === null ? undefined : keepFocusIn(inspector.current)), []);
  return inspector;
};

const keepFocusIn = (root: HTMLElement): (() => void) => {
  let trail: Trail | null = null;
  const remember = ({ target }: FocusEvent): void => {
    if (target instanceof Element && root.contains(target)) trail = trailOf(target, root);
    else if (!inDialog(target)) trail = null;
  };
  // What is pressed elsewhere need not take the focus itself, such as the canvas.
  const forget = ({ target }: PointerEvent): void => {
    if (target instanceof Node && !root.contains(target) && !inDialog(target)) trail = null;
  };
  const mend = (): void => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (trail === null || !isLost || trail.control.isConnected) return;
    replacementIn(root, trail).focus();
  };
  const observer = new MutationObserver(mend);
  observer.observe(root, { childList: true, subtree: true });
  document.addEventListener("focusin", remember);
  document.addEventListener("pointerdown", forget, true);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", remember);
    document.removeEventListener("pointerdown", forget, true);
  };
};
