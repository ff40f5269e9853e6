import {
  type CidrError,
  cidrOf,
  fail,
  formatCidr,
  ok,
  parseAddress,
  parseCidr,
  type Result,
} from "../../../engine";
import { type Fault, missing, wrong } from "./fault";

/** Canonical text of the block that a text names; a bare address is the block of that one address. */
export const readCidrText = (text: string): Result<string, Fault> => {
  const address = parseAddress(text);
  if (address.ok) return ok(formatCidr(cidrOf(address.value)));
  const cidr = parseCidr(text);
  return cidr.ok ? ok(formatCidr(cidr.value)) : fail(cidrFault(cidr.error, text));
};

/** Does the text look as if it were to become an address, so that faults of addresses are worth naming? */
export const looksLikeAddress = (text: string): boolean => /^\s*\d|^[\s\da-f]*:|^\s*\//i.test(text);

/** The fault of an address or CIDR, in words that name the piece of `text` that is wrong. */
export const cidrFault = (error: CidrError, text: string): Fault => {
  switch (error.code) {
    case "empty":
      return missing("Enter a CIDR, such as 10.0.1.0/24");
    case "octetOutOfRange":
      return wrong(`${error.part} is not an octet (0–255)`);
    case "octetWithLeadingZero":
      return wrong(`Write ${Number(error.part)} for ${error.part}: leading zeros are ambiguous`);
    case "zoneNotAllowed":
      return wrong(`Leave ${error.part} out: a rule has no zones`);
    case "missingPrefixLength":
      return missing("Enter the prefix length after the slash, such as /24");
    case "notAPrefixLength":
      return wrong(`“${error.part}” is not a prefix length`);
    case "prefixLengthOutOfRange":
      return wrong(`Prefix lengths run from 0 to ${text.includes(":") ? 128 : 32}, not ${error.part}`);
    case "notAnAddress":
      return addressFault(error.part);
  }
};

const addressFault = (part: string): Fault => {
  if (part.includes(":")) return wrong(`“${part}” is not an IPv6 address`);
  const octets = part.split(".");
  const odd = octets.find((octet) => octet !== "" && !/^\d+$/.test(octet));
  if (odd !== undefined) return wrong(`“${odd}” is not an octet (0–255)`);
  const high = octets.find((octet) => Number(octet) > 255);
  if (high !== undefined) return wrong(`${high} is not an octet (0–255)`);
  if (octets.length > 4) return wrong("An IPv4 address has four numbers, not more");
  return missing("An IPv4 address has four numbers, such as 10.0.1.0/24");
};
