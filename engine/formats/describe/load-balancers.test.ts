import { describe, expect, test } from "vitest";
import { BASE, codesOf, imported, instance, networkInterface } from "../testing/account";

type Json = Readonly<Record<string, unknown>>;

const owned = (more: Json, rest: Json = {}) => {
  const own = networkInterface("eni-1", "10.0.1.4", { RequesterManaged: true, ...more });
  return imported({ ...BASE, NetworkInterfaces: [own], ...rest });
};

describe("load balancers", () => {
  const arn = (tail: string): string => `arn:aws:elasticloadbalancing:us-east-1:1:${tail}`;
  const network1 = {
    LoadBalancerArn: arn("loadbalancer/net/nlb/1"),
    LoadBalancerName: "nlb",
    Type: "network",
    Scheme: "internal",
  };
  const listener = (group: string, more: Json = {}) => ({
    LoadBalancerArn: network1.LoadBalancerArn,
    Port: 80,
    Protocol: "TCP",
    DefaultActions: [{ Type: "forward", TargetGroupArn: group }],
    ...more,
  });
  const targetGroup = (name: string, more: Json = {}) => ({
    TargetGroupArn: name,
    Port: 8080,
    Protocol: "TCP",
    TargetType: "instance",
    VpcId: "vpc-1",
    ...more,
  });
  const health = (name: string, ...targets: readonly Json[]) => ({
    TargetGroupArn: name,
    TargetHealthDescriptions: targets.map((Target) => ({ Target })),
  });
  const machines = {
    Reservations: [{ Instances: [instance("i-1", [networkInterface("eni-2", "10.0.1.5")])] }],
  };
  const face = { Description: "ELB net/nlb/1", InterfaceType: "network_load_balancer", Groups: [] };

  test("are one where they are told twice, or where several groups mean the same port", () => {
    const { network } = owned(face, {
      ...machines,
      LoadBalancers: [network1],
      Listeners: [listener("a"), listener("a"), listener("b")],
      TargetGroups: [targetGroup("a"), targetGroup("b")],
      LoadBalancerTargetHealth: [health("a", { Id: "i-1" }), health("b", { Id: "i-1" })],
    });
    expect(Object.values(network.loadBalancers)[0]?.listeners).toEqual([
      { protocol: "tcp", port: 80, targetPort: 8080, targetIds: ["eni-2"] },
    ]);
  });

  test("send on to the targets of their groups, instances by their primary interface", () => {
    const { network, report } = owned(face, {
      ...machines,
      LoadBalancers: [network1],
      Listeners: [listener("a")],
      LoadBalancerListeners: [{ Listeners: [listener("b", { Port: 53, Protocol: "TCP_UDP" })] }],
      TargetGroups: [targetGroup("a"), targetGroup("b", { Port: 5353 })],
      LoadBalancerTargetHealth: [
        health("a", { Id: "i-1" }),
        health("b", { Id: "10.0.1.5", Port: 53 }, { Id: "i-9" }),
      ],
    });
    expect(Object.values(network.loadBalancers)).toEqual([
      {
        loadBalancerId: "net/nlb/1",
        name: "nlb",
        loadBalancerType: "network",
        scheme: "internal",
        preservesClientIp: true,
        listeners: [
          { protocol: "tcp", port: 80, targetPort: 8080, targetIds: ["eni-2"] },
          { protocol: "tcp", port: 53, targetPort: 53, targetIds: ["eni-2"] },
          { protocol: "udp", port: 53, targetPort: 53, targetIds: ["eni-2"] },
        ],
      },
    ]);
    expect(network.networkInterfaces).toMatchObject({
      "eni-1": { attachment: { kind: "loadBalancer", loadBalancerId: "net/nlb/1" }, groupIds: [] },
    });
    expect(codesOf(report)).toEqual([
      "unknownTarget LoadBalancerTargetHealth[1].TargetHealthDescriptions[1].Target",
    ]);
    expect(report[0]?.message).toContain("i-9, a target of b, is not in the input");
  });

  test.each([
    [true, { TargetType: "instance", Protocol: "TCP" }],
    [false, { TargetType: "ip", Protocol: "TCP" }],
    [true, { TargetType: "ip", Protocol: "UDP" }],
  ])("show the client's address (%s) to targets of %o", (preservesClientIp, kind) => {
    const { network } = owned(face, {
      LoadBalancers: [network1],
      Listeners: [
        listener("", { DefaultActions: [{ ForwardConfig: { TargetGroups: [{ TargetGroupArn: "a" }] } }] }),
      ],
      TargetGroups: [targetGroup("a", kind)],
    });
    expect(network.loadBalancers).toMatchObject({ "net/nlb/1": { preservesClientIp } });
  });

  test("of the older kind are read too, and those that only an interface tells of", () => {
    const classic = {
      LoadBalancerName: "old",
      Scheme: "internet-facing",
      Instances: [{ InstanceId: "i-1" }],
      ListenerDescriptions: [{ Listener: { Protocol: "HTTP", LoadBalancerPort: 80, InstancePort: 8000 } }],
    };
    const { network } = owned(
      { Description: "ELB old" },
      { ...machines, LoadBalancerDescriptions: [classic] },
    );
    expect(network.loadBalancers).toMatchObject({
      "elb/old": {
        loadBalancerType: "application",
        scheme: "internet-facing",
        listeners: [{ port: 80, targetPort: 8000, targetIds: ["eni-2"] }],
      },
    });
    expect(owned({ Description: "ELB app/web/1" }).network.loadBalancers).toMatchObject({
      "app/web/1": { loadBalancerType: "application", name: "web", preservesClientIp: false },
    });
  });

  test("without an interface, or of a kind that is not modelled, are left out", () => {
    const gateway = { LoadBalancerArn: arn("loadbalancer/gwy/g/1"), LoadBalancerName: "g", Type: "gateway" };
    const { network, report } = imported({ ...BASE, LoadBalancers: [network1, gateway] });
    expect(network.loadBalancers).toEqual({});
    expect(codesOf(report)).toEqual(["notModelled LoadBalancers[1]", "noInterface LoadBalancers[0]"]);
  });
});
