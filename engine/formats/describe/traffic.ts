/**
 * What a rule of a group or an entry of an ACL admits, from EC2's fields. What cannot be read is told and is null: a guess
 * would open more than is open there.
 */
import type { PortRange, Traffic } from "../../model/security-group";
import type { ImportNoteCode } from "../import-note";
import { fieldOf, outcomeOf, pathTo, type Source, sourceOf, wholeNumber } from "../json-source";

const NUMBERS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

const NAMES = ["tcp", "udp", "icmp", "icmpv6"] as const;

type Facts = Readonly<Record<string, string | number>>;

/** The note about what cannot be read; `key` is the field, or nothing where it is about the whole rule. */
function unreadable(source: Source, code: ImportNoteCode, key: string, facts: Facts): null {
  const path = key === "" ? source.path : pathTo(source, key);
  source.input.notes.add(code, path, { field: key, ...facts, outcome: outcomeOf(source) });
  return null;
}

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** A protocol by name or number, `-1` for all of them. */
function protocolOf(source: Source, key: string): number | "all" | null {
  const value = fieldOf(source, key) ?? "";
  if (value === "") return unreadable(source, "noProtocol", key, {});
  const text = shown(value).trim().toLowerCase();
  if (text === "-1" || text === "all") return "all";
  const number = Object.hasOwn(NUMBERS, text)
    ? NUMBERS[text]
    : /^\d{1,3}$/.test(text)
      ? Number(text)
      : undefined;
  if (number !== undefined && number <= 255) return number;
  return unreadable(source, "badProtocol", key, { text });
}

/** Two numbers that belong together; null each where it is missing. */
type Pair = Readonly<{ from: number | null; to: number | null }>;

function pairIn(source: Source, fromKey: string, toKey: string): Pair | null {
  const odd = [fromKey, toKey].find((key) => {
    const value = fieldOf(source, key) ?? "";
    return value !== "" && wholeNumber(value) === null;
  });
  if (odd !== undefined) return unreadable(source, "badTraffic", odd, { text: shown(fieldOf(source, odd)) });
  return { from: wholeNumber(fieldOf(source, fromKey)), to: wholeNumber(fieldOf(source, toKey)) };
}

const NO_NUMBERS: Pair = { from: null, to: null };

/** Of an object in a field, which may be missing. */
function pairWithin(source: Source, key: string, fromKey: string, toKey: string): Pair | null {
  const value = fieldOf(source, key);
  if (value === undefined) return NO_NUMBERS;
  const within = sourceOf(value, pathTo(source, key), source.input);
  if (within === null) return unreadable(source, "badTraffic", key, { text: shown(value) });
  return pairIn({ ...within, isKept: source.isKept === true }, fromKey, toKey);
}

const ALL_PORTS: PortRange = { from: 0, to: 65535 };

const told = ({ from, to }: Pair): Facts => ({ from: from ?? "nothing", to: to ?? "nothing" });

/** Missing numbers and -1 mean all of them. */
const isAny = ({ from, to }: Pair): boolean => (from ?? -1) === -1 && (to ?? -1) === -1;

function portsFrom(source: Source, ipProtocol: "tcp" | "udp", pair: Pair): Traffic | null {
  const { from, to } = pair;
  if (isAny(pair)) return { ipProtocol, ports: ALL_PORTS };
  if (from !== null && to !== null && 0 <= from && from <= to && to <= 65535)
    return { ipProtocol, ports: { from, to } };
  return unreadable(source, "badPorts", "", told(pair));
}

const isIcmpNumber = (number: number): boolean => -1 <= number && number <= 255;

/** Any type means any code too. */
function icmpFrom(source: Source, ipProtocol: "icmp" | "icmpv6", pair: Pair): Traffic | null {
  const { from, to } = pair;
  if (isAny(pair)) return { ipProtocol, icmpType: "all", icmpCode: "all" };
  if (from === null || to === null || !isIcmpNumber(from) || !isIcmpNumber(to))
    return unreadable(source, "badIcmp", "", told(pair));
  if (from === -1) return { ipProtocol, icmpType: "all", icmpCode: "all" };
  return { ipProtocol, icmpType: from, icmpCode: to === -1 ? "all" : to };
}

type Pairs = Readonly<{ ports: () => Pair | null; icmp: () => Pair | null }>;

/** Protocols other than these four have neither ports nor types, whatever is written there. */
function trafficFrom(source: Source, key: string, pairs: Pairs): Traffic | null {
  const protocol = protocolOf(source, key);
  const name = NAMES.find((each) => NUMBERS[each] === protocol);
  if (protocol === null || name === undefined) return protocol === null ? null : { ipProtocol: protocol };
  if (name === "tcp" || name === "udp") {
    const pair = pairs.ports();
    return pair && portsFrom(source, name, pair);
  }
  const pair = pairs.icmp();
  return pair && icmpFrom(source, name, pair);
}

/** Of an IpPermission or a SecurityGroupRule: FromPort and ToPort are ICMP's type and code as well. */
export function permissionTraffic(source: Source): Traffic | null {
  const pair = () => pairIn(source, "FromPort", "ToPort");
  return trafficFrom(source, "IpProtocol", { ports: pair, icmp: pair });
}

/** Of a network ACL's entry: its protocol is a number as text. */
export const entryTraffic = (source: Source): Traffic | null =>
  trafficFrom(source, "Protocol", {
    ports: () => pairWithin(source, "PortRange", "From", "To"),
    icmp: () => pairWithin(source, "IcmpTypeCode", "Type", "Code"),
  });
