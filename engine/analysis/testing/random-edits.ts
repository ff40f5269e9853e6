/** For tests: small random networks and edits of them, right and wrong ones, over few names so that things meet often. */
import fc from "fast-check";
import { asId } from "../../model/id";
import { EMPTY_NETWORK, type Network } from "../../model/network";
import type { NetworkChanges } from "../../model/network-changes";
import type { NetworkInterface } from "../../model/network-interface";
import type { SecurityGroup } from "../../model/security-group";
import type { Subnet } from "../../model/subnet";
import { ruleOf } from "../../testing/rule-text";
import type { Edit } from "./edit";
import { wayEdits } from "./random-way-edits";

const GROUPS = ["a", "b", "c", "default", "gone"];
const IPV4 = ["10.0.1.4", "10.0.1.5", "10.0.2.6", "10.0.2.7", "10.0.2.8", "10.0.2.9", "not an address"];
const IPV6 = ["2600:1:1::4", "2600:1:1::5", "2600:1:2::6"];
const PROTOCOLS = ["all", "tcp 80", "tcp 22-100", "udp 53", "icmp 8/all", "icmpv6 all", "50", "tcp 443"];
const REMOTES = [
  "0.0.0.0/0",
  "0.0.0.0/0",
  "::/0",
  "10.0.0.0/16",
  "10.0.1.0/24",
  "10.0.2.6/32",
  "203.0.113.0/25",
  "203.0.113.0/24",
  "198.51.100.0/24",
  "2600:1:1::/64",
  "2001:db8::/48",
  "10.0.1.0/99",
  "sg:a",
  "sg:b",
  "sg:default",
  "sg:gone",
  "pl:x",
  "pl:y",
];
const EVERYTHING_OUT = ["all to 0.0.0.0/0", "all to ::/0"];
const BLOCKS = [
  "203.0.113.0/24",
  "198.51.100.0/24",
  "192.168.0.0/16",
  "2001:db8::/32",
  "10.0.1.0/24",
  "0.0.0.0/0",
  "half",
];

const some = <Value>(values: readonly Value[], maxLength: number, minLength = 0) =>
  fc.subarray([...values], { minLength, maxLength: Math.min(maxLength, values.length) });

/** True once in so many times. */
const rarely = (times: number) => fc.nat(times - 1).map((number) => number === 0);

const vpcs = fc.record({ name: fc.constantFrom("A", "B"), hasIpv6: fc.boolean() }).map(
  ({ name, hasIpv6 }): Edit => ({
    table: "vpcs",
    id: `vpc-${name}`,
    record: {
      vpcId: asId<"vpc">(`vpc-${name}`),
      name,
      region: "us-east-1",
      cidrBlock: name === "A" ? "10.0.0.0/16" : "198.51.100.0/26",
      secondaryCidrBlocks: [],
      ipv6CidrBlocks: hasIpv6 ? [name === "A" ? "2600:1:1::/48" : "2600:1:2::/48"] : [],
    },
  }),
);

const subnets = fc
  .record({
    name: fc.constantFrom("1", "2"),
    vpc: fc.constantFrom("A", "A", "B"),
    routeTable: fc.constantFrom(null, "1", "2"),
    acl: fc.constantFrom(null, null, "1"),
  })
  .map(({ name, vpc, routeTable, acl }): Edit => {
    const record: Subnet = {
      subnetId: asId<"subnet">(`subnet-${name}`),
      vpcId: asId<"vpc">(`vpc-${vpc}`),
      name,
      availabilityZone: "us-east-1a",
      cidrBlock: `10.0.${name}.0/24`,
      ipv6CidrBlock: null,
      mapPublicIpOnLaunch: false,
      routeTableId: routeTable === null ? null : asId<"routeTable">(`rtb-${routeTable}`),
      networkAclId: acl === null ? null : asId<"networkAcl">(`acl-${acl}`),
    };
    return { table: "subnets", id: record.subnetId, record };
  });

const ruleTexts = fc
  .tuple(fc.constantFrom(...PROTOCOLS), fc.constantFrom("from", "from", "to"), fc.constantFrom(...REMOTES))
  .map((words) => words.join(" "));

