import { recordOf } from "../../engine";
import { type Diagram, INTERNET_PLACE, type Layout } from "./diagram";
import { findElement } from "./elements";
import { networkOf } from "./file-format/lists";
import type { DesignJson } from "./file-format/schema";
import { withGroupColor } from "./places";
import type { RowDrafts } from "./row-draft";
import type { RuleDraft, RuleDrafts } from "./rule-draft";

/** A design with what is typed in its forms and not in force. */
export type DesignFile = Readonly<{ diagram: Diagram; drafts: RuleDrafts; rowDrafts: RowDrafts }>;

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

/** The design that checked JSON of this version holds. */
export const designOf = (json: DesignJson): DesignFile => {
  const network = networkOf(json);
  const diagram: Diagram = { name: json.name, network, layout: layoutOf(json, network) };
  return { diagram, drafts: draftsOf(json, network), rowDrafts: json.rowDrafts };
};

/**
 * An example that comes with the page: its file is ours and of this version, and tests read it with all checks, so the
 * first picture need not wait for them.
 */
export const ownExample = (text: string): DesignFile =>
  designOf({ drafts: [], rowDrafts: {}, ...JSON.parse(text) });
