/**
 * Random designs that hold every noun: three VPCs (the third at times in another Region, at times without a route table),
 * joined by peering or a transit gateway or not at all, with gateways, ACLs, endpoints, appliances and wearers of all kinds.
 * Most of it is wired as a person would, so that packets get through often; the rest is left out, refused or led astray.
 */
import fc from "fast-check";
import type { Network } from "../model/network";
import {
  associated,
  change,
  egressOnlyInternetGateway,
  internetGateway,
  ipRange,
  natGateway,
  network,
  type Part,
  peering,
  prefixList,
  subnet,
  vpc,
  vpcEndpoint,
} from "./network-builder";
import { randomAcls } from "./random-acls";
import { randomRouteTables } from "./random-routes";
import { randomTransit } from "./random-transit";
import { randomGroups, randomWearers } from "./random-wearers";

/** One of several parts, or none of them. */
const maybe = (some: number, none: number, ...parts: readonly Part[]): fc.Arbitrary<readonly Part[]> =>
  fc.oneof(
    { weight: some, arbitrary: fc.constantFrom(...parts).map((part) => [part]) },
    { weight: none, arbitrary: fc.constant([]) },
  );

const together = (...arbitraries: readonly fc.Arbitrary<readonly Part[]>[]): fc.Arbitrary<readonly Part[]> =>
  fc.tuple(...arbitraries).map((parts) => parts.flat());

const thirdVpc = fc
  .constantFrom("us-east-1", "us-east-1", "eu-west-1")
  .map((region): readonly Part[] => [
    vpc("C", "10.2.0.0/16", ["2001:db8:c::/56", "fd12:0:c::/56"], { region }),
    subnet("c1", "C", "10.2.1.0/24", "2001:db8:c:1::/64", `${region}a`),
  ]);

const FRAME: readonly Part[] = [
  vpc("A", "10.0.0.0/16", ["2001:db8:a::/56", "fd12:0:a::/56"], { secondary: ["100.64.0.0/16"] }),
  vpc("B", "10.1.0.0/16", ["2001:db8:b::/56", "fd12:0:b::/56"]),
  subnet("a1", "A", "10.0.1.0/24", "2001:db8:a:1::/64"),
  subnet("a2", "A", "10.0.2.0/24", "2001:db8:a:2::/64", "us-east-1b"),
  subnet("a3", "A", "100.64.3.0/24", "2001:db8:a:3::/64"),
  subnet("a4", "A", "10.0.4.0/24", "2001:db8:a:4::/64"),
  subnet("b1", "B", "10.1.1.0/24", "2001:db8:b:1::/64"),
  subnet("b2", "B", "10.1.2.0/24", "2001:db8:b:2::/64", "us-east-1b"),
  prefixList("v4", ["203.0.113.0/26", "10.0.2.0/24"]),
  prefixList("v6", ["2001:db8:ffff::/49"]),
  prefixList("s3", ["52.216.0.0/15", "54.231.0.0/16"]),
];

const gateways = together(
  maybe(12, 1, internetGateway("A")),
  maybe(6, 1, internetGateway("B"), internetGateway("B"), internetGateway("B", null)),
  maybe(2, 1, internetGateway("C")),
  maybe(4, 1, egressOnlyInternetGateway("A")),
  maybe(2, 1, egressOnlyInternetGateway("B")),
  maybe(
    9,
    1,
    natGateway("A", "a1", "10.0.1.250", { public: "198.51.100.250" }),
    natGateway("A", "a1", "10.0.1.250", { public: "198.51.100.250" }),
    natGateway("A", "a1", "10.0.1.250", { public: "198.51.100.250" }),
    natGateway("A", "a2", "10.0.2.250"),
    natGateway("A", "a1", "10.0.1.250", { public: "198.51.100.250", state: "failed" }),
  ),
  maybe(
    4,
    1,
    natGateway("B", "b1", "10.1.1.250", { public: "198.51.100.251" }),
    natGateway("B", "b1", "10.1.1.250", { public: "198.51.100.251" }),
    natGateway("B", "b2", "10.1.2.250"),
  ),
);

const joints = together(
  maybe(
    6,
    1,
    peering("AB", "A", "B"),
    peering("AB", "A", "B"),
    peering("AB", "A", "B", "pending-acceptance"),
  ),
  maybe(4, 1, peering("AC", "C", "A")),
  maybe(1, 3, peering("BC", "B", "C")),
);

const endpoints = together(
  maybe(5, 1, vpcEndpoint("s3", "A", "gateway")),
  fc.constant([vpcEndpoint("e", "A", "interface", "com.amazonaws.us-east-1.ssm")]),
);

const RANGES = [
  ["203.0.113.0/24"],
  ["203.0.112.0/23", "2001:db8:ffff::/48"],
  ["203.0.113.64/26", "192.168.7.0/24"],
  ["192.168.0.0/16"],
  ["2001:db8:ffff::/48"],
  ["52.216.0.0/14"],
  ["9.0.0.0/8"],
] as const;

const ranges = fc
  .uniqueArray(fc.constantFrom(...RANGES), { maxLength: 2 })
  .map((some) => some.map((blocks, at) => ipRange(`r${at}`, ...blocks)));

const sharing = maybe(1, 1, associated("a1", "B"), associated("a1", "B", "C"));

/** Four to nine interfaces beside an appliance and an endpoint's, up to two named ranges. */
export const randomDesign: fc.Arbitrary<Network> = fc
  .tuple(
    together(thirdVpc, gateways, joints, endpoints, randomTransit),
    together(randomAcls, randomRouteTables),
    together(randomGroups, sharing, ranges, randomWearers),
  )
  .map((parts) => change(network(...FRAME), ...parts.flat()));
