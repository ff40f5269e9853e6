import type { Frame, FrameBadge } from "../scene/scene";
import { pathlight, usePathlight } from "../store/store";
import "./frame-badges.css";

const KIND = { routeTable: "Route table", networkAcl: "Network ACL" } as const;

/** The pictures in a subnet's head, in a box of 24. */
export const BADGE_STROKES: Readonly<Record<FrameBadge["kind"], string>> = {
  routeTable: "M6 20V9a3 3 0 0 1 3-3h9M15 3l3 3-3 3M6 16h7a3 3 0 0 0 3-3v-1M13.5 14l2.5-2.5 2.5 2.5",
  networkAcl:
    "M7 4h10a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8.5 9h7M8.5 13h7M8.5 17h4",
};

type Props = Readonly<{ frame: Frame }>;

/** A subnet's route table and network ACL. */
export const FrameBadges = ({ frame }: Props) =>
  frame.badges.map((badge) => <Badge key={badge.kind} badge={badge} of={frame.title} />);

const Badge = ({ badge, of }: Readonly<{ badge: FrameBadge; of: string }>) => {
  const { kind, id, name, text, isDefault, rect } = badge;
  const selected = usePathlight(
    ({ selection }) => selection.kind === "elements" && selection.ids.includes(id),
  );
  const label = `${KIND[kind]} ${name}`;
  return (
    <button
      type="button"
      className="pl-frame-badge nodrag nopan"
      data-default={isDefault}
      aria-pressed={selected}
      aria-label={`${label} of ${of}`}
      title={label}
      style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
      onClick={(event) => {
        event.stopPropagation();
        pathlight.getState().selectElements(id);
      }}
    >
      <svg className="pl-glyph" width={14} height={14} viewBox="0 0 24 24" aria-hidden="true">
        <path d={BADGE_STROKES[kind]} />
      </svg>
      {text}
    </button>
  );
};
