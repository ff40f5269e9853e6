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

/** A connection that does not tell its status is taken for one in use; a status that is none carries nothing. */
function statusOf(source: Source, peering: string): VpcPeeringStatus {
  const status = objectOf(source, "Status");
  const text = status === null ? "" : textOf(status, "Code");
  const known = STATUSES.find((each) => each === text);
  if (known !== undefined) return known;
  const { notes } = source.input;
  if (text === "") notes.add("noPeeringStatus", source.path, { peering });
  else notes.add("badPeeringStatus", source.path, { peering, text });
  return text === "" ? "active" : "failed";
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
          status: statusOf(source, vpcPeeringConnectionId),
        },
      ];
    source.input.notes.add("noParent", source.path, { id: vpcPeeringConnectionId, parent: "two VPCs" });
    return [];
  });
}
