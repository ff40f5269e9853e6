import { useCallback, useEffect, useRef, useState } from "react";

/** Is the key meant for the canvas, or for nothing in particular? A dialog or a field has its own use for Escape. */
const isForCanvas = ({ target }: KeyboardEvent): boolean =>
  target === document.body ||
  (target instanceof Element && target.closest(".pl-canvas") !== null && target.closest("dialog") === null);

/** The legend, open or not. Escape closes it, and gives the focus back to its button. */
export const useLegend = () => {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || !isForCanvas(event)) return;
      // The selection stays for another Escape.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [open]);
  const toggle = useCallback(() => setOpen((before) => !before), []);
  return { open, toggle, button };
};
