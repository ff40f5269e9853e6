import type { ReactElement } from "react";
import type { ElementKind } from "../../document/find";
import { RESOURCE_KINDS, ResourceGlyph, type ResourceKind } from "../../ui/ResourceGlyph";
import "./kind-glyph.css";

const isDrawn = (kind: string): kind is ResourceKind => RESOURCE_KINDS.some((each) => each === kind);

/** Strokes for what the canvas has no glyph for, on the same 24 by 24 field. */
const STROKES: Readonly<Partial<Record<ElementKind, ReactElement>>> = {
  networkAcl: (
    <>
      <rect x="5" y="4" width="14" height="16" rx="2" />
      <path d="M8.5 8.5l1 1 2-2M13.5 8.5h2.5M8.5 12.8h3M13.5 12.8h2.5M8.8 15.8l2.2 2M11 15.8l-2.2 2M13.5 16.8h2.5" />
    </>
  ),
  routeTable: (
    <>
      <path d="M6 20V9a3 3 0 0 1 3-3h9" />
      <path d="M15 3l3 3-3 3M6 15h7a3 3 0 0 0 3-3" />
      <path d="M13.8 13.8L16 11.5l2.2 2.3" />
    </>
  ),
  transitGatewayAttachment: (
    <>
      <circle cx="8" cy="12" r="3" />
      <path d="M11 12h4" />
      <rect x="15" y="8.5" width="5" height="7" rx="1" />
    </>
  ),
};

type Props = Readonly<{ kind: ElementKind | ResourceKind; size?: number; tile?: boolean }>;

/** The picture of a kind of thing: the canvas's, or one of the forms' own. Decorative: the name stands beside it. */
export const KindGlyph = ({ kind, size = 24, tile = false }: Props) => {
  const shown = kind === "prefixList" ? "ipRange" : kind === "transitGatewayRouteTable" ? "routeTable" : kind;
  if (isDrawn(shown)) return <ResourceGlyph kind={shown} size={size} tile={tile} />;
  return (
    <svg
      className={tile ? "pl-glyph pl-glyph--tile pl-glyph--network" : "pl-glyph"}
      width={size}
      height={size}
      viewBox={tile ? "-3 -3 30 30" : "0 0 24 24"}
      aria-hidden="true"
    >
      {STROKES[shown]}
    </svg>
  );
};
