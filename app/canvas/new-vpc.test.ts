import { expect, test } from "vitest";
import { EMPTY_DIAGRAM } from "../document/diagram";
import { FIRST_SHAPE, previewOf, type VpcShape, zonesOf } from "./new-vpc";
import { added } from "./testing/adding";

const SHAPES: readonly VpcShape[] = [
  FIRST_SHAPE,
  { ...FIRST_SHAPE, zoneCount: 3, privateSubnetsPerZone: 2, natGateways: "onePerZone" },
  { ...FIRST_SHAPE, natGateways: "one" },
  { ...FIRST_SHAPE, hasPublicSubnets: false, natGateways: "one" },
  { ...FIRST_SHAPE, privateSubnetsPerZone: 0, natGateways: "one" },
  { ...FIRST_SHAPE, hasPublicSubnets: false, privateSubnetsPerZone: 0 },
  { ...FIRST_SHAPE, hasIpv6: true },
  { ...FIRST_SHAPE, hasIpv6: true, hasEgressOnlyGateway: false },
  { ...FIRST_SHAPE, hasIpv6: true, privateSubnetsPerZone: 0 },
];

const many = (count: number, noun: string) =>
  count === 0 ? [] : [`${count} ${noun}${count === 1 ? "" : "s"}`];

test.each(SHAPES)("the preview tells what the wizard makes: %o", (shape) => {
  const { network } = added(EMPTY_DIAGRAM, "vpc", [], shape).diagram;
  const names = Object.values(network.subnets).map(({ name }) => name);
  const parts = [
    ...many(names.filter((name) => name.startsWith("public")).length, "public subnet"),
    ...many(names.filter((name) => name.startsWith("private")).length, "private subnet"),
    ...many(Object.keys(network.internetGateways).length, "internet gateway"),
    ...many(Object.keys(network.natGateways).length, "NAT gateway"),
    ...many(Object.keys(network.egressOnlyInternetGateways).length, "egress-only gateway"),
    ...many(Object.keys(network.routeTables).length - 1, "route table"),
  ];
  expect(previewOf(shape)).toBe(parts.length === 0 ? "nothing else" : parts.join(", "));
});

test("a VPC with IPv6 gets a block that no other has, and so do its subnets", () => {
  const shape = { ...FIRST_SHAPE, hasIpv6: true };
  const first = added(EMPTY_DIAGRAM, "vpc", [], shape).diagram;
  const { network } = added(first, "vpc", [], shape).diagram;
  const blocks = Object.values(network.vpcs).flatMap(({ ipv6CidrBlocks }) => ipv6CidrBlocks);
  expect(blocks).toEqual(["2001:db8:1234::/56", "2001:db8:1234:100::/56"]);
  expect(Object.values(network.subnets).filter(({ ipv6CidrBlock }) => ipv6CidrBlock === null)).toEqual([]);
  const plain = added(EMPTY_DIAGRAM, "vpc", [], FIRST_SHAPE).diagram.network;
  expect(Object.values(plain.vpcs)[0]?.ipv6CidrBlocks).toEqual([]);
});

test("zones are called as in AWS", () => {
  expect(zonesOf({ ...FIRST_SHAPE, zoneCount: 3 }, "eu-west-1")).toEqual([
    "eu-west-1a",
    "eu-west-1b",
    "eu-west-1c",
  ]);
});
