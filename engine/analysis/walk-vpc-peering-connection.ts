import { recordOf } from "../model/network";
import type { RouteTarget } from "../model/route-table";
import type { VpcPeeringConnection } from "../model/vpc-peering-connection";
import { cidrContains } from "../net/cidr";
import type { VpcPlace } from "./topology-places";
import {
  blackhole,
  type Chosen,
  isForeign,
  loseIdentity,
  type Next,
  stopHere,
  type Walk,
} from "./walk-state";

type Target = Extract<RouteTarget, { kind: "vpcPeeringConnection" }>;

/** To the other VPC and no further: peering is not transitive, neither behind it nor before. */
export function goByPeering(walk: Walk, chosen: Chosen, { id }: Target): Next {
  const { network, vpcs } = walk.topology;
  const { vpc } = chosen.at;
  const peering = recordOf(network.vpcPeeringConnections, id);
  const other = peering === undefined ? undefined : vpcs.get(otherSide(peering, vpc));
  if (peering?.status !== "active" || other === undefined || other === vpc) return blackhole(walk, chosen);
  const isInside = other.blocks.some((block) => cidrContains(block, walk.destination));
  const component = "vpc-peering-connection";
  if (!isInside || isForeign(walk, chosen))
    return stopHere(walk, "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR", component, id);
  walk.steps.push({ kind: "pass", component, id, restriction: null, translated: null });
  if (other.region !== vpc.region) loseIdentity(walk);
  return { kind: "vpc", vpc: other };
}

/** The VPC itself where it is on neither side. */
const otherSide = ({ requesterVpcId, accepterVpcId }: VpcPeeringConnection, { vpcId }: VpcPlace) => {
  if (vpcId === requesterVpcId) return accepterVpcId;
  return vpcId === accepterVpcId ? requesterVpcId : vpcId;
};
