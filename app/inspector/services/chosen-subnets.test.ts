import { expect, test } from "vitest";
import { asId } from "../../../engine";
import { network, subnet, vpc } from "../../../engine/testing/network-builder";
import { chosenSubnets, subnetChoices } from "./chosen-subnets";

const NETWORK = network(
  vpc("A", "10.0.0.0/16"),
  subnet("b1", "A", "10.0.3.0/24", null, "us-east-1b"),
  subnet("a1", "A", "10.0.1.0/24", null, "us-east-1a"),
  subnet("a2", "A", "10.0.2.0/24", null, "us-east-1a"),
  vpc("B", "10.1.0.0/16"),
  subnet("x", "B", "10.1.0.0/24", null, "us-east-1a"),
);
const ids = (...names: readonly string[]) => names.map((name) => asId<"subnet">(`subnet-${name}`));

test("the subnets of the VPC are offered zone by zone", () => {
  expect(subnetChoices(NETWORK, "vpc-A").map(({ subnetId }) => subnetId)).toEqual(ids("a1", "a2", "b1"));
  expect(subnetChoices(NETWORK, null)).toEqual([]);
});

test("another subnet of a zone takes the place of the one there, where a zone has one", () => {
  expect(chosenSubnets(NETWORK, ids("a1", "b1"), ids("a1", "b1", "a2"), true)).toEqual(ids("b1", "a2"));
  expect(chosenSubnets(NETWORK, ids("a1"), ids("a1", "a2"), false)).toEqual(ids("a1", "a2"));
});

test("a subnet of a further zone joins them, and one that is taken away is just gone", () => {
  expect(chosenSubnets(NETWORK, ids("a1"), ids("a1", "b1"), true)).toEqual(ids("a1", "b1"));
  expect(chosenSubnets(NETWORK, ids("a1", "b1"), ids("b1"), true)).toEqual(ids("b1"));
});
