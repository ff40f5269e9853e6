import { PROTOCOL_NAMES } from "../model/service";
import { ICMP, ICMPV6, TCP, UDP } from "../net/traffic-axis";

/** By name in lower case. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["tcp", TCP],
  ["udp", UDP],
  ["icmp", ICMP],
  ["icmpv6", ICMPV6],
  ["ipv6-icmp", ICMPV6],
  ...Object.entries(PROTOCOL_NAMES).map(([number, name]) => [name.toLowerCase(), Number(number)] as const),
]);

/** The number of a protocol given by name (any case) or number; null for anything else, "all" included. */
export const protocolNumber = (given: string | number): number | null => {
  const known = NUMBERS.get(String(given).toLowerCase());
  if (known !== undefined) return known;
  const number = Number(given);
  return /^\d{1,3}$/.test(String(given)) && number <= 255 ? number : null;
};

export const hasPorts = (protocol: number): boolean => protocol === TCP || protocol === UDP;

export const isIcmp = (protocol: number): boolean => protocol === ICMP || protocol === ICMPV6;
