import {
  change,
  internetGateway,
  natGateway,
  network,
  networkInterface,
  type Part,
  routeTable,
  subnet,
  vpc,
} from "../../testing/network-builder";

/** Ways do not ask for groups. */
export const NONE = { groups: [] };

/** Two public subnets, a private one behind a NAT gateway, and a VPC beside them. */
export const WORLD = network(
  vpc("A", "10.0.0.0/16", ["2001:db8:a::/56"]),
  vpc("B", "10.1.0.0/16", ["2001:db8:b::/56"]),
  subnet("pa", "A", "10.0.1.0/24"),
  subnet("pb", "A", "10.0.2.0/24"),
  subnet("ra", "A", "10.0.11.0/24"),
  subnet("xb", "B", "10.1.1.0/24"),
  internetGateway("A"),
  natGateway("n", "pa", "10.0.1.250", { public: "198.51.100.250" }),
  routeTable("pub", "A", ["0.0.0.0/0 -> igw:A", "::/0 -> igw:A"], { subnets: ["pa", "pb"] }),
  routeTable("priv", "A", ["0.0.0.0/0 -> nat:n"], { subnets: ["ra"] }),
  routeTable("main", "A", [], { main: true }),
  routeTable("B", "B", [], { main: true }),
  networkInterface("w1", "pa", "10.0.1.11", { ...NONE, public: "198.51.100.11", ipv6: ["2001:db8:a:1::11"] }),
  networkInterface("w2", "pb", "10.0.2.12", { ...NONE, public: "198.51.100.12" }),
  networkInterface("x1", "pa", "10.0.1.99", { ...NONE }),
  networkInterface("a1", "ra", "10.0.11.21", { ...NONE, ipv6: ["2001:db8:a:b::21"] }),
  networkInterface("b1", "xb", "10.1.1.5", { ...NONE, ipv6: ["2001:db8:b:1::5"] }),
);

/** Outside hosts. */
export const C = "192.0.2.50";
export const C6 = "2001:db8:ffff::50";

/** The world with something more, or something else. */
export const also = (...parts: readonly Part[]) => change(WORLD, ...parts);
