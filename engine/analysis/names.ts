/** Reads a question as people and pipelines write it: ends by name, protocol by name or number. */

import type { Network } from "../model/network";
import { ICMP } from "../net/traffic-axis";
import { ok, type Result } from "../result";
import { endsNamed } from "./names-ends";
import { type NameError, type QuestionField, refused } from "./names-error";
import { hasPorts, isIcmp, protocolNumber } from "./names-protocol";
import type { ClientProfile, End, Packet, Question } from "./question";

export type { NameError, QuestionField } from "./names-error";

/** The fields of a question as they came, perhaps from JSON: nothing is known of their types. A null is as good as none. */
export type QuestionInput = Readonly<Partial<Record<QuestionField, unknown>>>;

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

/** What was given, shortly enough for a line. */
const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? String(value);

const ends = (network: Network, input: QuestionInput, field: "from" | "to") => {
  const name = input[field];
  if (isAbsent(name) || name === "") return refused("missing", field, `"${field}" is missing.`);
  if (typeof name !== "string")
    return refused("wrongType", field, `"${field}" must be a name in quotes, not ${shown(name)}.`);
  return endsNamed(network, name, field);
};

const protocolOf = (given: unknown): Result<number, NameError> => {
  if (isAbsent(given) || given === "") return refused("missing", "protocol", `"protocol" is missing.`);
  if (typeof given !== "string" && typeof given !== "number")
    return refused("wrongType", "protocol", `"protocol" must be a name or a number, not ${shown(given)}.`);
  const number = protocolNumber(given);
  if (number !== null) return ok(number);
  return refused(
    "outOfRange",
    "protocol",
    `"protocol" must be tcp, udp, icmp, icmpv6 or a number from 0 to 255, not ${shown(given)}.`,
  );
};

/** A whole number within limits, or undefined where none is given. */
const whole = (
  input: QuestionInput,
  field: QuestionField,
  most: number,
): Result<number | undefined, NameError> => {
  const given = input[field];
  if (isAbsent(given)) return ok(undefined);
  const must = `"${field}" must be a whole number from 0 to ${most}, not ${shown(given)}.`;
  if (typeof given !== "number") return refused("wrongType", field, must);
  return Number.isInteger(given) && given >= 0 && given <= most
    ? ok(given)
    : refused("outOfRange", field, must);
};

/** The first field given that this protocol does not have. */
const stranger = (input: QuestionInput, fields: readonly QuestionField[]) =>
  fields.find((field) => !isAbsent(input[field]));

const NOT_ITS_FIELD = {
  ports: `only TCP and UDP have ports`,
  icmp: `only ICMP and ICMPv6 have types and codes`,
};

const CLIENTS: readonly ClientProfile[] = ["linux", "windows", "windows2003"];

/** What kind of client asks, or undefined where it is not told. It stands for source ports, so not beside one. */
const clientOf = (input: QuestionInput): Result<ClientProfile | undefined, NameError> => {
  const given = input.client;
  if (isAbsent(given)) return ok(undefined);
  const must = `"client" must be linux, windows or windows2003, not ${shown(given)}.`;
  if (typeof given !== "string") return refused("wrongType", "client", must);
  const profile = CLIENTS.find((each) => each === given.toLowerCase());
  if (profile === undefined) return refused("outOfRange", "client", must);
  const both = `"client" cannot be given beside a source port: ask for that port, or for all that such a client uses.`;
  return isAbsent(input.sourcePort) ? ok(profile) : refused("notAllowed", "client", both);
};

const portsOf = (input: QuestionInput, protocol: number): Result<Packet, NameError> => {
  const odd = stranger(input, ["icmpType", "icmpCode"]);
  if (odd !== undefined)
    return refused("notAllowed", odd, `"${odd}" cannot be given here: ${NOT_ITS_FIELD.icmp}.`);
  const port = whole(input, "port", 65535);
  if (!port.ok) return port;
  if (port.value === undefined) return refused("missing", "port", `"port" is missing: TCP and UDP need one.`);
  const sourcePort = whole(input, "sourcePort", 65535);
  if (!sourcePort.ok) return sourcePort;
  const client = clientOf(input);
  if (!client.ok) return client;
  return ok({
    protocol,
    port: port.value,
    ...(sourcePort.value === undefined ? {} : { sourcePort: sourcePort.value }),
    ...(client.value === undefined ? {} : { clientProfile: client.value }),
  });
};

/** Without a type an echo request (ping) is meant: type 8 of ICMP, 128 of ICMPv6. Without a code, code 0. */
const icmpOf = (input: QuestionInput, protocol: number): Result<Packet, NameError> => {
  const icmpType = whole(input, "icmpType", 255);
  if (!icmpType.ok) return icmpType;
  const icmpCode = whole(input, "icmpCode", 255);
  if (!icmpCode.ok) return icmpCode;
  const echoRequest = protocol === ICMP ? 8 : 128;
  return ok({ protocol, icmpType: icmpType.value ?? echoRequest, icmpCode: icmpCode.value ?? 0 });
};

const packetOf = (input: QuestionInput, protocol: number): Result<Packet, NameError> => {
  if (hasPorts(protocol)) return portsOf(input, protocol);
  const oddPort = stranger(input, ["port", "sourcePort", "client"]);
  if (oddPort !== undefined)
    return refused("notAllowed", oddPort, `"${oddPort}" cannot be given here: ${NOT_ITS_FIELD.ports}.`);
  if (isIcmp(protocol)) return icmpOf(input, protocol);
  const oddIcmp = stranger(input, ["icmpType", "icmpCode"]);
  return oddIcmp === undefined
    ? ok({ protocol })
    : refused("notAllowed", oddIcmp, `"${oddIcmp}" cannot be given here: ${NOT_ITS_FIELD.icmp}.`);
};

/**
 * Resolves the names of a question against a network. The first thing wrong, in the order of the fields, is told.
 * `from` and `to` are `internet`, an id, an address or CIDR, or the name of a range, group, instance or other resource;
 * `group:`, `instance:`, `range:` and `VPC/name` force one reading.
 */
export const question = (network: Network, input: QuestionInput): Result<Question, NameError> => {
  const from: Result<readonly End[], NameError> = ends(network, input, "from");
  if (!from.ok) return from;
  const to = ends(network, input, "to");
  if (!to.ok) return to;
  const protocol = protocolOf(input.protocol);
  if (!protocol.ok) return protocol;
  const packet = packetOf(input, protocol.value);
  if (!packet.ok) return packet;
  const asked = { from: from.value, to: to.value, packet: packet.value };
  const isWhole = from.value.length > 0 && to.value.length > 0;
  return ok(isWhole ? asked : { ...asked, called: { from: String(input.from), to: String(input.to) } });
};
