import type { Answer, Network } from "../../../engine";
import { type HopCard, hopCards, INTERNET_GATEWAY } from "./hop-cards";

export type VerdictText = Readonly<{ word: string; detail: string }>;

const ofPairs = ({ pairs = [] }: Answer): string => {
  const through = pairs.filter(({ verdict }) => verdict !== "blocked").length;
  return `${through} of ${pairs.length} pairs get through`;
};

const PARTLY = {
  addresses: () => "for some of the addresses",
  ephemeral: () => "for some of the reply's ports",
  pairs: ofPairs,
} as const;

const placeOf = ({ kind, title }: HopCard): string => {
  if (kind === INTERNET_GATEWAY) return `the internet gateway of ${title}`;
  const [, direction] = kind.split(", ");
  return direction === undefined ? title : `${title}, ${direction}`;
};

/** Where it stops first, and how many things would have to change. */
const whereBlocked = (network: Network, answer: Answer): string => {
  const stop = hopCards(network, answer).find(({ state }) => state === "stopped");
  const count = answer.blockers.length;
  const parts = [
    stop === undefined ? "" : `at ${placeOf(stop)}`,
    count > 1 ? `${count} things would have to change` : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
};

/** The verdict in a word that needs no colour, and what goes with it. */
export const verdictText = (network: Network, answer: Answer): VerdictText => {
  if (answer.verdict === "blocked") return { word: "Blocked", detail: whereBlocked(network, answer) };
  if (answer.verdict === "allowed") return { word: "Allowed", detail: "" };
  return { word: "Partly allowed", detail: PARTLY[answer.reason ?? "addresses"](answer) };
};

/** What becomes of the reply; empty where the request does not get through. */
export const replyText = ({ reply }: Pick<Answer, "reply">): string => {
  if (reply === null) return "";
  if (reply === "allowed")
    return "The reply gets back without a rule of its own: security groups are stateful.";
  return reply === "partial" ? "Only some replies get back." : "The reply does not get back.";
};
