import type { Edge } from "@xyflow/react";
import type { Tier, TierId } from "../../engine";
import { type LabelPlaces, placeKey } from "../scene/label-places";
import type { Arrow, Rect, Scene } from "../scene/scene";
import { arrowSentence } from "./arrow-sentence";
import { ARROW_LAYER, type Tone } from "./flow-nodes";

/** `labelAt` is another place for the label than the scene's, where that is not in view. */
export type ArrowData = { arrow: Arrow; tone: Tone; selected: boolean; labelAt: Rect | undefined };
export type ArrowEdge = Edge<ArrowData, "arrow">;

type EdgeInput = Readonly<{
  scene: Scene;
  labelPlaces: LabelPlaces;
  tiers: ReadonlyMap<TierId, Tier>;
  tone(arrow: Arrow): Tone;
  selectedId: string | null;
}>;

/**
 * The scene's arrows as React Flow's edges. React Flow wants a node at each end; the line itself is the scene's, so any
 * card of the tier serves.
 */
export const flowEdges = (input: EdgeInput): ArrowEdge[] => {
  const cardOf = cardsByInterface(input.scene);
  const nodeOf = (tierId: TierId): string => {
    const member = input.tiers.get(tierId)?.networkInterfaceIds.find((id) => cardOf.has(id));
    return (member && cardOf.get(member)) ?? tierId;
  };
  return input.scene.arrows.map((arrow) => ({
    id: arrow.id,
    type: "arrow",
    source: nodeOf(arrow.from),
    target: nodeOf(arrow.to),
    sourceHandle: "node",
    targetHandle: "node",
    zIndex: ARROW_LAYER,
    focusable: false,
    ariaLabel: arrowSentence(arrow),
    data: {
      arrow,
      tone: input.tone(arrow),
      selected: arrow.id === input.selectedId,
      labelAt: arrow.label ? input.labelPlaces.get(placeKey(arrow.id, arrow.label.rect)) : undefined,
    },
  }));
};

const cardsByInterface = (scene: Scene): ReadonlyMap<string, string> =>
  new Map(scene.cards.flatMap((card) => card.rows.map((row) => [row.networkInterfaceId, card.id] as const)));
