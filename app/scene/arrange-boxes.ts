/** AWS's boxes: cards in rows in a subnet, subnets in rows by tier and in columns by zone, VPCs one below the other. */
import type { Subnet, Vpc } from "../../engine";
import type { Place, Point, Size } from "../document/diagram";
import type { Order } from "./arrange-order";
import { type CardContent, sizeOfCard } from "./cards";
import { groupBy } from "./group-by";
import { CARD_GAP, CARD_WIDTH, FRAME_TITLE, HULL_PADDING, HULL_STEP, type Padding } from "./sizes";

/** Between subnets in a row, and between rows: the room for an arrow's label. */
const COLUMN_GAP = 24;
const ROW_GAP = 40;
const EMPTY_SUBNET: Size = { width: 304, height: 120 };
const EMPTY_VPC: Size = { width: 480, height: 240 };
const VPC_EDGE: Padding = { top: 48, side: 24, bottom: 24 };
const MOST_IN_ROW = 4;

export type SubnetInput = Readonly<{ subnet: Subnet; cards: readonly CardContent[] }>;
export type VpcInput = Readonly<{ vpc: Vpc; subnets: readonly SubnetInput[] }>;

/** A box with its own size and the places of what is in it. */
export type Box = Readonly<{ id: string; size: Size; places: readonly (readonly [string, Place])[] }>;

/** How far the outermost hull reaches beyond its cards. */
const reach = (levels: number): number => HULL_PADDING + Math.max(0, levels - 1) * HULL_STEP;

const placeAt = ({ x, y }: Point, size: Size | null = null): Place => ({ x, y, size });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The total of these, laid one after the other with gaps between. */
const spread = (values: readonly number[], gap: number): number =>
  sum(values) + gap * Math.max(0, values.length - 1);

/** Multiples of 4, half of the rest: what centres one length in another, on the grid. */
const halfRest = (rest: number): number => Math.max(0, Math.floor(rest / 8) * 4);

const rowsOf = (cards: readonly CardContent[], order: Order): readonly (readonly CardContent[])[] => {
  const layers = groupBy(cards, (card) => order.get(card.id)?.layer ?? 0);
  const position = (card: CardContent): number => order.get(card.id)?.position ?? 0;
  return [...layers.entries()]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, layer]) => {
      const sorted = layer.toSorted((a, b) => position(a) - position(b));
      const count = Math.ceil(sorted.length / MOST_IN_ROW);
      return Array.from({ length: count }, (_, row) =>
        sorted.slice(row * MOST_IN_ROW, (row + 1) * MOST_IN_ROW),
      );
    });
};

/** A subnet's cards in rows by layer, each row in the middle. `levels` is how many hulls may be nested around a card. */
export const subnetBox = (
  { subnet, cards }: SubnetInput,
  order: Order,
  levels: number,
): Box & Readonly<{ content: number }> => {
  if (cards.length === 0) return { id: subnet.subnetId, size: EMPTY_SUBNET, places: [], content: 0 };
  const around = reach(levels);
  const gap = CARD_GAP + 2 * (around - HULL_PADDING);
  const rows = rowsOf(cards, order);
  const widths = rows.map((row) => row.length * (CARD_WIDTH + gap) - gap);
  const content = Math.max(...widths);
  const side = around + 32;
  let y = FRAME_TITLE + 24 + around;
  const places = rows.flatMap((row, index) => {
    const x = side + halfRest(content - (widths[index] ?? 0));
    const top = y;
    y += Math.max(...row.map((card) => sizeOfCard(card).height)) + 2 * around + 64;
    return row.map(
      (card, column) => [card.id, placeAt({ x: x + column * (CARD_WIDTH + gap), y: top })] as const,
    );
  });
  const height = y - 2 * around - 64 + around + 16;
  return { id: subnet.subnetId, size: { width: content + 2 * side, height }, places, content };
};

/** The same box in a larger frame, its content in the middle from left to right. */
const stretched = (box: Box, size: Size): Box => {
  const shift = halfRest(size.width - box.size.width);
  return {
    ...box,
    size,
    places: box.places.map(([id, place]) => [id, { ...place, x: place.x + shift }] as const),
  };
};

type Cell = Readonly<{ zone: string; boxes: readonly Box[] }>;

const cellWidth = (cell: Cell): number =>
  spread(
    cell.boxes.map((box) => box.size.width),
    COLUMN_GAP,
  );

const placeCell = (cell: Cell, at: Point, size: Size): readonly (readonly [string, Place])[] => {
  const more = Math.floor((size.width - cellWidth(cell)) / cell.boxes.length / 4) * 4;
  let x = at.x;
  return cell.boxes.flatMap((box, index) => {
    const last = index === cell.boxes.length - 1;
    const width = last ? at.x + size.width - x : box.size.width + more;
    const wide = stretched(box, { width, height: size.height });
    const place = placeAt({ x, y: at.y }, wide.size);
    x += width + COLUMN_GAP;
    return [[box.id, place] as const, ...wide.places];
  });
};

/** Rows of subnets, each with at most one cell a zone; a zone is as wide as its widest cell. */
export const vpcBox = (vpc: Vpc, rows: readonly (readonly Cell[])[]): Box => {
  if (rows.length === 0) return { id: vpc.vpcId, size: EMPTY_VPC, places: [] };
  const zones = [...new Set(rows.flat().map((cell) => cell.zone))].toSorted();
  const widths = zones.map((zone) =>
    Math.max(
      ...rows
        .flat()
        .filter((cell) => cell.zone === zone)
        .map(cellWidth),
    ),
  );
  const lefts = zones.map((_, index) => VPC_EDGE.side + sum(widths.slice(0, index)) + index * COLUMN_GAP);
  let y = VPC_EDGE.top;
  const places = rows.flatMap((row) => {
    const height = Math.max(...row.flatMap((cell) => cell.boxes.map((box) => box.size.height)));
    const top = y;
    y += height + ROW_GAP;
    return row.flatMap((cell) => {
      const column = zones.indexOf(cell.zone);
      const at = { x: lefts[column] ?? 0, y: top };
      return placeCell(cell, at, { width: widths[column] ?? 0, height });
    });
  });
  const width = spread(widths, COLUMN_GAP) + 2 * VPC_EDGE.side;
  return { id: vpc.vpcId, size: { width, height: y - ROW_GAP + VPC_EDGE.bottom }, places };
};

type Ranked = Readonly<{ input: SubnetInput; rank: number; position: number }>;

const ranked = (input: SubnetInput, order: Order): Ranked => {
  const found = input.cards.flatMap((card) => order.get(card.id) ?? []);
  const layer = found.length === 0 ? 1000 : Math.min(...found.map(({ layer: of }) => of));
  const position = found.length === 0 ? 0 : sum(found.map(({ position: of }) => of)) / found.length;
  return { input, rank: (input.subnet.mapPublicIpOnLaunch ? 0 : 10_000) + layer, position };
};

/** Public subnets first, then by how far down the flow their cards are; those that are equally far share a row. */
export const rowsOfSubnets = (
  subnets: readonly SubnetInput[],
  order: Order,
  levels: number,
): readonly (readonly Cell[])[] => {
  const rows = groupBy(
    subnets
      .map((input) => ranked(input, order))
      .toSorted((a, b) => a.rank - b.rank || a.position - b.position),
    (one) => one.rank,
  );
  return [...rows.values()].map((row) =>
    [...groupBy(row, (one) => one.input.subnet.availabilityZone)].map(([zone, inZone]) => ({
      zone,
      boxes: inZone.map((one) => subnetBox(one.input, order, levels)),
    })),
  );
};
