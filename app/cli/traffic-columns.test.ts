import { expect, test } from "vitest";
import { createEngine } from "../../engine";
import { BASE_WORLD } from "../../engine/testing/base-world";
import { change, group, wears } from "../../engine/testing/network-builder";
import { trafficColumns } from "./traffic-columns";

test("protocols, ports, types and codes are told as text", () => {
  const rules = [
    "tcp 80 from 10.0.11.21/32",
    "tcp 8000-8080 from 10.0.11.21/32",
    "udp from 10.0.11.21/32",
    "icmp 8/0 from 10.0.11.21/32",
    "icmp 13/all from 10.0.11.21/32",
    "47 from 10.0.11.21/32",
  ];
  const engine = createEngine();
  engine.load(change(BASE_WORLD, group("g", "A", rules), wears("x1", ["g"])));
  const { ends, traffic, pairs } = engine.interfacePairs({ kind: "all" });
  const into = [...pairs.keys()].find((at) => at % 3 === 1 && ends[pairs[at] ?? 0] === "eni-x1") ?? 0;
  expect(traffic[pairs[into + 1] ?? 0]?.map(trafficColumns)).toEqual([
    { protocol: "tcp", ports: "80,8000-8080", partial: false },
    { protocol: "udp", ports: "all", partial: false },
    { protocol: "icmp", ports: "8/0,13/all", partial: false },
    { protocol: "47", ports: "all", partial: false },
  ]);
});
