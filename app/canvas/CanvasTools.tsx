import { EmptyCanvas } from "./EmptyCanvas";
import { itemsOf } from "./moving";
import { NewVpc } from "./NewVpc";
import { Overlays } from "./Overlays";
import { useRevealInternet, useRevealSelection } from "./reveal-selection";
import { Toolbar } from "./Toolbar";
import { useLabelsInView } from "./use-labels-in-view";

type Props = Parameters<typeof useLabelsInView>[0];

/** What lies over the drawing, and what moves the view. Comes right after the first paint. */
export const CanvasTools = (props: Props) => {
  const { scene } = props;
  useRevealSelection(scene);
  useRevealInternet(scene);
  useLabelsInView(props);
  return (
    <>
      <Overlays scene={scene} />
      {itemsOf(scene).length === 0 && <EmptyCanvas />}
      <NewVpc />
      <Toolbar scene={scene} />
    </>
  );
};
