import type { Diagram } from "./diagram";
import { FILE_VERSION } from "./file-format/file-version";
import { inKeyOrder } from "./file-format/key-order";
import { listsOf } from "./file-format/lists";
import type { RuleDrafts } from "./rule-draft";

const byId = <Item>(table: Readonly<Record<string, Item>>): readonly Item[] =>
  Object.entries(table)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);

const withIds = <Item>(table: Readonly<Record<string, Item>>, idKey: string) =>
  byId(Object.fromEntries(Object.entries(table).map(([id, item]) => [id, { [idKey]: id, ...item }])));

/** Writes a design. Reading it again gives the same design. */
export const formatDesignFile = ({ name, network, layout }: Diagram, drafts: RuleDrafts = {}): string => {
  const colors = Object.entries(layout.groupColors).map(([groupId, color]) => [groupId, { color }]);
  const json = {
    pathlight: FILE_VERSION,
    name,
    ...listsOf(network),
    places: withIds(layout.places, "id"),
    groupColors: withIds(Object.fromEntries(colors), "groupId"),
    ...(Object.keys(drafts).length === 0 ? {} : { drafts: byId(drafts).flat() }),
  };
  return `${JSON.stringify(json, inKeyOrder, 2)}\n`;
};
