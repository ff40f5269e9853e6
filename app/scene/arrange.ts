/** A tidy place for everything: docs/decisions/arrange.md says how and why. */
import { type Network, recordsOf } from "../../engine";
import { type Diagram, INTERNET_PLACE, type Place, type Point, type Size } from "../document/diagram";
import { isPublicSubnet } from "../document/public-subnet";
import { type Box, rowsOfSubnets, type VpcInput, vpcBox } from "./arrange-boxes";
import { type Flow, type FlowSource, flowsOf } from "./arrange-flows";
import { type Elk, type Order, orderOf, type Partition } from "./arrange-order";
import { placeTransitGateways } from "./arrange-transit";
import { type CardContent, cardContents } from "./cards";
import { frameTitleWidth } from "./frame-titles";
import { subnetFrame } from "./frames";
import { bottomOf, grow, overlap, rectAt, snap } from "./geometry";
import { groupBy } from "./group-by";
import { chipsOf } from "./group-chips";
import { membersOf } from "./hull-members";
import { layoutOf } from "./layout-of";
import type { Rect } from "./scene";
import { CARD_HEADER, INTERNET_SIZE, RANGE_SIZE, ROW_HEIGHT } from "./sizes";

export type Places = Readonly<Record<string, Place>>;

/** Between outside ends and VPCs: at the Internet's, the room for "TCP 80, 443 · HTTP, HTTPS". */
const INTERNET_GAP = 152;
const RANGE_GAP = 112;
const VPC_GAP = 96;
const OUTSIDE_SPACING = 40;
const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 };

const outsideIds = ({ network, layout }: Diagram): readonly string[] => {
  const ranges = recordsOf(network.ipRanges).map((range) => range.ipRangeId as string);
  return layout.places[INTERNET_PLACE] === undefined ? ranges : [INTERNET_PLACE, ...ranges];
};

/** What the flow is followed between: outside ends, and cards that wear the same groups in a like subnet, as one. */
type Units = Readonly<{ unitOf: ReadonlyMap<string, string>; partitions: ReadonlyMap<string, Partition> }>;

const unitsOf = (diagram: Diagram, contents: readonly CardContent[]): Units => {
  const { network } = diagram;
  const units = new Map<string, string>();
  const partitions = new Map<string, Partition>();
  for (const id of outsideIds(diagram)) {
    units.set(id, id);
    partitions.set(id, 0);
  }
  for (const card of contents) {
    const subnet = network.subnets[card.parentId];
    const partition = subnet !== undefined && isPublicSubnet(network, subnet) ? 1 : 2;
    const groups = card.rows.flatMap((row) => row.chips.map((chip) => chip.groupId)).toSorted();
    const unit = [partition, ...groups].join(" ");
    units.set(card.id, unit);
    partitions.set(unit, partition);
  }
  return { unitOf: units, partitions };
};

