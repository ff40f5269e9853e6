/** ICMP types and codes by name, as the console lists them (numbers from IANA's registries). */

export type IcmpCode = Readonly<{ code: number; name: string }>;
export type IcmpType = Readonly<{ icmpType: number; name: string; codes: readonly IcmpCode[] }>;

const named = (icmpType: number, name: string, ...codes: readonly string[]): IcmpType => ({
  icmpType,
  name,
  codes: codes.map((codeName, code) => ({ code, name: codeName })),
});

export const ICMP_TYPES: readonly IcmpType[] = [
  named(0, "Echo Reply"),
  named(
    3,
    "Destination Unreachable",
    "destination network unreachable",
    "destination host unreachable",
    "destination protocol unreachable",
    "destination port unreachable",
    "fragmentation required, and DF flag set",
    "source route failed",
    "destination network unknown",
    "destination host unknown",
    "source host isolated",
    "network administratively prohibited",
    "host administratively prohibited",
    "network unreachable for TOS",
    "host unreachable for TOS",
    "communication administratively prohibited",
    "host precedence violation",
    "precedence cutoff in effect",
  ),
  named(4, "Source Quench"),
  named(
    5,
    "Redirect Message",
    "redirect datagram for the network",
    "redirect datagram for the host",
    "redirect datagram for the TOS & network",
    "redirect datagram for the TOS & host",
  ),
  named(8, "Echo Request"),
  named(9, "Router Advertisement"),
  named(10, "Router Solicitation"),
  named(11, "Time Exceeded", "TTL expired in transit", "fragmentation reassembly time exceeded"),
  named(
    12,
    "Parameter Problem: Bad IP header",
    "pointer indicates the error",
    "missing a required option",
    "bad length",
  ),
  named(13, "Timestamp"),
  named(14, "Timestamp Reply"),
];

export const ICMPV6_TYPES: readonly IcmpType[] = [
  named(
    1,
    "Destination Unreachable",
    "no route to destination",
    "communication administratively prohibited",
    "beyond scope of source address",
    "address unreachable",
    "port unreachable",
    "source address failed policy",
    "reject route to destination",
  ),
  named(2, "Packet Too Big"),
  named(3, "Time Exceeded", "hop limit exceeded in transit", "fragment reassembly time exceeded"),
  named(4, "Parameter Problem", "erroneous header field", "unrecognized next header", "unrecognized option"),
  named(128, "Echo Request"),
  named(129, "Echo Reply"),
  named(133, "Router Solicitation"),
  named(134, "Router Advertisement"),
  named(135, "Neighbor Solicitation"),
  named(136, "Neighbor Advertisement"),
];

/** The echo request of each protocol: what a new Custom ICMP row starts with. */
export const ECHO_REQUEST = { icmp: 8, icmpv6: 128 } as const;

export const icmpTypesOf = (ipProtocol: "icmp" | "icmpv6"): readonly IcmpType[] =>
  ipProtocol === "icmp" ? ICMP_TYPES : ICMPV6_TYPES;

/** The named codes of a type; none where the type has no codes, or no name here. */
export const icmpCodesOf = (ipProtocol: "icmp" | "icmpv6", icmpType: string): readonly IcmpCode[] =>
  icmpTypesOf(ipProtocol).find((type) => `${type.icmpType}` === icmpType)?.codes ?? [];
