import {
  type DbEngine,
  type DbInstance,
  type DbInstanceId,
  type NetworkInterfaceId,
  ok,
  recordOf,
  refuse,
  type SecurityGroupId,
  type SubnetId,
} from "../../../engine";
import { type Command, commandOf, networkCommand } from "../command";
import type { Place } from "../diagram";
import { nameOf } from "../find";
import { addInterface } from "../new-interface";
import { placedAt } from "../places";
import { checkNewIds, withRecord } from "../records";

export type CreateDbInstance = Readonly<{
  dbInstanceId: DbInstanceId;
  networkInterfaceId: NetworkInterfaceId;
  subnetId: SubnetId;
  name: string;
  engine: DbEngine;
  /** None: the VPC's default group. */
  groupIds: readonly SecurityGroupId[];
  place: Place;
}>;

export type DbInstancePatch = Readonly<Partial<Pick<DbInstance, "name" | "engine">>>;

/** A database with the one interface that its service manages. It never has a public address here. */
export const createDbInstance = (input: CreateDbInstance): Command =>
  commandOf(`Create database ${input.name}`, (diagram) => {
    const { dbInstanceId, name, engine, place, ...rest } = input;
    const ids = checkNewIds(diagram.network, [dbInstanceId, input.networkInterfaceId]);
    if (!ids.ok) return ids;
    const database: DbInstance = { dbInstanceId, name, engine };
    const network = addInterface(withRecord(diagram.network, "dbInstances", dbInstanceId, database), {
      ...rest,
      name: "eth0",
      attachment: { kind: "dbInstance", dbInstanceId },
      requesterManaged: true,
      publicIp: "never",
    });
    return network.ok ? ok(placedAt({ ...diagram, network: network.value }, dbInstanceId, place)) : network;
  });

export const modifyDbInstance = (id: DbInstanceId, patch: DbInstancePatch, mergeKey?: string): Command =>
  networkCommand(
    (network) =>
      patch.name === undefined
        ? `Change engine of ${nameOf(network, id)}`
        : `Rename ${nameOf(network, id)} to ${patch.name}`,
    (network) => {
      const before = recordOf(network.dbInstances, id);
      if (before === undefined) return refuse("dbInstanceNotFound", { id });
      return ok(withRecord(network, "dbInstances", id, { ...before, ...patch }));
    },
    mergeKey,
  );
