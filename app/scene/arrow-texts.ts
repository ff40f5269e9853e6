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

/** `brief` leaves common names out, for where there is no room. */
export type ArrowText = Readonly<{ text: string; brief: string; badge: string | null }>;

/** Longer labels hide more of the drawing than they say. */
const MAX_LENGTH = 36;

/** "TCP 22" of "TCP 22 · SSH"; but "TCP 22 · UDP 53" stays, where the dot stands between protocols. */
const withoutNames = (text: string, traffic: readonly TrafficItem[]): string => {
  const protocols = new Set(traffic.map((item) => item.protocol)).size;
  const oneProtocol = protocols === 1 || (protocols === 2 && text.startsWith("TCP+UDP"));
  return oneProtocol ? (text.split(" · ")[0] ?? text) : text;
};

/** "TCP 1000-2000, 3000-4000 +3": as much as fits, and how many ports or protocols more there are. */
const cut = (text: string): string => {
  const [, whole = text, more = "0"] = /^(.*?)(?: \+(\d+))?$/.exec(text) ?? [];
  const pieces = whole.split(/(?=, | · )/);
  let count = pieces.length;
  const short = (): string => `${pieces.slice(0, count).join("")} +${Number(more) + pieces.length - count}`;
  while (count > 1 && short().length > MAX_LENGTH) count -= 1;
  return short();
};

const trafficText = (traffic: readonly TrafficItem[], names: boolean): string => {
  const text = trafficLabel(traffic);
  if (names && text.length <= MAX_LENGTH) return text;
  const plain = withoutNames(text, traffic);
  return plain.length <= MAX_LENGTH ? plain : cut(plain);
};

/** A range's arrow says what it may beyond the Internet; all that it may where that is shorter. */
const pairText = ({ traffic, beyondInternet }: TierPair, names: boolean): string => {
  if (beyondInternet === null) return trafficText(traffic, names);
  if (beyondInternet.traffic.length === 0) return "As Internet";
  if (!beyondInternet.andAsInternet) return trafficText(beyondInternet.traffic, names);
  const beyond = trafficText(beyondInternet.traffic, false);
  return beyond.startsWith("All but ") ? trafficText(traffic, names) : `${beyond}, and as Internet`;
};

/** Replies go back to the client's port: an ACL may let only some of them pass. */
const SOME = { addresses: "some addresses", ephemeral: "some clients only" } as const;

const badgeOf = ({ partial, pairs, ofPairs }: TierPair): string | null => {
  if (partial === "pairs") return `${pairs} of ${ofPairs}`;
  return partial === null ? null : SOME[partial];
};

export const arrowText = (pair: TierPair): ArrowText => ({
  text: pairText(pair, true),
  brief: pairText(pair, false),
  badge: badgeOf(pair),
});

/** The label of an arrow that is gone: what was allowed before. */
export const ghostText = (removed: readonly TrafficItem[]): ArrowText => ({
  text: trafficText(removed, true),
  brief: trafficText(removed, false),
  badge: null,
});

/** The size of the pill for this text, with room for the mark of a change if there is one. */
export const labelSize = ({ text, badge }: Pick<ArrowText, "text" | "badge">, marked: boolean): Size => {
  const badgeWidth = badge === null ? 0 : ARROW_BADGE_GAP + textWidth(badge) + 2 * ARROW_BADGE_PADDING;
  const mark = marked ? ARROW_LABEL_MARK : 0;
  const width = 2 * ARROW_LABEL_PADDING + textWidth(text) + badgeWidth + mark;
  return { width: Math.ceil(width / 4) * 4, height: ARROW_LABEL_HEIGHT };
};
