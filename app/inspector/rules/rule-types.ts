import type { Traffic } from "../../../engine";
import { ACL_TYPES } from "./acl-types";
import { ALL_TYPES, CUSTOM_PROTOCOL, CUSTOM_TCP, CUSTOM_TYPES, type RuleType, service } from "./rule-type";

export { CUSTOM_PROTOCOL, type RuleForm, type RuleType } from "./rule-type";

/** The console's choices of Type in a security group, in the console's order and words. */
export const RULE_TYPES: readonly RuleType[] = [
  ...CUSTOM_TYPES,
  ...ALL_TYPES,
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

/** The type a new row starts with, as in the console. */
export const FIRST_TYPE = CUSTOM_TCP.id;

const KNOWN_TYPES: readonly RuleType[] = [...RULE_TYPES, ...ACL_TYPES];

/** The type with this id; the first type where a file holds one that is not known here. */
export const ruleType = (id: string): RuleType => KNOWN_TYPES.find((type) => type.id === id) ?? CUSTOM_TCP;

/** The type under which the console lists a rule: the one that says exactly this, else the custom type of its protocol. */
export const ruleTypeOf = (traffic: Traffic, types: readonly RuleType[] = RULE_TYPES): RuleType =>
  types.find(({ form }) => form.kind === "fixed" && sameTraffic(form.traffic, traffic)) ??
  types.find(({ form }) => "ipProtocol" in form && form.ipProtocol === traffic.ipProtocol) ??
  CUSTOM_PROTOCOL;

/** Do both say the same? Compared field by field, so that the order of keys in a file does not matter. */
export const sameTraffic = (a: Traffic, b: Traffic): boolean => {
  if (a.ipProtocol !== b.ipProtocol) return false;
  if ("ports" in a && "ports" in b) return a.ports.from === b.ports.from && a.ports.to === b.ports.to;
  if ("icmpType" in a && "icmpType" in b) return a.icmpType === b.icmpType && a.icmpCode === b.icmpCode;
  return true;
};
