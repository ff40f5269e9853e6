import type { InterfacePairs, Network } from "../../engine";
import { interfacesOf } from "../document/find";
import type { Rect } from "../scene/scene";
import type { Selection } from "../store/state";

/** More lines than this say nothing; the arrows between tiers do. */
const MOST_LINES = 60;

/** The interfaces behind a selection of a single card or interface; none for anything else. */
export const selectedRows = (selection: Selection, network: Network): readonly string[] => {
  const [id, ...others] = selection.kind === "elements" ? selection.ids : [];
  if (id === undefined || others.length > 0) return [];
  if (id in network.networkInterfaces) return [id];
  return interfacesOf(network, id).map((eni) => eni.networkInterfaceId);
};

/** A curve from row to row for each pair whose ends are drawn, as SVG path data. */
export const pairLines = (
  { ends, pairs }: InterfacePairs,
  rows: ReadonlyMap<string, Rect>,
): readonly string[] => {
  const lines: string[] = [];
  for (let i = 0; i + 2 < pairs.length && lines.length < MOST_LINES; i += 3) {
    const from = rows.get(ends[pairs[i] ?? 0] ?? "");
    const to = rows.get(ends[pairs[i + 1] ?? 0] ?? "");
    if (from && to) lines.push(curve(from, to));
  }
  return lines;
};

/** Leaves and arrives at the sides that face each other; rows in one column are joined around their right side. */
const curve = (from: Rect, to: Rect): string => {
  const [startX, endX, bend] = sides(from, to);
  const startY = from.y + from.height / 2;
  const endY = to.y + to.height / 2;
  return `M${startX} ${startY} C${startX + bend[0]} ${startY} ${endX + bend[1]} ${endY} ${endX} ${endY}`;
};

const BEND = 64;

const sides = (from: Rect, to: Rect): readonly [number, number, readonly [number, number]] => {
  const right = (rect: Rect) => rect.x + rect.width;
  if (right(from) <= to.x) return [right(from), to.x, [BEND, -BEND]];
  if (right(to) <= from.x) return [from.x, right(to), [-BEND, BEND]];
  return [right(from), right(to), [BEND, BEND]];
};
