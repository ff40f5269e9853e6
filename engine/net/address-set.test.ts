import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AddressSet,
  ALL_ADDRESSES,
  addressSetContains,
  addressSetOf,
  addressSetOfTexts,
  equalAddressSets,
  intersectAddresses,
  isEmptyAddressSet,
  NO_ADDRESSES,
  subtractAddresses,
  uniteAddresses,
} from "./address-set";
import { type Cidr, cidrOf, parseAddress } from "./cidr";
import { INTERNET_ADDRESSES } from "./internet-addresses";

/** Blocks within the last 16 addresses of both families, so that the ends of the world are met. */
const blocks: fc.Arbitrary<readonly Cidr[]> = fc.array(
  fc
    .tuple(fc.boolean(), fc.nat(15), fc.nat(4))
    .map(([isIpv4, low, short]) =>
      isIpv4
        ? cidrOf({ family: 4, value: 2n ** 32n - 16n + BigInt(low) }, 32 - short)
        : cidrOf({ family: 6, value: 2n ** 128n - 16n + BigInt(low) }, 128 - short),
    ),
  { maxLength: 5 },
);

const WORLD = ([4, 6] as const).flatMap((family) =>
  Array.from({ length: 17 }, (_, low) => ({
    family,
    value: 2n ** (family === 4 ? 32n : 128n) - 17n + BigInt(low),
  })),
);
const members = (set: AddressSet) => WORLD.map((address) => addressSetContains(set, address));

const isOnInternet = (text: string): boolean => {
  const address = parseAddress(text);
  return address.ok && addressSetContains(INTERNET_ADDRESSES, address.value);
};

describe("a set of addresses", () => {
  test("holds after each operation exactly the addresses that it should", () => {
    fc.assert(
      fc.property(blocks, blocks, (blocksA, blocksB) => {
        const [a, b] = [addressSetOf(blocksA), addressSetOf(blocksB)];
        const [inA, inB] = [members(a), members(b)];
        expect(members(uniteAddresses(a, b))).toEqual(inA.map((is, at) => is || inB[at]));
        expect(members(intersectAddresses(a, b))).toEqual(inA.map((is, at) => is && inB[at]));
        expect(members(subtractAddresses(a, b))).toEqual(inA.map((is, at) => is && !inB[at]));
        expect(equalAddressSets(a, b)).toBe(inA.every((is, at) => is === inB[at]));
        expect(isEmptyAddressSet(a)).toBe(blocksA.length === 0);
      }),
    );
  });

  test("leaves nothing when all is taken away, and all when nothing is", () => {
    expect(subtractAddresses(ALL_ADDRESSES, ALL_ADDRESSES)).toEqual(NO_ADDRESSES);
    expect(subtractAddresses(ALL_ADDRESSES, NO_ADDRESSES)).toEqual(ALL_ADDRESSES);
  });

  test("leaves out what is no CIDR", () => {
    expect(addressSetOfTexts(["10.0.0.0/33", "half", "10.0.0.0/32"])).toEqual(
      addressSetOfTexts(["10.0.0.0/32"]),
    );
  });
});

describe("the Internet", () => {
  test.each([
    "8.8.8.8",
    "192.0.2.1",
    "198.51.100.7",
    "203.0.113.9",
    "172.32.0.0",
    "100.128.0.1",
    "2001:db8::1",
    "2600::1",
  ])("has %s, also where it is a documentation address", (text) => expect(isOnInternet(text)).toBe(true));

  test.each([
    "10.1.2.3",
    "172.31.255.255",
    "192.168.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "224.0.0.1",
    "255.255.255.255",
    "fd00::1",
    "fe80::1",
    "::1",
    "ff02::1",
  ])("does not have %s", (text) => expect(isOnInternet(text)).toBe(false));
});
