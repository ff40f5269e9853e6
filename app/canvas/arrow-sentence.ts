import type { Arrow } from "../scene/scene";

const CHANGE_WORD = { opened: "opened", closed: "closed", widened: "wider", narrowed: "narrower" } as const;

/** An arrow in words, for those who do not see it. */
export const arrowSentence = (arrow: Arrow): string => {
  const what = arrow.label ? `: ${arrow.label.text}${arrow.label.badge ? `, ${arrow.label.badge}` : ""}` : "";
  const change = arrow.change ? `, ${CHANGE_WORD[arrow.change]}` : "";
  return `${arrow.fromName} to ${arrow.toName}${what}${change}`;
};
