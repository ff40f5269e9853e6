import type { CidrError } from "../../engine";

type Problem = Readonly<{ code: CidrError["code"]; part: string }>;

const WORDS: Readonly<Record<CidrError["code"], (part: string) => string>> = {
  empty: () => "no address is given",
  notAnAddress: (part) => `“${part}” is not an IP address`,
  octetOutOfRange: (part) => `${part} is not an octet (0–255)`,
  octetWithLeadingZero: (part) => `${part} has a leading zero`,
  zoneNotAllowed: (part) => `${part} names a zone, which has no place here`,
  missingPrefixLength: (part) =>
    `${part} needs a prefix length, such as ${part.includes(":") ? "/64, or /128" : "/24, or /32"} for one address`,
  notAPrefixLength: (part) => `${part === "" ? "nothing" : part} after the slash is not a prefix length`,
  prefixLengthOutOfRange: (part) => `/${part} is not a prefix length (0–32 for IPv4, 0–128 for IPv6)`,
};

/** Why a text is no address or CIDR, as a clause without a full stop: "300 is not an octet (0–255)". */
export const addressProblem = ({ code, part }: Problem): string => WORDS[code](part);
