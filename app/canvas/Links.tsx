import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import { type Link, linksOf } from "../scene/links";
import type { Scene } from "../scene/scene";
import { pathlight, usePathlight } from "../store/store";
import "./links.css";

/** Peerings and attachments, each with something to press: its label, or its plug at the VPC's border. */
export const Links = ({ scene }: Readonly<{ scene: Scene }>) => {
  const network = usePathlight((state) => state.diagram.network);
  const links = useMemo(() => linksOf(scene, network), [scene, network]);
  if (links.length === 0) return null;
  const { x, y, width, height } = scene.bounds;
  return (
    <ViewportPortal>
      <svg
        className="pl-links"
        style={{ left: x, top: y }}
        width={width}
        height={height}
        viewBox={`${x} ${y} ${width} ${height}`}
        aria-hidden="true"
      >
        {links.map((link) => (
          <Line key={link.id} link={link} />
        ))}
      </svg>
      {links.map((link) => (
        <Grip key={link.id} link={link} />
      ))}
    </ViewportPortal>
  );
};

const useIsSelected = (id: string): boolean =>
  usePathlight(({ selection }) => selection.kind === "elements" && selection.ids.includes(id));

type Props = Readonly<{ link: Link }>;

const Line = ({ link: { id, path, state, title } }: Props) => (
  <>
    <path className="pl-link" data-selected={useIsSelected(id)} data-inactive={state !== null} d={path} />
    {/* biome-ignore lint/a11y/noStaticElementInteractions: the grip is the way by keyboard */}
    <path className="pl-link__hit" d={path} onClick={() => pathlight.getState().selectElements(id)}>
      <title>{title}</title>
    </path>
  </>
);

const Grip = ({ link: { id, label, state, title, end } }: Props) => (
  <button
    type="button"
    className="pl-link-grip nopan nodrag"
    data-plug={label === null}
    data-inactive={state !== null}
    aria-pressed={useIsSelected(id)}
    aria-label={state === null ? title : `${title}, ${state}`}
    title={title}
    style={
      label === null
        ? { left: end.x - PLUG / 2, top: end.y - PLUG / 2, width: PLUG, height: PLUG }
        : { left: label.rect.x, top: label.rect.y, width: label.rect.width, height: label.rect.height }
    }
    onClick={() => pathlight.getState().selectElements(id)}
  >
    {label?.text}
    {label !== null && state !== null && <span>{state}</span>}
  </button>
);

/** Large enough to be hit; the dot in it is smaller (links.css). */
const PLUG = 24;
