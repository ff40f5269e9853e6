import type { PrefixListId, SecurityGroupId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { RouteTable } from "../model/route-table";
import { DEFAULT_GROUP_NAME, type SecurityGroup } from "../model/security-group";
import { ok, type Result } from "../result";
import { checkNetworkPartGoes } from "./dependency-network";
import { homesOf } from "./group-vpc-check";
import { listed } from "./listed";
import { interfaceTitle, isPrimary, ownerOf } from "./owner";
import { type Refusal, refuse } from "./refusal";

/** The interfaces that wear a group, and the other groups whose rules name it, in any VPC. */
export type GroupUsers = Readonly<{
  interfaces: readonly NetworkInterface[];
  groups: readonly SecurityGroup[];
}>;

export const groupUsers = (network: Network, groupId: SecurityGroupId): GroupUsers =>
  usersAmong(everybody(network), groupId);

const everybody = (network: Network): GroupUsers => ({
  interfaces: recordsOf(network.networkInterfaces),
  groups: recordsOf(network.securityGroups),
});

const usersAmong = ({ interfaces, groups }: GroupUsers, groupId: SecurityGroupId): GroupUsers => ({
  interfaces: interfaces.filter((each) => each.groupIds.includes(groupId)),
  groups: groups.filter(
    (group) =>
      group.groupId !== groupId &&
      group.rules.some(({ remote }) => remote.kind === "group" && remote.groupId === groupId),
  ),
});

/** The groups whose rules name a prefix list. */
export const prefixListUsers = (network: Network, listId: PrefixListId): readonly SecurityGroup[] =>
  recordsOf(network.securityGroups).filter((group) =>
    group.rules.some(({ remote }) => remote.kind === "prefixList" && remote.prefixListId === listId),
  );

/** The tables with a route for a prefix list. */
export const prefixListRoutes = (network: Network, listId: PrefixListId): readonly RouteTable[] =>
  recordsOf(network.routeTables).filter((table) =>
    table.routes.some(
      ({ destination }) => destination.kind === "prefixList" && destination.prefixListId === listId,
    ),
  );

/** What is deleted, and who stays and may need some of it: told apart once, since whole VPCs go. */
type Deletion = Readonly<{ network: Network; goes: ReadonlySet<string>; stays: GroupUsers }>;

const deletionFrom = (network: Network, goes: ReadonlySet<string>): Deletion => {
  const { interfaces, groups } = everybody(network);
  const stays = {
    interfaces: interfaces.filter((each) => !goes.has(each.networkInterfaceId)),
    groups: groups.filter((each) => !goes.has(each.groupId)),
  };
  return { network, goes, stays };
};

/**
 * Whom it keeps a group from being deleted: rules of a peered VPC go stale instead (VPC Peering Guide, "Identify stale
 * security group rules").
 */
const holdersOf = (stays: GroupUsers, group: SecurityGroup): GroupUsers => {
  const homes = homesOf(group);
  const { interfaces, groups } = usersAmong(stays, group.groupId);
  return { interfaces, groups: groups.filter((each) => homesOf(each).some((id) => homes.includes(id))) };
};

function checkGroupGoes(deletion: Deletion, group: SecurityGroup): Result<void, Refusal> {
  const { network, goes } = deletion;
  const isDefault = group.groupName === DEFAULT_GROUP_NAME;
  if (isDefault && !goes.has(group.vpcId)) return refuse("defaultGroupStays", { name: group.groupName });
  const users = holdersOf(deletion.stays, group);
  if (users.interfaces.length > 0 || users.groups.length > 0) {
    return refuse("groupInUse", {
      name: group.groupName,
      interfaces: listed(users.interfaces.map((each) => interfaceTitle(network, each))),
      groups: listed(users.groups.map((each) => each.groupName)),
    });
  }
  const vpcs = goes.has(group.vpcId) ? [] : group.associatedVpcIds.filter((id) => !goes.has(id));
  if (vpcs.length === 0) return ok(undefined);
  const names = listed(vpcs.map((id) => recordOf(network.vpcs, id)?.name || id));
  return refuse("groupAssociated", { name: group.groupName, vpcs: names });
}

function checkInterfaceGoes(
  network: Network,
  networkInterface: NetworkInterface,
  goes: ReadonlySet<string>,
): Result<void, Refusal> {
  const owner = ownerOf(networkInterface);
  if (owner === null || goes.has(owner) || goes.has(networkInterface.subnetId)) return ok(undefined);
  const facts = { name: interfaceTitle(network, networkInterface) };
  if (networkInterface.requesterManaged) return refuse("interfaceManaged", facts);
  return refuse(isPrimary(networkInterface) ? "interfacePrimary" : "interfaceAttached", facts);
}

function checkListGoes({ network, goes }: Deletion, id: PrefixListId, name: string): Result<void, Refusal> {
  const groups = prefixListUsers(network, id).filter((each) => !goes.has(each.groupId));
  const tables = prefixListRoutes(network, id).filter((each) => !goes.has(each.routeTableId));
  if (groups.length === 0 && tables.length === 0) return ok(undefined);
  return refuse("prefixListInUse", {
    name,
    groups: listed(groups.map((each) => each.groupName)),
    tables: listed(tables.map((each) => each.name || each.routeTableId)),
  });
}

function checkGoes(deletion: Deletion, id: string): Result<void, Refusal> {
  const { network, goes } = deletion;
  const group = recordOf(network.securityGroups, id);
  if (group !== undefined) return checkGroupGoes(deletion, group);
  const networkInterface = recordOf(network.networkInterfaces, id);
  if (networkInterface !== undefined) return checkInterfaceGoes(network, networkInterface, goes);
  const list = recordOf(network.prefixLists, id);
  if (list !== undefined) return checkListGoes(deletion, list.prefixListId, list.prefixListName);
  return checkNetworkPartGoes(network, id, goes);
}

/**
 * May all of these things go in one step? What they need of each other is no obstacle; what stays and needs one of them is.
 * `goes` holds the content of what goes as well.
 */
export function checkDeletion(network: Network, goes: ReadonlySet<string>): Result<void, Refusal> {
  const deletion = deletionFrom(network, goes);
  for (const id of goes) {
    const checked = checkGoes(deletion, id);
    if (!checked.ok) return checked;
  }
  return ok(undefined);
}
