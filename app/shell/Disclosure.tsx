import { type ReactNode, useEffect, useRef, useState } from "react";

type Props = Readonly<{ label: ReactNode; children(close: () => void): ReactNode }>;

/** A button that shows a panel below itself; Escape, choosing, or a click elsewhere closes it. */
export const Disclosure = ({ label, children }: Props) => {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    addEventListener("pointerdown", onPointer);
    return () => removeEventListener("pointerdown", onPointer);
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape on the way up from the panel's buttons
    <div
      ref={root}
      className="pl-disclosure"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        ref={button}
        type="button"
        className="pl-bar__button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label} <span className="pl-disclosure__caret" aria-hidden="true" />
      </button>
      {open && <div className="pl-disclosure__panel">{children(close)}</div>}
    </div>
  );
};
