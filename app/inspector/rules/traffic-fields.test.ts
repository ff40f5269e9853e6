import { describe, expect, test } from "vitest";
import { type TrafficFields, withType } from "./traffic-fields";

const SSH: TrafficFields = { type: "ssh", protocol: "TCP", ports: "22" };
const PORT_8080: TrafficFields = { type: "custom-tcp", protocol: "TCP", ports: "8080" };

describe("choosing a type", () => {
  test.each([
    ["postgresql", "TCP", "5432"],
    ["dns-udp", "UDP", "53"],
    ["all-tcp", "TCP", "0-65535"],
    ["all-icmp-ipv4", "ICMP", "All"],
    ["all-icmp-ipv6", "IPv6 ICMP", "All"],
    ["all-traffic", "All", "All"],
    ["custom-icmp-ipv4", "8", "all"],
    ["custom-icmp-ipv6", "128", "all"],
  ])("%s fills in protocol and port", (type, protocol, ports) => {
    expect(withType(PORT_8080, type)).toEqual({ type, protocol, ports });
  });

  test("asks for a port after a type that had its own", () => {
    expect(withType(SSH, "custom-tcp")).toEqual({ type: "custom-tcp", protocol: "TCP", ports: "" });
  });

  test("keeps a typed port from TCP to UDP", () => {
    expect(withType(PORT_8080, "custom-udp")).toEqual({ type: "custom-udp", protocol: "UDP", ports: "8080" });
  });
});
