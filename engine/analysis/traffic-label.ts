import type { PortRange } from "../model/security-group";
import { ICMP_TYPE_NAMES, PROTOCOL_NAMES, serviceName } from "../model/service";
import { ICMP, ICMPV6, TCP, UDP } from "../net/traffic-axis";
import type { TrafficItem } from "./answer";

/** More pieces than this in one label are counted, not named. */
const NAMED_PIECES = 3;

/** A protocol's part of a label: its pieces are ports or types, or nothing for all of it. */
type Part = Readonly<{ title: string; pieces: readonly string[]; names: readonly string[] }>;

/**
 * Traffic in a few words, for an arrow: `TCP 80, 443 · HTTP, HTTPS`; `TCP 22 · UDP 53`; `TCP+UDP 53 · DNS`; `All TCP`;
 * `ICMP echo request`; `TCP 22, 80, 443 +2`; `All but TCP 22`. At most three ports are named, and services only where there
 * is one protocol and none of its ports is left out. What is partial is told elsewhere. Empty for no traffic.
 */
export function trafficLabel(items: readonly TrafficItem[]): string {
  if (items.some((item) => item.protocol === "all")) return "All traffic";
  const ranges = rangesByProtocol(items);
  if (ranges.size > MANY_PROTOCOLS) return allButText(ranges);
  const parts = partsOf(ranges);
  const left = leftOut(parts);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && left === "" && only.names.length > 0) {
    return `${partText(only)} · ${only.names.join(", ")}`;
  }
  return firstPieces(parts).map(partText).join(" · ") + left;
}

/** Of more protocols than this it is told what does not pass: nobody reads a list of 250. */
const MANY_PROTOCOLS = 200;

/** "All but TCP 22, UDP 53": a dot between protocols would look as if the second passed. */
function allButText(ranges: Ranges): string {
  const parts = partsOf(missingRanges(ranges));
  const shown = firstPieces(parts).map((part) => partText(part).replace("All ", ""));
  return shown.length === 0 ? "All traffic" : `All but ${shown.join(", ")}${leftOut(parts)}`;
}

/** How many pieces a label does not name: " +2". */
function leftOut(parts: readonly Part[]): string {
  const left = parts.reduce((count, part) => count + Math.max(1, part.pieces.length), -NAMED_PIECES);
  return left > 0 ? ` +${left}` : "";
}

/** What some traffic is not. */
function missingRanges(ranges: Ranges): Ranges {
  const missing = new Map<TrafficItem["protocol"], readonly PortRange[]>();
  for (const protocol of ORDER) {
    const gaps = gapsIn(ranges.get(protocol) ?? []);
    if (gaps.length > 0) missing.set(protocol, gaps);
  }
  for (let number = 0; number < 256; number += 1)
    if (![TCP, UDP, ICMP, ICMPV6].includes(number) && !ranges.has(number)) missing.set(number, []);
  return missing;
}

/** The ports, or types and codes, that are in none of these ranges. */
function gapsIn(ranges: readonly PortRange[]): readonly PortRange[] {
  let from = 0;
  return [...ranges, { from: 65536, to: 0 }].flatMap((range) => {
    const gap = { from, to: range.from - 1 };
    from = range.to + 1;
    return gap.from > gap.to ? [] : gap;
  });
}

/** The ports of one item: `80, 443, 8000-8080`; `all`; for ICMP its types, `echo request, type 5 code 1`. */
export function portsText(item: TrafficItem): string {
  if (isWhole(item.ranges)) return "all";
  const { protocol } = item;
  if (protocol === "icmp" || protocol === "icmpv6") return icmpPieces(protocol, item.ranges).join(", ");
  return item.ranges.map(rangeText).join(", ");
}

/** Keeps the first pieces of all parts together, so that a long list does not hide the next protocol. */
function firstPieces(parts: readonly Part[]): readonly Part[] {
  let room = NAMED_PIECES;
  return parts.flatMap((part) => {
    if (room <= 0) return [];
    const pieces = part.pieces.slice(0, room);
    room -= Math.max(1, pieces.length);
    return [{ ...part, pieces }];
  });
}

const partText = ({ title, pieces }: Part): string => [title, pieces.join(", ")].join(" ").trim();

