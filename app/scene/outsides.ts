/** What stands on the canvas itself: the Internet, named ranges, transit gateways. */
import { type Network, recordsOf } from "../../engine";
import { INTERNET_PLACE, type Layout, type Size } from "../document/diagram";
import { joinAll, rightOf } from "./geometry";
import { placeAll } from "./place-all";
import type { Frame, Outside, Rect } from "./scene";
import { CANVAS_GAP, INTERNET_SIZE, RANGE_SIZE, SUBNET_GAP, TRANSIT_SIZE } from "./sizes";

type Content = Omit<Outside, "rect">;

const INTERNET: Content = {
  kind: "internet",
  id: INTERNET_PLACE,
  title: "Internet",
  subtitle: "0.0.0.0/0, ::/0",
};

export const OUTSIDE_SIZES: Readonly<Record<Outside["kind"], Size>> = {
  internet: INTERNET_SIZE,
  ipRange: RANGE_SIZE,
  transitGateway: TRANSIT_SIZE,
};

const transitGatewaysOf = (network: Network): readonly Content[] =>
  recordsOf(network.transitGateways).map(({ transitGatewayId: id, name }) => ({
    kind: "transitGateway",
    id,
    title: name || id,
    subtitle: "Transit gateway",
  }));

const rangesOf = (network: Network): readonly Content[] =>
  recordsOf(network.ipRanges).map(({ ipRangeId, name, cidrBlocks }) => ({
    kind: "ipRange",
    id: ipRangeId,
    title: name,
    subtitle: cidrBlocks.join(", "),
  }));

/**
 * The Internet is shown when it has a place, the others always; without one, ranges stand to the left of all frames and
 * transit gateways to the right.
 */
export const outsidesOf = (
  network: Network,
  places: Layout["places"],
  frames: readonly Frame[],
): readonly Outside[] => {
  const around: Rect = joinAll(frames.map((frame) => frame.rect)) ?? { x: 0, y: 0, width: 0, height: 0 };
  const placed = (contents: readonly Content[], x: number, right: number): readonly Outside[] =>
    placeAll(
      contents.map((value) => ({ value, id: value.id, size: OUTSIDE_SIZES[value.kind] })),
      places,
      { start: { x, y: around.y }, right, gap: SUBNET_GAP },
    ).map(({ value, rect }) => ({ ...value, rect }));
  const ends = [...(places[INTERNET_PLACE] === undefined ? [] : [INTERNET]), ...rangesOf(network)];
  const beside = rightOf(around) + CANVAS_GAP;
  return [
    ...placed(ends, around.x - RANGE_SIZE.width - CANVAS_GAP, around.x),
    ...placed(transitGatewaysOf(network), beside, beside + TRANSIT_SIZE.width),
  ];
};
