import { asId, type LoadBalancerId, type NetworkInterfaceId } from "../../model/id";
import type { LoadBalancer } from "../../model/load-balancer";
import { type Source, textOf } from "../json-source";
import type { FoundInterface } from "./interfaces";
import { type FoundListeners, findListeners } from "./listeners";
import type { Lists } from "./lists";
import type { Owner } from "./owners";

/** `app/name/0123` of `arn:...:loadbalancer/app/name/0123`: what its interfaces are described with. */
const idOfArn = (arn: string): LoadBalancerId =>
  asId<"loadBalancer">(/loadbalancer\/(.+)$/.exec(arn)?.[1] ?? arn);

const schemeOf = (source: Source): LoadBalancer["scheme"] =>
  textOf(source, "Scheme") === "internal" ? "internal" : "internet-facing";

function ofElbV2(source: Source, listeners: FoundListeners): LoadBalancer | null {
  const arn = textOf(source, "LoadBalancerArn");
  const [type, name] = [textOf(source, "Type"), textOf(source, "LoadBalancerName")];
  if (type === "gateway" || arn === "") {
    source.input.notes.add("notModelled", source.path, {
      name: name || "A load balancer",
      kind: "Gateway Load Balancer",
    });
    return null;
  }
  const loadBalancerType = type === "network" ? "network" : "application";
  return {
    loadBalancerId: idOfArn(arn),
    name,
    loadBalancerType,
    scheme: schemeOf(source),
    preservesClientIp: loadBalancerType === "network" && listeners.preservesClientIp(arn),
    listeners: listeners.of(arn),
  };
}

/** A Classic Load Balancer stands between its two sides as an application one does. */
const ofElb = (source: Source, listeners: FoundListeners): LoadBalancer => ({
  loadBalancerId: asId<"loadBalancer">(`elb/${textOf(source, "LoadBalancerName")}`),
  name: textOf(source, "LoadBalancerName"),
  loadBalancerType: "application",
  scheme: schemeOf(source),
  preservesClientIp: false,
  listeners: listeners.ofClassic(source),
});

type LoadBalancerOwner = Extract<Owner, { kind: "loadBalancer" }>;

const implied = ({ loadBalancerId, name, isNetwork }: LoadBalancerOwner): LoadBalancer => ({
  loadBalancerId,
  name,
  loadBalancerType: isNetwork ? "network" : "application",
  scheme: "internal",
  preservesClientIp: isNetwork,
  listeners: [],
});

/** What interfaces there are, and whose. */
export type Owned = Readonly<{ found: FoundInterface; owner: Owner }>;

/** The load balancers that have interfaces in the input; by their interfaces alone where nothing else tells of them. */
export function readLoadBalancers(
  lists: Lists,
  owned: readonly Owned[],
  primaries: ReadonlyMap<string, NetworkInterfaceId>,
): readonly LoadBalancer[] {
  const listeners = findListeners(
    lists,
    owned.map(({ found }) => found),
    primaries,
  );
  const owners = owned.flatMap(({ owner }) => (owner.kind === "loadBalancer" ? [owner] : []));
  const having = new Set<string>(owners.map(({ loadBalancerId }) => loadBalancerId));
  const told = [
    ...lists.entries("LoadBalancers").map((source) => ({ source, record: ofElbV2(source, listeners) })),
    ...lists
      .entries("LoadBalancerDescriptions")
      .map((source) => ({ source, record: ofElb(source, listeners) })),
  ];
  const found = new Map<string, LoadBalancer>();
  for (const { source, record } of told) {
    if (record === null) continue;
    if (having.has(record.loadBalancerId)) found.set(record.loadBalancerId, record);
    else source.input.notes.add("noInterface", source.path, { name: record.name });
  }
  for (const owner of owners)
    if (!found.has(owner.loadBalancerId)) found.set(owner.loadBalancerId, implied(owner));
  return [...found.values()];
}
