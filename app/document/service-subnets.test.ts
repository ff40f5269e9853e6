import { describe, expect, test } from "vitest";
import { asId } from "../../engine";
import {
  type CreateLoadBalancer,
  createLoadBalancer,
  modifyLoadBalancer,
  setLoadBalancerSubnets,
} from "./commands/load-balancer";
import { after, reasonOf } from "./testing/expect";
import { enis, groups, interfacesIn, PLACE, START, subnets } from "./testing/services";

describe("the subnets of a load balancer", () => {
  const LB = asId<"loadBalancer">("lb-front");
  const make = (patch: Partial<CreateLoadBalancer> = {}) =>
    createLoadBalancer({
      loadBalancerId: LB,
      name: "front",
      loadBalancerType: "application",
      scheme: "internet-facing",
      subnetIds: subnets("pa"),
      networkInterfaceIds: enis("lb0"),
      groupIds: groups("web"),
      place: PLACE,
      ...patch,
    });
  const set = (names: readonly string[], ...ids: readonly string[]) =>
    setLoadBalancerSubnets(LB, { subnetIds: subnets(...names), networkInterfaceIds: enis(...ids) });
  const alone = after(START, make());

  test("grow by a zone, with an interface as the first one is, and shrink again to what they were", () => {
    const both = after(alone, set(["pa", "zb"], "lb1"));
    expect(interfacesIn(both, LB)).toEqual([
      expect.objectContaining({ name: "eth0", subnetId: "subnet-pa", publicIp: "198.51.100.1" }),
      {
        name: "eth1",
        subnetId: "subnet-zb",
        groupIds: ["sg-web"],
        publicIp: "198.51.100.2",
        requesterManaged: true,
      },
    ]);
    expect(both.layout).toBe(alone.layout);
    expect(after(both, set(["pa"])).network).toEqual(alone.network);
    expect(set([]).label(alone)).toBe("Change subnets of front");
  });

  test("are of one VPC, one to a zone, and at least one stays", () => {
    expect(reasonOf(set(["pa", "ra"], "lb1").run(alone))).toBe("loadBalancerZones");
    expect(reasonOf(set(["xb"], "lb1").run(alone))).toBe("subnetOfOtherVpc");
    expect(reasonOf(set([]).run(alone))).toBe("subnetsMissing");
    expect(reasonOf(set(["pa", "zb"]).run(alone))).toBe("interfaceNotFound");
    expect(reasonOf(set(["pa", "zb"], "lb0").run(alone))).toBe("idTaken");
  });

  test("let its card go where its first interface is, and never back by themselves", () => {
    const moved = after(alone, set(["pa", "zb"], "lb1"), set(["zb"]));
    expect(moved.layout.places).toEqual({});
    const grown = after(moved, set(["zb", "pa"], "lb2"));
    expect(interfacesIn(grown, LB).map(({ subnetId }) => subnetId)).toEqual(["subnet-zb", "subnet-pa"]);
  });

  test("of one without groups bring none, and listeners forget an interface that is gone", () => {
    const front = asId<"loadBalancer">("lb-nlb");
    const bare = make({
      loadBalancerId: front,
      loadBalancerType: "network",
      scheme: "internal",
      networkInterfaceIds: enis("n0"),
      groupIds: [],
    });
    const listener = { protocol: "tcp", port: 80, targetPort: 80, targetIds: enis("lb0", "lb1") } as const;
    const chained = after(
      after(alone, set(["pa", "zb"], "lb1")),
      bare,
      modifyLoadBalancer(front, { listeners: [listener] }),
      setLoadBalancerSubnets(front, { subnetIds: subnets("pa", "zb"), networkInterfaceIds: enis("n1") }),
    );
    expect(interfacesIn(chained, front)).toMatchObject([
      { groupIds: [], publicIp: null },
      { groupIds: [], publicIp: null },
    ]);
    const { network } = after(chained, set(["pa"]));
    expect(network.loadBalancers[front]?.listeners[0]?.targetIds).toEqual(["eni-lb0"]);
  });
});
