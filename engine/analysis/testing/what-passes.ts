import { createEngine } from "../../engine";
import type { Network } from "../../model/network";
import {
  ANY_OUT,
  group,
  network,
  networkInterface,
  type Part,
  subnet,
  vpc,
} from "../../testing/network-builder";
import { amountIn } from "../../testing/traffic-items";
import type { TrafficItem } from "../answer";
import type { Packet } from "../question";
import { trafficLabel } from "../traffic-label";

/** For tests: two VPCs with a subnet each, dual-stack, and a group `quiet` that lets nothing in. */
export const drawing = (...parts: readonly Part[]): Network =>
  network(
    vpc("A", "10.0.0.0/16", ["2600:a::/56"]),
    vpc("B", "10.1.0.0/16", ["2600:b::/56"]),
    subnet("a", "A", "10.0.1.0/24", "2600:a::/64"),
    subnet("b", "B", "10.1.1.0/24", "2600:b::/64"),
    group("quiet", "A", [...ANY_OUT]),
    ...parts,
  );

export const inGroup = (name: string, address: string, ...groups: readonly string[]): Part =>
  networkInterface(name, "a", address, { groups });

export const inPublic = (
  name: string,
  address: string,
  publicIp: string,
  ...groups: readonly string[]
): Part => networkInterface(name, "a", address, { groups, public: publicIp });

const itemsBetween = (drawn: Network, from: string, to: string): readonly TrafficItem[] => {
  const engine = createEngine();
  engine.load(drawn);
  const { ends, traffic, pairs } = engine.interfacePairs({ kind: "all" });
  const idOf = (name: string) => (drawn.networkInterfaces[`eni-${name}` as never] ? `eni-${name}` : name);
  for (let at = 0; at < pairs.length; at += 3) {
    if (ends[pairs[at] ?? -1] !== idOf(from) || ends[pairs[at + 1] ?? -1] !== idOf(to)) continue;
    return traffic[pairs[at + 2] ?? -1] ?? [];
  }
  return [];
};

/** What may be started from one end to another, as a label; with "some" where only a part of their addresses has it. */
export const passes = (drawn: Network, from: string, to: string): string => {
  const items = itemsBetween(drawn, from, to);
  if (items.length === 0) return "nothing";
  return items.some((item) => item.partial) ? `some ${trafficLabel(items)}` : trafficLabel(items);
};

/** Whether one packet may be sent from one end to another, over all or some of their addresses. */
export const amountPassing = (drawn: Network, from: string, to: string, packet: Packet) =>
  amountIn(itemsBetween(drawn, from, to), packet);
