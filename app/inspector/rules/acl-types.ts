import { ALL_TYPES, CUSTOM_PROTOCOL, CUSTOM_TYPES, type RuleType, service } from "./rule-type";

const SERVICES: readonly (readonly [name: string, port: number])[] = [
  ["SSH", 22],
  ["telnet", 23],
  ["SMTP", 25],
  ["nameserver", 42],
];

const MORE_SERVICES: readonly (readonly [name: string, port: number])[] = [
  ["HTTP", 80],
  ["POP3", 110],
  ["IMAP", 143],
  ["LDAP", 389],
  ["HTTPS", 443],
  ["SMB", 445],
  ["SMTPS", 465],
  ["IMAPS", 993],
  ["POP3S", 995],
  ["MS SQL", 1433],
  ["Oracle", 1521],
  ["NFS", 2049],
  ["MySQL/Aurora", 3306],
  ["RDP", 3389],
  ["PostgreSQL", 5432],
  ["Redshift", 5439],
  ["WinRM-HTTP", 5985],
  ["WinRM-HTTPS", 5986],
  ["HTTP*", 8080],
  ["HTTPS*", 8443],
];

const tcp = ([name, port]: readonly [string, number]): RuleType =>
  service(`acl-tcp-${port}`, `${name} (${port})`, "tcp", port);

/**
 * The console's choices of Type in a network ACL, which are others than a security group's
 * (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html).
 */
export const ACL_TYPES: readonly RuleType[] = [
  ...CUSTOM_TYPES,
  CUSTOM_PROTOCOL,
  ...ALL_TYPES,
  ...SERVICES.map(tcp),
  service("acl-dns-tcp", "DNS (TCP) (53)", "tcp", 53),
  service("acl-dns-udp", "DNS (UDP) (53)", "udp", 53),
  ...MORE_SERVICES.map(tcp),
];
