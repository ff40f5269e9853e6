import type { Refusal, RefusalReason } from "../../engine";

export type Facts = Readonly<Record<string, string>>;
export type Sentence = (fact: (name: string) => string, facts: Facts) => string;

export const said = (sentence: Sentence, { facts }: Refusal): string =>
  sentence((name) => facts[name] ?? "", facts);

/**
 * What `checkTraffic` refuses with, in words. Apart from the other sentences, because the design file needs these few
 * before the first paint.
 */
export const TRAFFIC_SENTENCES = {
  portOutOfRange: (fact) => `${fact("port")} is not a port: ports are whole numbers from 0 to 65535.`,
  portsReversed: (fact) =>
    `The range ${fact("from")}-${fact("to")} runs backwards: write the lower port first.`,
  icmpOutOfRange: (fact) => `${fact("value")} is not an ICMP type or code: they run from 0 to 255.`,
  icmpCodeWithoutType: () => "All ICMP types go with all codes: choose a type first.",
  protocolOutOfRange: (fact) => `${fact("protocol")} is not a protocol number: they run from 0 to 255.`,
  protocolHasName: (fact) =>
    `Protocol ${fact("protocol")} is ${fact("name")}: choose ${fact("name")} as the type.`,
} satisfies Partial<Record<RefusalReason, Sentence>>;

/** What is wrong with a rule's protocol, ports, type or code. */
export const trafficSentence = (refusal: Refusal): string => {
  const sentence = Object.entries(TRAFFIC_SENTENCES).find(([reason]) => reason === refusal.reason)?.[1];
  return sentence ? said(sentence, refusal) : refusal.code;
};
