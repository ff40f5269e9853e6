/**
 * The design file, `*.pathlight.json`: versioned JSON, lists sorted by id, keys in one order, so that two versions of a
 * design differ where the design does. Pure: storage and dialogs are elsewhere.
 */
import * as v from "valibot";
import { fail, ok, type Result, recordOf } from "../../engine";
import { type Diagram, INTERNET_PLACE, type Layout } from "./diagram";
import { type FileError, fileError } from "./file-format/file-error";
import { errorOf } from "./file-format/issue";
import { parseJson } from "./file-format/json-text";
import { inKeyOrder } from "./file-format/key-order";
import { listsOf, networkOf } from "./file-format/lists";
import { FILE_VERSION, migrate } from "./file-format/migrations";
import { checkReferences } from "./file-format/references";
import { DESIGN_SCHEMA, type DesignJson } from "./file-format/schema";
import { findElement } from "./find";
import { withGroupColor } from "./places";
import type { RuleDraft, RuleDrafts } from "./rule-draft";

export type { FileError } from "./file-format/file-error";

export type DesignFile = Readonly<{ diagram: Diagram; drafts: RuleDrafts }>;

/** 10 MB: some 50,000 interfaces. */
const MAX_LENGTH = 10 * 1024 * 1024;

/** Places and colours of things that are not there do no harm and are left out; groups without a colour get one. */
const layoutOf = (json: DesignJson, network: Diagram["network"]): Layout => {
  const places = json.places
    .filter(({ id }) => id === INTERNET_PLACE || findElement(network, id) !== null)
    .map(({ id, ...place }) => [id, place] as const);
  const colors = json.groupColors
    .filter(({ groupId }) => recordOf(network.securityGroups, groupId) !== undefined)
    .map(({ groupId, color }) => [groupId, color] as const);
  const layout: Layout = { places: Object.fromEntries(places), groupColors: Object.fromEntries(colors) };
  return json.securityGroups
    .filter(({ groupId }) => recordOf(layout.groupColors, groupId) === undefined)
    .reduce(withGroupColor, layout);
};

/** Drafts of groups that are gone have no form to stand in. */
const draftsOf = (json: DesignJson, network: Diagram["network"]): RuleDrafts => {
  const drafts = new Map<string, RuleDraft[]>();
  for (const draft of json.drafts) {
    if (recordOf(network.securityGroups, draft.groupId) === undefined) continue;
    drafts.set(draft.groupId, [...(drafts.get(draft.groupId) ?? []), draft]);
  }
  return Object.fromEntries(drafts);
};

const designOf = (json: DesignJson): DesignFile => {
  const network = networkOf(json);
  const diagram: Diagram = { name: json.name, network, layout: layoutOf(json, network) };
  return { diagram, drafts: draftsOf(json, network) };
};

/** Reads a design of this or an older version, or says exactly where and why it is none. */
export const parseDesignFile = (text: string): Result<DesignFile, FileError> => {
  if (text.length > MAX_LENGTH)
    return fileError("", "this file is larger than 10 MB, the most that Pathlight opens");
  const json = parseJson(text);
  if (!json.ok) return json;
  const present = migrate(json.value);
  if (!present.ok) return present;
  const parsed = v.safeParse(DESIGN_SCHEMA, present.value, { abortEarly: true });
  if (!parsed.success) return fail(errorOf(parsed.issues[0]));
  const references = checkReferences(parsed.output);
  return references.ok ? ok(designOf(parsed.output)) : references;
};

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
