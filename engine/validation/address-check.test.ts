import { describe, expect, test } from "vitest";
import { BASE_WORLD } from "../testing/base-world";
import { change, ipRange, network, networkInterface, subnet, vpc } from "../testing/network-builder";
import { checkAddress, checkPublicAddress } from "./address-check";
import { freeAddress, freePublicAddress, sameOffset } from "./free-address";
import { refused } from "./testing/refused";

describe("a private address", () => {
  test.each([
    ["10.0.1.4", "ok"],
    ["10.0.1.254", "ok"],
    ["10.0.1.0", "InvalidParameterValue addressReserved"],
    ["10.0.1.3", "InvalidParameterValue addressReserved"],
    ["10.0.1.255", "InvalidParameterValue addressReserved"],
    ["10.0.2.4", "InvalidParameterValue addressOutsideSubnet"],
    ["10.0.1.11", "InvalidIPAddress.InUse addressInUse"],
    ["10.0.1.300", "InvalidParameterValue addressInvalid"],
    ["2001:db8::1", "InvalidParameterValue cidrWrongFamily"],
  ])("%s in 10.0.1.0/24 is answered with %s", (text, answer) => {
    expect(refused(checkAddress(BASE_WORLD, "subnet-pa", text))).toBe(answer);
  });

  test("needs its subnet, and IPv6 a block there", () => {
    expect(refused(checkAddress(BASE_WORLD, "subnet-gone", "10.0.1.4"))).toBe(
      "InvalidSubnetID.NotFound subnetNotFound",
    );
    expect(refused(checkAddress(BASE_WORLD, "subnet-pb", "2001:db8::5", 6))).toBe(
      "InvalidParameterValue subnetWithoutIpv6",
    );
    expect(checkAddress(BASE_WORLD, "subnet-pa", "2001:DB8:A:1::5", 6)).toEqual({
      ok: true,
      value: "2001:db8:a:1::5",
    });
  });
});

describe("a public address", () => {
  test.each([
    ["198.51.100.77", "ok"],
    ["198.51.100.11", "Resource.AlreadyAssociated publicAddressInUse"],
    ["10.0.0.9", "InvalidParameterValue publicAddressNotPublic"],
    ["239.1.1.1", "InvalidParameterValue publicAddressNotPublic"],
    ["x", "InvalidParameterValue addressInvalid"],
    ["2001:db8::1", "InvalidParameterValue cidrWrongFamily"],
  ])("%s is answered with %s", (text, answer) => {
    expect(refused(checkPublicAddress(BASE_WORLD, text))).toBe(answer);
  });
});

describe("the next free address", () => {
  test("steps over the four that AWS keeps and those in use", () => {
    const world = change(BASE_WORLD, networkInterface("n", "pa", "10.0.1.4", { groups: ["web"] }));
    expect(freeAddress(BASE_WORLD, "subnet-pa")).toEqual({ ok: true, value: "10.0.1.4" });
    expect(freeAddress(world, "subnet-pa")).toEqual({ ok: true, value: "10.0.1.5" });
    expect(freeAddress(world, "subnet-pa", 6)).toEqual({ ok: true, value: "2001:db8:a:1::4" });
  });

  test("runs out after eleven in a /28", () => {
    const parts = Array.from({ length: 11 }, (_, index) =>
      networkInterface(`n${index}`, "s", `10.0.0.${index + 4}`, { groups: [] }),
    );
    const world = network(vpc("N", "10.0.0.0/16"), subnet("s", "N", "10.0.0.0/28"), ...parts.slice(0, 10));
    expect(freeAddress(world, "subnet-s")).toEqual({ ok: true, value: "10.0.0.14" });
    expect(refused(freeAddress(change(world, ...parts.slice(10)), "subnet-s"))).toBe(
      "InsufficientFreeAddressesInSubnet addressesExhausted",
    );
  });

  test("is a public one that neither an interface nor a named range has", () => {
    expect(freePublicAddress(BASE_WORLD)).toEqual({ ok: true, value: "198.51.100.1" });
    const office = change(BASE_WORLD, ipRange("office", "198.51.100.0/24"));
    expect(freePublicAddress(office)).toEqual({ ok: true, value: "192.0.2.1" });
    const everything = change(BASE_WORLD, ipRange("all", "0.0.0.0/0"));
    expect(freePublicAddress(everything)).toEqual({ ok: true, value: "198.51.100.1" });
  });
});

test("an address keeps its distance from the start of its block, where it fits", () => {
  expect(sameOffset("10.0.1.20", "10.0.1.0/24", "10.0.9.0/24")).toBe("10.0.9.20");
  expect(sameOffset("10.0.1.20", "10.0.1.0/24", "10.0.9.0/28")).toBeNull();
  expect(sameOffset("10.0.1.15", "10.0.1.0/24", "10.0.9.0/28")).toBeNull();
});
