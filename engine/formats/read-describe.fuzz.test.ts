import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createEngine } from "../engine";
import { TABLE_NAMES } from "../model/network";
import { wearerIdOf } from "../model/network-interface";
import { readDescribe } from "./read-describe";
import { group, instance, networkInterface, routeTable, subnet, vpc } from "./testing/account";

/** Each run loads an engine, which takes a while on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const TRANSIT = {
  TransitGatewayId: "tgw-1",
  TransitGatewayRouteTableId: "tgw-rtb-1",
  VpcId: "vpc-1",
  SubnetIds: ["subnet-1"],
};

/** An account with an entry of every kind, to be mangled. */
const ACCOUNT = {
  Vpcs: [vpc("vpc-1", "10.0.0.0/16", { CidrBlockAssociationSet: [{ CidrBlock: "10.1.0.0/16" }] })],
  Subnets: [subnet("subnet-1", "10.0.1.0/24")],
  Reservations: [{ Instances: [instance("i-1", [networkInterface("eni-1", "10.0.1.4")])] }],
  NetworkInterfaces: [
    networkInterface("eni-2", "10.0.1.5", {
      Description: "RDSNetworkInterface",
      Association: { PublicIp: "198.51.100.5" },
    }),
    networkInterface("eni-3", "10.0.1.6", { Description: "ELB net/nlb/1", RequesterManaged: true }),
    networkInterface("eni-4", "10.0.1.7", {
      Description: "Interface for NAT Gateway nat-2",
      Ipv6Addresses: [{ Ipv6Address: "2001:db8::1" }],
    }),
  ],
  SecurityGroups: [
    group("sg-1", [
      {
        IpProtocol: "tcp",
        FromPort: 1,
        ToPort: 2,
        IpRanges: [{ CidrIp: "0.0.0.0/0" }],
        UserIdGroupPairs: [{ GroupId: "sg-9" }],
      },
      { IpProtocol: "-1", PrefixListIds: [{ PrefixListId: "pl-1" }], Ipv6Ranges: [{ CidrIpv6: "::/0" }] },
    ]),
  ],
  SecurityGroupRules: [
    {
      SecurityGroupRuleId: "sgr-1",
      GroupId: "sg-1",
      IpProtocol: "icmp",
      FromPort: 8,
      ToPort: 0,
      CidrIpv4: "10.0.0.0/8",
    },
  ],
  PrefixLists: [{ PrefixListId: "pl-1", Cidrs: ["203.0.113.0/24"] }],
  NetworkAcls: [
    {
      NetworkAclId: "acl-1",
      VpcId: "vpc-1",
      Entries: [
        {
          RuleNumber: 100,
          Protocol: "6",
          PortRange: { From: 1, To: 2 },
          CidrBlock: "0.0.0.0/0",
          RuleAction: "allow",
        },
      ],
      Associations: [{ SubnetId: "subnet-1" }],
    },
  ],
  RouteTables: [
    routeTable(
      "rtb-1",
      [
        { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" },
        { DestinationPrefixListId: "pl-1", NatGatewayId: "nat-1" },
      ],
      [{ SubnetId: "subnet-1" }, { Main: true }],
    ),
  ],
  InternetGateways: [{ InternetGatewayId: "igw-1", Attachments: [{ VpcId: "vpc-1" }] }],
  NatGateways: [
    { NatGatewayId: "nat-1", SubnetId: "subnet-1", NatGatewayAddresses: [{ PrivateIp: "10.0.1.9" }] },
  ],
  VpcPeeringConnections: [
    {
      VpcPeeringConnectionId: "pcx-1",
      RequesterVpcInfo: { VpcId: "vpc-1" },
      AccepterVpcInfo: { VpcId: "vpc-2", CidrBlock: "10.2.0.0/16" },
    },
  ],
  TransitGateways: [TRANSIT],
  TransitGatewayVpcAttachments: [{ ...TRANSIT, TransitGatewayAttachmentId: "tgw-attach-1" }],
  TransitGatewayRouteTables: [
    {
      ...TRANSIT,
      Routes: [{ DestinationCidrBlock: "10.0.0.0/8", TransitGatewayAttachmentId: "tgw-attach-1" }],
    },
  ],
  VpcEndpoints: [
    { VpcEndpointId: "vpce-1", VpcEndpointType: "Interface", VpcId: "vpc-1", NetworkInterfaceIds: ["eni-3"] },
  ],
  LoadBalancers: [{ LoadBalancerArn: "arn:x:loadbalancer/net/nlb/1", Type: "network" }],
  Listeners: [
    { LoadBalancerArn: "arn:x:loadbalancer/net/nlb/1", Port: 1, DefaultActions: [{ TargetGroupArn: "a" }] },
  ],
  TargetGroups: [{ TargetGroupArn: "a", Port: 2 }],
  LoadBalancerTargetHealth: [{ TargetGroupArn: "a", TargetHealthDescriptions: [{ Target: { Id: "i-1" } }] }],
  DBInstances: [{ DBInstanceIdentifier: "db", VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-1" }] }],
};

/** The account as text, so that keys named `__proto__` become fields of their own, as JSON.parse makes them. */
const TEXT = JSON.stringify(ACCOUNT);

/** Keys (with their colons) and values of the account's text. */
const WORD = /"[^"]*":?|\d+|true|false/g;

const WORDS = TEXT.match(WORD) ?? [];

const HOSTILE = [
  "__proto__",
  "constructor",
  "toString",
  "vpc-1",
  "sg-1",
  "eni-1",
  "",
  "999.1.1.1/99",
  "::/129",
  "x".repeat(300),
];

const value = fc.oneof(
  fc.constantFrom(...HOSTILE.map((text) => JSON.stringify(text))),
  fc.constantFrom(
    "null",
    "[]",
    "{}",
    "[null]",
    "-1",
    "1e99",
    "0.5",
    "true",
    '{"__proto__":{"polluted":1}}',
    "[[[[]]]]",
  ),
  fc.json({ maxDepth: 3 }),
);

const key = fc.constantFrom(...HOSTILE, ...Object.keys(ACCOUNT)).map((text) => `${JSON.stringify(text)}:`);

/** Replaces some keys and values of the account. */
const mangled = fc
  .array(fc.record({ at: fc.nat({ max: WORDS.length - 1 }), value, key }), { minLength: 1, maxLength: 12 })
  .map((edits): unknown => {
    const replaced = new Map(edits.map((edit) => [edit.at, edit] as const));
    let at = -1;
    const text = TEXT.replace(WORD, (word) => {
      at += 1;
      return replaced.get(at)?.[word.endsWith(":") ? "key" : "value"] ?? word;
    });
    return JSON.parse(text);
  });

/** Keys of the account in an order and number of their own, each with a mangled list. */
const anyJson = fc.dictionary(
  fc.constantFrom(...Object.keys(ACCOUNT), "__proto__", "describe-vpcs"),
  fc.jsonValue(),
);

const isUnpolluted = (): boolean => {
  const { polluted } = {} as Readonly<Record<string, unknown>>;
  return polluted === undefined && Object.getPrototypeOf({}) === Object.prototype;
};

/** What the model promises of every network, whatever it was read from. */
const checkNetwork = (json: unknown): void => {
  const result = readDescribe(json);
  expect(isUnpolluted()).toBe(true);
  if (!result.ok) return;
  const { network } = result.value;
  const ids = TABLE_NAMES.flatMap((table) => Object.keys(network[table]));
  expect(new Set(ids).size).toBe(ids.length);
  for (const { subnetId, groupIds, attachment } of Object.values(network.networkInterfaces))
    for (const id of [subnetId, ...groupIds, wearerIdOf(attachment) ?? subnetId]) expect(ids).toContain(id);
  for (const { rules } of Object.values(network.securityGroups))
    for (const { remote } of rules) if (remote.kind === "group") expect(ids).toContain(remote.groupId);
  expect(() => JSON.stringify(network)).not.toThrow();
  expect(() => createEngine().load(network)).not.toThrow();
};

describe("an input by somebody who means no good", () => {
  test("never throws, pollutes nothing and gives a sound network: mangled accounts", () => {
    fc.assert(fc.property(mangled, checkNetwork), { numRuns: 700 });
  });

  test("never throws, pollutes nothing and gives a sound network: any JSON", () => {
    fc.assert(fc.property(fc.oneof(anyJson, fc.jsonValue(), fc.array(anyJson)), checkNetwork), {
      numRuns: 1500,
    });
  });

  test("is JSON of any depth", () => {
    const deep = JSON.parse(`${'{"Vpcs":['.repeat(5000)}${"]}".repeat(5000)}`);
    const nested = JSON.parse(`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`);
    expect(readDescribe(deep)).toMatchObject({ ok: true });
    expect(readDescribe(nested)).toMatchObject({ ok: false });
  });
});
