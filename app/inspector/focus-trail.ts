/** Where a control stood: what it was in, from the inside out, and at which place in each. */
export type Trail = Readonly<{
  control: Element;
  /** The name of the thing that was shown; null where a form has none. */
  title: Element | null;
  steps: readonly Readonly<{ within: Element; index: number }>[];
}>;

const CONTROLS = "button:not(:disabled), input:not(:disabled), textarea, a[href]";

const titleOf = (root: Element): HTMLElement | null => root.querySelector("h2");

const stepsTo = (root: Element, element: Element): Trail["steps"] => {
  const within = element.parentElement;
  if (within === null || element === root) return [];
  return [{ within, index: [...within.children].indexOf(element) }, ...stepsTo(root, within)];
};

/** The trail of a control in a form. */
export const trailOf = (control: Element, root: Element): Trail => ({
  control,
  title: titleOf(root),
  steps: stepsTo(root, control),
});

const isSeen = (element: Element): boolean => element.getClientRects().length > 0;

/** The first control at this place or after it. */
const controlFrom = (within: Element, index: number): HTMLElement | undefined =>
  [...within.children]
    .slice(index)
    .flatMap((child) => [child, ...child.querySelectorAll("*")])
    .find(
      (each): each is HTMLElement => each instanceof HTMLElement && each.matches(CONTROLS) && isSeen(each),
    );

/** A heading takes the focus only when it is given it; the Tab key goes on from there. */
const focusable = (heading: HTMLElement): HTMLElement => {
  heading.tabIndex = -1;
  return heading;
};

/**
 * What takes the place of a control that is gone. Where another thing is shown now, its name. Else what stands where the
 * control stood, or next after it in the same section; at last the title of that section.
 */
export const replacementIn = (root: HTMLElement, { title, steps }: Trail): HTMLElement => {
  if (title !== titleOf(root)) return focusable(titleOf(root) ?? root);
  for (const { within, index } of steps) {
    if (!root.contains(within)) continue;
    const next = controlFrom(within, index);
    if (next !== undefined) return next;
    const heading = within.matches("section") ? within.querySelector<HTMLElement>("h3") : null;
    if (heading !== null) return focusable(heading);
  }
  return focusable(titleOf(root) ?? root);
};
