/** The interfaces that routes lead to: machines that forward for others. */

import type { InstanceId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { RouteTable, RouteTarget } from "../model/route-table";
import { rememberedBy } from "./topology-places";

/** An interface that a route leads to, by its own id or its instance's. Dead: attached to nothing, or not running. */
type Appliance = Readonly<{ networkInterface: NetworkInterface; isAlive: boolean }>;

export type Appliances = ReadonlyMap<string, Appliance>;

type ApplianceTarget = Extract<RouteTarget, { kind: "networkInterface" | "instance" }>;

const targetsOf = rememberedBy((table: RouteTable): readonly ApplianceTarget[] =>
  table.routes.flatMap(({ target }) =>
    target.kind === "networkInterface" || target.kind === "instance" ? [target] : [],
  ),
);

/** By the id of the route's target. A target that is gone is not among them. */
export function appliancesOf(network: Network): Appliances {
  const targets = recordsOf(network.routeTables).flatMap(targetsOf);
  const instances = targets.some(({ kind }) => kind === "instance") ? primaryInterfaces(network) : new Map();
  const appliances = new Map<string, Appliance>();
  for (const target of targets) {
    const networkInterface =
      target.kind === "instance" ? instances.get(target.id) : recordOf(network.networkInterfaces, target.id);
    if (networkInterface === undefined) continue;
    appliances.set(target.id, { networkInterface, isAlive: isAlive(network, networkInterface) });
  }
  return appliances;
}

function primaryInterfaces(network: Network): ReadonlyMap<InstanceId, NetworkInterface> {
  const primary = new Map<InstanceId, NetworkInterface>();
  for (const each of recordsOf<NetworkInterface>(network.networkInterfaces)) {
    const { attachment } = each;
    if (attachment?.kind === "instance" && attachment.deviceIndex === 0)
      primary.set(attachment.instanceId, each);
  }
  return primary;
}

/** Attached, and to an instance that runs, if to an instance. One of which nothing is told is taken to run. */
export const isAlive = (network: Network, { attachment }: NetworkInterface): boolean => {
  if (attachment?.kind !== "instance") return attachment !== null;
  return (recordOf(network.instances, attachment.instanceId)?.state ?? "running") === "running";
};
