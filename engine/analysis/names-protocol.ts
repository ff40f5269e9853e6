import { ICMP, ICMPV6, TCP, UDP } from "../net/traffic-axis";

/** Names of the protocols that have one in common use (IANA, Assigned Internet Protocol Numbers). */
const PROTOCOLS: ReadonlyMap<string, number> = new Map([
  ["icmp", ICMP],
  ["igmp", 2],
  ["ipip", 4],
  ["tcp", TCP],
  ["udp", UDP],
  ["gre", 47],
  ["esp", 50],
  ["ah", 51],
  ["icmpv6", ICMPV6],
  ["ipv6-icmp", ICMPV6],
  ["ospf", 89],
  ["sctp", 132],
]);

/** The number of a protocol given by name (any case) or number; null for anything else, "all" included. */
export const protocolNumber = (given: string | number): number | null => {
  const known = PROTOCOLS.get(String(given).toLowerCase());
  if (known !== undefined) return known;
  const number = Number(given);
  return /^\d{1,3}$/.test(String(given)) && number <= 255 ? number : null;
};

export const hasPorts = (protocol: number): boolean => protocol === TCP || protocol === UDP;

export const isIcmp = (protocol: number): boolean => protocol === ICMP || protocol === ICMPV6;
