import type { PortRange } from "./security-group";

/** A well-known service by the name that the EC2 console's list of rule types gives it. */
export type Service = Readonly<{ name: string; protocol: "tcp" | "udp"; port: number }>;

const tcp = (port: number, name: string): Service => ({ name, protocol: "tcp", port });
const udp = (port: number, name: string): Service => ({ name, protocol: "udp", port });

export const SERVICES: readonly Service[] = [
  tcp(22, "SSH"),
  tcp(25, "SMTP"),
  udp(53, "DNS"),
  tcp(53, "DNS"),
  tcp(80, "HTTP"),
  tcp(110, "POP3"),
  tcp(143, "IMAP"),
  tcp(389, "LDAP"),
  tcp(443, "HTTPS"),
  tcp(445, "SMB"),
  tcp(465, "SMTPS"),
  tcp(993, "IMAPS"),
  tcp(995, "POP3S"),
  tcp(1433, "MSSQL"),
  tcp(1521, "Oracle-RDS"),
  tcp(2049, "NFS"),
  tcp(3306, "MYSQL/Aurora"),
  tcp(3389, "RDP"),
  tcp(5432, "PostgreSQL"),
  tcp(5439, "Redshift"),
  tcp(5985, "WinRM-HTTP"),
  tcp(5986, "WinRM-HTTPS"),
  tcp(9142, "Cassandra"),
];

/** The name of the service on exactly this one port; null for several ports and for ports nobody knows by name. */
export function serviceName(protocol: "tcp" | "udp", { from, to }: PortRange): string | null {
  if (from !== to) return null;
  return SERVICES.find((service) => service.protocol === protocol && service.port === from)?.name ?? null;
}

/** Names of ICMP types (IANA registry) that people meet when they test paths. */
export const ICMP_TYPE_NAMES: Readonly<Record<"icmp" | "icmpv6", Readonly<Record<number, string>>>> = {
  icmp: {
    0: "echo reply",
    3: "destination unreachable",
    8: "echo request",
    11: "time exceeded",
    13: "timestamp request",
    14: "timestamp reply",
  },
  icmpv6: {
    1: "destination unreachable",
    2: "packet too big",
    3: "time exceeded",
    128: "echo request",
    129: "echo reply",
  },
};

/** Names of protocols without ports (IANA registry) that are used in VPCs. */
export const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  2: "IGMP",
  4: "IPv4 in IPv4",
  41: "IPv6 in IPv4",
  47: "GRE",
  50: "ESP",
  51: "AH",
  89: "OSPF",
  112: "VRRP",
  132: "SCTP",
};
