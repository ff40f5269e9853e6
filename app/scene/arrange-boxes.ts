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
/** Above what no hull is around. */
const BARE_GAP = 20;

/** `titleWidth` is what its head says, written in one line. */
export type SubnetInput = Readonly<{
  subnet: Subnet;
  isPublic: boolean;
  titleWidth: number;
  cards: readonly CardContent[];
}>;
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

/** Cards side by side; `isBare` where none of them can be in a hull, so that others may come closer. */
type Row = Readonly<{ cards: readonly CardContent[]; isBare: boolean }>;

const rowsWith = (cards: readonly CardContent[], isBare: boolean): readonly Row[] =>
  Array.from({ length: Math.ceil(cards.length / MOST_IN_ROW) }, (_, row) => ({
    cards: cards.slice(row * MOST_IN_ROW, (row + 1) * MOST_IN_ROW),
    isBare,
  }));

/** In the order of the flow; NAT gateways below, as they are in no flow. */
const rowsOf = (cards: readonly CardContent[], order: Order): readonly Row[] => {
  const wearers = cards.filter(({ kind }) => kind !== "natGateway");
  const usual = usualLayer(wearers, order);
  const layers = groupBy(wearers, (card) => order.get(card.id)?.layer ?? usual);
  const position = (card: CardContent): number => order.get(card.id)?.position ?? 0;
  const inFlow = [...layers.entries()]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, layer]) =>
      rowsWith(
        layer.toSorted((a, b) => position(a) - position(b)),
        false,
      ),
    );
  return [
    ...inFlow,
    ...rowsWith(
      cards.filter(({ kind }) => kind === "natGateway"),
      true,
    ),
  ];
};

/** Wide enough that an arrow to a single card in the middle finds a way beside the title. */
const besideTitle = (titleWidth: number): number => 2 * Math.ceil((titleWidth - CARD_WIDTH / 2 + 20) / 4) * 4;

/** The tops of rows below each other, and where the frame ends. `around` is how far a hull reaches beyond its cards. */
const topsOf = (
  rows: readonly Row[],
  around: number,
): Readonly<{ tops: readonly number[]; bottom: number }> => {
  let y = FRAME_TITLE;
  const tops = rows.map(({ cards, isBare }, index) => {
    const before = rows[index - 1];
    if (before === undefined) y += isBare ? BARE_GAP : 24 + around;
    else if (isBare) y += (before.isBare ? 0 : around) + BARE_GAP;
    else y += around + HULL_PADDING + 64;
    const top = y;
    y += Math.max(...cards.map((card) => sizeOfCard(card).height));
    return top;
  });
  return { tops, bottom: y + (rows.at(-1)?.isBare === true ? 0 : around) + 16 };
};

