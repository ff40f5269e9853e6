import { type FocusEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

type Props = Readonly<{
  className: string;
  tone?: string;
  /** What is said; when it is another thing, the time starts again. */
  said: unknown;
  /** Milliseconds; null for what stays until it is dismissed. */
  shownFor: number | null;
  onLeave(): void;
  children: ReactNode;
}>;

/** A line that leaves by itself, unless the pointer or the focus is on it. The focus then goes back to where it came from. */
export const PassingLine = ({ className, tone, said, shownFor, onLeave, children }: Props) => {
  const [held, setHeld] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (shownFor === null || held) return;
    const timer = setTimeout(onLeave, shownFor);
    return () => clearTimeout(timer);
  }, [said, shownFor, held, onLeave]);
  useLayoutEffect(() => {
    const own = line.current;
    return () => {
      const { current: back } = before;
      if (own?.contains(document.activeElement) && back instanceof HTMLElement) back.focus();
    };
  }, []);
  const onFocus = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget;
    setHeld(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the line while it is pointed at
    <div
      ref={line}
      className={className}
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={onFocus}
      onBlur={() => setHeld(false)}
    >
      {children}
    </div>
  );
};
