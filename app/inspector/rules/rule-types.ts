import type { PortRange, Traffic } from "../../../engine";

/**
 * How a type's row is filled in. `fixed` types lock protocol and port, as the console does; `number` shows the rules of
 * imported designs whose protocol has no type of its own, and is not offered to choose.
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

const service = (id: string, label: string, ipProtocol: "tcp" | "udp", port: number): RuleType =>
  fixed(id, label, { ipProtocol, ports: { from: port, to: port } });

const allIcmp = (ipProtocol: "icmp" | "icmpv6"): Traffic => ({
  ipProtocol,
  icmpType: "all",
  icmpCode: "all",
});

const CUSTOM_TCP: RuleType = {
  id: "custom-tcp",
  label: "Custom TCP",
  form: { kind: "ports", ipProtocol: "tcp" },
};

/** The console's choices of Type, in the console's order and words. */
export const RULE_TYPES: readonly RuleType[] = [
  CUSTOM_TCP,
  { id: "custom-udp", label: "Custom UDP", form: { kind: "ports", ipProtocol: "udp" } },
  { id: "custom-icmp-ipv4", label: "Custom ICMP - IPv4", form: { kind: "icmp", ipProtocol: "icmp" } },
  { id: "custom-icmp-ipv6", label: "Custom ICMP - IPv6", form: { kind: "icmp", ipProtocol: "icmpv6" } },
  fixed("all-tcp", "All TCP", { ipProtocol: "tcp", ports: ALL_PORTS }),
  fixed("all-udp", "All UDP", { ipProtocol: "udp", ports: ALL_PORTS }),
  fixed("all-icmp-ipv4", "All ICMP - IPv4", allIcmp("icmp")),
  fixed("all-icmp-ipv6", "All ICMP - IPv6", allIcmp("icmpv6")),
  fixed("all-traffic", "All traffic", { ipProtocol: "all" }),
  service("ssh", "SSH", "tcp", 22),
  service("dns-udp", "DNS (UDP)", "udp", 53),
  service("dns-tcp", "DNS (TCP)", "tcp", 53),
  service("http", "HTTP", "tcp", 80),
  service("https", "HTTPS", "tcp", 443),
  service("mssql", "MSSQL", "tcp", 1433),
  service("mysql", "MYSQL/Aurora", "tcp", 3306),
  service("rdp", "RDP", "tcp", 3389),
  service("postgresql", "PostgreSQL", "tcp", 5432),
];

/** The row of a rule whose protocol is none of tcp, udp, icmp, icmpv6 and all. */
export const CUSTOM_PROTOCOL: RuleType = {
  id: "custom-protocol",
  label: "Custom Protocol",
  form: { kind: "number" },
};

/** The type a new row starts with, as in the console. */
export const FIRST_TYPE = CUSTOM_TCP.id;

/** The type with this id; the first type where a file holds one that is not known here. */
export const ruleType = (id: string): RuleType =>
  [...RULE_TYPES, CUSTOM_PROTOCOL].find((type) => type.id === id) ?? CUSTOM_TCP;

/** The type under which the console lists a rule: the one that says exactly this, else the custom type of its protocol. */
export const ruleTypeOf = (traffic: Traffic): RuleType =>
  RULE_TYPES.find(({ form }) => form.kind === "fixed" && sameTraffic(form.traffic, traffic)) ??
  RULE_TYPES.find(({ form }) => "ipProtocol" in form && form.ipProtocol === traffic.ipProtocol) ??
  CUSTOM_PROTOCOL;

/** Do both say the same? Compared field by field, so that the order of keys in a file does not matter. */
export const sameTraffic = (a: Traffic, b: Traffic): boolean => {
  if (a.ipProtocol !== b.ipProtocol) return false;
  if ("ports" in a && "ports" in b) return a.ports.from === b.ports.from && a.ports.to === b.ports.to;
  if ("icmpType" in a && "icmpType" in b) return a.icmpType === b.icmpType && a.icmpCode === b.icmpCode;
  return true;
};
