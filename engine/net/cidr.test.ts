import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Address,
  cidrContains,
  cidrCovers,
  cidrOf,
  cidrsOverlap,
  formatAddress,
  formatCidr,
  parseAddress,
  parseCidr,
} from "./cidr";

const canonical = (text: string): string => {
  const cidr = parseCidr(text);
  return cidr.ok ? formatCidr(cidr.value) : cidr.error.code;
};

const block = (text: string) => {
  const cidr = parseCidr(text);
  if (!cidr.ok) throw new Error(text);
  return cidr.value;
};

const addresses: fc.Arbitrary<Address> = fc.oneof(
  fc.bigInt(0n, 2n ** 32n - 1n).map((value) => ({ family: 4 as const, value })),
  fc.bigInt(0n, 2n ** 128n - 1n).map((value) => ({ family: 6 as const, value })),
);

describe("an address", () => {
  test.each([
    ["10.0.0.1", 4, 0x0a000001n],
    ["255.255.255.255", 4, 0xffffffffn],
    [" 0.0.0.0 ", 4, 0n],
    ["::1", 6, 1n],
    ["2001:DB8::", 6, 0x20010db8000000000000000000000000n],
    ["::ffff:10.0.0.1", 6, 0xffff0a000001n],
  ])("%s is read", (text, family, value) => {
    expect(parseAddress(text)).toEqual({ ok: true, value: { family, value } });
  });

  test.each([
    ["", "empty", ""],
    ["300.1.2.3", "octetOutOfRange", "300"],
    ["1.2.3.256", "octetOutOfRange", "256"],
    ["010.0.0.1", "octetWithLeadingZero", "010"],
    ["10.00.0.1", "octetWithLeadingZero", "00"],
    ["0x0a.0.0.1", "notAnAddress", "0x0a.0.0.1"],
    ["10.1", "notAnAddress", "10.1"],
    ["127.42.258", "notAnAddress", "127.42.258"],
    ["10.0.0.1.5", "notAnAddress", "10.0.0.1.5"],
    ["10.0.0.", "notAnAddress", "10.0.0."],
    ["167772161", "notAnAddress", "167772161"],
    ["10.0. 0.1", "notAnAddress", "10.0. 0.1"],
    ["١.0.0.1", "notAnAddress", "١.0.0.1"],
    ["1::2::3", "notAnAddress", "1::2::3"],
    ["12345::", "notAnAddress", "12345::"],
    ["fe80::1%eth0", "zoneNotAllowed", "%eth0"],
    ["::ffff:010.1.1.1", "octetWithLeadingZero", "010"],
    ["::ffff:0x1.1.1.1", "notAnAddress", "0x1.1.1.1"],
  ])("%s is refused: %s", (text, code, part) => {
    expect(parseAddress(text)).toEqual({ ok: false, error: { code, part } });
  });

  test("keeps its canonical text when read and written", () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual({ ok: true, value: address });
      }),
    );
  });
});

describe("a CIDR", () => {
  test.each([
    ["10.1.2.3/16", "10.1.0.0/16"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["10.0.0.1/32", "10.0.0.1/32"],
    ["2001:DB8:0:0:1::5/64", "2001:db8::/64"],
    ["::/0", "::/0"],
  ])("%s has its host bits cleared: %s", (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  test.each([
    ["10.0.0.1", "missingPrefixLength", "10.0.0.1"],
    ["10.0.0.1/", "missingPrefixLength", "10.0.0.1/"],
    ["10.0.0.0/33", "prefixLengthOutOfRange", "33"],
    ["::/129", "prefixLengthOutOfRange", "129"],
    ["10.0.0.0/08", "notAPrefixLength", "08"],
    ["10.0.0.0/x", "notAPrefixLength", "x"],
    ["10.0.0.0/-1", "notAPrefixLength", "-1"],
    ["10.0.0.0/255.0.0.0", "notAPrefixLength", "255.0.0.0"],
    ["10.0.0.0/8/8", "notAPrefixLength", "8/8"],
    ["10.0.0/8", "notAnAddress", "10.0.0"],
    ["/8", "empty", ""],
  ])("%s is refused: %s", (text, code, part) => {
    expect(parseCidr(text)).toEqual({ ok: false, error: { code, part } });
  });

  test("contains its first and last address and nothing beside them", () => {
    const subnet = block("10.0.1.0/24");
    const at = (value: bigint): Address => ({ family: 4, value });
    expect(cidrContains(subnet, at(0x0a000100n))).toBe(true);
    expect(cidrContains(subnet, at(0x0a0001ffn))).toBe(true);
    expect(cidrContains(subnet, at(0x0a0000ffn))).toBe(false);
    expect(cidrContains(subnet, at(0x0a000200n))).toBe(false);
  });

  test("of one family says nothing about the other", () => {
    expect(cidrContains(block("0.0.0.0/0"), { family: 6, value: 1n })).toBe(false);
    expect(cidrCovers(block("::/0"), block("10.0.0.0/8"))).toBe(false);
    expect(cidrsOverlap(block("::/0"), block("0.0.0.0/0"))).toBe(false);
  });

  test("covers and overlaps as nested blocks do", () => {
    expect(cidrCovers(block("10.0.0.0/8"), block("10.1.0.0/16"))).toBe(true);
    expect(cidrCovers(block("10.1.0.0/16"), block("10.0.0.0/8"))).toBe(false);
    expect(cidrsOverlap(block("10.1.0.0/16"), block("10.0.0.0/8"))).toBe(true);
    expect(cidrsOverlap(block("10.1.0.0/16"), block("10.2.0.0/16"))).toBe(false);
  });

  test("around an address contains it, and nothing else where it is as long as the address", () => {
    fc.assert(
      fc.property(addresses, fc.nat(32), (address, prefixLength) => {
        expect(cidrContains(cidrOf(address, prefixLength), address)).toBe(true);
        expect(cidrOf(address)).toMatchObject({ first: address.value, last: address.value });
      }),
    );
  });
});
