/** Transit gateways at the right of the VPCs that they join. */
import { type Network, recordsOf } from "../../engine";
import type { Place, Point } from "../document/diagram";
import type { Box } from "./arrange-boxes";
import { snap } from "./geometry";
import { CANVAS_GAP, TRANSIT_SIZE } from "./sizes";

const SPACING = 40;

/** In a column, each level with the middle of the VPCs that it joins, or below the one before it. */
export const placeTransitGateways = (
  network: Network,
  stacked: readonly (readonly [Box, Point])[],
): readonly (readonly [string, Place])[] => {
  const middles = new Map(stacked.map(([box, at]) => [box.id, at.y + box.size.height / 2]));
  const x = snap(Math.max(0, ...stacked.map(([box, at]) => at.x + box.size.width)) + CANVAS_GAP);
  const levels = recordsOf(network.transitGateways).map(({ transitGatewayId: id }) => {
    const joined = recordsOf(network.transitGatewayAttachments)
      .filter(({ transitGatewayId }) => transitGatewayId === id)
      .flatMap(({ vpcId }) => middles.get(vpcId) ?? []);
    const middle = joined.length === 0 ? 0 : (Math.min(...joined) + Math.max(...joined)) / 2;
    return { id, top: Math.max(0, middle - TRANSIT_SIZE.height / 2) };
  });
  let free = 0;
  return levels
    .toSorted((a, b) => a.top - b.top)
    .map(({ id, top }) => {
      const y = snap(Math.max(top, free));
      free = y + TRANSIT_SIZE.height + SPACING;
      return [id, { x, y, size: null }] as const;
    });
};
