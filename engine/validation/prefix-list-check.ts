import { type Network, recordOf } from "../model/network";
import type { PrefixList, PrefixListEntry } from "../model/prefix-list";
import { formatCidr } from "../net/cidr";
import { ok, type Result } from "../result";
import { checkCidr } from "./cidr-check";
import { prefixListUsers } from "./dependency";
import { checkDescription } from "./group-check";
import { QUOTAS } from "./quotas";
import { type Refusal, refuse } from "./refusal";
import { rulesInUse } from "./rules-in-use";

const MAX_ENTRIES = 1000;

function checkEntries(list: PrefixList): Result<readonly PrefixListEntry[], Refusal> {
  const entries: PrefixListEntry[] = [];
  for (const entry of list.entries) {
    const cidr = checkCidr(entry.cidr, list.addressFamily === "IPv4" ? 4 : 6);
    if (!cidr.ok) return cidr;
    const description = checkDescription(entry.description);
    if (!description.ok) return description;
    const text = formatCidr(cidr.value);
    if (entries.some((each) => each.cidr === text)) return refuse("cidrRepeated", { cidr: text });
    entries.push({ cidr: text, description: entry.description });
  }
  return ok(entries);
}

/** A larger list weighs more in every group whose rules name it. */
function checkUsersQuota(network: Network, list: PrefixList): Result<void, Refusal> {
  const changed = { ...network, prefixLists: { ...network.prefixLists, [list.prefixListId]: list } };
  const limit = QUOTAS.rulesPerSecurityGroup;
  for (const group of prefixListUsers(network, list.prefixListId)) {
    const { ingress, egress } = rulesInUse(group, changed);
    const count = Math.max(ingress.ipv4, ingress.ipv6, egress.ipv4, egress.ipv6);
    if (count <= limit) continue;
    const direction = count === ingress.ipv4 || count === ingress.ipv6 ? "ingress" : "egress";
    const facts = { group: group.groupName, direction, family: list.addressFamily };
    return refuse("ruleLimit", { ...facts, count: `${count}`, limit: `${limit}` });
  }
  return ok(undefined);
}

function checkSize(network: Network, list: PrefixList): Result<void, Refusal> {
  const isSize = Number.isInteger(list.maxEntries) && list.maxEntries >= 1 && list.maxEntries <= MAX_ENTRIES;
  if (!isSize || list.entries.length > list.maxEntries) {
    const facts = { maxEntries: `${list.maxEntries}`, entries: `${list.entries.length}` };
    return refuse("prefixListMaxEntries", { ...facts, limit: `${MAX_ENTRIES}` });
  }
  const before = recordOf(network.prefixLists, list.prefixListId);
  return before === undefined || before.maxEntries === list.maxEntries
    ? ok(undefined)
    : checkUsersQuota(network, list);
}

/**
 * A managed prefix list as EC2 would store it, new or changed: a name that is not Amazon's, CIDRs of its family, each once, no
 * more than its size (API Reference, CreateManagedPrefixList). Amazon's own lists cannot be changed.
 */
export function checkPrefixList(network: Network, list: PrefixList): Result<PrefixList, Refusal> {
  const name = list.prefixListName;
  if (recordOf(network.prefixLists, list.prefixListId)?.ownerId === "AWS") {
    return refuse("prefixListManaged", { name });
  }
  if (name === "" || name.length > 255 || name.startsWith("com.amazonaws")) {
    return refuse("prefixListName", { name });
  }
  const entries = checkEntries(list);
  if (!entries.ok) return entries;
  const size = checkSize(network, list);
  return size.ok ? ok({ ...list, entries: entries.value }) : size;
}
