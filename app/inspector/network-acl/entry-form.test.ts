import { describe, expect, test } from "vitest";
import type { NetworkAclEntry, Traffic } from "../../../engine";
import { type EntryTexts, entryTexts, newEntryTexts, readEntry } from "./entry-form";

const read = (texts: Partial<EntryTexts>) =>
  readEntry("ingress", { ...newEntryTexts(100), ports: "80", ...texts });

const faultAt = (texts: Partial<EntryTexts>) => {
  const entry = read(texts);
  return entry.ok ? {} : entry.error;
};

describe("a row of a network ACL", () => {
  test("says nothing that counts until it has a port", () => {
    expect(readEntry("ingress", newEntryTexts(100))).toMatchObject({
      ok: false,
      error: { ports: { kind: "missing" } },
    });
    expect(read({})).toMatchObject({
      ok: true,
      value: { ruleNumber: 100, ruleAction: "allow", remote: { cidrIpv4: "0.0.0.0/0" } },
    });
  });

  test.each([
    { ipProtocol: "tcp", ports: { from: 80, to: 80 } },
    { ipProtocol: "tcp", ports: { from: 23, to: 23 } },
    { ipProtocol: "tcp", ports: { from: 1024, to: 65535 } },
    { ipProtocol: "udp", ports: { from: 53, to: 53 } },
    { ipProtocol: "icmp", icmpType: 8, icmpCode: "all" },
    { ipProtocol: "icmpv6", icmpType: "all", icmpCode: "all" },
    { ipProtocol: 47 },
    { ipProtocol: "all" },
  ] satisfies Traffic[])("reads back what it shows of %j", (traffic) => {
    const entry: NetworkAclEntry = {
      ruleNumber: 32766,
      direction: "ingress",
      ruleAction: "deny",
      traffic,
      remote: { kind: "cidrIpv6", cidrIpv6: "2001:db8::/32" },
    };
    expect(readEntry("ingress", entryTexts(entry))).toEqual({ ok: true, value: entry });
  });

  test("shows the console's types of network ACLs", () => {
    const { type } = entryTexts({
      ruleNumber: 1,
      direction: "ingress",
      ruleAction: "allow",
      traffic: { ipProtocol: "tcp", ports: { from: 8080, to: 8080 } },
      remote: { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" },
    });
    expect(type).toBe("acl-tcp-8080");
  });

  test("has a number from 1 to 32766", () => {
    for (const ruleNumber of ["0", "32767", "1.5", "*", "-1"])
      expect(faultAt({ ruleNumber })).toMatchObject({ ruleNumber: { kind: "wrong" } });
    expect(faultAt({ ruleNumber: "" })).toMatchObject({ ruleNumber: { kind: "missing" } });
    expect(read({ ruleNumber: " 32766 " })).toMatchObject({ ok: true, value: { ruleNumber: 32766 } });
  });

  test("clears host bits and takes an address for the block of that one address", () => {
    expect(read({ remote: "10.0.1.5/16" })).toMatchObject({ value: { remote: { cidrIpv4: "10.0.0.0/16" } } });
    expect(read({ remote: "2001:db8::1" })).toMatchObject({
      value: { remote: { cidrIpv6: "2001:db8::1/128" } },
    });
    expect(faultAt({ remote: "10.0.1" })).toMatchObject({ remote: { kind: "missing" } });
  });

  test("says that groups mean nothing to it", () => {
    for (const remote of ["web", "sg-123"])
      expect(faultAt({ remote })).toEqual({
        remote: {
          kind: "wrong",
          text: "A network ACL takes CIDRs only, such as 10.0.1.0/24, no security groups",
        },
      });
  });
});
