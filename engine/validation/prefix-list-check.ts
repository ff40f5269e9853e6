import { type Network, recordOf } from "../model/network";
import type { PrefixList, PrefixListEntry } from "../model/prefix-list";
import { formatCidr } from "../net/cidr";
import { ok, type Result } from "../result";
import { checkCidr } from "./cidr-check";
import { prefixListRoutes, prefixListUsers } from "./dependency";
import { checkDescription } from "./group-check";
import { type Refusal, refuse } from "./refusal";
import { checkRouteQuota, routesInUse } from "./route-quota";
import { checkRuleQuota } from "./rule-quota";
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

/** A larger list weighs more in every group whose rules name it, and in every table with a route for it. */
function checkUsersQuota(network: Network, list: PrefixList): Result<void, Refusal> {
  const id = list.prefixListId;
  const changed = { ...network, prefixLists: { ...network.prefixLists, [id]: list } };
  for (const group of prefixListUsers(network, id)) {
    const checked = checkRuleQuota(group, rulesInUse(group, network), rulesInUse(group, changed));
    if (!checked.ok) return checked;
  }
  for (const { routes } of prefixListRoutes(network, id)) {
    const checked = checkRouteQuota(routesInUse(network, routes), routesInUse(changed, routes));
    if (!checked.ok) return checked;
  }
  return ok(undefined);
}

function checkSize(network: Network, list: PrefixList): Result<void, Refusal> {
  const isSize = Number.isInteger(list.maxEntries) && list.maxEntries >= 1 && list.maxEntries <= MAX_ENTRIES;
  if (isSize && list.entries.length <= list.maxEntries) return checkUsersQuota(network, list);
  const facts = { maxEntries: `${list.maxEntries}`, entries: `${list.entries.length}` };
  return refuse("prefixListMaxEntries", { ...facts, limit: `${MAX_ENTRIES}` });
}

function checkName(name: string): Result<void, Refusal> {
  const isName = name !== "" && name.length <= 255 && !name.startsWith("com.amazonaws");
  return isName ? ok(undefined) : refuse("prefixListName", { name });
}

/**
 * A managed prefix list as EC2 would store it, new or changed: a name that is not Amazon's, CIDRs of its family, each once, no
 * more than its size (API Reference, CreateManagedPrefixList). Amazon's own lists cannot be changed. What stays as it was is
 * not checked.
 */
export function checkPrefixList(network: Network, list: PrefixList): Result<PrefixList, Refusal> {
  const before = recordOf(network.prefixLists, list.prefixListId);
  if (before?.ownerId === "AWS") return refuse("prefixListManaged", { name: list.prefixListName });
  const name =
    before?.prefixListName === list.prefixListName ? ok(undefined) : checkName(list.prefixListName);
  if (!name.ok) return name;
  const hasEntries = before?.entries === list.entries;
  const entries = hasEntries ? ok(list.entries) : checkEntries(list);
  if (!entries.ok) return entries;
  const isSized = hasEntries && before.maxEntries === list.maxEntries;
  const size = isSized ? ok(undefined) : checkSize(network, list);
  return size.ok ? ok({ ...list, entries: entries.value }) : size;
}
