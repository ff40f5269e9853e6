import ipaddr from "ipaddr.js";
import { fail, ok, type Result } from "../result";

/** The library is a CommonJS module: Node, which runs the headless command, finds no named exports in it. */
const { IPv4, IPv6 } = ipaddr;

export type Family = 4 | 6;

/** One address. `value` is its 32 or 128 bits read as a number. */
export type Address = Readonly<{ family: Family; value: bigint }>;

/** A block of addresses, `first` and `last` both included. Host bits are cleared. */
export type Cidr = Readonly<{ family: Family; first: bigint; last: bigint; prefixLength: number }>;

/**
 * Why a text is no address or no CIDR. `part` is the piece of the text that is wrong: an octet ("300", "010"), the text
 * after the slash ("33", "x"), or the whole text where no single piece is to blame.
 */
export type CidrError = Readonly<{
  code:
    | "empty"
    | "notAnAddress"
    | "octetOutOfRange"
    | "octetWithLeadingZero"
    | "zoneNotAllowed"
    | "missingPrefixLength"
    | "notAPrefixLength"
    | "prefixLengthOutOfRange";
  part: string;
}>;

const bitsOf = (family: Family): number => (family === 4 ? 32 : 128);

/**
 * Reads an IPv4 address of exactly four decimal numbers, or an IPv6 address without a zone. Blanks around it are ignored.
 * Octal, hexadecimal and short forms ("010.0.0.1", "0x0a.0.0.1", "10.1") mean different things to different programs,
 * so they are errors.
 */
export function parseAddress(text: string): Result<Address, CidrError> {
  const trimmed = text.trim();
  if (trimmed === "") return fail({ code: "empty", part: "" });
  return trimmed.includes(":") ? parseIpv6(trimmed) : parseIpv4(trimmed);
}

function parseIpv4(text: string): Result<Address, CidrError> {
  const wrong = wrongOctet(text);
  if (wrong !== null) return fail(wrong);
  if (!IPv4.isValidFourPartDecimal(text)) return fail({ code: "notAnAddress", part: text });
  return ok({ family: 4, value: bigintOf(IPv4.parse(text).octets, 8n) });
}

/** The first octet that is a number but not an acceptable one. Other faults are left to the library's own check. */
function wrongOctet(text: string): CidrError | null {
  const octets = text.split(".");
  if (octets.length !== 4 || !octets.every((octet) => /^\d+$/.test(octet))) return null;
  for (const octet of octets) {
    if (octet.length > 1 && octet.startsWith("0")) return { code: "octetWithLeadingZero", part: octet };
    if (Number(octet) > 255) return { code: "octetOutOfRange", part: octet };
  }
  return null;
}

function parseIpv6(text: string): Result<Address, CidrError> {
  if (text.includes("%")) return fail({ code: "zoneNotAllowed", part: text.slice(text.indexOf("%")) });
  const embedded = text.slice(text.lastIndexOf(":") + 1);
  if (embedded.includes(".")) {
    const ipv4 = parseIpv4(embedded);
    if (!ipv4.ok) return ipv4;
  }
  if (!IPv6.isValid(text)) return fail({ code: "notAnAddress", part: text });
  return ok({ family: 6, value: bigintOf(IPv6.parse(text).parts, 16n) });
}

const bigintOf = (parts: readonly number[], width: bigint): bigint =>
  parts.reduce((sum, part) => (sum << width) | BigInt(part), 0n);

/**
 * Reads `address/prefix length`. Host bits are cleared silently, as EC2 does ("10.0.1.5/16" is 10.0.0.0/16). A bare
 * address is an error: EC2 wants single hosts as /32 or /128.
 */
export function parseCidr(text: string): Result<Cidr, CidrError> {
  const [host = "", ...rest] = text.trim().split("/");
  const address = parseAddress(host);
  if (!address.ok) return address;
  const suffix = rest.join("/");
  if (suffix === "") return fail({ code: "missingPrefixLength", part: text.trim() });
  if (!/^(0|[1-9]\d*)$/.test(suffix)) return fail({ code: "notAPrefixLength", part: suffix });
  const prefixLength = Number(suffix);
  if (prefixLength > bitsOf(address.value.family))
    return fail({ code: "prefixLengthOutOfRange", part: suffix });
  return ok(cidrOf(address.value, prefixLength));
}

/** The block of this prefix length around an address; the whole length (32, 128) where none is given. */
export function cidrOf(address: Address, prefixLength: number = bitsOf(address.family)): Cidr {
  const hostBits = BigInt(bitsOf(address.family) - prefixLength);
  const first = (address.value >> hostBits) << hostBits;
  return { family: address.family, first, last: first + (1n << hostBits) - 1n, prefixLength };
}

/** Canonical text: plain four-part IPv4; IPv6 in lower case with its longest run of zeros left out (RFC 5952). */
export function formatAddress(address: Address): string {
  const width = address.family === 4 ? 8 : 16;
  const parts: number[] = [];
  for (let shift = bitsOf(address.family) - width; shift >= 0; shift -= width) {
    parts.push(Number(BigInt.asUintN(width, address.value >> BigInt(shift))));
  }
  return address.family === 4 ? new IPv4(parts).toString() : new IPv6(parts).toRFC5952String();
}

/** Canonical text of a block, with its host bits cleared. */
export const formatCidr = (cidr: Cidr): string =>
  `${formatAddress({ family: cidr.family, value: cidr.first })}/${cidr.prefixLength}`;

export const cidrContains = (cidr: Cidr, address: Address): boolean =>
  cidr.family === address.family && cidr.first <= address.value && address.value <= cidr.last;

/** Is all of `inner` inside `outer`? Equal blocks cover each other. */
export const cidrCovers = (outer: Cidr, inner: Cidr): boolean =>
  outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;

export const cidrsOverlap = (a: Cidr, b: Cidr): boolean =>
  a.family === b.family && a.first <= b.last && b.first <= a.last;
