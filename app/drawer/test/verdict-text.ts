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

/** Where it stops first, there or on the way back, and how many things would have to change. */
const whereBlocked = (network: Network, answer: Answer): string => {
  const isStop = ({ state }: HopCard) => state === "stopped";
  const stop = hopCards(network, answer).find(isStop);
  const back = stop === undefined ? replyCards(network, answer).find(isStop) : undefined;
  const count = answer.blockers.length;
  const parts = [
    stop === undefined ? "" : `at ${placeOf(stop)}`,
    back === undefined ? "" : `on the way back at ${placeOf(back)}`,
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
export const replyText = ({ reply, replyPath }: Pick<Answer, "reply" | "replyPath">): string => {
  if (reply === null) return "";
  if (reply === "partial") return "Only some replies get back.";
  if (reply === "blocked") return "The reply does not get back.";
  const isFiltered = replyPath.some(({ component }) => component === "network-acl");
  return isFiltered
    ? "The reply gets back: security groups are stateful, and the network ACLs let it through too."
    : "The reply gets back without a rule of its own: security groups are stateful.";
};
