import {
  checkPrefixList,
  type Network,
  ok,
  type PrefixList,
  type PrefixListId,
  recordOf,
  refuse,
} from "../../../engine";
import { type Command, networkCommand } from "../command";
import { nameOf } from "../find";
import { checkNewIds, withRecord } from "../records";
import { deleteElements } from "./delete";

export type PrefixListPatch = Readonly<
  Partial<Pick<PrefixList, "prefixListName" | "maxEntries" | "entries">>
>;

export const createManagedPrefixList = (list: PrefixList): Command =>
  networkCommand(`Create prefix list ${list.prefixListName}`, (network) => {
    const checked = checkPrefixList(network, list);
    if (!checked.ok) return checked;
    const ids = checkNewIds(network, [list.prefixListId]);
    return ids.ok ? ok(withRecord(network, "prefixLists", list.prefixListId, checked.value)) : ids;
  });

const modifyLabel = (id: PrefixListId, patch: PrefixListPatch) => (network: Network) => {
  const name = nameOf(network, id);
  if (patch.prefixListName !== undefined) return `Rename ${name} to ${patch.prefixListName}`;
  return patch.entries === undefined ? `Resize ${name}` : `Change entries of ${name}`;
};

/** Refused when rules that name the list would then break their group's quota. */
export const modifyManagedPrefixList = (
  id: PrefixListId,
  patch: PrefixListPatch,
  mergeKey?: string,
): Command =>
  networkCommand(
    modifyLabel(id, patch),
    (network) => {
      const before = recordOf(network.prefixLists, id);
      if (before === undefined) return refuse("prefixListNotFound", { id });
      const checked = checkPrefixList(network, { ...before, ...patch });
      return checked.ok ? ok(withRecord(network, "prefixLists", id, checked.value)) : checked;
    },
    mergeKey,
  );

export const deleteManagedPrefixList = (id: PrefixListId): Command => deleteElements([id]);
