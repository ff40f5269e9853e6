/** From sets of addresses to a verdict. */

import { type AddressSet, equalAddressSets, intersectAddresses, isEmptyAddressSet } from "../net/address-set";
import { TCP } from "../net/traffic-axis";
import type { Answer, Verdict } from "./answer";
import type { Packet } from "./question";

/**
 * Of which addresses a verdict speaks, whose packets get through, and to which of them the replies get back: for all client
 * ports or for some.
 */
export type Sets = Readonly<Record<"universe" | "through" | "replySome" | "replyAll", AddressSet>>;

export type Judged = Readonly<{
  verdict: Verdict;
  reason: NonNullable<Answer["reason"]> | null;
  reply: Verdict | null;
}>;

/** One behind the other: what gets through both. */
export const bothSets = (a: Sets, b: Sets): Sets => ({
  universe: a.universe,
  through: intersectAddresses(a.through, b.through),
  replySome: intersectAddresses(a.replySome, b.replySome),
  replyAll: intersectAddresses(a.replyAll, b.replyAll),
});

/** TCP needs its reply; of all else the request decides, and the reply is told apart. */
export const judge = (packet: Packet, sets: Sets): Judged => {
  const { universe, through, replySome, replyAll } = sets;
  const reply = isEmptyAddressSet(through) ? null : amount(through, replyAll, replySome);
  if (packet.protocol !== TCP) {
    const verdict = amount(universe, through, through);
    return { verdict, reason: verdict === "partial" ? "addresses" : null, reply };
  }
  const verdict = amount(universe, replyAll, replySome);
  if (verdict !== "partial") return { verdict, reason: null, reply };
  return { verdict, reason: equalAddressSets(universe, replySome) ? "ephemeral" : "addresses", reply };
};

const amount = (universe: AddressSet, all: AddressSet, some: AddressSet): Verdict => {
  if (isEmptyAddressSet(some)) return "blocked";
  return equalAddressSets(universe, all) ? "allowed" : "partial";
};

/** Several verdicts as one. What only some of them have is partial by pairs. */
export const together = (all: readonly Judged[]): Judged => {
  const [first] = all;
  if (first === undefined) return { verdict: "blocked", reason: null, reply: null };
  const isSame = all.every((each) => each.verdict === first.verdict && each.reason === first.reason);
  return {
    ...(isSame
      ? { verdict: first.verdict, reason: first.reason }
      : ({ verdict: "partial", reason: "pairs" } as const)),
    reply: replyTogether(all.flatMap(({ reply }) => reply ?? [])),
  };
};

/** Of the pairs whose request gets through. */
const replyTogether = (replies: readonly Verdict[]): Verdict | null => {
  const [first] = replies;
  if (first === undefined) return null;
  return replies.every((reply) => reply === first) ? first : "partial";
};
