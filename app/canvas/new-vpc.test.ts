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
    ...many(Object.keys(network.routeTables).length - 1, "route table"),
  ];
  expect(previewOf(shape)).toBe(parts.length === 0 ? "nothing else" : parts.join(", "));
});

test("zones are called as in AWS", () => {
  expect(zonesOf({ ...FIRST_SHAPE, zoneCount: 3 }, "eu-west-1")).toEqual([
    "eu-west-1a",
    "eu-west-1b",
    "eu-west-1c",
  ]);
});
