import type { NatGateway } from "../model/nat-gateway";
import { recordOf } from "../model/network";
import type { RouteTarget } from "../model/route-table";
import { natAddresses, subnetPlace } from "./topology";
import type { SubnetPlace } from "./topology-places";
import {
  blackhole,
  type Chosen,
  crossBorder,
  type Host,
  loseIdentity,
  type Next,
  noRoute,
  stopHere,
  type Walk,
} from "./walk-state";

type Target = Extract<RouteTarget, { kind: "natGateway" }>;

/**
 * On from the gateway's subnet, under its address. It makes a new flow of what it gets, so no reply goes by it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export function goByNatGateway(walk: Walk, chosen: Chosen, { id }: Target): Next {
  const nat = recordOf(walk.topology.network.natGateways, id);
  const at = nat === undefined ? null : subnetPlace(walk.topology, nat.subnetId);
  const host = nat === undefined || at === null ? null : natHost(nat, at);
  if (at === null || host === null || nat?.state !== "available") return blackhole(walk, chosen);
  if (walk.flow !== null) return noRoute(walk, chosen.at, "newFlow");
  if (at.vpc !== chosen.at.vpc) return stopHere(walk, "NGW_REQUIRES_SOURCE_IN_VPC", "nat-gateway", id);
  if (walk.source.family === 6) return stopHere(walk, "PROTOCOL_RESTRICTION", "nat-gateway", id);
  if (at !== chosen.at) crossBorder(walk, at, "ingress");
  translate(walk, host);
  return { kind: "subnet", at };
}

function natHost(nat: NatGateway, at: SubnetPlace): Host | null {
  const { address, publicAddress } = natAddresses(nat);
  if (address === null) return null;
  const component = "nat-gateway";
  const { vpcId } = at.vpc;
  return { component, id: nat.natGatewayId, vpcId, at, address, publicAddress, isPublicFace: false };
}

function translate(walk: Walk, host: Host): void {
  const { component, id, address } = host;
  const translated = { side: "source", from: walk.source, to: address } as const;
  walk.steps.push({ kind: "pass", component, id, restriction: "tcpUdpIcmp", translated });
  const { forwarders, cameByInternetGateway, leftByEgressOnly } = walk;
  const flow = { forwarders: new Set(forwarders), cameByInternetGateway, leftByEgressOnly };
  walk.translations.push({ nat: host, sender: walk.holder, flow, since: walk.steps.length });
  forwarders.clear();
  walk.holder = host;
  walk.source = address;
  walk.publicSource = host.publicAddress;
  walk.senderVpcId = host.vpcId;
  walk.sourceId = { component, id };
  loseIdentity(walk);
}
