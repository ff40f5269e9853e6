import type { NetworkInterface } from "../model/network-interface";
import type { RouteTarget } from "../model/route-table";
import { subnetPlace } from "./topology";
import { blackhole, type Chosen, crossBorder, loseIdentity, type Next, stop, type Walk } from "./walk-state";

type Target = Extract<RouteTarget, { kind: "networkInterface" | "instance" }>;

/** Through a machine that forwards for others, by its interface and that interface's groups, and on from its subnet. */
export function goByAppliance(walk: Walk, chosen: Chosen, { id }: Target): Next {
  const appliance = walk.topology.appliances.get(id);
  const at = appliance === undefined ? null : subnetPlace(walk.topology, appliance.networkInterface.subnetId);
  if (appliance === undefined || at === null || !appliance.isAlive || at.vpc !== chosen.at.vpc)
    return blackhole(walk, chosen);
  const { networkInterface } = appliance;
  if (isGoal(walk, networkInterface)) return { kind: "vpc", vpc: at.vpc };
  if (at !== chosen.at) crossBorder(walk, at, "ingress");
  forward(walk, networkInterface);
  return { kind: "subnet", at };
}

/** A packet for the machine's own address is just delivered. */
const isGoal = ({ goal }: Walk, { networkInterfaceId }: NetworkInterface): boolean =>
  goal.kind === "host" && goal.id === networkInterfaceId && !goal.isPublicFace;

/** The groups of a machine that forwarded the request let the reply pass by state. */
function forward(walk: Walk, networkInterface: NetworkInterface): void {
  const id = networkInterface.networkInterfaceId;
  const component = "network-interface";
  if (networkInterface.sourceDestCheck) stop(walk, "ENI_SOURCE_DEST_CHECK_RESTRICTION", component, id);
  const isKnown = walk.flow?.forwarders.has(id) === true;
  if (!isKnown)
    walk.steps.push({ kind: "groups", networkInterface, direction: "ingress", peer: walk.source });
  if (!networkInterface.sourceDestCheck)
    walk.steps.push({ kind: "pass", component, id, restriction: null, translated: null });
  if (!isKnown)
    walk.steps.push({ kind: "groups", networkInterface, direction: "egress", peer: walk.destination });
  walk.forwarders.add(id);
  loseIdentity(walk);
}
