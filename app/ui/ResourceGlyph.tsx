import type { ReactElement } from "react";
import "./resource-glyph.css";

export const RESOURCE_KINDS = [
  "vpc",
  "subnet",
  "instance",
  "networkInterface",
  "securityGroup",
  "dbInstance",
  "internet",
  "ipRange",
] as const;

export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Strokes of our own neutral glyphs, on a 24 by 24 field (the official icons must not be recoloured). */
const STROKES: Readonly<Record<ResourceKind, ReactElement>> = {
  vpc: (
    <>
      <path d="M7 17a4 4 0 0 1 .5-8 5 5 0 0 1 9.6 1A3.6 3.6 0 0 1 17 17z" />
      <path d="M12 11.5v2.5M10 14h4" />
    </>
  ),
  subnet: (
    <>
      <rect x="4" y="5" width="16" height="14" rx="2" />
      <path d="M4 12h16M12 5v14" />
    </>
  ),
  instance: (
    <>
      <rect x="6" y="6" width="12" height="12" rx="2" />
      <path d="M9 3v3M15 3v3M9 18v3M15 18v3M3 9h3M3 15h3M18 9h3M18 15h3" />
    </>
  ),
  networkInterface: (
    <>
      <circle cx="6" cy="12" r="2.5" />
      <circle cx="18" cy="12" r="2.5" />
      <path d="M8.5 12h7" />
    </>
  ),
  securityGroup: (
    <>
      <path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z" />
      <path d="M9 12l2 2 4-4" />
    </>
  ),
  dbInstance: (
    <>
      <ellipse cx="12" cy="6" rx="7" ry="2.6" />
      <path d="M5 6v12c0 1.4 3.1 2.6 7 2.6s7-1.2 7-2.6V6M5 12c0 1.4 3.1 2.6 7 2.6s7-1.2 7-2.6" />
    </>
  ),
  internet: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <ellipse cx="12" cy="12" rx="3.8" ry="8.5" />
      <path d="M3.5 12h17" />
    </>
  ),
  ipRange: <path d="M4 7h10M4 12h16M4 17h7" />,
};

type Props = Readonly<{ kind: ResourceKind; size?: number; tile?: boolean }>;

/** The picture of a kind of thing; with `tile`, white on its coloured square. Decorative: the name stands beside it. */
export const ResourceGlyph = ({ kind, size = 24, tile = false }: Props) => (
  <svg
    className={tile ? `pl-glyph pl-glyph--tile pl-glyph--${kind}` : "pl-glyph"}
    width={size}
    height={size}
    viewBox={tile ? "-3 -3 30 30" : "0 0 24 24"}
    aria-hidden="true"
  >
    {STROKES[kind]}
  </svg>
);
