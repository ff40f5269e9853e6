/** Where load balancers send on to: listeners, target groups and the health of targets, joined by their ARNs. */
import type { NetworkInterfaceId } from "../../model/id";
import type { Listener } from "../../model/load-balancer";
import { numberOf, objectOf, objectsOf, type Source, textOf } from "../json-source";
import { entriesBy } from "./entries-by-id";
import type { FoundInterface } from "./interfaces";
import type { Lists } from "./lists";

type Target = Readonly<{ networkInterfaceId: NetworkInterfaceId; port: number | null }>;

export type FoundListeners = Readonly<{
  of(loadBalancerArn: string): readonly Listener[];
  ofClassic(loadBalancer: Source): readonly Listener[];
  preservesClientIp(loadBalancerArn: string): boolean;
}>;

type ByAddress = ReadonlyMap<string, NetworkInterfaceId>;

/** Interfaces by VPC and private address: targets may be addresses. */
const interfacesByAddress = (interfaces: readonly FoundInterface[]): ByAddress =>
  new Map(
    interfaces.flatMap(({ networkInterfaceId, vpcId, privateIpAddresses }) =>
      privateIpAddresses.map(
        ({ privateIpAddress }) => [`${vpcId} ${privateIpAddress}`, networkInterfaceId] as const,
      ),
    ),
  );

/** The ARNs of the target groups that a listener forwards to. */
const targetGroupArns = (listener: Source): readonly string[] => [
  ...new Set(
    objectsOf(listener, "DefaultActions").flatMap((action) => {
      const forward = objectOf(action, "ForwardConfig");
      const several = forward === null ? [] : objectsOf(forward, "TargetGroups");
      return [action, ...several].map((each) => textOf(each, "TargetGroupArn")).filter((arn) => arn !== "");
    }),
  ),
];

const protocolsOf = (protocol: string): readonly Listener["protocol"][] => {
  if (protocol === "UDP") return ["udp"];
  return protocol === "TCP_UDP" ? ["tcp", "udp"] : ["tcp"];
};

/** A listener for each target port that its targets have. */
function listenersFor(
  listener: Source,
  portKey: string,
  targets: readonly Target[],
  otherwise: number,
): readonly Listener[] {
  const port = numberOf(listener, portKey);
  if (port === null || port < 0 || port > 65535) return [];
  const byPort = new Map<number, NetworkInterfaceId[]>(targets.length === 0 ? [[otherwise, []]] : []);
  for (const target of targets) {
    const targetPort = target.port ?? otherwise;
    byPort.set(targetPort, [...(byPort.get(targetPort) ?? []), target.networkInterfaceId]);
  }
  return protocolsOf(textOf(listener, "Protocol")).flatMap((protocol) =>
    [...byPort]
      .filter(([targetPort]) => targetPort >= 0 && targetPort <= 65535)
      .map(([targetPort, targetIds]) => ({ protocol, port, targetPort, targetIds: [...new Set(targetIds)] })),
  );
}

type Joined = Readonly<{
  groups: ReadonlyMap<string, readonly Source[]>;
  health: ReadonlyMap<string, readonly Source[]>;
  byAddress: ByAddress;
  primaries: ReadonlyMap<string, NetworkInterfaceId>;
}>;

/** The targets of a group: instances by their primary interface, addresses by whose they are. */
function targetsOf(arn: string, { groups, health, byAddress, primaries }: Joined): readonly Target[] {
  const [group] = groups.get(arn) ?? [];
  const vpcId = group === undefined ? "" : textOf(group, "VpcId");
  return (health.get(arn) ?? [])
    .flatMap((each) => objectsOf(each, "TargetHealthDescriptions"))
    .flatMap((description) => {
      const target = objectOf(description, "Target");
      if (target === null) return [];
      const id = textOf(target, "Id");
      const networkInterfaceId = primaries.get(id) ?? byAddress.get(`${vpcId} ${id}`);
      if (networkInterfaceId !== undefined) return [{ networkInterfaceId, port: numberOf(target, "Port") }];
      target.input.notes.add("unknownTarget", target.path, { target: id, targetGroup: arn });
      return [];
    });
}

const portOf = (arn: string, { groups }: Joined): number => {
  const [group] = groups.get(arn) ?? [];
  return (group === undefined ? null : numberOf(group, "Port")) ?? 0;
};

/**
 * By default targets given as instances see the client's address, and so do those of UDP; addresses behind TCP or TLS do not.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
 */
const showsClient = (group: Source): boolean =>
  textOf(group, "TargetType") !== "ip" || ["UDP", "TCP_UDP"].includes(textOf(group, "Protocol"));

/** Classic listeners send to whole instances. */
function classicListeners(loadBalancer: Source, { primaries }: Joined): readonly Listener[] {
  const targets = objectsOf(loadBalancer, "Instances").flatMap((each) => {
    const networkInterfaceId = primaries.get(textOf(each, "InstanceId"));
    return networkInterfaceId === undefined ? [] : [{ networkInterfaceId, port: null }];
  });
  return objectsOf(loadBalancer, "ListenerDescriptions").flatMap((description) => {
    const listener = objectOf(description, "Listener");
    if (listener === null) return [];
    return listenersFor(listener, "LoadBalancerPort", targets, numberOf(listener, "InstancePort") ?? 0);
  });
}

/** One listener for a protocol, a port and a target port, with the targets of all that say so. */
function merged(listeners: readonly Listener[]): readonly Listener[] {
  const byKey = new Map<string, Listener>();
  for (const each of listeners) {
    const key = `${each.protocol} ${each.port} ${each.targetPort}`;
    const targetIds = [...new Set([...(byKey.get(key)?.targetIds ?? []), ...each.targetIds])];
    byKey.set(key, { ...each, targetIds });
  }
  return [...byKey.values()];
}

/** All listeners of an input; `primaries` are the primary interfaces of instances. */
export function findListeners(
  lists: Lists,
  interfaces: readonly FoundInterface[],
  primaries: ReadonlyMap<string, NetworkInterfaceId>,
): FoundListeners {
  const joined: Joined = {
    groups: entriesBy(lists.entries("TargetGroups"), "TargetGroupArn"),
    health: entriesBy(lists.entries("LoadBalancerTargetHealth"), "TargetGroupArn"),
    byAddress: interfacesByAddress(interfaces),
    primaries,
  };
  const nested = lists.entries("LoadBalancerListeners").flatMap((each) => objectsOf(each, "Listeners"));
  const byLoadBalancer = entriesBy([...lists.entries("Listeners"), ...nested], "LoadBalancerArn");
  const listenersOf = (arn: string): readonly Source[] => byLoadBalancer.get(arn) ?? [];
  return {
    of: (arn) =>
      merged(
        listenersOf(arn).flatMap((listener) =>
          targetGroupArns(listener).flatMap((group) =>
            listenersFor(listener, "Port", targetsOf(group, joined), portOf(group, joined)),
          ),
        ),
      ),
    ofClassic: (loadBalancer) => merged(classicListeners(loadBalancer, joined)),
    preservesClientIp: (arn) =>
      listenersOf(arn)
        .flatMap(targetGroupArns)
        .flatMap((group) => joined.groups.get(group) ?? [])
        .every(showsClient),
  };
}
