import type { PrefixListId } from "../../model/id";
import type { PrefixList, PrefixListEntry } from "../../model/prefix-list";
import { formatCidr, parseCidr } from "../../net/cidr";
import {
  cidrOfField,
  fieldOf,
  idOf,
  numberOf,
  objectsOf,
  outcomeOf,
  type Source,
  textOf,
} from "../json-source";
import { entriesById } from "./entries-by-id";
import type { Lists } from "./lists";

const entryOf = (source: Source): readonly PrefixListEntry[] => {
  const cidr = cidrOfField(source, "Cidr");
  return cidr === null ? [] : [{ cidr: formatCidr(cidr), description: textOf(source, "Description") }];
};

/** `describe-prefix-lists`, of AWS's own lists, gives bare texts. */
function bareCidrs(source: Source): readonly PrefixListEntry[] {
  const cidrs = fieldOf(source, "Cidrs");
  return (Array.isArray(cidrs) ? cidrs : []).flatMap((text: unknown) => {
    const cidr = typeof text === "string" ? parseCidr(text) : null;
    if (cidr?.ok === true) return [{ cidr: formatCidr(cidr.value), description: "" }];
    source.input.notes.add("badCidr", source.path, { text: String(text), outcome: outcomeOf(source) });
    return [];
  });
}

const eachOnce = (entries: readonly PrefixListEntry[]): readonly PrefixListEntry[] =>
  [...new Map(entries.toReversed().map((entry) => [entry.cidr, entry])).values()].reverse();

/** A list is of one family; without a field that says which, its first entry does. */
function familyOf(source: Source, entries: readonly PrefixListEntry[]): "IPv4" | "IPv6" {
  const told = textOf(source, "AddressFamily");
  if (told === "IPv4" || told === "IPv6") return told;
  return entries[0]?.cidr.includes(":") === true ? "IPv6" : "IPv4";
}

function prefixListOf(
  prefixListId: PrefixListId,
  source: Source,
  more: readonly PrefixListEntry[],
): PrefixList {
  const own = [...bareCidrs(source), ...objectsOf(source, "Entries").flatMap(entryOf)];
  const all = eachOnce(own.length === 0 ? more : own);
  const addressFamily = familyOf(source, all);
  const entries = all.filter(({ cidr }) => cidr.includes(":") === (addressFamily === "IPv6"));
  if (entries.length === 0)
    source.input.notes.add("prefixListWithoutEntries", source.path, { prefixList: prefixListId });
  const told = numberOf(source, "MaxEntries") ?? entries.length;
  return {
    prefixListId,
    prefixListName: textOf(source, "PrefixListName") || prefixListId,
    addressFamily,
    maxEntries: Math.min(Math.max(told, entries.length, 1), 1000),
    ownerId:
      textOf(source, "OwnerId") ||
      (textOf(source, "PrefixListName").startsWith("com.amazonaws.") ? "AWS" : ""),
    entries,
  };
}

/** `get-managed-prefix-list-entries` does not say of which list: they can only be those of the one list without entries. */
function looseEntries(lists: Lists, sources: ReadonlyMap<PrefixListId, Source>) {
  const loose = lists.entries("Entries");
  const empty = [...sources].filter(
    ([, source]) => fieldOf(source, "Cidrs") === undefined && fieldOf(source, "Entries") === undefined,
  );
  const [owner, another] = empty;
  if (owner !== undefined && another === undefined)
    return { ownerId: owner[0], entries: loose.flatMap(entryOf) };
  for (const source of loose.slice(0, 1)) source.input.notes.add("entriesWithoutPrefixList", source.path);
  return { ownerId: null, entries: [] };
}

/** The prefix lists of the input. */
export function readPrefixLists(lists: Lists): readonly PrefixList[] {
  const entries = [...lists.entries("ManagedPrefixLists"), ...lists.entries("PrefixLists")];
  const sources = entriesById<"prefixList">(entries, "PrefixListId", false);
  const loose = looseEntries(lists, sources);
  return [...sources].map(([id, source]) =>
    prefixListOf(id, source, id === loose.ownerId ? loose.entries : []),
  );
}

type Naming = Readonly<{ prefixListId: PrefixListId; source: Source }>;

const inRules = (lists: Lists): readonly Naming[] =>
  [
    ...lists.entries("SecurityGroupRules"),
    ...lists
      .entries("SecurityGroups")
      .flatMap((group) => [...objectsOf(group, "IpPermissions"), ...objectsOf(group, "IpPermissionsEgress")])
      .flatMap((permission) => objectsOf(permission, "PrefixListIds")),
  ].flatMap((source) => namingOf(source, "PrefixListId"));

const inRoutes = (lists: Lists): readonly Naming[] =>
  lists
    .entries("RouteTables")
    .flatMap((table) => objectsOf(table, "Routes"))
    .flatMap((source) => namingOf(source, "DestinationPrefixListId"));

const namingOf = (source: Source, key: string): readonly Naming[] => {
  const prefixListId = idOf<"prefixList">(source, key);
  return prefixListId === null ? [] : [{ prefixListId, source }];
};

/** Lists that rules and routes name and the input does not describe. */
export function impliedPrefixLists(lists: Lists, known: readonly PrefixList[]): readonly PrefixList[] {
  const ids = new Set<string>(known.map(({ prefixListId }) => prefixListId));
  return [...inRules(lists), ...inRoutes(lists)].flatMap(({ prefixListId, source }) => {
    if (ids.has(prefixListId)) return [];
    ids.add(prefixListId);
    source.input.notes.add("impliedPrefixList", source.path, { prefixList: prefixListId });
    return [
      {
        prefixListId,
        prefixListName: prefixListId,
        addressFamily: "IPv4",
        maxEntries: 1,
        ownerId: "",
        entries: [],
      },
    ];
  });
}
