import type { Answer, ComponentKind, Hop, Network, SecurityGroupRuleId } from "../../../engine";
import { findElement } from "../../document/find";
import { placeTitle } from "./place-title";

/** What a step of the way looks like: passed, by some addresses only, stopping the packet, or behind such a stop. */
export type HopState = "passed" | "partly" | "stopped" | "notReached";

export type HopCard = Readonly<{
  key: string;
  state: HopState;
  kind: string;
  title: string;
  message: string;
  rule: SecurityGroupRuleId | null;
  /** The element to select; null for what is not on the canvas. */
  elementId: string | null;
}>;

export const INTERNET_GATEWAY = "Internet gateway";

type Way = Pick<Answer, "path" | "blockers">;

const KIND: Readonly<Record<Exclude<ComponentKind, "security-group">, string>> = {
  "network-interface": "Interface",
  "internet-gateway": INTERNET_GATEWAY,
  internet: "Outside",
  "ip-range": "Outside",
  address: "Address",
};

/** A group judges what its interface sends right after the sender, and what it receives right before the receiver. */
const groupKind = (path: readonly Hop[], at: number): string =>
  at === 1 && path[0]?.component === "network-interface" ? "Group, outbound" : "Group, inbound";

const kindOf = (path: readonly Hop[], hop: Hop, at: number): string => {
  if (hop.component === "security-group") return groupKind(path, at);
  const end = at === 0 ? "source" : "destination";
  return at === 0 || at === path.length - 1 ? `${KIND[hop.component]}, ${end}` : KIND[hop.component];
};

/** A group that lets a part of what was asked through stops the rest: its interface is named among the blockers. */
const isPartial = ({ path, blockers }: Way, { component }: Hop, at: number): boolean => {
  const wearer = at === 1 ? path[0] : path.at(-1);
  return component === "security-group" && blockers.some((blocker) => blocker.component === wearer?.id);
};

/** The way of a packet as cards. Everything behind the first stop is not reached, but further stops are shown as such. */
export const hopCards = (network: Network, answer: Way): readonly HopCard[] => {
  const { path } = answer;
  const firstStop = path.findIndex(({ code }) => code !== undefined);
  const stateOf = (hop: Hop, at: number): HopState => {
    if (hop.code !== undefined) return "stopped";
    if (firstStop >= 0 && at > firstStop) return "notReached";
    return isPartial(answer, hop, at) ? "partly" : "passed";
  };
  return path.map((hop, at) => ({
    key: `${at} ${hop.id}`,
    state: stateOf(hop, at),
    kind: kindOf(path, hop, at),
    title: placeTitle(network, hop.id),
    message: hop.message,
    rule: hop.rule ?? null,
    elementId: findElement(network, hop.id) === null ? null : hop.id,
  }));
};
