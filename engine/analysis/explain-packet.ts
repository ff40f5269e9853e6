/** Does a rule or an entry hold for a packet? */

import type { Traffic } from "../model/security-group";
import type { Family } from "../net/cidr";
import { ICMP, ICMPV6, TCP, UDP } from "../net/traffic-axis";
import type { Packet } from "./question";

const within = (value: number | undefined, from: number, to: number): boolean =>
  value !== undefined && from <= value && value <= to;

const NUMBERS = { tcp: TCP, udp: UDP, icmp: ICMP, icmpv6: ICMPV6 } as const;

const FAMILY: Readonly<Record<number, Family>> = { [ICMP]: 4, [ICMPV6]: 6 };

/** Does a rule's protocol, with its ports or type and code, hold for a packet? ICMP is IPv4's alone, ICMPv6 IPv6's. */
export const coversPacket = (traffic: Traffic, packet: Packet, family: Family): boolean => {
  const { ipProtocol } = traffic;
  if (ipProtocol === "all") return true;
  const number = typeof ipProtocol === "number" ? ipProtocol : NUMBERS[ipProtocol];
  if (number !== packet.protocol) return false;
  if (FAMILY[number] !== undefined && FAMILY[number] !== family) return false;
  if ("ports" in traffic) return within(packet.port, traffic.ports.from, traffic.ports.to);
  if (!("icmpType" in traffic)) return true;
  if (traffic.icmpType === "all") return true;
  const isCode = traffic.icmpCode === "all" || traffic.icmpCode === packet.icmpCode;
  return traffic.icmpType === packet.icmpType && isCode;
};
