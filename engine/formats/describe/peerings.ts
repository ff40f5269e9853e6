import type { VpcPeeringConnection, VpcPeeringStatus } from "../../model/vpc-peering-connection";
import { idOf, nameOf, objectOf, type Source, textOf } from "../json-source";
import { entriesById } from "./entries-by-id";
import type { Lists } from "./lists";

const STATUSES: readonly VpcPeeringStatus[] = [
  "initiating-request",
  "pending-acceptance",
  "provisioning",
  "active",
  "rejected",
  "failed",
  "expired",
  "deleting",
  "deleted",
];

function statusOf(source: Source): VpcPeeringStatus {
  const status = objectOf(source, "Status");
  const code = status === null ? "active" : textOf(status, "Code");
  return STATUSES.find((each) => each === code) ?? "active";
}

const vpcOf = (source: Source, side: string) => {
  const info = objectOf(source, side);
  return info === null ? null : idOf<"vpc">(info, "VpcId");
};

/** The peering connections of the input. */
export function readVpcPeeringConnections(lists: Lists): readonly VpcPeeringConnection[] {
  const entries = lists.entries("VpcPeeringConnections");
  const found = entriesById<"vpcPeeringConnection">(entries, "VpcPeeringConnectionId");
  return [...found].flatMap(([vpcPeeringConnectionId, source]) => {
    const requesterVpcId = vpcOf(source, "RequesterVpcInfo");
    const accepterVpcId = vpcOf(source, "AccepterVpcInfo");
    if (requesterVpcId !== null && accepterVpcId !== null)
      return [
        {
          vpcPeeringConnectionId,
          name: nameOf(source),
          requesterVpcId,
          accepterVpcId,
          status: statusOf(source),
        },
      ];
    source.input.notes.add("noParent", source.path, { id: vpcPeeringConnectionId, parent: "two VPCs" });
    return [];
  });
}
