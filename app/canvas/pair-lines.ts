import type { InterfacePairs, Network } from "../../engine";
import { interfacesOf } from "../document/find";
import type { Rect } from "../scene/scene";
import type { Selection } from "../store/state";
import { curveBetween, curvePath } from "./curve";

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
    if (from && to) lines.push(curvePath(curveBetween(from, to)));
  }
  return lines;
};
