import type { Answer, Network } from "../../../engine";
import { type HopCard, hopCards, INTERNET_GATEWAY, replyCards } from "./hop-cards";

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

const firstStop = (cards: readonly HopCard[]) => cards.find(({ state }) => state === "stopped");

/** Where it stops first, there or on the way back, and how many things would have to change. */
const whereBlocked = (network: Network, answer: Answer): string => {
  const stop = firstStop(hopCards(network, answer));
  const back = stop === undefined ? firstStop(replyCards(network, answer)) : undefined;
  const count = answer.blockers.length;
  const parts = [
    stop === undefined ? "" : `at ${placeOf(stop)}`,
    back === undefined ? "" : `on the way back at ${placeOf(back)}`,
    count > 1 ? `${count} things would have to change` : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
};

/** The request gets through, but its reply does not, which only TCP needs; empty where nothing is to be said of it. */
const replyLost = (network: Network, answer: Answer): string => {
  if (answer.reply === "partial") return answer.verdict === "allowed" ? "but only some replies get back" : "";
  if (answer.reply !== "blocked") return "";
  const stop = firstStop(replyCards(network, answer));
  return `but the reply does not get back${stop === undefined ? "" : `: stopped at ${placeOf(stop)}`}`;
};

/** The verdict in a word that needs no colour, and what goes with it. */
export const verdictText = (network: Network, answer: Answer): VerdictText => {
  if (answer.verdict === "blocked") return { word: "Blocked", detail: whereBlocked(network, answer) };
  const lost = replyLost(network, answer);
  if (answer.verdict === "allowed") return { word: "Allowed", detail: lost };
  const amount = PARTLY[answer.reason ?? "addresses"](answer);
  return { word: "Partly allowed", detail: lost === "" ? amount : `${amount}, ${lost}` };
};

/** What becomes of the reply; empty where the request does not get through. */
export const replyText = ({ reply, replyPath }: Pick<Answer, "reply" | "replyPath">): string => {
  if (reply === null) return "";
  if (reply === "partial") return "Only some replies get back.";
  if (reply === "blocked") return "The reply does not get back.";
  const isFiltered = replyPath.some(({ component }) => component === "network-acl");
  return isFiltered
    ? "The reply gets back: security groups are stateful, and the network ACLs let it through too."
    : "The reply gets back without a rule of its own: security groups are stateful.";
};
