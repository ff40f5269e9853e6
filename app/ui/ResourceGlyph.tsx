import "./resource-glyph.css";

/**
 * Strokes of our own neutral glyphs, as path data on a 24 by 24 field (the official icons must not be recoloured). One
 * string each, because they come with the first picture.
 */
const STROKES = {
  vpc: "M7 17a4 4 0 0 1 .5-8 5 5 0 0 1 9.6 1A3.6 3.6 0 0 1 17 17zM12 11.5v2.5M10 14h4",
  subnet: "M6 5h12a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM4 12h16M12 5v14",
  instance:
    "M8 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM9 3v3M15 3v3M9 18v3M15 18v3M3 9h3M3 15h3M18 9h3M18 15h3",
  networkInterface: "M8.5 12a2.5 2.5 0 1 0-5 0 2.5 2.5 0 1 0 5 0h7a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
  securityGroup: "M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4",
  dbInstance:
    "M5 6a7 2.6 0 1 0 14 0 7 2.6 0 1 0-14 0v12c0 1.4 3.1 2.6 7 2.6s7-1.2 7-2.6V6M5 12c0 1.4 3.1 2.6 7 2.6s7-1.2 7-2.6",
  internet: "M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0h17M8.2 12a3.8 8.5 0 1 0 7.6 0 3.8 8.5 0 1 0-7.6 0",
  ipRange: "M4 7h10M4 12h16M4 17h7",
  internetGateway: "M4 20v-7a8 8 0 0 1 16 0v7M12 19v-8M9 14l3-3 3 3",
  egressOnlyInternetGateway: "M4 20v-7a8 8 0 0 1 16 0v7M12 17v-7M9 13l3-3 3 3M8.5 20h7",
  natGateway: "M6 6h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM7.5 12h8M13 9l3 3-3 3",
  vpcPeeringConnection:
    "M3 12a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M14 12a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M9.7 10.5h4.6M9.7 13.5h4.6",
  transitGateway: "M9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0H4M12 9V4M12 20v-5M20 12h-5",
  vpcEndpoint: "M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M8 12h8M13 9l3 3-3 3",
  loadBalancer:
    "M3.5 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M8.5 12h13M8.2 10.8L18 5.5M8.2 13.2L18 18.5M18.5 9l3 3-3 3",
  cacheCluster:
    "M5 6a7 2.6 0 1 0 14 0 7 2.6 0 1 0-14 0v12c0 1.4 3.1 2.6 7 2.6s7-1.2 7-2.6V6M12.8 10.5l-2.6 3.6h3.6l-2.6 3.6",
  ecsTask: "M4 8l8-4 8 4v8l-8 4-8-4zM8.3 10v5M12 9.4v7M15.7 10v5",
  lambdaFunction: "M8 4h2.6l7 16h1.9M6 20l5.8-12.5",
  eksCluster:
    "M12 3l7.2 3.5 1.8 7.8-5 6.2H8l-5-6.2 1.8-7.8zM9.2 12.3a2.8 2.8 0 1 0 5.6 0 2.8 2.8 0 1 0-5.6 0M12 6.5v3M12 15.1v2.6M6.8 14l2.6-1M17.2 14l-2.6-1",
  efsMountTarget: "M4 8a2 2 0 0 1 2-2h4l2 2h6a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM8 13.5h8",
  redshiftCluster: "M6 7v10M10 4v16M14 4v16M18 7v10",
  managedResource: "M12 4l7 4v8l-7 4-7-4V8zM5 8l7 4 7-4M12 12v8",
} as const;

export type ResourceKind = keyof typeof STROKES;

export const RESOURCE_KINDS = Object.keys(STROKES) as readonly ResourceKind[];

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
    <path d={STROKES[kind]} />
  </svg>
);
