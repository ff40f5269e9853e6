import type { KeyboardEvent, ReactNode } from "react";

type Option = Readonly<{ value: string; label: string }>;

type Props = Readonly<{
  options: readonly Option[];
  onPick(value: string): void;
  /** A list with a filter. */
  children: ReactNode;
}>;

/** Around a list with a filter: Enter picks the first match, unless the arrow keys or the pointer have marked another. */
export const FirstMatch = ({ options, onPick, children }: Props) => {
  const onKeyDown = ({ key, target, currentTarget }: KeyboardEvent): void => {
    const isFilter = target instanceof HTMLInputElement && !target.getAttribute("aria-activedescendant");
    if (key !== "Enter" || !isFilter || target.value.trim() === "") return;
    const typed = target.value.toLowerCase();
    const match = options.find(({ label }) => label.toLowerCase().includes(typed));
    if (match === undefined) return;
    onPick(match.value);
    // The list closes when its button has the focus.
    currentTarget.querySelector("button")?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the list inside
    <div onKeyDown={onKeyDown}>{children}</div>
  );
};
