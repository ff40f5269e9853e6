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
const PORTED = ["tcp", "udp", "icmp", "icmpv6"] as const;

/** All traffic as items, where `own` are all that there is of their protocols. */
const allBut = (...own: readonly TrafficItem[]): readonly TrafficItem[] => [
  ...PORTED.filter((protocol) => own.every((one) => one.protocol !== protocol)).map((protocol) =>
    item(protocol, [0, 65535]),
  ),
  ...own,
  ...Array.from({ length: 256 }, (_, number) => item(number)).filter(
    ({ protocol }) => ![6, 17, 1, 58].includes(Number(protocol)),
  ),
];

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
    ["All traffic", allBut()],
    ["All traffic", allBut().map(partial)],
    ["All but TCP 22", allBut(item("tcp", [0, 21], [23, 65535]))],
    ["All but TCP 22", allBut(item("tcp", [0, 21]), partial(item("tcp", [23, 65535])))],
    ["All but TCP", allBut().filter(({ protocol }) => protocol !== "tcp")],
    ["All but TCP 0-79, 81-65535", allBut(item("tcp", 80))],
    [
      "All but TCP 22, 25, 3389 +1",
      allBut(item("tcp", [0, 21], [23, 24], [26, 3388], [3390, 5899], [5901, 65535])),
    ],
    ["All but TCP 22, UDP 53", allBut(item("tcp", [0, 21], [23, 65535]), item("udp", [0, 52], [54, 65535]))],
    ["All but TCP+UDP 53", allBut(item("tcp", [0, 52], [54, 65535]), item("udp", [0, 52], [54, 65535]))],
    ["All but ICMP echo request", allBut(item("icmp", [0, 2047], [2304, 65535]))],
    ["All but ESP", allBut().filter(({ protocol }) => protocol !== 50)],
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
