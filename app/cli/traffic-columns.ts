import type { TrafficItem } from "../../engine";

const isWhole = ({ ranges }: TrafficItem): boolean =>
  ranges.length === 0 || (ranges[0]?.from === 0 && ranges[0].to === 65535);

/** Ranges count type * 256 + code: whole types are "8/all", single codes "8/0". */
const icmpPieces = ({ ranges }: TrafficItem): readonly string[] =>
  ranges.flatMap(({ from, to }) => {
    const pieces: string[] = [];
    for (let at = from; at <= to; ) {
      const isWholeType = (at & 255) === 0 && at + 255 <= to;
      pieces.push(`${at >> 8}/${isWholeType ? "all" : at & 255}`);
      at += isWholeType ? 256 : 1;
    }
    return pieces;
  });

const portPieces = ({ ranges }: TrafficItem): readonly string[] =>
  ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));

/** Ports for machines: "80,443,8000-8080", "all"; for ICMP types and codes: "8/0", "8/all". */
export const portsColumn = (item: TrafficItem): string => {
  if (isWhole(item)) return "all";
  const isIcmp = item.protocol === "icmp" || item.protocol === "icmpv6";
  return (isIcmp ? icmpPieces(item) : portPieces(item)).join(",");
};

/** An item as `paths --json` tells it. The protocol is a name, or a number as text. */
export const trafficColumns = (item: TrafficItem) => ({
  protocol: String(item.protocol),
  ports: portsColumn(item),
  partial: item.partial,
});
