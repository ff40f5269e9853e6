/** What a rule of a group or an entry of an ACL admits, from EC2's fields. */
import type { PortRange, Traffic } from "../../model/security-group";
import { fieldOf, numberOf, objectOf, outcomeOf, pathTo, type Source, textOf } from "../json-source";

const NUMBERS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

/** A protocol by name or number, `-1` for all of them; null where it is none. A missing one means all. */
function protocolOf(source: Source, key: string): number | "all" | null {
  const text = textOf(source, key).toLowerCase();
  if (text === "" || text === "-1" || text === "all") return "all";
  const number = Object.hasOwn(NUMBERS, text)
    ? NUMBERS[text]
    : /^\d{1,3}$/.test(text)
      ? Number(text)
      : undefined;
  if (number !== undefined && number <= 255) return number;
  source.input.notes.add("badProtocol", pathTo(source, key), { text, outcome: outcomeOf(source) });
  return null;
}

const ALL_PORTS: PortRange = { from: 0, to: 65535 };

/** Missing ports and -1 mean all of them. */
function portsOf(source: Source, from: number | null, to: number | null): PortRange | null {
  if ((from ?? -1) === -1 && (to ?? -1) === -1) return ALL_PORTS;
  const ports = { from: from ?? to ?? 0, to: to ?? from ?? 0 };
  if (0 <= ports.from && ports.from <= ports.to && ports.to <= 65535) return ports;
  source.input.notes.add("badPorts", source.path, { ...ports, outcome: outcomeOf(source) });
  return null;
}

const icmpNumber = (number: number | null): number | "all" =>
  number === null || number < 0 || number > 255 ? "all" : number;

/** Any type means any code too. */
function icmpOf(ipProtocol: "icmp" | "icmpv6", type: number | null, code: number | null): Traffic {
  const icmpType = icmpNumber(type);
  return { ipProtocol, icmpType, icmpCode: icmpType === "all" ? "all" : icmpNumber(code) };
}

type Numbers = Readonly<{ from: number | null; to: number | null }>;

function trafficFrom(
  source: Source,
  protocol: number | "all",
  ports: Numbers,
  icmp: Numbers,
): Traffic | null {
  if (protocol === 6 || protocol === 17) {
    const range = portsOf(source, ports.from, ports.to);
    return range === null ? null : { ipProtocol: protocol === 6 ? "tcp" : "udp", ports: range };
  }
  if (protocol === 1 || protocol === 58)
    return icmpOf(protocol === 1 ? "icmp" : "icmpv6", icmp.from, icmp.to);
  return { ipProtocol: protocol };
}

/** Of an IpPermission or a SecurityGroupRule: FromPort and ToPort are ICMP's type and code as well. */
export function permissionTraffic(source: Source): Traffic | null {
  const protocol = protocolOf(source, "IpProtocol");
  const numbers = { from: numberOf(source, "FromPort"), to: numberOf(source, "ToPort") };
  return protocol === null ? null : trafficFrom(source, protocol, numbers, numbers);
}

const pairIn = (source: Source, key: string, from: string, to: string): Numbers => {
  const pair = fieldOf(source, key) === undefined ? null : objectOf(source, key);
  if (pair === null) return { from: null, to: null };
  return { from: numberOf(pair, from), to: numberOf(pair, to) };
};

/** Of a network ACL's entry: its protocol is a number as text. */
export function entryTraffic(source: Source): Traffic | null {
  const protocol = protocolOf(source, "Protocol");
  const ports = pairIn(source, "PortRange", "From", "To");
  const icmp = pairIn(source, "IcmpTypeCode", "Type", "Code");
  return protocol === null ? null : trafficFrom(source, protocol, ports, icmp);
}
