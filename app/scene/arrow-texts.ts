/** What an arrow's label says. */
import { type TierPair, type TrafficItem, trafficLabel } from "../../engine";
import type { Size } from "../document/diagram";
import {
  ARROW_BADGE_GAP,
  ARROW_BADGE_PADDING,
  ARROW_LABEL_HEIGHT,
  ARROW_LABEL_MARK,
  ARROW_LABEL_PADDING,
} from "./sizes";
import { textWidth } from "./text-width";

export type ArrowText = Readonly<{ text: string; badge: string | null }>;

/** Longer labels hide more of the drawing than they say. */
const MAX_LENGTH = 36;

/** "TCP 22, 80, 443 +3": as many ports as fit, and how many more there are. Common names go first. */
const shortened = (text: string): string => {
  if (text.length <= MAX_LENGTH) return text;
  const plain = text.split(" · ")[0] ?? text;
  if (plain.length <= MAX_LENGTH) return plain;
  const parts = plain.split(", ");
  let count = parts.length - 1;
  const short = (): string => `${parts.slice(0, count).join(", ")} +${parts.length - count}`;
  while (count > 1 && short().length > MAX_LENGTH) count -= 1;
  return short();
};

const labelOfTraffic = (traffic: readonly TrafficItem[]): string => shortened(trafficLabel(traffic));

/** A range's arrow says what it may beyond the Internet. */
const textOf = ({ traffic, beyondInternet }: TierPair): string => {
  if (beyondInternet === null) return labelOfTraffic(traffic);
  if (beyondInternet.traffic.length === 0) return "As Internet";
  const beyond = labelOfTraffic(beyondInternet.traffic);
  return beyondInternet.andAsInternet ? `${beyond}, and as Internet` : beyond;
};

const badgeOf = ({ partial, pairs, ofPairs }: TierPair): string | null => {
  if (partial === "pairs") return `${pairs} of ${ofPairs}`;
  return partial === "addresses" ? "some addresses" : null;
};

export const arrowText = (pair: TierPair): ArrowText => ({ text: textOf(pair), badge: badgeOf(pair) });

/** The label of an arrow that is gone: what was allowed before. */
export const ghostText = (removed: readonly TrafficItem[]): ArrowText => ({
  text: labelOfTraffic(removed),
  badge: null,
});

/** The size of the pill for this text, with room for the mark of a change if there is one. */
export const labelSize = ({ text, badge }: ArrowText, marked: boolean): Size => {
  const badgeWidth = badge === null ? 0 : ARROW_BADGE_GAP + textWidth(badge) + 2 * ARROW_BADGE_PADDING;
  const mark = marked ? ARROW_LABEL_MARK : 0;
  const width = 2 * ARROW_LABEL_PADDING + textWidth(text) + badgeWidth + mark;
  return { width: Math.ceil(width / 4) * 4, height: ARROW_LABEL_HEIGHT };
};
