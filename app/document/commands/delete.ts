import {
  checkDeletion,
  DEFAULT_GROUP_NAME,
  type Network,
  ok,
  ownerOf,
  recordsOf,
  refuse,
} from "../../../engine";
import { type Command, commandOf } from "../command";
import { INTERNET_PLACE } from "../diagram";
import { findElement, isPrimary, nameOf, TABLE_OF } from "../find";
import { withoutPlaces } from "../places";
import { filterEntries } from "../records";

export type Deletion = Readonly<{
  /** All that goes, content included. */
  ids: ReadonlySet<string>;
  /** "Delete VPC shop and its 12 resources". */
  label: string;
  /** Resources that go beside those that were named. Interfaces and default groups that come along are not counted. */
  count: number;
}>;

const addContainers = (network: Network, goes: Set<string>): void => {
  for (const { subnetId, vpcId } of recordsOf(network.subnets)) if (goes.has(vpcId)) goes.add(subnetId);
  for (const { groupId, vpcId } of recordsOf(network.securityGroups)) if (goes.has(vpcId)) goes.add(groupId);
};

/** What has its primary interface in a subnet stands in it; another interface there goes alone. */
const addStanding = (network: Network, goes: Set<string>): void => {
  for (const each of recordsOf(network.networkInterfaces)) {
    if (!goes.has(each.subnetId)) continue;
    goes.add(each.networkInterfaceId);
    const owner = ownerOf(each);
    if (owner !== null && isPrimary(each)) goes.add(owner);
  }
};

const addInterfaces = (network: Network, goes: Set<string>): void => {
  for (const each of recordsOf(network.networkInterfaces)) {
    if (goes.has(ownerOf(each) ?? "")) goes.add(each.networkInterfaceId);
  }
};

/** These things with all that lies in them: a container's content, and the interfaces of what stands there. */
export const withContent = (network: Network, ids: readonly string[]): ReadonlySet<string> => {
  const all = new Set(ids);
  addContainers(network, all);
  addStanding(network, all);
  addInterfaces(network, all);
  return all;
};

/** Does it come along with something else, so that nobody would count it? */
const comesAlong = (network: Network, id: string): boolean => {
  const element = findElement(network, id);
  if (element?.kind === "networkInterface") return element.record.attachment !== null;
  return element?.kind === "securityGroup" && element.record.groupName === DEFAULT_GROUP_NAME;
};

const KIND_WORDS: Readonly<Record<string, string>> = {
  vpc: "VPC ",
  subnet: "subnet ",
  securityGroup: "security group ",
  networkInterface: "network interface ",
  prefixList: "prefix list ",
};

const labelOf = (network: Network, named: readonly string[], count: number): string => {
  const [id = ""] = named;
  if (named.length !== 1) return `Delete ${named.length + count} resources`;
  const kind = findElement(network, id)?.kind ?? "";
  const content = count === 0 ? "" : ` and its ${count} ${count === 1 ? "resource" : "resources"}`;
  return `Delete ${KIND_WORDS[kind] ?? ""}${nameOf(network, id)}${content}`;
};

/** What deleting these things takes with it, for the question before it and for undo. */
export const deletionOf = (network: Network, ids: readonly string[]): Deletion => {
  const named = [...new Set(ids)];
  const all = withContent(network, named);
  const count = [...all].filter((id) => !named.includes(id) && !comesAlong(network, id)).length;
  return { ids: all, label: labelOf(network, named, count), count };
};

const withoutRecords = (network: Network, goes: ReadonlySet<string>): Network => {
  let left = network;
  for (const table of Object.values(TABLE_OF)) {
    const records = filterEntries(left[table], (id) => !goes.has(id));
    if (records !== left[table]) left = { ...left, [table]: records };
  }
  return left;
};

/** Deletes things with all that lies in them, in one step, or nothing when something that stays needs one of them. */
export const deleteElements = (ids: readonly string[]): Command =>
  commandOf(
    (network) => deletionOf(network, ids).label,
    (diagram) => {
      const { network, layout } = diagram;
      const unknown = ids.find((id) => id !== INTERNET_PLACE && findElement(network, id) === null);
      if (unknown !== undefined) return refuse("elementNotFound", { id: unknown });
      const goes = withContent(network, ids);
      const may = checkDeletion(network, goes);
      if (!may.ok) return may;
      return ok({ ...diagram, network: withoutRecords(network, goes), layout: withoutPlaces(layout, goes) });
    },
  );
