import { describe, expect, test } from "vitest";
import type { TrafficItem } from "./answer";
import { portsText, trafficLabel } from "./traffic-label";

const item = (
  protocol: TrafficItem["protocol"],
  ...ports: readonly (number | [number, number])[]
): TrafficItem => ({
  protocol,
  ranges: ports.map((port) =>
    typeof port === "number" ? { from: port, to: port } : { from: port[0], to: port[1] },
  ),
  partial: false,
});
const partial = (traffic: TrafficItem): TrafficItem => ({ ...traffic, partial: true });

describe("the label of some traffic", () => {
  test.each<[string, readonly TrafficItem[]]>([
    ["", []],
    ["All traffic", [item("all")]],
    ["All traffic", [item("tcp", 80), partial(item("all"))]],
    ["TCP 80, 443 · HTTP, HTTPS", [item("tcp", 80, 443)]],
    ["TCP 80, 443 · HTTP, HTTPS", [item("tcp", 443), partial(item("tcp", 80))]],
    ["TCP 8080", [item("tcp", 8080)]],
    ["TCP 80, 8080 · HTTP", [item("tcp", 80, 8080)]],
    ["TCP 8000-8080", [item("tcp", [8000, 8080])]],
    ["TCP 80-81", [item("tcp", 80), partial(item("tcp", 81))]],
    ["TCP 22, 80, 443 +2", [item("tcp", 22, 80, 443, 3306, 5432)]],
    ["TCP 22, 5432 · UDP 53", [item("tcp", 22, 5432), item("udp", 53)]],
    ["TCP 22, 80, 443 +1", [item("tcp", 22, 80, 443), item("udp", 53)]],
    ["TCP+UDP 53 · DNS", [item("tcp", 53), item("udp", 53)]],
    ["All TCP", [item("tcp", [0, 65535])]],
    ["All TCP · UDP 53", [item("tcp", [0, 65535]), item("udp", 53)]],
    ["All ICMP", [item("icmp", [0, 65535])]],
    ["ICMP echo request", [item("icmp", [8 * 256, 8 * 256 + 255])]],
    ["ICMP destination unreachable code 4", [item("icmp", 3 * 256 + 4)]],
    ["ICMPv6 echo request", [item("icmpv6", [128 * 256, 128 * 256 + 255])]],
    ["ICMP type 5, type 6", [item("icmp", [5 * 256, 6 * 256 + 255])]],
    ["TCP 80 · ICMP echo request", [item("icmp", [2048, 2303]), partial(item("tcp", 80))]],
    ["All traffic", [item("tcp", [0, 65535]), ...Array.from({ length: 250 }, (_, number) => item(number))]],
    ["ESP", [item(50)]],
    ["GRE · Protocol 99", [item(99), item(47)]],
  ])("%s", (label, items) => expect(trafficLabel(items)).toBe(label));
});

describe("the ports of an item", () => {
  test.each<[string, TrafficItem]>([
    ["80, 443, 8000-8080", item("tcp", 80, 443, [8000, 8080])],
    ["all", item("udp", [0, 65535])],
    ["all", item("all")],
    ["all", item(50)],
    ["echo request", item("icmp", [2048, 2303])],
    ["all", item("icmpv6", [0, 65535])],
  ])("%s", (text, traffic) => expect(portsText(traffic)).toBe(text));
});
