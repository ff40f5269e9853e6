import { expect, test } from "vitest";
import { placeOnWay } from "./place-on-way";

test.each([
  ["Group, inbound", "web", "security group web, inbound"],
  ["Group, on the way", "nat", "security group nat, on the way"],
  ["Network ACL, outbound", "edge", "network ACL edge, outbound"],
  ["Network ACL, inbound", "default network ACL", "default network ACL, inbound"],
  ["Route table", "public", "route table public"],
  ["NAT gateway", "nat-a", "NAT gateway nat-a"],
  ["Internet gateway", "shop", "the internet gateway of shop"],
  ["Interface, source", "web-1", "web-1"],
])("a step of the kind %s called %s is said as %s", (kind, title, said) => {
  expect(placeOnWay({ kind, title })).toBe(said);
});
