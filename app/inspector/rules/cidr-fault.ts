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
import { addressProblem } from "../../document/address-sentences";
import { type Fault, missing, wrong } from "./fault";

/** Canonical text of the block that a text names; a bare address is the block of that one address. */
export const readCidrText = (text: string): Result<string, Fault> => {
  const address = parseAddress(text);
  if (address.ok) return ok(formatCidr(cidrOf(address.value)));
  const cidr = parseCidr(text);
  return cidr.ok ? ok(formatCidr(cidr.value)) : fail(cidrFault(text, cidr.error));
};

/** Does the text look as if it were to become an address, so that faults of addresses are worth naming? */
export const looksLikeAddress = (text: string): boolean => /^\s*\d|^[\s\da-f]*:|^\s*\//i.test(text);

/** A fault of an address or CIDR; what is only not finished yet is told apart from what cannot become right. */
const cidrFault = (text: string, error: CidrError): Fault => {
  switch (error.code) {
    case "empty":
      return missing("Enter a CIDR, such as 10.0.1.0/24");
    case "missingPrefixLength":
      return missing("Enter the prefix length after the slash, such as /24");
    case "notAnAddress":
      return looksLikeAddress(text)
        ? addressFault(error.part)
        : wrong(`“${text.trim()}” is not a CIDR, such as 10.0.1.0/24`);
    default:
      return wrong(addressProblem(error));
  }
};

/** Names the first octet that is wrong, which the engine does for whole addresses only. */
const addressFault = (part: string): Fault => {
  if (part.includes(":")) return wrong(`${part} is not an IPv6 address`);
  const octets = part.split(".");
  const odd = octets.find((octet) => octet !== "" && !(/^\d+$/.test(octet) && Number(octet) <= 255));
  if (odd !== undefined) return wrong(addressProblem({ code: "octetOutOfRange", part: odd }));
  if (octets.length > 4) return wrong("An IPv4 address has four numbers, not more");
  return missing("An IPv4 address has four numbers, such as 10.0.1.0");
};
