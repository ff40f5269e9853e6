import type { PrefixListId, SecurityGroupId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import { DEFAULT_GROUP_NAME, type SecurityGroup } from "../model/security-group";
import { ok, type Result } from "../result";
import { interfaceTitle, isPrimary, ownerOf } from "./owner";
import { type Refusal, refuse } from "./refusal";

/** Who keeps a group from being deleted: the interfaces that wear it and the other groups whose rules name it. */
export type GroupUsers = Readonly<{
  interfaces: readonly NetworkInterface[];
  groups: readonly SecurityGroup[];
}>;

export const groupUsers = (network: Network, groupId: SecurityGroupId): GroupUsers => ({
  interfaces: recordsOf(network.networkInterfaces).filter((each) => each.groupIds.includes(groupId)),
  groups: recordsOf(network.securityGroups).filter(
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

const NAMED = 5;

/** "web-1, web-2 and 7 more". */
const listed = (names: readonly string[]): string => {
  const unique = [...new Set(names)];
  if (unique.length <= NAMED) return unique.join(", ");
  return `${unique.slice(0, NAMED).join(", ")} and ${unique.length - NAMED} more`;
};

function checkGroupGoes(
  network: Network,
  group: SecurityGroup,
  goes: ReadonlySet<string>,
): Result<void, Refusal> {
  if (goes.has(group.vpcId)) return checkUnused(network, group, goes);
  return group.groupName === DEFAULT_GROUP_NAME
    ? refuse("defaultGroupStays", { name: group.groupName })
    : checkUnused(network, group, goes);
}

function checkUnused(
  network: Network,
  group: SecurityGroup,
  goes: ReadonlySet<string>,
): Result<void, Refusal> {
  const users = groupUsers(network, group.groupId);
  const wearers = users.interfaces.filter((each) => !goes.has(each.networkInterfaceId));
  const namers = users.groups.filter((each) => !goes.has(each.groupId));
  if (wearers.length === 0 && namers.length === 0) return ok(undefined);
  return refuse("groupInUse", {
    name: group.groupName,
    interfaces: listed(wearers.map((each) => interfaceTitle(network, each))),
    groups: listed(namers.map((each) => each.groupName)),
  });
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

function checkGoes(network: Network, id: string, goes: ReadonlySet<string>): Result<void, Refusal> {
  const group = recordOf(network.securityGroups, id);
  if (group !== undefined) return checkGroupGoes(network, group, goes);
  const networkInterface = recordOf(network.networkInterfaces, id);
  if (networkInterface !== undefined) return checkInterfaceGoes(network, networkInterface, goes);
  const list = recordOf(network.prefixLists, id);
  if (list === undefined) return ok(undefined);
  const users = prefixListUsers(network, list.prefixListId).filter((group) => !goes.has(group.groupId));
  if (users.length === 0) return ok(undefined);
  return refuse("prefixListInUse", {
    name: list.prefixListName,
    groups: listed(users.map((each) => each.groupName)),
  });
}

/**
 * May all of these things go in one step? What they need of each other is no obstacle; what stays and needs one of them is.
 * `goes` holds the content of what goes as well.
 */
export function checkDeletion(network: Network, goes: ReadonlySet<string>): Result<void, Refusal> {
  for (const id of goes) {
    const checked = checkGoes(network, id, goes);
    if (!checked.ok) return checked;
  }
  return ok(undefined);
}
