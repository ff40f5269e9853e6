/** What is sent and what answers it, with the ports that it may go to. */

import type { PortRange } from "../model/security-group";
import { ICMP, ICMPV6, TCP, UDP } from "../net/traffic-axis";
import type { Packet } from "./answer";

/** A packet to any of some ports. One whose protocol has no ports goes to `NO_PORT`. */
export type Sent = Readonly<{ packet: Packet; ports: readonly PortRange[] }>;

const NO_PORT: PortRange = { from: 0, to: 0 };

/** From where clients of all kinds send. https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html */
const EPHEMERAL: PortRange = { from: 1024, to: 65535 };

const ECHO_REPLY: Readonly<Record<number, Readonly<{ request: number; reply: number }>>> = {
  [ICMP]: { request: 8, reply: 0 },
  [ICMPV6]: { request: 128, reply: 129 },
};

const hasPorts = ({ protocol }: Packet): boolean => protocol === TCP || protocol === UDP;

export const requestOf = (packet: Packet): Sent => ({
  packet,
  ports: [packet.port === undefined ? NO_PORT : { from: packet.port, to: packet.port }],
});

/** The reply goes to the client's port: that of the question, else any ephemeral one. An echo is answered by its reply. */
export const replyOf = (packet: Packet): Sent => {
  if (hasPorts(packet)) {
    const { sourcePort } = packet;
    return {
      packet: { protocol: packet.protocol },
      ports: [sourcePort === undefined ? EPHEMERAL : { from: sourcePort, to: sourcePort }],
    };
  }
  const echo = ECHO_REPLY[packet.protocol];
  if (echo === undefined || packet.icmpType !== echo.request) return { packet, ports: [NO_PORT] };
  return { packet: { protocol: packet.protocol, icmpType: echo.reply, icmpCode: 0 }, ports: [NO_PORT] };
};

/** Is the client's port not told, so that the reply is judged for all ephemeral ones? */
export const usesProfile = (packet: Packet): boolean => hasPorts(packet) && packet.sourcePort === undefined;

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
