/** A closed interval. Addresses of both families fit in a bigint; so do protocols and ports. */
export type Span = Readonly<{ from: bigint; to: bigint }>;

/** Packets, as a span along each axis. All boxes that meet have the same axes. */
export type Box = readonly Span[];

const overlap = (a: Span, b: Span): Span | null => {
  const [low, high] = a.from < b.from ? [a, b] : [b, a];
  if (low.to < high.from) return null;
  return high.to < low.to ? high : { from: high.from, to: low.to };
};

/** What two boxes share; null where that is nothing. */
export const sharedBox = (a: Box, b: Box): Box | null => {
  const spans = a.map((span, axis) => {
    const other = b[axis];
    return other === undefined ? null : overlap(span, other);
  });
  return spans.every((span) => span !== null) ? spans : null;
};

/** What is left of a box without another, as boxes that do not overlap. */
export const withoutBox = (box: Box, hole: Box): readonly Box[] => {
  const shared = sharedBox(box, hole);
  if (shared === null) return [box];
  const rest: Box[] = [];
  let inner: Box = box;
  shared.forEach((cut, axis) => {
    const span = inner[axis];
    if (span === undefined) return;
    const put = (part: Span): Box => inner.map((each, at) => (at === axis ? part : each));
    if (span.from < cut.from) rest.push(put({ from: span.from, to: cut.from - 1n }));
    if (span.to > cut.to) rest.push(put({ from: cut.to + 1n, to: span.to }));
    inner = put(cut);
  });
  return rest;
};

/** What is left of boxes without one more. */
export const withoutFrom = (boxes: readonly Box[], hole: Box): readonly Box[] =>
  boxes.flatMap((box) => withoutBox(box, hole));
