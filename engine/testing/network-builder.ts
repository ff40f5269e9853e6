/**
 * A network in three lines, for tests. Things are named shortly ("web"); their ids are the name behind AWS's prefix
 * ("sg-web", "eni-w1", "vpc-A"). Each function gives a part; `network` puts parts together, `change` adds some to a network.
 *
 *     network(vpc("A", "10.0.0.0/16"), subnet("a", "A", "10.0.1.0/24"), internetGateway("A"),
 *       routeTable("pub", "A", ["0.0.0.0/0 -> igw:A"], { main: true }),
 *       networkAcl("a", "A", ["in 100 allow tcp 80 from 0.0.0.0/0"], { subnets: ["a"] }),
 *       group("web", "A", ["tcp 80 from 0.0.0.0/0", ...ANY_OUT]),
 *       networkInterface("w1", "a", "10.0.1.11", { public: "198.51.100.11", groups: ["web"] }));
 */
export * from "./gateway-parts";
export * from "./interface-parts";
export * from "./network-part";
export * from "./subnet-parts";
export * from "./vpc-parts";
