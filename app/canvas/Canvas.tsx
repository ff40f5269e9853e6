import {
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionMode,
  PanOnScrollMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { type DragEvent, lazy, Suspense, useMemo, useRef, useState } from "react";
import { chipsOf } from "../scene/group-chips";
import { type LabelPlaces, OWN_PLACES } from "../scene/label-places";
import { tierPairKey } from "../store/state";
import { pathlight, usePathlight } from "../store/store";
import { ArrowEdgeView, pinArrow } from "./ArrowEdgeView";
import { ArrowHeads } from "./ArrowHeads";
import type { Hovered } from "./ArrowTip";
import { arrowTone } from "./attention";
import { CardNode } from "./CardNode";
import "./canvas.css";
import { droppedOf, isOurs } from "./drag-data";
import { FrameNode } from "./FrameNode";
import { flowEdges } from "./flow-edges";
import { type FlowNode, flowNodes, keepingSame, type Tone } from "./flow-nodes";
import { GatewayNode } from "./GatewayNode";
import { HullNode } from "./HullNode";
import { whenReady } from "./lazy-gestures";
import { contentBounds, type Moved, NOTHING_MOVED } from "./moving";
import { OutsideNode } from "./OutsideNode";
import { useLens } from "./use-lens";
import { useMoves } from "./use-moves";
import { useRuleLights } from "./use-rule-lights";
import { useScene } from "./use-scene";
import { useFitOnOpen } from "./use-view";

const CanvasTools = lazy(() =>
  import("./CanvasTools").then(({ CanvasTools: component }) => ({ default: component })),
);

const NODE_TYPES = {
  frame: FrameNode,
  card: CardNode,
  outside: OutsideNode,
  gateway: GatewayNode,
  hull: HullNode,
};
const EDGE_TYPES = { arrow: ArrowEdgeView };
/** Above this many nodes only those in view are mounted. */
const CULL_ABOVE = 150;

const SETTINGS = {
  nodeTypes: NODE_TYPES,
  edgeTypes: EDGE_TYPES,
  connectionMode: ConnectionMode.Loose,
  zIndexMode: "manual",
  selectNodesOnDrag: false,
  nodeDragThreshold: 4,
  panOnScroll: true,
  panOnScrollMode: PanOnScrollMode.Free,
  selectionMode: SelectionMode.Partial,
  elevateNodesOnSelect: false,
  // Deleting asks first where more goes than was named (shell/shortcuts.ts).
  deleteKeyCode: null,
  minZoom: 0.1,
  maxZoom: 2,
  snapToGrid: true,
  snapGrid: [4, 4] as [number, number],
  proOptions: { hideAttribution: true },
} as const;

/** The drawing of the design. What is under the pointer is held here until it is let go; then one command is dispatched. */
export const Canvas = () => (
  <ReactFlowProvider>
    <Drawing />
  </ReactFlowProvider>
);

const Drawing = () => {
  const [moved, setMoved] = useState<Moved>(NOTHING_MOVED);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [connection, setConnection] = useState<Connection | null>(null);
  const { scene, focus } = useScene(moved, hovered?.id ?? null);
  const lens = useLens();
  const ruleLight = useRuleLights();
  const stale = usePathlight(({ analysis, diagram }) => analysis.network !== diagram.network);
  const [labelPlaces, setLabelPlaces] = useState(OWN_PLACES);
  const { nodes, edges } = useFlow(scene, focus, lens, ruleLight, labelPlaces);
  const { screenToFlowPosition } = useReactFlow();
  const onMoveStart = useFitOnOpen(contentBounds(scene));

  const moves = useMoves(scene, setMoved);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const dropped = droppedOf(event.dataTransfer);
    if (dropped) whenReady((gestures) => gestures.dropOnCanvas(dropped, scene, point));
  };

  return (
    <section className="pl-canvas" aria-label="Network canvas" data-stale={stale}>
      <ArrowHeads />
      <ReactFlow<FlowNode, (typeof edges)[number]>
        nodes={nodes}
        edges={edges}
        {...moves}
        {...SETTINGS}
        onMoveStart={onMoveStart}
        onPaneClick={() => pathlight.getState().select({ kind: "none" })}
        onEdgeClick={(_event, edge) => edge.data && pinArrow(edge.data.arrow)}
        onEdgeMouseEnter={({ clientX, clientY }, { id }) =>
          setHovered({ id, at: { x: clientX, y: clientY } })
        }
        onEdgeMouseLeave={() => setHovered(null)}
        onConnect={setConnection}
        onDragOver={(event) => {
          if (isOurs(event.dataTransfer)) event.preventDefault();
        }}
        onDrop={onDrop}
        onlyRenderVisibleElements={nodes.length > CULL_ABOVE}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.2} color="var(--pl-canvas-dot)" />
      </ReactFlow>
      <Suspense fallback={null}>
        <CanvasTools
          scene={scene}
          hovered={hovered}
          connection={connection}
          still={moved.size === 0}
          setConnection={setConnection}
          setLabelPlaces={setLabelPlaces}
        />
      </Suspense>
    </section>
  );
};

const useFlow = (
  scene: ReturnType<typeof useScene>["scene"],
  focus: ReturnType<typeof useScene>["focus"],
  lens: ReturnType<typeof useLens>,
  ruleLight: ReturnType<typeof useRuleLights>,
  labelPlaces: LabelPlaces,
) => {
  const diagram = usePathlight((state) => state.diagram);
  const tiers = usePathlight((state) => state.analysis.tiers);
  const selection = usePathlight((state) => state.selection);
  const before = useRef<FlowNode[]>([]);

  const nodes = useMemo(() => {
    const selected = new Set(selection.kind === "elements" ? selection.ids : []);
    const chips = [...chipsOf(diagram.network, diagram.layout).values()];
    const someGroup = chips.some((chip) => selected.has(chip.groupId));
    const hullTone = (groupId: string): Tone => (someGroup && !selected.has(groupId) ? "faint" : "usual");
    const groupsOf = (vpcId: string) =>
      chips.filter((chip) => diagram.network.securityGroups[chip.groupId]?.vpcId === vpcId);
    before.current = keepingSame(
      before.current,
      flowNodes({ scene, selected, groupsOf, hullTone }).map(lens.mark),
    );
    return before.current;
  }, [scene, selection, diagram, lens]);

  const edges = useMemo(
    () =>
      flowEdges({
        scene,
        labelPlaces,
        tiers,
        tone: (arrow) => lens.tone(arrow) ?? ruleLight(arrow) ?? arrowTone(arrow, selection, focus),
        selectedId: selection.kind === "tierPair" ? tierPairKey(selection.from, selection.to) : null,
      }),
    [scene, labelPlaces, tiers, selection, focus, lens, ruleLight],
  );
  return { nodes, edges };
};
