import type { Connection } from "@xyflow/react";
import { tierPairKey } from "../store/state";
import { usePathlight } from "../store/store";
import { ArrowMembers } from "./ArrowMembers";
import { ArrowTip, type Hovered } from "./ArrowTip";
import { ConnectMenu } from "./ConnectMenu";
import { EmptyCanvas } from "./EmptyCanvas";
import { itemsOf } from "./moving";
import { NewVpc } from "./NewVpc";
import { Overlays } from "./Overlays";
import { useRevealInternet, useRevealSelection } from "./reveal-selection";
import { Toolbar } from "./Toolbar";
import { useLabelsInView } from "./use-labels-in-view";

type Props = Parameters<typeof useLabelsInView>[0] &
  Readonly<{
    hovered: Hovered | null;
    connection: Connection | null;
    setConnection(connection: null): void;
  }>;

/** What lies over the drawing, and what moves the view. Comes right after the first paint. */
export const CanvasTools = (props: Props) => {
  const { scene, hovered, still, connection, setConnection } = props;
  const pinnedId = usePathlight(({ selection }) =>
    selection.kind === "tierPair" ? tierPairKey(selection.from, selection.to) : null,
  );
  useRevealSelection(scene);
  useRevealInternet(scene);
  useLabelsInView(props);
  return (
    <>
      <Overlays scene={scene} />
      {still && <ArrowMembers scene={scene} arrowIds={[hovered?.id ?? null, pinnedId]} />}
      {itemsOf(scene).length === 0 && <EmptyCanvas />}
      <NewVpc />
      <Toolbar scene={scene} />
      {hovered && still && hovered.id !== pinnedId && <ArrowTip hovered={hovered} />}
      {connection && <ConnectMenu connection={connection} onClose={() => setConnection(null)} />}
    </>
  );
};
