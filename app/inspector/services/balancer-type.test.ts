import { expect, test } from "vitest";
import { asId } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { createLoadBalancer, modifyLoadBalancer } from "../../document/commands/load-balancer";
import type { Diagram } from "../../document/diagram";
import { after, diagramOf } from "../../document/testing/expect";
import { asBalancerType, balancerTypeOf } from "./balancer-type";

const ID = asId<"loadBalancer">("lb-front");
const START = after(
  diagramOf(BASE_WORLD),
  createLoadBalancer({
    loadBalancerId: ID,
    name: "front",
    loadBalancerType: "application",
    scheme: "internal",
    subnetIds: [asId("subnet-pa")],
    networkInterfaceIds: [asId("eni-lb0")],
    groupIds: [asId("sg-web")],
    place: { x: 0, y: 0, size: null },
  }),
);

const as = (diagram: Diagram, type: string): Diagram => {
  const balancer = diagram.network.loadBalancers[ID];
  if (balancer === undefined) throw new Error("There is no load balancer.");
  return after(diagram, modifyLoadBalancer(ID, asBalancerType(diagram.network, balancer, type)));
};
const shown = (diagram: Diagram) => {
  const balancer = diagram.network.loadBalancers[ID];
  const type = balancer === undefined ? null : balancerTypeOf(diagram.network, balancer);
  return [type, diagram.network.networkInterfaces[asId<"networkInterface">("eni-lb0")]?.groupIds];
};

test("a load balancer is shown as what it was made", () => {
  expect(shown(as(START, "network"))).toEqual(["network", ["sg-web"]]);
  expect(shown(as(START, "networkWithoutGroups"))).toEqual(["networkWithoutGroups", []]);
});

test("one without groups gets the default group when it is made anew with groups", () => {
  const bare = as(START, "networkWithoutGroups");
  expect(shown(as(bare, "network"))).toEqual(["network", ["sg-default"]]);
  expect(shown(as(bare, "application"))).toEqual(["application", ["sg-default"]]);
});
