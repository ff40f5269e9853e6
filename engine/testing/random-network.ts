/**
 * Random networks over a small vocabulary of ports and addresses, so that rules meet packets often: two VPCs with two
 * subnets each, groups that reference each other and themselves, lists, ranges, both families, public and secondary
 * addresses, interfaces of one instance, interfaces attached to nothing.
 */
import fc from "fast-check";
import type { Network } from "../model/network";
import {
  ANY_OUT,
  group,
  ipRange,
  network,
  networkInterface,
  type Part,
  prefixList,
  subnet,
  vpc,
} from "./network-builder";
import type { Probe } from "./oracle-ends";

const GROUPS = ["a1", "a2", "a3", "b1", "b2"] as const;
const vpcOf = (name: string): string => (name.startsWith("a") ? "A" : "B");

export const GROUP_TRAFFIC = [
  "all",
  "tcp",
  "tcp 22",
  "tcp 80",
  "tcp 79-81",
  "tcp 8000-8080",
  "udp",
  "udp 53",
  "icmp",
  "icmp 8/all",
  "icmp 8/0",
  "icmpv6",
  "icmpv6 128/0",
  "47",
] as const;

const REMOTES = [
  "0.0.0.0/0",
  "0.0.0.0/1",
  "10.0.0.0/8",
  "10.0.0.0/16",
  "10.0.1.0/24",
  "10.0.1.11/32",
  "10.1.0.0/16",
  "198.51.100.0/24",
  "198.51.100.11/32",
  "203.0.113.0/24",
  "203.0.113.128/25",
  "192.168.0.0/16",
  "::/0",
  "2001:db8:a::/56",
  "2001:db8:a:1::/64",
  "2001:db8:b::/56",
  "2001:db8:ffff::/48",
  "pl:v4",
  "pl:v6",
  "pl:gone",
  "sg:gone",
  ...GROUPS.map((name) => `sg:${name}`),
];

/** Wide rules come up more often than the others, or next to nothing would pass. */
const traffic = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("all", "tcp") },
  { weight: 5, arbitrary: fc.constantFrom(...GROUP_TRAFFIC) },
);
const remote = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("0.0.0.0/0", "::/0", "10.0.0.0/8", "sg:a1") },
  { weight: 5, arbitrary: fc.constantFrom(...REMOTES) },
);
const rule = (way: "from" | "to") => fc.tuple(traffic, remote).map(([what, far]) => `${what} ${way} ${far}`);

const outbound = fc.oneof(
  { weight: 5, arbitrary: fc.constant([...ANY_OUT]) },
  { weight: 2, arbitrary: fc.array(rule("to"), { maxLength: 3 }) },
);

const groupPart = (name: string): fc.Arbitrary<Part> =>
  fc
    .tuple(fc.array(rule("from"), { minLength: 1, maxLength: 6 }), outbound)
    .map(([into, out]) => group(name, vpcOf(name), [...into, ...out]));

const interfaceRow = fc.record({
  subnet: fc.constantFrom("a1", "a2", "a1", "b1", "a2", "a1", "b2"),
  families: fc.constantFrom("both", "IPv4", "both", "IPv4", "IPv6"),
  isPublic: fc.constantFrom(true, true, false),
  secondary: fc.constantFrom("none", "none", "private", "public"),
  attachment: fc.constantFrom("own", "own", "own", "shared", "own", "own", "own", "none"),
  groups: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
});

type InterfaceRow = typeof interfaceRow extends fc.Arbitrary<infer Row> ? Row : never;

/** `number` keeps addresses apart. */
const addressesOf = ({ subnet: name, families, isPublic, secondary }: InterfaceRow, number: number) => {
  const [side, net] = name;
  const block = `10.${side === "a" ? 0 : 1}.${net}`;
  const second = {
    [`${block}.${100 + number}`]: secondary === "public" ? `198.51.100.${100 + number}` : null,
  };
  return {
    primary: families === "IPv6" ? null : `${block}.${10 + number}`,
    ...(isPublic ? { public: `198.51.100.${10 + number}` } : {}),
    secondary: families === "IPv6" || secondary === "none" ? {} : second,
    ipv6: families === "IPv4" ? [] : [`2001:db8:${side}:${net}::${10 + number}`],
  };
};

const attachedTo = ({ attachment, subnet: name }: InterfaceRow, number: number): string | null => {
  if (attachment === "none") return null;
  return attachment === "own" ? `n${number}` : `shared-${vpcOf(name)}`;
};

const interfacePart = (row: InterfaceRow, number: number): Part => {
  const own = GROUPS.filter((name) => vpcOf(name) === vpcOf(row.subnet));
  const { primary, ...addresses } = addressesOf(row, number);
  return networkInterface(`n${number}`, row.subnet, primary, {
    ...addresses,
    groups: row.groups.flatMap((at) => own[at] ?? []),
    attachedTo: attachedTo(row, number),
    deviceIndex: number,
  });
};

const FRAME: readonly Part[] = [
  vpc("A", "10.0.0.0/16", ["2001:db8:a::/56"]),
  vpc("B", "10.1.0.0/16", ["2001:db8:b::/56"]),
  ...["a1", "a2", "b1", "b2"].map((name) => {
    const [side, net] = [name[0] ?? "a", name[1] ?? "1"];
    return subnet(
      name,
      vpcOf(name),
      `10.${side === "a" ? 0 : 1}.${net}.0/24`,
      `2001:db8:${side}:${net}::/64`,
    );
  }),
  prefixList("v4", ["203.0.113.0/26", "10.0.2.0/24"]),
  prefixList("v6", ["2001:db8:ffff::/49"]),
];

const RANGES = [
  ["203.0.113.0/24"],
  ["203.0.112.0/23", "2001:db8:ffff::/48"],
  ["203.0.113.64/26", "192.168.7.0/24"],
  ["192.168.0.0/16"],
  ["2001:db8:ffff::/48"],
  ["9.0.0.0/8"],
] as const;

const ranges = fc
  .uniqueArray(fc.constantFrom(...RANGES), { maxLength: 2 })
  .map((some) => some.map((blocks, at) => ipRange(`r${at}`, ...blocks)));

const interfaces = fc
  .array(interfaceRow, { minLength: 2, maxLength: 8 })
  .map((rows) => rows.map(interfacePart));

/** Up to eight interfaces and two named ranges. */
export const randomNetwork: fc.Arbitrary<Network> = fc
  .tuple(fc.tuple(...GROUPS.map(groupPart)), interfaces, ranges)
  .map(([groups, wearers, some]) => network(...FRAME, ...groups, ...wearers, ...some));

/** Packets at and beside every border of the vocabulary. */
export const PROBES: readonly Probe[] = [
  ...[21, 22, 23, 25, 79, 80, 81, 7999, 8000, 8080, 8081].map((port) => ({ protocol: 6, port })),
  ...[22, 53, 54].map((port) => ({ protocol: 17, port })),
  ...[[8, 0] as const, [8, 255] as const, [13, 0] as const].map(([icmpType, icmpCode]) => ({
    protocol: 1,
    icmpType,
    icmpCode,
  })),
  { protocol: 58, icmpType: 128, icmpCode: 0 },
  { protocol: 58, icmpType: 1, icmpCode: 0 },
  { protocol: 47 },
  { protocol: 50 },
];
