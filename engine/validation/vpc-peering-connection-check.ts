import { type Network, recordOf, recordsOf } from "../model/network";
import type { Vpc } from "../model/vpc";
import type { VpcPeeringConnection, VpcPeeringStatus } from "../model/vpc-peering-connection";
import { cidrsOverlap, formatCidr } from "../net/cidr";
import { ok, type Result } from "../result";
import { type Refusal, refuse } from "./refusal";
import { vpcBlocks } from "./vpc-check";

const OVER: readonly VpcPeeringStatus[] = ["rejected", "failed", "expired", "deleting", "deleted"];

/** A connection that is over does not count: the same pair may be connected anew. */
export const isPeeringOver = ({ status }: VpcPeeringConnection): boolean => OVER.includes(status);

/** What may become of a connection (VPC Peering Guide, "VPC peering connection lifecycle"). */
const NEXT: Readonly<Record<VpcPeeringStatus, readonly VpcPeeringStatus[]>> = {
  "initiating-request": ["pending-acceptance", "failed"],
  "pending-acceptance": ["provisioning", "active", "rejected", "expired", "deleting", "deleted"],
  provisioning: ["active", "failed", "deleting", "deleted"],
  active: ["deleting", "deleted"],
  rejected: ["deleted"],
  failed: ["deleted"],
  expired: ["deleted"],
  deleting: ["deleted"],
  deleted: [],
};

/** The states that may follow this one; itself is not among them. */
export const nextPeeringStatuses = (status: VpcPeeringStatus): readonly VpcPeeringStatus[] => NEXT[status];

export function checkPeeringStatus(before: VpcPeeringStatus, after: VpcPeeringStatus): Result<void, Refusal> {
  return before === after || NEXT[before].includes(after)
    ? ok(undefined)
    : refuse("peeringTransition", { before, after });
}

/** The blocks of the first VPC that overlap one of the second, as text; null when none does. */
const overlapOf = (one: Vpc, other: Vpc): Readonly<{ cidr: string; other: string }> | null => {
  for (const block of vpcBlocks(one)) {
    const twin = vpcBlocks(other).find((each) => cidrsOverlap(each, block));
    if (twin !== undefined) return { cidr: formatCidr(block), other: formatCidr(twin) };
  }
  return null;
};

/** May these two VPCs be joined: different ones without a common address, and not joined yet (CreateVpcPeeringConnection). */
export function checkVpcPeeringConnection(
  network: Network,
  { requesterVpcId, accepterVpcId }: Pick<VpcPeeringConnection, "requesterVpcId" | "accepterVpcId">,
): Result<void, Refusal> {
  const [requester, accepter] = [
    recordOf(network.vpcs, requesterVpcId),
    recordOf(network.vpcs, accepterVpcId),
  ];
  if (requester === undefined) return refuse("vpcNotFound", { id: requesterVpcId });
  if (accepter === undefined) return refuse("vpcNotFound", { id: accepterVpcId });
  if (requester === accepter) return refuse("peeringWithItself", { name: requester.name || requesterVpcId });
  const overlap = overlapOf(requester, accepter);
  if (overlap !== null)
    return refuse("peeringOverlaps", { ...overlap, name: accepter.name || accepterVpcId });
  const pair = new Set<string>([requesterVpcId, accepterVpcId]);
  const twin = recordsOf(network.vpcPeeringConnections).find(
    (each) => !isPeeringOver(each) && pair.has(each.requesterVpcId) && pair.has(each.accepterVpcId),
  );
  if (twin === undefined) return ok(undefined);
  return refuse("peeringExists", { name: twin.name || twin.vpcPeeringConnectionId });
}
