import { describe, expect, test } from "vitest";
import { asId, recordOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import {
  change,
  group,
  loadBalancer,
  networkInterface,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  vpc,
} from "../../../engine/testing/network-builder";
import { diagramOf, reasonOf } from "../testing/expect";
import { modifyIpRange } from "./ip-range";
import { modifyLoadBalancer } from "./load-balancer";
import { addGroup, removeGroup } from "./network-interface";
import { modifySubnet } from "./subnet";
import { modifyTransitGatewayVpcAttachment } from "./transit-gateway";
import { modifyVpc } from "./vpc";

const GROUPS = [1, 2, 3, 4, 5, 6, 7].map((each) => `g${each}`);
const RANGE = asId<"ipRange">("range-none");

/** A file opens with all of these, and AWS would refuse each. */
const WORLD = {
  ...change(
    BASE_WORLD,
    vpc("Z", "10.9.0.0/30"),
    subnet("z", "A", "10.0.1.0/25", null, "mars-1"),
    loadBalancer("front", "application", ["udp 53 -> 53 a1", "tcp 80 -> 8080 a1"]),
    networkInterface("lb0", "pa", "10.0.1.60", { groups: ["web"], attachedTo: { loadBalancer: "front" } }),
    transitGateway("hub"),
    transitGatewayAttachment("A", "hub", "A", []),
    ...GROUPS.map((name) => group(name, "A", [])),
    networkInterface("many", "pa", "10.0.1.61", { groups: GROUPS, attachedTo: null }),
  ),
  ipRanges: { [RANGE]: { ipRangeId: RANGE, name: "Nowhere", cidrBlocks: [] } },
};
const START = diagramOf(WORLD);

describe("what AWS would refuse but a file may hold", () => {
  test.each([
    ["a VPC", modifyVpc(asId("vpc-Z"), { name: "z" })],
    ["a subnet", modifySubnet(asId("subnet-z"), { name: "z" })],
    ["a range", modifyIpRange(RANGE, { name: "z" })],
    ["a load balancer", modifyLoadBalancer(asId("lb-front"), { name: "z" })],
    ["an attachment", modifyTransitGatewayVpcAttachment(asId("tgw-attach-A"), { name: "z" })],
  ])("has its name changed: %s", (_, command) => {
    expect(reasonOf(command.run(START))).toBe("ok");
  });

  test("is refused where a change touches it", () => {
    expect(reasonOf(modifyVpc(asId("vpc-Z"), { ipv6CidrBlocks: ["nonsense"] }).run(START))).toBe("vpcSize");
    expect(reasonOf(modifySubnet(asId("subnet-z"), { cidrBlock: "10.0.1.0/26" }).run(START))).toBe(
      "subnetOverlaps",
    );
    expect(reasonOf(modifySubnet(asId("subnet-z"), { availabilityZone: "mars-2" }).run(START))).toBe(
      "zoneNotInRegion",
    );
  });

  test("leaves other listeners of the same load balancer to be changed", () => {
    const id = asId<"loadBalancer">("lb-front");
    const [udp, tcp] = recordOf(WORLD.loadBalancers, id)?.listeners ?? [];
    const listeners = (...all: readonly (typeof udp)[]) =>
      reasonOf(modifyLoadBalancer(id, { listeners: all.flatMap((each) => each ?? []) }).run(START));
    expect(listeners(udp, tcp && { ...tcp, port: 81 })).toBe("ok");
    expect(listeners(udp && { ...udp, port: 54 }, tcp)).toBe("listenerProtocol");
    expect(listeners(tcp && { ...tcp, targetPort: 9 }, tcp)).toBe("listenerTwice");
  });

  test("lets groups beyond the quota go one by one", () => {
    const id = asId<"networkInterface">("eni-many");
    expect(reasonOf(removeGroup(id, asId("sg-g7")).run(START))).toBe("ok");
    expect(reasonOf(addGroup(id, asId("sg-web")).run(START))).toBe("interfaceGroupLimit");
  });
});
