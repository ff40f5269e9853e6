import { type CidrRemote, type NetworkAclEntry, parseCidr, type Traffic } from "../../../engine";
import type { Box, Span } from "./boxes";
import { cidrText } from "./entry-form";

const PROTOCOL_NUMBER = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 } as const;
const HIGHEST_PROTOCOL = 255;
const HIGHEST_PORT = 65535;
const CODES = 256;

const span = (from: number, to: number): Span => ({ from: BigInt(from), to: BigInt(to) });

const WHOLE_AXIS = span(0, HIGHEST_PORT);

/** Protocols, then ports (for ICMP: types and codes), as two spans. */
export const trafficSpans = (traffic: Traffic): readonly [Span, Span] => {
  if (traffic.ipProtocol === "all") return [span(0, HIGHEST_PROTOCOL), WHOLE_AXIS];
  if (typeof traffic.ipProtocol === "number")
    return [span(traffic.ipProtocol, traffic.ipProtocol), WHOLE_AXIS];
  const number = PROTOCOL_NUMBER[traffic.ipProtocol];
  if ("ports" in traffic) return [span(number, number), span(traffic.ports.from, traffic.ports.to)];
  return [span(number, number), icmpSpan(traffic)];
};

const icmpSpan = ({ icmpType, icmpCode }: Extract<Traffic, { icmpType: unknown }>): Span => {
  if (icmpType === "all") return WHOLE_AXIS;
  const first = icmpType * CODES;
  return icmpCode === "all" ? span(first, first + CODES - 1) : span(first + icmpCode, first + icmpCode);
};

/** Packets of this traffic from or to these addresses: family, address, protocol, port. Null for a CIDR that is none. */
export const packetBox = (traffic: Traffic, remote: CidrRemote): Box | null => {
  const cidr = parseCidr(cidrText(remote));
  if (!cidr.ok) return null;
  const { family, first, last } = cidr.value;
  return [span(family, family), { from: first, to: last }, ...trafficSpans(traffic)];
};

/** The packets that an entry speaks of. */
export const entryBox = ({ traffic, remote }: NetworkAclEntry): Box | null => packetBox(traffic, remote);
