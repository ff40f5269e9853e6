import {
  checkPeeringStatus,
  checkVpcPeeringConnection,
  type Network,
  ok,
  type VpcPeeringConnection,
  type VpcPeeringConnectionId,
} from "../../../engine";
import { type Command, networkCommand } from "../command";
import { nameOf } from "../find";
import { checkNewIds, findRecord, withRecord } from "../records";

export type VpcPeeringConnectionPatch = Readonly<Partial<Pick<VpcPeeringConnection, "name" | "status">>>;

/** Joins two VPCs. Neither gets a route by that: each side needs its own. */
export const createVpcPeeringConnection = (input: VpcPeeringConnection): Command =>
  networkCommand(
    (network) => `Peer ${nameOf(network, input.requesterVpcId)} with ${nameOf(network, input.accepterVpcId)}`,
    (network) => {
      const may = checkVpcPeeringConnection(network, input);
      if (!may.ok) return may;
      const ids = checkNewIds(network, [input.vpcPeeringConnectionId]);
      if (!ids.ok) return ids;
      return ok(withRecord(network, "vpcPeeringConnections", input.vpcPeeringConnectionId, input));
    },
  );

const modifyLabel =
  (id: VpcPeeringConnectionId, { name, status }: VpcPeeringConnectionPatch) =>
  (network: Network) => {
    if (name !== undefined) return `Rename ${nameOf(network, id)} to ${name}`;
    if (status === "active") return `Accept ${nameOf(network, id)}`;
    return status === "rejected" ? `Reject ${nameOf(network, id)}` : `Change state of ${nameOf(network, id)}`;
  };

/** Its status only goes on as in AWS: one that was rejected or deleted stays so. */
export const modifyVpcPeeringConnection = (
  id: VpcPeeringConnectionId,
  patch: VpcPeeringConnectionPatch,
  mergeKey?: string,
): Command =>
  networkCommand(
    modifyLabel(id, patch),
    (network) => {
      const before = findRecord(network, "vpcPeeringConnections", id, "peeringNotFound");
      if (!before.ok) return before;
      const may = checkPeeringStatus(before.value.status, patch.status ?? before.value.status);
      return may.ok
        ? ok(withRecord(network, "vpcPeeringConnections", id, { ...before.value, ...patch }))
        : may;
    },
    mergeKey,
  );
