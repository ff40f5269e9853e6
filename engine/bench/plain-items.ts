import type { TrafficItem } from "../analysis/answer";
import { joined, type PlainTraffic } from "./plain-evaluator";
import { AXIS, type Stretch } from "./plain-network";

const BASES = new Map<TrafficItem["protocol"], number>([
  ["tcp", AXIS.tcp],
  ["udp", AXIS.udp],
  ["icmp", AXIS.icmp],
]);

/** What the engine's items say between two IPv4 interfaces, on the plain axis. */
export function itemsTraffic(items: readonly TrafficItem[]): PlainTraffic {
  const tcp = items.filter(({ protocol }) => protocol === "tcp" || protocol === "all");
  return {
    some: joined(items.flatMap(stretchesOf)),
    isTcpSure: tcp.every((item) => !item.partial),
  };
}

function stretchesOf({ protocol, ranges }: TrafficItem): readonly Stretch[] {
  if (protocol === "all") return [{ first: 0, end: AXIS.end }];
  if (protocol === "icmpv6") return [];
  if (typeof protocol === "number")
    return [{ first: AXIS.others + protocol, end: AXIS.others + protocol + 1 }];
  const base = BASES.get(protocol) ?? 0;
  return ranges.map(({ from, to }) => ({ first: base + from, end: base + to + 1 }));
}

/** Protocols whose number on the axis of others stands for nothing: they have ports or types, or are not IPv4's. */
const WITH_OWN_AXIS = [1, 6, 17, 58].map((protocol) => AXIS.others + protocol);

/** In one text, so that equal traffic is equal text; TCP's doubt is told only where TCP passes. */
export function trafficText({ some, isTcpSure }: PlainTraffic): string {
  const own = some.flatMap((stretch) =>
    stretch.end <= AXIS.others ? [stretch] : WITH_OWN_AXIS.reduce(cutOut, [stretch]),
  );
  const hasTcp = own.some(({ first }) => first < AXIS.udp);
  const text = own.map(({ first, end }) => `${first}-${end}`).join(" ");
  return hasTcp && !isTcpSure ? `${text} if the reply gets back` : text;
}

const cutOut = (stretches: readonly Stretch[], slot: number): Stretch[] =>
  stretches.flatMap(({ first, end }) =>
    first <= slot && slot < end
      ? [
          { first, end: slot },
          { first: slot + 1, end },
        ].filter((part) => part.first < part.end)
      : [{ first, end }],
  );
