import type { Answer, Network } from "../../../engine";
import { decisiveCard, type HopCard, hopCards, replyCards } from "./hop-cards";
import { placeOnWay } from "./place-on-way";
import { type StepWay, stepId } from "./step-id";

/** What stops the packet, in words, and the element of its step. */
export type Stop = Readonly<{ text: string; stepId: string }>;

/** A sentence in three parts: "Blocked", "on the way back at" `stop` "; 2 things would have to change". */
export type VerdictText = Readonly<{ word: string; detail: string; stop: Stop | null; more: string }>;

const ofPairs = ({ pairs = [] }: Answer): string => {
  const through = pairs.filter(({ verdict }) => verdict !== "blocked").length;
  return `${through} of ${pairs.length} pairs get through`;
};

const PARTLY = {
  addresses: () => "for some of the addresses",
  ephemeral: () => "for some of the reply's ports",
  pairs: ofPairs,
} as const;

const stopOf = (way: StepWay, card: HopCard): Stop => ({ text: placeOnWay(card), stepId: stepId(way, card) });

const stopAt = (way: StepWay, cards: readonly HopCard[]): Stop | null => {
  const card = decisiveCard(cards);
  return card?.state === "stopped" ? stopOf(way, card) : null;
};

/** Where it stops first, there or on the way back, and how many things would have to change. */
const blocked = (network: Network, answer: Answer): VerdictText => {
  const there = stopAt("there", hopCards(network, answer));
  const stop = there ?? stopAt("back", replyCards(network, answer));
  const count = answer.blockers.length;
  const detail = there === null ? "on the way back at" : "at";
  return {
    word: "Blocked",
    detail: stop === null ? "" : detail,
    stop,
    more: count > 1 ? `; ${count} things would have to change` : "",
  };
};

type Lost = Pick<VerdictText, "detail" | "stop">;

const NOTHING_LOST: Lost = { detail: "", stop: null };

/** The request gets through, but its reply does not, which only TCP needs. */
const replyLost = (network: Network, answer: Answer): Lost => {
  if (answer.reply === "partial" && answer.verdict === "allowed")
    return { detail: "but only some replies get back", stop: null };
  if (answer.reply !== "blocked") return NOTHING_LOST;
  const stop = stopAt("back", replyCards(network, answer));
  return { detail: `but the reply does not get back${stop === null ? "" : ": stopped at"}`, stop };
};

/** What stops the rest where a part gets through. The steps shown are one pair's: of several they tell nothing. */
const restStop = (network: Network, answer: Answer): Stop | null => {
  if (answer.pairs !== undefined && answer.reason === "pairs") return null;
  const there = decisiveCard(hopCards(network, answer));
  const back = decisiveCard(replyCards(network, answer));
  if (there !== undefined) return stopOf("there", there);
  return back === undefined ? null : stopOf("back", back);
};

const partly = (network: Network, answer: Answer, lost: Lost): VerdictText => {
  const amount = PARTLY[answer.reason ?? "addresses"](answer);
  const word = "Partly allowed";
  if (lost.detail !== "") return { word, detail: `${amount}, ${lost.detail}`, stop: lost.stop, more: "" };
  const stop = restStop(network, answer);
  return { word, detail: stop === null ? amount : `${amount}; the rest stops at`, stop, more: "" };
};

/** The verdict in a word that needs no colour, and what goes with it. */
export const verdictText = (network: Network, answer: Answer): VerdictText => {
  if (answer.verdict === "blocked") return blocked(network, answer);
  const lost = replyLost(network, answer);
  if (answer.verdict === "allowed") {
    const isWhole = answer.reply === "allowed";
    return { word: "Allowed", ...lost, ...(isWhole ? { detail: "and the reply gets back" } : {}), more: "" };
  }
  return partly(network, answer, lost);
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