const securityGroups = fc
  .record({
    name: fc.constantFrom(...GROUPS.slice(0, 4)),
    texts: fc.array(ruleTexts, { maxLength: 5 }),
    isClosed: rarely(3),
  })
  .map(({ name, texts, isClosed }): Edit => {
    const record: SecurityGroup = {
      groupId: asId<"securityGroup">(`sg-${name}`),
      groupName: name,
      description: name,
      vpcId: asId<"vpc">("vpc-A"),
      associatedVpcIds: [],
      rules: [...texts, ...(isClosed ? [] : EVERYTHING_OUT)].map((text, at) =>
        ruleOf(text, `sgr-${name}-${at}`),
      ),
    };
    return { table: "securityGroups", id: `sg-${name}`, record };
  });

const networkInterfaces = fc
  .record({
    name: fc.constantFrom("1", "2", "3", "4", "5"),
    subnet: rarely(20).chain((isGone) => fc.constantFrom(...(isGone ? ["gone"] : ["1", "1", "2"]))),
    isAttached: rarely(8).map((is) => !is),
    ipv4: some(IPV4, 2, 1),
    publicIp: fc.constantFrom(null, "198.51.100.200"),
    ipv6Addresses: some(IPV6, 2),
    groups: some(GROUPS, 3, 1),
  })
  .map(({ name, subnet, isAttached, ipv4, publicIp, ipv6Addresses, groups }): Edit => {
    const record: NetworkInterface = {
      networkInterfaceId: asId<"networkInterface">(`eni-${name}`),
      name,
      subnetId: asId<"subnet">(`subnet-${subnet}`),
      attachment: isAttached
        ? { kind: "instance", instanceId: asId<"instance">("i-1"), deviceIndex: 0 }
        : null,
      privateIpAddresses: ipv4.map((privateIpAddress) => ({ privateIpAddress, publicIp })),
      ipv6Addresses,
      groupIds: groups.map((group) => asId<"securityGroup">(`sg-${group}`)),
      requesterManaged: false,
      sourceDestCheck: name !== "1",
    };
    return { table: "networkInterfaces", id: `eni-${name}`, record };
  });

const ipRanges = fc.record({ name: fc.constantFrom("office", "home"), cidrBlocks: some(BLOCKS, 3) }).map(
  ({ name, cidrBlocks }): Edit => ({
    table: "ipRanges",
    id: `range-${name}`,
    record: { ipRangeId: asId<"ipRange">(`range-${name}`), name, cidrBlocks },
  }),
);

const prefixLists = fc.record({ name: fc.constantFrom("x", "y"), blocks: some(BLOCKS, 3) }).map(
  ({ name, blocks }): Edit => ({
    table: "prefixLists",
    id: `pl-${name}`,
    record: {
      prefixListId: asId<"prefixList">(`pl-${name}`),
      prefixListName: name,
      addressFamily: name === "x" ? "IPv4" : "IPv6",
      maxEntries: 10,
      ownerId: "1",
      entries: blocks.map((cidr) => ({ cidr, description: "" })),
    },
  }),
);

const puts = fc.oneof(
  { weight: 5, arbitrary: wayEdits },
  { weight: 1, arbitrary: vpcs },
  { weight: 1, arbitrary: subnets },
  { weight: 5, arbitrary: securityGroups },
  { weight: 6, arbitrary: networkInterfaces },
  { weight: 1, arbitrary: ipRanges },
  { weight: 1, arbitrary: prefixLists },
);

/** One record put or taken away. */
const edits: fc.Arbitrary<Edit> = fc
  .tuple(puts, fc.nat(7))
  .map(([edit, dice]) => (dice === 0 ? { ...edit, record: null } : edit));

const changesOf = (list: readonly Edit[]): NetworkChanges => {
  const changes: Record<string, Record<string, unknown>> = {};
  for (const { table, id, record } of list) changes[table] = { ...changes[table], [id]: record };
  return changes as NetworkChanges;
};

const put = (network: Network, { table, id, record }: Edit): Network => {
  const { [id]: _, ...others } = network[table] as Readonly<Record<string, unknown>>;
  return { ...network, [table]: record === null ? others : { ...others, [id]: record } };
};

export type Step = Readonly<{ changes: NetworkChanges; before: Network; after: Network }>;

/** Steps from a network of some size on, each of one to three edits. */
export const steps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.tuple(
      fc.array(vpcs, { minLength: 2 }),
      fc.array(subnets, { minLength: 2 }),
      fc.array(puts, { minLength: 25, maxLength: 50 }),
    ),
    fc.array(fc.array(edits, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
  )
  .map(([first, later]) => {
    let before = first.flat().reduce(put, EMPTY_NETWORK);
    return later.map((list) => {
      const after = list.reduce(put, before);
      const step = { changes: changesOf(list), before, after };
      before = after;
      return step;
    });
  });