/** A subnet's cards in rows by layer, each row in the middle. `levels` is how many hulls may be nested around a card. */
export const subnetBox = ({ subnet, titleWidth, cards }: SubnetInput, order: Order, levels: number): Box => {
  if (cards.length === 0) return { id: subnet.subnetId, size: EMPTY_SUBNET, places: [] };
  const around = reach(levels);
  const gap = CARD_GAP + 2 * (around - HULL_PADDING);
  const rows = rowsOf(cards, order);
  const widths = rows.map((row) => row.cards.length * (CARD_WIDTH + gap) - gap);
  const content = Math.max(...widths);
  const side = around + 32;
  const { tops, bottom } = topsOf(rows, around);
  const places = rows.flatMap((row, index) => {
    const x = side + halfRest(content - (widths[index] ?? 0));
    const y = tops[index] ?? 0;
    return row.cards.map(
      (card, column) => [card.id, placeAt({ x: x + column * (CARD_WIDTH + gap), y })] as const,
    );
  });
  const frame = { width: content + 2 * side, height: bottom };
  const box = { id: subnet.subnetId, size: frame, places };
  return stretched(box, { ...frame, width: Math.max(frame.width, besideTitle(titleWidth)) });
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

/** The widths of the zones' columns, by zone; together at least as wide as the widest row of one zone only. */
const columnsOf = (rows: readonly (readonly Cell[])[]): ReadonlyMap<string, number> => {
  const shared = rows.filter((row) => row.length > 1).flat();
  const single = rows.filter((row) => row.length === 1).flat();
  const zones = [
    ...new Set((shared.length > 0 ? shared : single.slice(0, 1)).map((cell) => cell.zone)),
  ].toSorted();
  const widths = zones.map((zone) =>
    Math.max(0, ...shared.filter((cell) => cell.zone === zone).map(cellWidth)),
  );
  const missing = Math.max(0, ...single.map(cellWidth)) - spread(widths, COLUMN_GAP);
  const more = Math.ceil(Math.max(0, missing) / zones.length / 4) * 4;
  return new Map(zones.map((zone, index) => [zone, (widths[index] ?? 0) + more]));
};

const leftOf = (zone: string, columns: ReadonlyMap<string, number>): number => {
  const zones = [...columns.keys()];
  const before = zones.slice(0, zones.indexOf(zone)).map((one) => (columns.get(one) ?? 0) + COLUMN_GAP);
  return VPC_EDGE.side + sum(before);
};

/** Rows of subnets. A zone is a column, as wide as its widest cell; a row of one zone only takes the whole width. */
export const vpcBox = (vpc: Vpc, rows: readonly (readonly Cell[])[]): Box => {
  if (rows.length === 0) return { id: vpc.vpcId, size: EMPTY_VPC, places: [] };
  const columns = columnsOf(rows);
  const width = spread([...columns.values()], COLUMN_GAP);
  let y = VPC_EDGE.top;
  const places = rows.flatMap((row) => {
    const height = Math.max(...row.flatMap((cell) => cell.boxes.map((box) => box.size.height)));
    const top = y;
    y += height + ROW_GAP;
    const [only] = row;
    if (row.length === 1 && only !== undefined)
      return placeCell(only, { x: VPC_EDGE.side, y: top }, { width, height });
    return row.flatMap((cell) =>
      placeCell(
        cell,
        { x: leftOf(cell.zone, columns), y: top },
        { width: columns.get(cell.zone) ?? 0, height },
      ),
    );
  });
  const size = { width: width + 2 * VPC_EDGE.side, height: y - ROW_GAP + VPC_EDGE.bottom };
  return { id: vpc.vpcId, size, places };
};

type Ranked = Readonly<{ input: SubnetInput; rank: number; position: number }>;

/** Below all that have a place in the flow. */
const NO_LAYER = 1000;

/** The layer that most of the cards in a flow belong to, the lower one where two are as frequent. */
const usualLayer = (cards: readonly CardContent[], order: Order): number => {
  const layers = cards.flatMap((card) => order.get(card.id)?.layer ?? []);
  const counts = [...groupBy(layers, (layer) => layer)].toSorted(
    ([a, of], [b, other]) => other.length - of.length || b - a,
  );
  return counts[0]?.[0] ?? NO_LAYER;
};

const ranked = (input: SubnetInput, order: Order): Ranked => {
  const positions = input.cards.flatMap((card) => order.get(card.id)?.position ?? []);
  const position = positions.length === 0 ? 0 : sum(positions) / positions.length;
  const rank = input.isPublic ? -1 : usualLayer(input.cards, order);
  return { input, rank, position };
};

/** A row with at most so many subnets of a zone beside each other, and further rows for those left over. */
const wrapped = (row: readonly Cell[]): readonly (readonly Cell[])[] => {
  const most = row.length > 1 ? 2 : 3;
  const count = Math.max(...row.map((cell) => Math.ceil(cell.boxes.length / most)));
  return Array.from({ length: count }, (_, index) =>
    row.flatMap((cell) => {
      const boxes = cell.boxes.slice(index * most, (index + 1) * most);
      return boxes.length === 0 ? [] : [{ zone: cell.zone, boxes }];
    }),
  );
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
  return [...rows.values()].flatMap((row) =>
    wrapped(
      [...groupBy(row, (one) => one.input.subnet.availabilityZone)].map(([zone, inZone]) => ({
        zone,
        boxes: inZone.map((one) => subnetBox(one.input, order, levels)),
      })),
    ),
  );
};
