import type { TrafficItem } from "../analysis/answer";
import type { Packet } from "../analysis/question";

const NAMES: Readonly<Record<number, TrafficItem["protocol"]>> = {
  1: "icmp",
  6: "tcp",
  17: "udp",
  58: "icmpv6",
};

/** Where a packet stands in its protocol's ranges: its port, or type * 256 + code. */
const placeOf = ({ port, icmpType = 0, icmpCode = 0 }: Packet): number => port ?? icmpType * 256 + icmpCode;

/**
 * What items say about one packet: `whole` where all behind them have it, `some` where only a part has. An item that is
 * not partial stands out from a partial one for all traffic.
 */
export const amountIn = (items: readonly TrafficItem[], packet: Packet): "none" | "some" | "whole" => {
  const name = NAMES[packet.protocol] ?? packet.protocol;
  const place = placeOf(packet);
  const holding = items.filter(
    ({ protocol, ranges }) =>
      protocol === "all" ||
      (protocol === name &&
        (ranges.length === 0 || ranges.some(({ from, to }) => from <= place && place <= to))),
  );
  if (holding.length === 0) return "none";
  return holding.some((item) => !item.partial) ? "whole" : "some";
};
