import { type PrefixList, type PrefixListId, refuse } from "../../../engine";
import { type Command, commandOf } from "../command";

export type PrefixListPatch = Readonly<
  Partial<Pick<PrefixList, "prefixListName" | "maxEntries" | "entries">>
>;

const soon = (label: string, mergeKey?: string): Command =>
  commandOf(label, () => refuse("prefixListNotFound"), mergeKey);

export const createManagedPrefixList = (list: PrefixList): Command =>
  soon(`Create prefix list ${list.prefixListName}`);

export const modifyManagedPrefixList = (
  id: PrefixListId,
  patch: PrefixListPatch,
  mergeKey?: string,
): Command => soon(`Modify ${id} ${Object.keys(patch)}`, mergeKey);

export const deleteManagedPrefixList = (id: PrefixListId): Command => soon(`Delete ${id}`);
