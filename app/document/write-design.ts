import type { Diagram } from "./diagram";
import { findElement } from "./elements";
import { FILE_VERSION } from "./file-format/file-version";
import { inKeyOrder } from "./file-format/key-order";
import { listsOf } from "./file-format/lists";
import type { RowDrafts } from "./row-draft";
import type { RuleDrafts } from "./rule-draft";

const byId = <Item>(table: Readonly<Record<string, Item>>): readonly Item[] =>
  Object.entries(table)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);

const withIds = <Item>(table: Readonly<Record<string, Item>>, idKey: string) =>
  byId(Object.fromEntries(Object.entries(table).map(([id, item]) => [id, { [idKey]: id, ...item }])));

/** Those of elements that are there: a form's name begins with the id of what it is about. */
const openForms = (network: Diagram["network"], rowDrafts: RowDrafts): RowDrafts =>
  Object.fromEntries(
    Object.entries(rowDrafts).filter(
      ([form, rows]) => rows.length > 0 && findElement(network, form.split(" ")[0] ?? "") !== null,
    ),
  );

/** A part of the file that is only written where it holds anything. */
const unlessEmpty = (part: string, held: Readonly<Record<string, unknown>>, written: unknown) =>
  Object.keys(held).length === 0 ? {} : { [part]: written };

/** Writes a design. Reading it again gives the same design. */
export const formatDesignFile = (
  { name, network, layout }: Diagram,
  drafts: RuleDrafts = {},
  rowDrafts: RowDrafts = {},
): string => {
  const forms = openForms(network, rowDrafts);
  const colors = Object.entries(layout.groupColors).map(([groupId, color]) => [groupId, { color }]);
  const json = {
    pathlight: FILE_VERSION,
    name,
    ...listsOf(network),
    places: withIds(layout.places, "id"),
    groupColors: withIds(Object.fromEntries(colors), "groupId"),
    ...unlessEmpty("drafts", drafts, byId(drafts).flat()),
    ...unlessEmpty("rowDrafts", forms, forms),
  };
  return `${JSON.stringify(json, inKeyOrder, 2)}\n`;
};
