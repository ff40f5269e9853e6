import type { TestForm } from "../../store/state";

/** A packet that people ask about, by the console's name. Fields that its protocol has not are empty. */
export type TestService = Readonly<Pick<TestForm, "protocol" | "port" | "icmpType" | "icmpCode">> &
  Readonly<{ id: string; label: string }>;

const onPort = (protocol: "tcp" | "udp", port: number, id: string, label: string): TestService => ({
  id,
  label,
  protocol,
  port: String(port),
  icmpType: "",
  icmpCode: "",
});

const ping = (protocol: "icmp" | "icmpv6", icmpType: string, label: string): TestService => ({
  id: `ping-${protocol}`,
  label,
  protocol,
  port: "",
  icmpType,
  icmpCode: "0",
});

export const TEST_SERVICES: readonly TestService[] = [
  onPort("tcp", 22, "ssh", "SSH"),
  onPort("tcp", 80, "http", "HTTP"),
  onPort("tcp", 443, "https", "HTTPS"),
  onPort("tcp", 3389, "rdp", "RDP"),
  onPort("tcp", 3306, "mysql", "MYSQL/Aurora"),
  onPort("tcp", 5432, "postgresql", "PostgreSQL"),
  onPort("tcp", 1433, "mssql", "MSSQL"),
  onPort("udp", 53, "dns-udp", "DNS (UDP)"),
  onPort("tcp", 53, "dns-tcp", "DNS (TCP)"),
  ping("icmp", "8", "Ping (IPv4)"),
  ping("icmpv6", "128", "Ping (IPv6)"),
];

export const CUSTOM = { id: "custom", label: "Custom" } as const;

/** Protocols that the field offers by name; any other is given by number. */
export const PROTOCOLS: readonly Readonly<{ value: string; label: string }>[] = [
  { value: "tcp", label: "TCP" },
  { value: "udp", label: "UDP" },
  { value: "icmp", label: "ICMP" },
  { value: "icmpv6", label: "ICMPv6" },
  { value: "gre", label: "GRE" },
  { value: "esp", label: "ESP" },
  { value: "ah", label: "AH" },
  { value: "sctp", label: "SCTP" },
];

type PacketFields = Pick<TestForm, "protocol" | "port" | "icmpType" | "icmpCode">;

/** The id of the service that these fields spell out, or `custom`. */
export const serviceOf = ({ protocol, port, icmpType, icmpCode }: PacketFields): string => {
  const same = TEST_SERVICES.find(
    (service) =>
      service.protocol === protocol.trim().toLowerCase() &&
      service.port === port.trim() &&
      service.icmpType === icmpType.trim() &&
      service.icmpCode === icmpCode.trim(),
  );
  return same?.id ?? CUSTOM.id;
};

/** The fields after a service is chosen. Custom keeps what stands there. */
export const withService = (form: TestForm, id: string): TestForm => {
  const service = TEST_SERVICES.find((each) => each.id === id);
  if (service === undefined) return { ...form, type: CUSTOM.id };
  const { protocol, port, icmpType, icmpCode } = service;
  return { ...form, type: id, protocol, port, icmpType, icmpCode };
};

/** The fields after one of them was edited: the service follows from what they spell out now. */
export const withField = (form: TestForm, fields: Partial<PacketFields>): TestForm => {
  const next = { ...form, ...fields };
  return { ...next, type: serviceOf(next) };
};
