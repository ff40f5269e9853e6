import { describe, expect, test } from "vitest";
import type { Traffic } from "../../../engine";
import { CUSTOM_PROTOCOL, RULE_TYPES, ruleType, ruleTypeOf, sameTraffic } from "./rule-types";

const tcp = (from: number, to = from): Traffic => ({ ipProtocol: "tcp", ports: { from, to } });

describe("rule types", () => {
  test("stand in the console's order, custom ones first", () => {
    expect(RULE_TYPES.map(({ label }) => label)).toEqual([
      "Custom TCP",
      "Custom UDP",
      "Custom ICMP - IPv4",
      "Custom ICMP - IPv6",
      "All TCP",
      "All UDP",
      "All ICMP - IPv4",
      "All ICMP - IPv6",
      "All traffic",
      "SSH",
      "DNS (UDP)",
      "DNS (TCP)",
      "HTTP",
      "HTTPS",
      "MSSQL",
      "MYSQL/Aurora",
      "RDP",
      "PostgreSQL",
    ]);
  });

  test("have an id each", () => {
    expect(new Set(RULE_TYPES.map(({ id }) => id)).size).toBe(RULE_TYPES.length);
  });

  test("never share what they fill in", () => {
    for (const { label, form } of RULE_TYPES) {
      if (form.kind === "fixed") expect(ruleTypeOf(form.traffic).label).toBe(label);
    }
  });

  test.each([
    [tcp(22), "SSH"],
    [tcp(8080), "Custom TCP"],
    [tcp(22, 23), "Custom TCP"],
    [tcp(0, 65535), "All TCP"],
    [{ ipProtocol: "udp", ports: { from: 53, to: 53 } }, "DNS (UDP)"],
    [{ ipProtocol: "udp", ports: { from: 22, to: 22 } }, "Custom UDP"],
    [{ ipProtocol: "icmp", icmpType: 8, icmpCode: "all" }, "Custom ICMP - IPv4"],
    [{ ipProtocol: "icmpv6", icmpType: "all", icmpCode: "all" }, "All ICMP - IPv6"],
    [{ ipProtocol: "all" }, "All traffic"],
    [{ ipProtocol: 50 }, "Custom Protocol"],
  ] as const)("list %j as the console does", (traffic, label) => {
    expect(ruleTypeOf(traffic).label).toBe(label);
  });

  test("fall back to the first type for an id that is not known", () => {
    expect(ruleType("telnet")).toBe(RULE_TYPES[0]);
    expect(ruleType(CUSTOM_PROTOCOL.id)).toBe(CUSTOM_PROTOCOL);
  });

  test("compare traffic by what it says", () => {
    expect(sameTraffic(tcp(22), tcp(22))).toBe(true);
    expect(sameTraffic(tcp(22), tcp(22, 23))).toBe(false);
    expect(sameTraffic(tcp(22), { ipProtocol: "udp", ports: { from: 22, to: 22 } })).toBe(false);
    expect(sameTraffic({ ipProtocol: 50 }, { ipProtocol: 51 })).toBe(false);
    const echo = { ipProtocol: "icmp", icmpType: 8, icmpCode: "all" } as const;
    expect(sameTraffic(echo, { ...echo, icmpCode: 0 })).toBe(false);
  });
});
