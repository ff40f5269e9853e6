/** Addresses for the oracle, read by its own hand, so that it shares no mistake with what it judges. */

export type PlainAddress = Readonly<{ family: 4 | 6; value: bigint }>;

const ipv4Value = (text: string): bigint =>
  text.split(".").reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);

const ipv6Value = (text: string): bigint => {
  const [head = "", tail] = text.split("::");
  const parts = (side: string) => (side === "" ? [] : side.split(":"));
  const [before, after] = [parts(head), parts(tail ?? "")];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after].reduce((sum, part) => sum * 65536n + BigInt(`0x${part}`), 0n);
};

export const plainAddress = (text: string): PlainAddress =>
  text.includes(":") ? { family: 6, value: ipv6Value(text) } : { family: 4, value: ipv4Value(text) };

export type PlainBlock = Readonly<{ family: 4 | 6; first: bigint; last: bigint }>;

export const plainBlock = (text: string): PlainBlock => {
  const [host = "", length = ""] = text.split("/");
  const { family, value } = plainAddress(host);
  const size = 2n ** BigInt((family === 4 ? 32 : 128) - Number(length));
  const first = (value / size) * size;
  return { family, first, last: first + size - 1n };
};

/** Reading the same few texts again and again would take most of the time. */
const remembering = <Value>(read: (text: string) => Value): ((text: string) => Value) => {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text) ?? read(text);
    known.set(text, value);
    return value;
  };
};

const knownBlock = remembering(plainBlock);
const knownAddress = remembering(plainAddress);

export const isIn = (text: string, { family, value }: PlainAddress): boolean => {
  const block = knownBlock(text);
  return block.family === family && block.first <= value && value <= block.last;
};

export const isSame = (text: string, address: PlainAddress): boolean => {
  const own = knownAddress(text);
  return own.family === address.family && own.value === address.value;
};

/** As typed in a question. */
export const plainText = ({ family, value }: PlainAddress): string => {
  const [count, base, radix, sign] = family === 4 ? [4, 256n, 10, "."] : [8, 65536n, 16, ":"];
  return Array.from({ length: count }, (_, at) => (value / base ** BigInt(count - 1 - at)) % base)
    .map((part) => part.toString(radix))
    .join(sign);
};
