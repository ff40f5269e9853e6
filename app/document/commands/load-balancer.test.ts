import { describe, expect, test } from "vitest";
import { asId, needsSecondZone, recordOf } from "../../../engine";
import { after, reasonOf } from "../testing/expect";
import { enis, groups, interfacesIn, PLACE, START, subnets } from "../testing/services";
import { type CreateLoadBalancer, createLoadBalancer, modifyLoadBalancer } from "./load-balancer";
import { moveToSubnet } from "./move";
import { addGroup, removeGroup } from "./network-interface";
import { modifySubnet } from "./subnet";

describe("a load balancer", () => {
  const LB = asId<"loadBalancer">("lb-front");
  const make = (patch: Partial<CreateLoadBalancer> = {}) =>
    createLoadBalancer({
      loadBalancerId: LB,
      name: "front",
      loadBalancerType: "application",
      scheme: "internal",
      subnetIds: subnets("pa", "zb"),
      networkInterfaceIds: enis("lb1", "lb0"),
      groupIds: [],
      place: PLACE,
      ...patch,
    });
  const network = (patch: Partial<CreateLoadBalancer> = {}) =>
    make({ loadBalancerType: "network", ...patch });

  test("becomes one of the other type: with the default group it needs, or with its clients' addresses", () => {
    const bare = after(START, network());
    expect(interfacesIn(bare, LB).map(({ groupIds }) => groupIds)).toEqual([[], []]);
    const asApplication = after(bare, modifyLoadBalancer(LB, { loadBalancerType: "application" }));
    expect(asApplication.network.loadBalancers[LB]).toMatchObject({
      loadBalancerType: "application",
      preservesClientIp: false,
    });
    expect(interfacesIn(asApplication, LB).map(({ groupIds }) => groupIds)).toEqual([
      groups("default"),
      groups("default"),
    ]);
    const asNetwork = after(asApplication, modifyLoadBalancer(LB, { loadBalancerType: "network" }));
    expect(asNetwork.network.loadBalancers[LB]?.preservesClientIp).toBe(true);
    expect(interfacesIn(asNetwork, LB)[0]?.groupIds).toEqual(groups("default"));
  });

  test("has an interface in each of its zones, which wear its groups or the default one", () => {
    const made = after(START, make());
    expect(interfacesIn(made, LB)).toEqual([
      {
        name: "eth0",
        subnetId: "subnet-pa",
        groupIds: ["sg-default"],
        publicIp: null,
        requesterManaged: true,
      },
      {
        name: "eth1",
        subnetId: "subnet-zb",
        groupIds: ["sg-default"],
        publicIp: null,
        requesterManaged: true,
      },
    ]);
    expect(made.layout.places).toEqual({ "lb-front": PLACE });
    expect(recordOf(made.network.loadBalancers, LB)).toMatchObject({
      preservesClientIp: false,
      listeners: [],
    });
    const worn = after(START, make({ groupIds: groups("web") }));
    expect(interfacesIn(worn, LB).map(({ groupIds }) => groupIds)).toEqual([["sg-web"], ["sg-web"]]);
  });

  test("has public addresses where it faces the Internet, and needs an internet gateway for them", () => {
    const made = after(START, make({ scheme: "internet-facing" }));
    expect(interfacesIn(made, LB).map(({ publicIp }) => publicIp)).toEqual(["198.51.100.1", "198.51.100.2"]);
    const inside = after(made, modifyLoadBalancer(LB, { scheme: "internal" }));
    expect(interfacesIn(inside, LB).map(({ publicIp }) => publicIp)).toEqual([null, null]);
    const outside = after(inside, modifyLoadBalancer(LB, { scheme: "internet-facing" }));
    expect(interfacesIn(outside, LB)).toEqual(interfacesIn(made, LB));
    const inB = make({ subnetIds: subnets("xb"), scheme: "internet-facing" });
    expect(reasonOf(inB.run(START))).toBe("publicAddressNeedsGateway");
  });

  test("stands in subnets of one VPC, one to a zone; a second zone is only missed", () => {
    expect(reasonOf(make({ subnetIds: subnets("pa", "ra") }).run(START))).toBe("loadBalancerZones");
    expect(reasonOf(make({ subnetIds: subnets("pa", "xb") }).run(START))).toBe("subnetOfOtherVpc");
    expect(reasonOf(make({ subnetIds: [] }).run(START))).toBe("subnetsMissing");
    const alone = after(START, make({ subnetIds: subnets("pa") }));
    const record = recordOf(alone.network.loadBalancers, LB);
    expect(record && needsSecondZone(alone.network, record)).toBe(true);
    const both = recordOf(after(START, make()).network.loadBalancers, LB);
    expect(both && needsSecondZone(after(START, make()).network, both)).toBe(false);
    const balancer = after(START, make());
    expect(reasonOf(moveToSubnet(LB, asId("subnet-ra"), PLACE).run(balancer))).toBe("ok");
    expect(reasonOf(moveToSubnet(LB, asId("subnet-zb"), PLACE).run(balancer))).toBe("loadBalancerZones");
    const zone = modifySubnet(asId("subnet-zb"), { availabilityZone: "us-east-1a" });
    expect(reasonOf(zone.run(balancer))).toBe("loadBalancerZones");
  });

  test("of the network type made without groups never gets any, with groups keeps one", () => {
    const bare = after(START, network());
    expect(interfacesIn(bare, LB).map(({ groupIds }) => groupIds)).toEqual([[], []]);
    expect(recordOf(bare.network.loadBalancers, LB)?.preservesClientIp).toBe(true);
    expect(reasonOf(modifyLoadBalancer(LB, { groupIds: groups("web") }).run(bare))).toBe(
      "loadBalancerWithoutGroups",
    );
    expect(reasonOf(addGroup(asId("eni-lb0"), asId("sg-web")).run(bare))).toBe("loadBalancerWithoutGroups");
    expect(reasonOf(modifyLoadBalancer(LB, { groupIds: [] }).run(bare))).toBe("ok");
    const dressed = after(START, network({ groupIds: groups("web") }));
    expect(reasonOf(modifyLoadBalancer(LB, { groupIds: [] }).run(dressed))).toBe("loadBalancerKeepsGroups");
    expect(reasonOf(removeGroup(asId("eni-lb0"), asId("sg-web")).run(dressed))).toBe(
      "loadBalancerKeepsGroups",
    );
    const other = after(dressed, modifyLoadBalancer(LB, { groupIds: groups("app") }));
    expect(interfacesIn(other, LB).map(({ groupIds }) => groupIds)).toEqual([["sg-app"], ["sg-app"]]);
  });

  test("of the network type is made anew with its type: without groups, or with some", () => {
    const dressed = after(START, network({ groupIds: groups("web") }));
    const bare = after(dressed, modifyLoadBalancer(LB, { loadBalancerType: "network", groupIds: [] }));
    expect(interfacesIn(bare, LB).map(({ groupIds }) => groupIds)).toEqual([[], []]);
    expect(reasonOf(addGroup(asId("eni-lb0"), asId("sg-web")).run(bare))).toBe("loadBalancerWithoutGroups");
    const again = modifyLoadBalancer(LB, { loadBalancerType: "network", groupIds: groups("web") });
    expect(interfacesIn(after(bare, again), LB)).toEqual(interfacesIn(dressed, LB));
    expect(again.label(bare)).toBe("Change type of front");
    const application = modifyLoadBalancer(LB, { loadBalancerType: "application", groupIds: [] });
    expect(reasonOf(application.run(dressed))).toBe("interfaceWithoutGroup");
  });

  test("that stays of its type keeps what its targets see", () => {
    const seen = after(START, network(), modifyLoadBalancer(LB, { preservesClientIp: false }));
    const same = after(seen, modifyLoadBalancer(LB, { loadBalancerType: "network", groupIds: [] }));
    expect(same.network.loadBalancers[LB]?.preservesClientIp).toBe(false);
  });

  test("changes the groups of all its interfaces at once", () => {
    const made = after(START, make(), addGroup(asId("eni-lb1"), asId("sg-web")));
    expect(interfacesIn(made, LB).map(({ groupIds }) => groupIds)).toEqual([
      ["sg-default", "sg-web"],
      ["sg-default", "sg-web"],
    ]);
  });

  test("has listeners, each on a port of its own", () => {
    const made = after(START, network());
    const listener = { protocol: "tcp", port: 443, targetPort: 8080, targetIds: enis("a1") } as const;
    const set = (...listeners: readonly (typeof listener)[]) => modifyLoadBalancer(LB, { listeners });
    expect(recordOf(after(made, set(listener)).network.loadBalancers, LB)?.listeners).toEqual([listener]);
    expect(reasonOf(set(listener, listener).run(made))).toBe("listenerTwice");
    expect(reasonOf(modifyLoadBalancer(LB, { listeners: [{ ...listener, port: 0 }] }).run(made))).toBe(
      "listenerPort",
    );
    const gone = { ...listener, targetIds: enis("gone") };
    expect(reasonOf(modifyLoadBalancer(LB, { listeners: [gone] }).run(made))).toBe("interfaceNotFound");
    const udp = { ...listener, protocol: "udp" } as const;
    expect(reasonOf(modifyLoadBalancer(LB, { listeners: [listener, udp] }).run(made))).toBe("ok");
    const application = after(START, make());
    expect(reasonOf(modifyLoadBalancer(LB, { listeners: [udp] }).run(application))).toBe("listenerProtocol");
  });
});
