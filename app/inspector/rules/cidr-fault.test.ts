import { describe, expect, test } from "vitest";
import { looksLikeAddress, readCidrText } from "./cidr-fault";

const said = (text: string) => {
  const read = readCidrText(text);
  return read.ok ? read.value : `${read.error.kind}: ${read.error.text}`;
};

describe("a CIDR field", () => {
  test.each([
    ["10.0.1.0/24", "10.0.1.0/24"],
    ["10.0.1.5/16", "10.0.0.0/16"],
    ["203.0.113.7", "203.0.113.7/32"],
    ["2001:DB8::1", "2001:db8::1/128"],
    ["2001:db8:0:0::/64", "2001:db8::/64"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["10", "missing: An IPv4 address has four numbers, such as 10.0.1.0"],
    ["10.0.1.", "missing: An IPv4 address has four numbers, such as 10.0.1.0"],
    ["10.0.1.0/", "missing: Enter the prefix length after the slash, such as /24"],
    ["", "missing: Enter a CIDR, such as 10.0.1.0/24"],
    ["10.0.300.0/24", "wrong: 300 is not an octet (0–255)"],
    ["10.0.300", "wrong: 300 is not an octet (0–255)"],
    ["10.0.x.0", "wrong: x is not an octet (0–255)"],
    ["web", "wrong: “web” is not a CIDR, such as 10.0.1.0/24"],
    ["sg-123", "wrong: “sg-123” is not a CIDR, such as 10.0.1.0/24"],
    ["10.0.1.2.3/24", "wrong: An IPv4 address has four numbers, not more"],
    ["010.0.0.1/32", "wrong: 010 has a leading zero"],
    ["10.0.0.0/33", "wrong: /33 is not a prefix length (0–32 for IPv4, 0–128 for IPv6)"],
    ["10.0.0.0/x", "wrong: x after the slash is not a prefix length"],
    ["2001:db8::g/64", "wrong: 2001:db8::g is not an IPv6 address"],
    ["fe80::1%eth0/64", "wrong: %eth0 names a zone, which has no place here"],
  ])("makes of %j: %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test("knows a beginning address from a beginning name", () => {
    for (const text of ["1", "10.0", "2001:", "fe80::", "::"]) expect(looksLikeAddress(text)).toBe(true);
    for (const text of ["web", "sg-12", "a.b"]) expect(looksLikeAddress(text)).toBe(false);
  });
});
