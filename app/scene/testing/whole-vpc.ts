/** Two VPCs with everything that leads in and out of them, for tests of what is drawn of it. */
import {
  ANY_OUT,
  egressOnlyInternetGateway,
  group,
  internetGateway,
  loadBalancer,
  managedResource,
  natGateway,
  network,
  networkAcl,
  networkInterface,
  peering,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  vpc,
  vpcEndpoint,
} from "../../../engine/testing/network-builder";
import type { Diagram } from "../../document/diagram";

export const WHOLE_NETWORK = network(
  vpc("A", "10.0.0.0/16"),
  vpc("B", "10.8.0.0/16"),
  subnet("pub", "A", "10.0.1.0/24"),
  subnet("priv", "A", "10.0.2.0/24"),
  subnet("bare", "B", "10.8.1.0/24"),
  internetGateway("A"),
  internetGateway("spare", null),
  egressOnlyInternetGateway("six", "A"),
  vpcEndpoint("s3", "A", "gateway"),
  natGateway("n1", "pub", "10.0.1.5", { public: "198.51.100.5" }),
  natGateway("n2", "priv", "10.0.2.5", { state: "failed" }),
  peering("AB", "A", "B"),
  transitGateway("hub"),
  transitGatewayAttachment("A", "hub", "A", ["priv"]),
  transitGatewayAttachment("B", "hub", "B", ["bare"], { state: "pending" }),
  routeTable("main", "A", [], { main: true }),
  routeTable("public", "A", ["0.0.0.0/0 -> igw:A"], { subnets: ["pub"] }),
  networkAcl("own", "A", [], { subnets: ["priv"] }),
  group("web", "A", ANY_OUT),
  loadBalancer("alb", "application", []),
  networkInterface("alb-1", "pub", "10.0.1.10", { groups: ["web"], attachedTo: { loadBalancer: "alb" } }),
  networkInterface("alb-2", "priv", "10.0.2.10", { groups: ["web"], attachedTo: { loadBalancer: "alb" } }),
  managedResource("cache", "cacheCluster"),
  networkInterface("cache-1", "priv", "10.0.2.20", {
    groups: ["web"],
    attachedTo: { managedResource: "cache" },
  }),
);

/** The same as a diagram in which nothing has a place yet. */
export const WHOLE_DIAGRAM: Diagram = {
  name: "whole",
  network: WHOLE_NETWORK,
  layout: { places: {}, groupColors: {} },
};
