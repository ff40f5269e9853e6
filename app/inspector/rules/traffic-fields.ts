import { fail, ok, type Result, type Traffic } from "../../../engine";
import { type Fault, missing, wrong } from "./fault";
import { ECHO_REQUEST } from "./icmp-types";
import { formatPorts, parsePorts } from "./port-text";
import { RULE_TYPES, type RuleForm, type RuleType, ruleType, ruleTypeOf } from "./rule-types";

/**
 * The texts of a row's first three fields. For ICMP `protocol` holds the type and `ports` the code, each a number or "all",
 * because the console uses these two columns for them.
 */
export type TrafficFields = Readonly<{ type: string; protocol: string; ports: string }>;

export type TrafficFaults = Readonly<{ protocol?: Fault; ports?: Fault }>;

/** What the console shows in the two locked columns. */
const PROTOCOL_NAME = { tcp: "TCP", udp: "UDP", icmp: "ICMP", icmpv6: "IPv6 ICMP", all: "All" } as const;

const protocolName = (ipProtocol: Traffic["ipProtocol"]): string =>
  typeof ipProtocol === "number" ? `${ipProtocol}` : PROTOCOL_NAME[ipProtocol];

/** A rule's traffic as the row shows it, under one of the types that its form offers. */
export const trafficFields = (traffic: Traffic, types: readonly RuleType[] = RULE_TYPES): TrafficFields => {
  const type = ruleTypeOf(traffic, types);
  if (type.form.kind === "icmp" && "icmpType" in traffic)
    return { type: type.id, protocol: `${traffic.icmpType}`, ports: `${traffic.icmpCode}` };
  return {
    type: type.id,
    protocol: protocolName(traffic.ipProtocol),
    ports: "ports" in traffic ? formatPorts(traffic.ports) : "All",
  };
};

/**
 * What the row shows once another type is chosen: protocol and port filled in. Leaving a fixed type for a custom one empties
 * the port, since a port that is a type of its own would turn the row back into that type.
 */
export const withType = (fields: TrafficFields, typeId: string): TrafficFields => {
  const { form, id } = ruleType(typeId);
  switch (form.kind) {
    case "fixed":
      return { ...trafficFields(form.traffic), type: id };
    case "icmp":
      return { type: id, protocol: `${ECHO_REQUEST[form.ipProtocol]}`, ports: "all" };
    case "ports": {
      const ports = ruleType(fields.type).form.kind === "ports" ? fields.ports : "";
      return { type: id, protocol: protocolName(form.ipProtocol), ports };
    }
    case "number":
      return { type: id, protocol: /^\d+$/.test(fields.protocol) ? fields.protocol : "", ports: "All" };
  }
};

/** What a row's first three fields say, or what is wrong with which of them. */
export const readTraffic = (fields: TrafficFields): Result<Traffic, TrafficFaults> =>
  readForm(ruleType(fields.type).form, fields);

const readForm = (form: RuleForm, fields: TrafficFields): Result<Traffic, TrafficFaults> => {
  switch (form.kind) {
    case "fixed":
      return ok(form.traffic);
    case "ports": {
      const ports = parsePorts(fields.ports);
      return ports.ok
        ? ok({ ipProtocol: form.ipProtocol, ports: ports.value })
        : fail({ ports: ports.error });
    }
    case "icmp":
      return readIcmp(form.ipProtocol, fields);
    case "number":
      return readProtocolNumber(fields.protocol);
  }
};

const readIcmp = (ipProtocol: "icmp" | "icmpv6", fields: TrafficFields): Result<Traffic, TrafficFaults> => {
  const icmpType = icmpNumber(fields.protocol);
  const icmpCode = icmpNumber(fields.ports);
  if (icmpType === null) return fail({ protocol: missing("Choose an ICMP type") });
  if (icmpCode === null) return fail({ ports: missing("Choose an ICMP code") });
  if (icmpType === "all" && icmpCode !== "all")
    return fail({ ports: wrong("All ICMP types have no code of their own: choose All") });
  return ok({ ipProtocol, icmpType, icmpCode });
};

const icmpNumber = (text: string): number | "all" | null => {
  if (text === "all") return "all";
  return /^\d{1,3}$/.test(text) && Number(text) <= 255 ? Number(text) : null;
};

const readProtocolNumber = (text: string): Result<Traffic, TrafficFaults> => {
  if (text.trim() === "") return fail({ protocol: missing("Enter a protocol number, such as 47 for GRE") });
  return /^\d{1,3}$/.test(text) && Number(text) <= 255
    ? ok({ ipProtocol: Number(text) })
    : fail({ protocol: wrong(`“${text}” is not a protocol number (0–255)`) });
};
