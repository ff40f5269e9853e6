/** The world that every conformance vector starts from: two VPCs, seven groups, six interfaces. */
import { ANY_OUT, group, network, networkInterface, subnet, vpc } from "./network-builder";

export const BASE_WORLD = network(
  vpc("A", "10.0.0.0/16", ["2001:db8:a::/56"]),
  vpc("B", "10.1.0.0/16"),
  subnet("pa", "A", "10.0.1.0/24", "2001:db8:a:1::/64"),
  subnet("pb", "A", "10.0.2.0/24"),
  subnet("ra", "A", "10.0.11.0/24"),
  subnet("rb", "A", "10.0.12.0/24"),
  subnet("ia", "A", "10.0.21.0/24"),
  subnet("xb", "B", "10.1.1.0/24"),
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
