/**
 * The world that every conformance vector starts from: VPC A with public, private and isolated subnets, an internet gateway
 * and a NAT gateway; VPC B that nothing leads to; seven groups and six interfaces.
 */
import {
  ALLOW_ALL_ENTRIES,
  ANY_OUT,
  group,
  internetGateway,
  natGateway,
  network,
  networkAcl,
  networkInterface,
  routeTable,
  subnet,
  vpc,
} from "./network-builder";

/** "0.0.0.0/0 -> igw:A" and the like stand apart, so that a vector can add a route to them. */
export const PUBLIC_ROUTES = ["0.0.0.0/0 -> igw:A", "::/0 -> igw:A"] as const;

export const BASE_WORLD = network(
  vpc("A", "10.0.0.0/16", ["2001:db8:a::/56"]),
  vpc("B", "10.1.0.0/16"),
  subnet("pa", "A", "10.0.1.0/24", "2001:db8:a:1::/64"),
  subnet("pb", "A", "10.0.2.0/24"),
  subnet("ra", "A", "10.0.11.0/24"),
  subnet("rb", "A", "10.0.12.0/24"),
  subnet("ia", "A", "10.0.21.0/24"),
  subnet("xb", "B", "10.1.1.0/24"),
  internetGateway("A"),
  natGateway("n1", "pa", "10.0.1.250", { public: "198.51.100.250" }),
  routeTable("pub", "A", PUBLIC_ROUTES, { subnets: ["pa", "pb"] }),
  routeTable("priv", "A", ["0.0.0.0/0 -> nat:n1"], { subnets: ["ra", "rb"] }),
  routeTable("main", "A", [], { main: true }),
  routeTable("B", "B", [], { main: true }),
  networkAcl("A", "A", ALLOW_ALL_ENTRIES, { default: true }),
  networkAcl("B", "B", ["in 100 allow all from 0.0.0.0/0", "out 100 allow all to 0.0.0.0/0"], {
    default: true,
  }),
  group("default", "A", ["all from sg:default", ...ANY_OUT]),
  group("B-default", "B", ["all from sg:B-default", ...ANY_OUT], "default"),
  group("web", "A", ["tcp 80 from 0.0.0.0/0", "tcp 443 from 0.0.0.0/0", ...ANY_OUT]),
  group("admin", "A", ["tcp 22 from 203.0.113.0/24", ...ANY_OUT]),
  group("app", "A", ["tcp 8080 from sg:web", ...ANY_OUT]),
  group("dba", "A", ["tcp 5432 from sg:app", ...ANY_OUT]),
  group("dbw", "A", ["tcp 5432 from sg:web", ...ANY_OUT]),
  group("none", "A", []),
  group("outonly", "A", [...ANY_OUT]),
  networkInterface("w1", "pa", "10.0.1.11", {
    public: "198.51.100.11",
    ipv6: ["2001:db8:a:1::11"],
    groups: ["web"],
  }),
  networkInterface("w2", "pb", "10.0.2.12", { public: "198.51.100.12", groups: ["web"] }),
  networkInterface("a1", "ra", "10.0.11.21", { groups: ["app"] }),
  networkInterface("d1", "rb", "10.0.12.31", { groups: ["dba"] }),
  networkInterface("dw", "ra", "10.0.11.41", { groups: ["dbw"] }),
  networkInterface("x1", "pa", "10.0.1.99", { public: "198.51.100.99", groups: ["outonly"] }),
);
