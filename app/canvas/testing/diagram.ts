import {
  ANY_OUT,
  group,
  ipRange,
  network,
  networkInterface,
  subnet,
  vpc,
} from "../../../engine/testing/network-builder";
import type { Diagram } from "../../document/diagram";

/** Three servers in two subnets of one VPC, for the canvas's tests. */
export const diagramOf = (): Diagram => ({
  name: "test",
  network: network(
    vpc("A", "10.0.0.0/16"),
    subnet("a", "A", "10.0.1.0/24"),
    subnet("b", "A", "10.0.2.0/24"),
    group("default", "A", ["all from sg:default", ...ANY_OUT]),
    group("web", "A", ["tcp 80 from 0.0.0.0/0", ...ANY_OUT]),
    group("closed", "A", []),
    networkInterface("w1", "a", "10.0.1.10", { groups: ["web"] }),
    ipRange("office", "203.0.113.0/24"),
    networkInterface("w2", "b", "10.0.2.10", { groups: ["default", "closed"] }),
    networkInterface("w3", "b", "10.0.2.11", { groups: ["closed"] }),
  ),
  layout: { places: {}, groupColors: {} },
});