/** The order of the units, given to all that belong to them. */
const cardOrder = async (elk: Elk, { unitOf, partitions }: Units, flows: readonly Flow[]): Promise<Order> => {
  const between = flows.map(({ from, to }) => ({ from: unitOf.get(from) ?? "", to: unitOf.get(to) ?? "" }));
  const distinct = new Map(between.map((flow) => [`${flow.from} > ${flow.to}`, flow]));
  const order = await orderOf(
    elk,
    partitions,
    [...distinct.values()].filter(({ from, to }) => from !== to),
  );
  return new Map(
    [...unitOf].flatMap(([id, unit]) => {
      const found = order.get(unit);
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
};

/** Subnets by their names, so that the result does not depend on the order in which they were made. */
const vpcInputs = (network: Network, contents: readonly CardContent[]): readonly VpcInput[] => {
  const cards = groupBy(contents, (card) => card.parentId);
  const subnets = groupBy(recordsOf(network.subnets), (subnet) => subnet.vpcId);
  return recordsOf(network.vpcs).map((vpc) => ({
    vpc,
    subnets: (subnets.get(vpc.vpcId) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name, "en"))
      .map((subnet) => ({
        subnet,
        isPublic: isPublicSubnet(network, subnet),
        titleWidth: frameTitleWidth(subnetFrame(network, subnet, NOWHERE)),
        cards: cards.get(subnet.subnetId) ?? [],
      })),
  }));
};

/** How many hulls are nested at most around cards of this VPC. */
const levelsOf = (diagram: Diagram): ReadonlyMap<string, number> => {
  const byVpc = groupBy(membersOf(layoutOf(diagram)), (members) => members.vpcId as string);
  return new Map(
    [...byVpc].map(([vpcId, members]) => [vpcId, Math.max(...members.map(({ level }) => level)) + 1]),
  );
};

const stack = (boxes: readonly Box[], x: number): readonly (readonly [Box, Point])[] => {
  let y = 0;
  return boxes.map((box) => {
    const at = { x, y };
    y += box.size.height + VPC_GAP;
    return [box, at] as const;
  });
};

/** The heights of the middles of all cards, by id: what outside ends are levelled with. */
const cardMiddles = (stacked: readonly (readonly [Box, Point])[]): ReadonlyMap<string, number> =>
  new Map(
    stacked.flatMap(([box, at]) => {
      const tops = new Map(box.places);
      return box.places.flatMap(([id, place], index) => {
        const frame = box.places.slice(0, index).findLast(([, other]) => other.size !== null)?.[0];
        if (place.size !== null || frame === undefined) return [];
        const middle = at.y + (tops.get(frame)?.y ?? 0) + place.y + (CARD_HEADER + ROW_HEIGHT) / 2;
        return [[id, middle] as const];
      });
    }),
  );

const sizeOfOutside = (id: string): Size => (id === INTERNET_PLACE ? INTERNET_SIZE : RANGE_SIZE);

const leftOfVpcs = (outsides: readonly string[]): number => {
  if (outsides.length === 0) return 0;
  return outsides.every((id) => id === INTERNET_PLACE)
    ? INTERNET_SIZE.width + INTERNET_GAP
    : RANGE_SIZE.width + RANGE_GAP;
};

/** Where its arrow leaves: the Internet's disc has its middle above that of its rectangle. */
const middleOfOutside = (id: string): number =>
  (id === INTERNET_PLACE ? INTERNET_SIZE.width : RANGE_SIZE.height) / 2;

/** Each outside end beside the uppermost card it reaches, or below the one before it where that is taken. */
const placeOutsides = (
  ids: readonly string[],
  flows: readonly Flow[],
  middles: ReadonlyMap<string, number>,
): readonly (readonly [string, Place])[] => {
  const first = Math.min(...middles.values(), 200);
  const column = Math.max(0, ...ids.map((id) => sizeOfOutside(id).width));
  const taken: Rect[] = [];
  return ids.map((id) => {
    const size = sizeOfOutside(id);
    const reached = flows.filter((flow) => flow.from === id).flatMap((flow) => middles.get(flow.to) ?? []);
    const middle = reached.length === 0 ? first : Math.min(...reached);
    let y = snap(middle - middleOfOutside(id));
    const x = snap((column - size.width) / 2);
    const blocking = (): Rect | undefined =>
      taken.find((other) =>
        overlap(grow(rectAt({ x: 0, y }, { ...size, width: column }), OUTSIDE_SPACING - 1), other),
      );
    for (let other = blocking(); other !== undefined; other = blocking())
      y = snap(bottomOf(other) + OUTSIDE_SPACING);
    taken.push(rectAt({ x, y }, size));
    return [id, { x, y, size: null }] as const;
  });
};

const NOT_ANALYSED: FlowSource = { tiers: new Map(), tierPairs: new Map() };

/**
 * Places for all of a diagram's elements, on the grid of 4: outside ends at the left, VPCs below each other, transit gateways
 * at their right, subnets in rows by tier (public ones above) and columns by zone. Nothing overlaps. Without an analysis it follows the group references.
 */
export const arrange = async (
  diagram: Diagram,
  elk: Elk,
  source: FlowSource = NOT_ANALYSED,
): Promise<Places> => {
  const { network, layout } = diagram;
  const contents = cardContents(network, chipsOf(network, layout));
  const flows = flowsOf(diagram, contents, source);
  const order = await cardOrder(elk, unitsOf(diagram, contents), flows);
  const levels = levelsOf(diagram);
  const boxes = vpcInputs(network, contents).map(({ vpc, subnets }) =>
    vpcBox(vpc, rowsOfSubnets(subnets, order, levels.get(vpc.vpcId) ?? 1)),
  );
  const outsides = outsideIds(diagram);
  const stacked = stack(boxes, leftOfVpcs(outsides));
  return Object.fromEntries([
    ...placeTransitGateways(network, stacked),
    ...placeOutsides(outsides, flows, cardMiddles(stacked)),
    ...stacked.flatMap(([box, at]) => [[box.id, { ...at, size: box.size }] as const, ...box.places]),
  ]);
};
