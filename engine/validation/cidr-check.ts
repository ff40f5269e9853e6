import { type Cidr, type CidrError, type Family, parseCidr } from "../net/cidr";
import { ok, type Result } from "../result";
import { type Refusal, refuse } from "./refusal";

const cidrRefusal = (text: string, error: CidrError): Result<never, Refusal> =>
  refuse("cidrInvalid", { text, problem: error.code, part: error.part });

/** Reads a CIDR of one family. Host bits are cleared, as EC2 does ("100.68.0.18/18" becomes "100.68.0.0/18"). */
export function checkCidr(text: string, family: Family): Result<Cidr, Refusal> {
  const cidr = parseCidr(text);
  if (!cidr.ok) return cidrRefusal(text, cidr.error);
  if (cidr.value.family !== family) return refuse("cidrWrongFamily", { text, wanted: `IPv${family}` });
  return cidr;
}

/** Reads a CIDR of either family. */
export function checkAnyCidr(text: string): Result<Cidr, Refusal> {
  const cidr = parseCidr(text);
  return cidr.ok ? cidr : cidrRefusal(text, cidr.error);
}

/** Reads several; the first error wins. */
export function checkCidrs(texts: readonly string[], family: Family): Result<readonly Cidr[], Refusal> {
  const cidrs: Cidr[] = [];
  for (const text of texts) {
    const cidr = checkCidr(text, family);
    if (!cidr.ok) return cidr;
    cidrs.push(cidr.value);
  }
  return ok(cidrs);
}

/** The blocks of records that are taken as they are; what cannot be read (a foreign file) counts as no block. */
export const blocksOf = (texts: readonly string[]): readonly Cidr[] =>
  texts.flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr.ok ? [cidr.value] : [];
  });
