import { expect, test } from "vitest";
import {
  group,
  network,
  networkInterface,
  routeTable,
  subnet,
  vpc,
} from "../../../engine/testing/network-builder";
import { cureText } from "./cure-text";

const shop = network(
  vpc("shop", "10.0.0.0/16"),
  subnet("a", "shop", "10.0.1.0/24"),
  routeTable("main", "shop", [], { main: true }),
  group("web", "shop", []),
  networkInterface("w1", "a", "10.0.1.11", { groups: ["web"] }),
  networkInterface("d1", "a", "10.0.1.21", { groups: ["web"], attachedTo: { database: "orders" } }),
);

test("a public address is advised only where one can be associated", () => {
  const code = "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS";
  expect(cureText(shop, { code, component: "eni-w1" })).toBe("Associate a public address with it.");
  expect(cureText(shop, { code, component: "eni-d1" })).toMatch(/from inside the VPC/);
});

test("a network ACL's entry is to be overtaken, its catch-all only preceded", () => {
  const code = "SUBNET_ACL_RESTRICTION";
  expect(cureText(shop, { code, component: "acl-a", rule: "ingress 100" })).toMatch(/with a lower number/);
  expect(cureText(shop, { code, component: "acl-a", rule: "egress *" })).toBe(
    "Add an entry to this ACL that allows it.",
  );
});

test("a route is advised where there is a table to hold it", () => {
  const code = "NO_ROUTE_TO_DESTINATION";
  expect(cureText(shop, { code, component: "rtb-main" })).toBe("Add a route to it that leads there.");
  expect(cureText(shop, { code, component: "vpc-shop" })).toBe("");
});