/** The ranges of each protocol, in order; none means all of it. */
type Ranges = ReadonlyMap<TrafficItem["protocol"], readonly PortRange[]>;

function partsOf(all: Ranges): readonly Part[] {
  const ranges = new Map(all);
  const [tcp, udp] = [ranges.get("tcp"), ranges.get("udp")];
  if (tcp !== undefined && udp !== undefined && JSON.stringify(tcp) === JSON.stringify(udp)) {
    ranges.delete("tcp");
    ranges.delete("udp");
    return [
      portPart("TCP+UDP", tcp, ["tcp", "udp"]),
      ...[...ranges].map(([protocol, of]) => partOf(protocol, of)),
    ];
  }
  return [...ranges].map(([protocol, of]) => partOf(protocol, of));
}

const ORDER: readonly TrafficItem["protocol"][] = ["tcp", "udp", "icmp", "icmpv6"];

/** Ports first: they are what people look for. */
const placeOf = (protocol: TrafficItem["protocol"]): number =>
  typeof protocol === "number" ? ORDER.length + protocol : ORDER.indexOf(protocol);

/** Whole and partial items of a protocol are one in a label. */
function rangesByProtocol(items: readonly TrafficItem[]): Ranges {
  const byProtocol = new Map<TrafficItem["protocol"], readonly PortRange[]>();
  const inOrder = items.toSorted((a, b) => placeOf(a.protocol) - placeOf(b.protocol));
  for (const { protocol, ranges } of inOrder) {
    byProtocol.set(protocol, joined([...(byProtocol.get(protocol) ?? []), ...ranges]));
  }
  return byProtocol;
}

function joined(ranges: readonly PortRange[]): readonly PortRange[] {
  const result: PortRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const before = result.at(-1);
    if (before === undefined || before.to + 1 < range.from) result.push(range);
    else result[result.length - 1] = { from: before.from, to: Math.max(before.to, range.to) };
  }
  return result;
}

function partOf(protocol: TrafficItem["protocol"], ranges: readonly PortRange[]): Part {
  if (protocol === "tcp" || protocol === "udp") return portPart(protocol.toUpperCase(), ranges, [protocol]);
  if (protocol === "icmp" || protocol === "icmpv6") {
    const title = protocol === "icmp" ? "ICMP" : "ICMPv6";
    const isAll = isWhole(ranges);
    return {
      title: isAll ? `All ${title}` : title,
      pieces: isAll ? [] : icmpPieces(protocol, ranges),
      names: [],
    };
  }
  const title = PROTOCOL_NAMES[Number(protocol)] ?? `Protocol ${protocol}`;
  return { title, pieces: [], names: [] };
}

function portPart(title: string, ranges: readonly PortRange[], protocols: readonly ("tcp" | "udp")[]): Part {
  if (isWhole(ranges)) return { title: `All ${title}`, pieces: [], names: [] };
  const names = ranges.flatMap((range) => protocols.map((protocol) => serviceName(protocol, range)));
  const known = names.filter((name) => name !== null);
  return { title, pieces: ranges.map(rangeText), names: [...new Set(known)] };
}

const isWhole = (ranges: readonly PortRange[]): boolean =>
  ranges.length === 0 || (ranges[0]?.from === 0 && ranges[0].to === 65535);

const rangeText = ({ from, to }: PortRange): string => (from === to ? `${from}` : `${from}-${to}`);

/** ICMP ranges count type * 256 + code: a whole type has 256 of them. */
function icmpPieces(protocol: "icmp" | "icmpv6", ranges: readonly PortRange[]): readonly string[] {
  return ranges.flatMap((range) => {
    const pieces: string[] = [];
    for (let from = range.from; from <= range.to; ) {
      const type = from >> 8;
      const to = Math.min(range.to, type * 256 + 255);
      pieces.push(icmpPiece(protocol, { from, to }));
      from = to + 1;
    }
    return pieces;
  });
}

function icmpPiece(protocol: "icmp" | "icmpv6", { from, to }: PortRange): string {
  const type = ICMP_TYPE_NAMES[protocol][from >> 8] ?? `type ${from >> 8}`;
  if (to - from === 255) return type;
  return `${type} code ${rangeText({ from: from & 255, to: to & 255 })}`;
}
