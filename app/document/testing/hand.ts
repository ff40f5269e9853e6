/** What random commands are made of: choices, ids, places, rules. */
import fc from "fast-check";
import { asId, ID_PREFIX, type Id, type IdKind, type Network, type SecurityGroupRule } from "../../../engine";
import type { Diagram, Place } from "../diagram";

/** A command is drawn by its number, and then draws what it needs from the numbers that follow. */
export type Draw = readonly number[];

export const draws = (maxLength: number): fc.Arbitrary<readonly Draw[]> =>
  fc.array(fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength, size: "max" });

/** What a drawn command may use: the diagram, and choices that end only with the test. */
export type Hand = Readonly<{
  diagram: Diagram;
  number(below: number): number;
  pick<Item>(items: readonly Item[], otherwise: Item): Item;
  id<Kind extends IdKind>(kind: Kind): Id<Kind>;
  any<Kind extends IdKind>(kind: Kind, table: keyof Network): Id<Kind>;
}>;

export const handOf = (diagram: Diagram, step: number, [, ...numbers]: Draw): Hand => {
  let used = 0;
  let made = 0;
  const number = (below: number) => (numbers[used++ % numbers.length] ?? 0) % below;
  const pick: Hand["pick"] = (items, otherwise) => items[number(Math.max(1, items.length))] ?? otherwise;
  return {
    diagram,
    number,
    pick,
    id: (kind) => asId(`${ID_PREFIX[kind]}${step}x${made++}`),
    any: (kind, table) => asId(pick(Object.keys(diagram.network[table]), `${ID_PREFIX[kind]}missing`)),
  };
};

export const PLACE: Place = { x: 40, y: 80, size: null };
export const FRAME: Place = { x: 0, y: 0, size: { width: 320, height: 200 } };
export const CIDRS = ["0.0.0.0/0", "10.0.0.0/16", "10.0.1.7/24", "203.0.113.0/24", "300.0.0.0/8"];
const IPV6_CIDRS = ["::/0", "2001:db8::/32", "1.2.3.4/32"];

export const traffic = (hand: Hand): SecurityGroupRule["traffic"] =>
  hand.pick<SecurityGroupRule["traffic"]>(
    [
      { ipProtocol: "tcp", ports: { from: hand.number(70000), to: 40000 } },
      { ipProtocol: "udp", ports: { from: 53, to: 53 } },
      { ipProtocol: "icmp", icmpType: 8, icmpCode: "all" },
      { ipProtocol: hand.number(300) },
      { ipProtocol: "all" },
    ],
    { ipProtocol: "all" },
  );

const remote = (hand: Hand): SecurityGroupRule["remote"] =>
  hand.pick<SecurityGroupRule["remote"]>(
    [
      { kind: "cidrIpv4", cidrIpv4: hand.pick(CIDRS, "") },
      { kind: "cidrIpv6", cidrIpv6: hand.pick(IPV6_CIDRS, "") },
      { kind: "group", groupId: hand.any("securityGroup", "securityGroups") },
      { kind: "prefixList", prefixListId: hand.any("prefixList", "prefixLists") },
    ],
    { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" },
  );

export const rule = (hand: Hand): SecurityGroupRule => ({
  securityGroupRuleId: hand.id("securityGroupRule"),
  direction: hand.pick(["ingress", "egress"], "ingress"),
  traffic: traffic(hand),
  remote: remote(hand),
  description: hand.pick(["", "why", "it's"], ""),
});
