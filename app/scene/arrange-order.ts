/** The order of cards that makes arrows run one way and cross little, as ELK's layered algorithm finds it. */
import type { Flow } from "./arrange-flows";
import { CARD_WIDTH, cardSize } from "./sizes";

type ElkNode = {
  id: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  layoutOptions?: Record<string, string>;
  children?: ElkNode[];
  edges?: { id: string; sources: string[]; targets: string[] }[];
};

/** What is needed of elkjs: it runs in a worker that the caller makes. */
export type Elk = Readonly<{ layout(graph: ElkNode): Promise<ElkNode> }>;

/** `layer` counts from the senders down, `position` from left to right. */
export type Order = ReadonlyMap<string, Readonly<{ layer: number; position: number }>>;

/** Outside ends above, then what stands in public subnets, then the rest. */
export type Partition = 0 | 1 | 2;

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "DOWN",
  "elk.partitioning.activate": "true",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.randomSeed": "1",
};

/** Where each of these belongs in the flow, if it is in one. All count as equally large, so that a layer is one height. */
export const orderOf = async (
  elk: Elk,
  partitions: ReadonlyMap<string, Partition>,
  flows: readonly Flow[],
): Promise<Order> => {
  const known = flows.filter(({ from, to }) => partitions.has(from) && partitions.has(to));
  const connected = new Set(known.flatMap(({ from, to }) => [from, to]));
  if (connected.size === 0) return new Map();
  const result = await elk.layout({
    id: "root",
    layoutOptions: OPTIONS,
    children: [...partitions]
      .filter(([id]) => connected.has(id))
      .map(([id, partition]) => ({
        id,
        width: CARD_WIDTH,
        height: cardSize(1).height,
        layoutOptions: { "elk.partitioning.partition": `${partition}` },
      })),
    edges: known.map(({ from, to }, index) => ({ id: `flow ${index}`, sources: [from], targets: [to] })),
  });
  const nodes = result.children ?? [];
  const layers = [...new Set(nodes.map((node) => node.y ?? 0))].toSorted((a, b) => a - b);
  return new Map(
    nodes.map((node) => [node.id, { layer: layers.indexOf(node.y ?? 0), position: node.x ?? 0 }]),
  );
};
