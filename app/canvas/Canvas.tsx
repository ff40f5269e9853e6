import {
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionMode,
  type NodeChange,
  PanOnScrollMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { type DragEvent, lazy, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { chipsOf } from "../scene/group-chips";
import { tierPairKey } from "../store/state";
import { pathlight, usePathlight } from "../store/store";
import { ArrowEdgeView } from "./ArrowEdgeView";
import { ArrowHeads } from "./ArrowHeads";
import { arrowTone } from "./attention";
import { CardNode } from "./CardNode";
import "./canvas.css";
import { droppedOf, isOurs } from "./drag-data";
import type { Position } from "./drop";
import { EmptyCanvas } from "./EmptyCanvas";
import { FrameNode } from "./FrameNode";
import { flowEdges } from "./flow-edges";
import { type FlowNode, flowNodes, keepingSame, type Tone } from "./flow-nodes";
import { HullNode } from "./HullNode";
import { LensBar } from "./LensBar";
import { whenReady } from "./lazy-gestures";
import { type Moved, movedBy, NOTHING_MOVED } from "./moving";
import { OutsideNode } from "./OutsideNode";
import { PairLines } from "./PairLines";
import { selectionAfter } from "./selecting";
import { Toolbar } from "./Toolbar";
import { useLens } from "./use-lens";
import { useScene } from "./use-scene";
import { useFitOnOpen, useRevealSelection } from "./use-view";

const ConnectMenu = lazy(() =>
  import("./ConnectMenu").then(({ ConnectMenu: component }) => ({ default: component })),
);

const NODE_TYPES = { frame: FrameNode, card: CardNode, outside: OutsideNode, hull: HullNode };
const EDGE_TYPES = { arrow: ArrowEdgeView };
/** Above this many nodes only those in view are mounted. */
const CULL_ABOVE = 150;

/** The drawing of the design. What is under the pointer is held here until it is let go; then one command is dispatched. */
export const Canvas = () => (
  <ReactFlowProvider>
    <Drawing />
  </ReactFlowProvider>
);

const Drawing = () => {
  const [moved, setMoved] = useState<Moved>(NOTHING_MOVED);
  const [hovered, setHovered] = useState<string | null>(null);
  const [connection, setConnection] = useState<Connection | null>(null);
  const { scene, focus } = useScene(moved, hovered);
  const lens = useLens();
  const { nodes, edges } = useFlow(scene, focus, lens);
  const { screenToFlowPosition } = useReactFlow();
  const onMoveStart = useFitOnOpen(scene.bounds);
  useRevealSelection(scene);

  const latest = useRef({ scene, moved });
  latest.current = { scene, moved };

  const dragging = useRef(false);
  const finish = useCallback((pointer: Position | null) => {
    const { scene: shown, moved: at } = latest.current;
    dragging.current = false;
    if (at.size === 0) return;
    whenReady((gestures) => {
      gestures.finishMove(shown, at, pointer);
      latest.current.moved = NOTHING_MOVED;
      setMoved(NOTHING_MOVED);
    });
  }, []);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const { selection, select } = pathlight.getState();
      const next = selectionAfter(selection, changes);
      if (next) select(next);
      const rects = movedBy(latest.current.moved, changes, latest.current.scene);
      latest.current.moved = rects;
      setMoved(rects.size === 0 ? NOTHING_MOVED : rects);
      if (!dragging.current && changes.some(endsMove)) finish(null);
    },
    [finish],
  );

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const dropped = droppedOf(event.dataTransfer);
    if (dropped) whenReady((gestures) => gestures.dropOnCanvas(dropped, scene, point));
  };

  return (
    <section className="pl-canvas" aria-label="Network canvas">
      <ArrowHeads />
      <ReactFlow<FlowNode, (typeof edges)[number]>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={onNodesChange}
        onNodeDragStart={() => {
          dragging.current = true;
        }}
        onNodeDragStop={(event) => finish(pointerOf(event, screenToFlowPosition))}
        onMoveStart={onMoveStart}
        onPaneClick={() => pathlight.getState().select({ kind: "none" })}
        onEdgeMouseEnter={(_event, edge) => setHovered(edge.id)}
        onEdgeMouseLeave={() => setHovered(null)}
        onConnect={setConnection}
        connectionMode={ConnectionMode.Loose}
        onDragOver={(event) => {
          if (isOurs(event.dataTransfer)) event.preventDefault();
        }}
        onDrop={onDrop}
        zIndexMode="manual"
        selectNodesOnDrag={false}
        nodeDragThreshold={4}
        panOnScroll
        panOnScrollMode={PanOnScrollMode.Free}
        selectionMode={SelectionMode.Partial}
        elevateNodesOnSelect={false}
        onlyRenderVisibleElements={nodes.length > CULL_ABOVE}
        deleteKeyCode={null}
        minZoom={0.1}
        maxZoom={2}
        snapToGrid
        snapGrid={[4, 4]}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.2} color="var(--pl-canvas-dot)" />
        <PairLines scene={scene} />
      </ReactFlow>
      <EmptyCanvas />
      <LensBar />
      <Toolbar scene={scene} />
      <Suspense fallback={null}>
        {connection && <ConnectMenu connection={connection} onClose={() => setConnection(null)} />}
      </Suspense>
    </section>
  );
};

/** Arrow keys and resizing end without a drag stop of their own. */
const endsMove = (change: NodeChange<FlowNode>): boolean =>
  (change.type === "position" && change.dragging === false && change.position !== undefined) ||
  (change.type === "dimensions" && change.resizing === false);

const pointerOf = (
  event: MouseEvent | TouchEvent,
  toFlow: (point: Position) => Position,
): Position | null => {
  if ("clientX" in event) return toFlow({ x: event.clientX, y: event.clientY });
  const touch = event.changedTouches[0];
  return touch ? toFlow({ x: touch.clientX, y: touch.clientY }) : null;
};

const useFlow = (
  scene: ReturnType<typeof useScene>["scene"],
  focus: ReturnType<typeof useScene>["focus"],
  lens: ReturnType<typeof useLens>,
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
        tiers,
        tone: (arrow) => lens.tone(arrow) ?? arrowTone(arrow, selection, focus),
        selectedId: selection.kind === "tierPair" ? tierPairKey(selection.from, selection.to) : null,
      }),
    [scene, tiers, selection, focus, lens],
  );
  return { nodes, edges };
};
