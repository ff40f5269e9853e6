/** Random network ACLs: the default ones, narrow ranges for replies, denies, and some at random. */
import fc from "fast-check";
import { ALLOW_ALL_ENTRIES, networkAcl, type Part } from "./network-builder";

const IPV4_TRAFFIC = [
  "all",
  "tcp",
  "tcp 80",
  "tcp 22",
  "tcp 8000-8080",
  "udp",
  "udp 53",
  "icmp",
  "icmp 8/0",
  "47",
];
const IPV6_TRAFFIC = ["all", "tcp", "tcp 80", "udp", "icmpv6", "icmpv6 128/0"];
const REPLY_TRAFFIC = [
  "tcp 1024-65535",
  "tcp 32768-61000",
  "tcp 49152-65535",
  "tcp 1024-32767",
  "udp 1024-65535",
];

const IPV4_PEERS = [
  "0.0.0.0/0",
  "0.0.0.0/0",
  "10.0.0.0/8",
  "10.0.1.0/24",
  "10.1.0.0/16",
  "198.51.100.0/24",
  "203.0.113.0/25",
  "192.0.2.0/24",
  "100.64.0.0/10",
];
const IPV6_PEERS = ["::/0", "::/0", "2001:db8:a::/56", "2001:db8:b::/56", "2001:db8:ffff::/48"];

const what = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...IPV4_TRAFFIC), fc.constantFrom(...IPV4_PEERS)) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...REPLY_TRAFFIC), fc.constantFrom(...IPV4_PEERS, "::/0")),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...IPV6_TRAFFIC), fc.constantFrom(...IPV6_PEERS)) },
);

const entries = (way: "in" | "out"): fc.Arbitrary<readonly string[]> =>
  fc
    .uniqueArray(
      fc.record({
        number: fc.constantFrom(10, 50, 90, 95, 100, 105, 110, 150, 200),
        action: fc.constantFrom("allow", "allow", "deny"),
        what,
      }),
      { selector: (row) => row.number, maxLength: 4 },
    )
    .map((rows) =>
      rows.map(
        ({ number, action, what: [traffic, peer] }) =>
          `${way} ${number} ${action} ${traffic} ${way === "in" ? "from" : "to"} ${peer}`,
      ),
    );

/** A few entries before everything is let through; or nothing else than them. */
const acl = (
  name: string,
  vpcName: string,
  options: Readonly<{ default?: boolean; subnets?: readonly string[] }>,
): fc.Arbitrary<Part> =>
  fc
    .tuple(
      entries("in"),
      entries("out"),
      fc.constantFrom([...ALLOW_ALL_ENTRIES], [...ALLOW_ALL_ENTRIES], [...ALLOW_ALL_ENTRIES], []),
    )
    .map(([into, out, rest]) => {
      const numbers = new Set([...into, ...out].map((text) => text.split(" ").slice(0, 2).join(" ")));
      const free = rest.filter((text) => !numbers.has(text.split(" ").slice(0, 2).join(" ")));
      return networkAcl(name, vpcName, [...into, ...out, ...free], options);
    });

const standard = (name: string): Part => networkAcl(name, name, ALLOW_ALL_ENTRIES, { default: true });

const some = (...all: readonly fc.Arbitrary<Part>[]): fc.Arbitrary<readonly Part[]> => fc.tuple(...all);

/** Each VPC's default ACL, or none; and for one or two subnets one of their own. */
export const randomAcls: fc.Arbitrary<readonly Part[]> = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constant([standard("A"), standard("B"), standard("C")]) },
      { weight: 2, arbitrary: some(acl("A", "A", { default: true }), acl("B", "B", { default: true })) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: some(acl("a1", "A", { subnets: ["a1"] })) },
      {
        weight: 1,
        arbitrary: some(acl("a2", "A", { subnets: ["a2", "a3"] }), acl("b1", "B", { subnets: ["b1"] })),
      },
    ),
  )
  .map((parts) => parts.flat());
