/** Changing a layout: places by id, colours of groups. */
import { DEFAULT_GROUP_NAME, type SecurityGroup } from "../../engine";
import type { Diagram, Layout, Place } from "./diagram";
import { filterEntries } from "./filter-entries";

/** Colours that groups get in turn; the last of the palette is a neutral one, for default groups. */
const TURNS = 11;
const NEUTRAL = 11;

export const withPlace = (layout: Layout, id: string, place: Place | null): Layout =>
  place === null ? layout : { ...layout, places: { ...layout.places, [id]: place } };

export const withoutPlaces = (layout: Layout, gone: ReadonlySet<string>): Layout => ({
  places: filterEntries(layout.places, (id) => !gone.has(id)),
  groupColors: filterEntries(layout.groupColors, (id) => !gone.has(id)),
});

/** The colour used least so far, the lowest first: twelve groups are told apart before one comes twice. */
const nextColor = (colors: readonly number[]): number => {
  const uses = Array.from({ length: TURNS }, (_, color) => colors.filter((each) => each === color).length);
  return uses.indexOf(Math.min(...uses));
};

/** Gives a new group its colour. */
export const withGroupColor = (layout: Layout, group: SecurityGroup): Layout => {
  const isDefault = group.groupName === DEFAULT_GROUP_NAME;
  const color = isDefault ? NEUTRAL : nextColor(Object.values(layout.groupColors));
  return { ...layout, groupColors: { ...layout.groupColors, [group.groupId]: color } };
};

/** The diagram with things put at their places. */
export const placedAt = (diagram: Diagram, id: string, place: Place | null): Diagram => ({
  ...diagram,
  layout: withPlace(diagram.layout, id, place),
});
