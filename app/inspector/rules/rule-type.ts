import type { PortRange, Traffic } from "../../../engine";

/**
 * How a type's row is filled in. `fixed` types lock protocol and port, as the console does; `number` is a protocol that has
 * no type of its own.
 */
export type RuleForm =
  | Readonly<{ kind: "ports"; ipProtocol: "tcp" | "udp" }>
  | Readonly<{ kind: "icmp"; ipProtocol: "icmp" | "icmpv6" }>
  | Readonly<{ kind: "fixed"; traffic: Traffic }>
  | Readonly<{ kind: "number" }>;

export type RuleType = Readonly<{ id: string; label: string; form: RuleForm }>;

const ALL_PORTS: PortRange = { from: 0, to: 65535 };

const fixed = (id: string, label: string, traffic: Traffic): RuleType => ({
  id,
  label,
  form: { kind: "fixed", traffic },
});

/** A type for the one port of a service. */
export const service = (id: string, label: string, ipProtocol: "tcp" | "udp", port: number): RuleType =>
  fixed(id, label, { ipProtocol, ports: { from: port, to: port } });

const allIcmp = (ipProtocol: "icmp" | "icmpv6"): Traffic => ({
  ipProtocol,
  icmpType: "all",
  icmpCode: "all",
});

/** The type that a new row starts with, as in the console. */
export const CUSTOM_TCP: RuleType = {
  id: "custom-tcp",
  label: "Custom TCP",
  form: { kind: "ports", ipProtocol: "tcp" },
};

/** The row of a rule whose protocol is none of tcp, udp, icmp, icmpv6 and all. */
export const CUSTOM_PROTOCOL: RuleType = {
  id: "custom-protocol",
  label: "Custom Protocol",
  form: { kind: "number" },
};

export const CUSTOM_TYPES: readonly RuleType[] = [
  CUSTOM_TCP,
  { id: "custom-udp", label: "Custom UDP", form: { kind: "ports", ipProtocol: "udp" } },
  { id: "custom-icmp-ipv4", label: "Custom ICMP - IPv4", form: { kind: "icmp", ipProtocol: "icmp" } },
  { id: "custom-icmp-ipv6", label: "Custom ICMP - IPv6", form: { kind: "icmp", ipProtocol: "icmpv6" } },
];

export const ALL_TYPES: readonly RuleType[] = [
  fixed("all-tcp", "All TCP", { ipProtocol: "tcp", ports: ALL_PORTS }),
  fixed("all-udp", "All UDP", { ipProtocol: "udp", ports: ALL_PORTS }),
  fixed("all-icmp-ipv4", "All ICMP - IPv4", allIcmp("icmp")),
  fixed("all-icmp-ipv6", "All ICMP - IPv6", allIcmp("icmpv6")),
  fixed("all-traffic", "All traffic", { ipProtocol: "all" }),
];
