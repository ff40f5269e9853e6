import type { VpcId, VpcPeeringConnectionId } from "./id";

export type VpcPeeringStatus =
  | "initiating-request"
  | "pending-acceptance"
  | "provisioning"
  | "active"
  | "rejected"
  | "failed"
  | "expired"
  | "deleting"
  | "deleted";

/** Joins two VPCs, not transitively. Each side needs routes of its own. Only an `active` one carries traffic. */
export type VpcPeeringConnection = Readonly<{
  vpcPeeringConnectionId: VpcPeeringConnectionId;
  name: string;
  requesterVpcId: VpcId;
  accepterVpcId: VpcId;
  status: VpcPeeringStatus;
}>;
