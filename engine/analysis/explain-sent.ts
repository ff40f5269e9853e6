/** What is sent and what answers it, with the ports that it may go to. */

import type { PortRange } from "../model/security-group";
import { ICMP, ICMPV6, TCP, UDP } from "../net/traffic-axis";
import type { Assumption } from "./answer";
import type { ClientProfile, Packet } from "./question";

/** A packet to any of some ports. One whose protocol has no ports goes to `NO_PORT`. */
export type Sent = Readonly<{ packet: Packet; ports: readonly PortRange[] }>;

const NO_PORT: PortRange = { from: 0, to: 0 };

/** From where clients send, and how an answer says so. */
type ClientPorts = Readonly<{ ports: PortRange; assumption: Assumption }>;

/** https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html */
const CLIENT_PORTS: Readonly<Record<"any" | ClientProfile, ClientPorts>> = {
  any: { ports: { from: 1024, to: 65535 }, assumption: "ephemeralPorts1024To65535" },
  linux: { ports: { from: 32768, to: 61000 }, assumption: "ephemeralPorts32768To61000" },
  windows: { ports: { from: 49152, to: 65535 }, assumption: "ephemeralPorts49152To65535" },
  windows2003: { ports: { from: 1025, to: 5000 }, assumption: "ephemeralPorts1025To5000" },
};

/** Where the client's port is not told: the ports of its kind. Null where it is told, or there are no ports. */
const clientPorts = (packet: Packet): ClientPorts | null =>
  hasPorts(packet) && packet.sourcePort === undefined ? CLIENT_PORTS[packet.clientProfile ?? "any"] : null;

/** Types of requests, and the types of what answers them: echoes and IPv4's timestamps. */
const REPLY_TYPES: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  [ICMP]: { 8: 0, 13: 14 },
  [ICMPV6]: { 128: 129 },
};

const hasPorts = ({ protocol }: Packet): boolean => protocol === TCP || protocol === UDP;

export const requestOf = (packet: Packet): Sent => ({
  packet,
  ports: [packet.port === undefined ? NO_PORT : { from: packet.port, to: packet.port }],
});

/** The reply goes to the client's port: that of the question, else any of its kind of client. An echo or a timestamp is answered by its reply. */
export const replyOf = (packet: Packet): Sent => {
  if (hasPorts(packet)) {
    const { sourcePort = 0 } = packet;
    return {
      packet: { protocol: packet.protocol },
      ports: [clientPorts(packet)?.ports ?? { from: sourcePort, to: sourcePort }],
    };
  }
  const icmpType = REPLY_TYPES[packet.protocol]?.[packet.icmpType ?? -1];
  if (icmpType === undefined) return { packet, ports: [NO_PORT] };
  return { packet: { protocol: packet.protocol, icmpType, icmpCode: 0 }, ports: [NO_PORT] };
};

/**
 * The reply as it goes to a NAT gateway, which sends from a port that it chooses: whatever the client's was.
 * https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html
 */
export const translatedReplyOf = (packet: Packet): Sent => replyOf(anyClient(packet));

/** The same packet from whoever it may be. */
export const anyClient = ({ sourcePort, clientProfile, ...packet }: Packet): Packet => packet;

/** For which ports the reply is judged where the client's is not told; null where it is, or there are no ports. */
export const portsAssumption = (packet: Packet): Assumption | null => clientPorts(packet)?.assumption ?? null;

/** As above, of the reply to a NAT gateway. */
export const translatedPortsAssumption = (packet: Packet): Assumption | null =>
  portsAssumption(anyClient(packet));

/** What is in both. */
export const intersectPorts = (a: readonly PortRange[], b: readonly PortRange[]): readonly PortRange[] =>
  a.flatMap((one) =>
    b.flatMap((other) => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      return from <= to ? [{ from, to }] : [];
    }),
  );

/** What is in `a` and not in `b`. */
export const subtractPorts = (a: readonly PortRange[], b: PortRange): readonly PortRange[] =>
  a.flatMap(({ from, to }) => {
    if (b.to < from || to < b.from) return [{ from, to }];
    return [
      ...(from < b.from ? [{ from, to: b.from - 1 }] : []),
      ...(b.to < to ? [{ from: b.to + 1, to }] : []),
    ];
  });
