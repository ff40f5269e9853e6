import { createPairIds, createPairTable, type PairIds, type PairTable, pairId } from "../../net/pair-table";
import type { TrafficSetId } from "../../net/traffic-set";
import type { SiteId } from "./site";

/**
 * How an end is seen by the rules of a tier: for each of its addresses the site it stands at, what the rules permit for it,
 * what they would permit if they did not know its groups, and what they permit by more than a rule for any address.
 * Numbered: of a tier's members few faces occur, so pairs of faces are decided and pairs of interfaces only counted.
 */
export type FaceId = number;

export type FacePoint = Readonly<{
  site: SiteId;
  cell: TrafficSetId;
  stranger: TrafficSetId;
  specific: TrafficSetId;
}>;

export const NO_FACE: FaceId = 0;

export type Faces = {
  /** (site, cell), (stranger, specific), the two together, and chains of these. */
  places: PairIds;
  extras: PairIds;
  points: PairIds;
  chains: PairIds;
  /** Memory of pairs of faces. */
  decided: PairTable;
};

export const createFaces = (): Faces => ({
  places: createPairIds(),
  extras: createPairIds(),
  points: createPairIds(),
  chains: createPairIds(),
  decided: createPairTable(4096),
});

/** The face with one more point. */
export function withPoint(faces: Faces, face: FaceId, { site, cell, stranger, specific }: FacePoint): FaceId {
  const point = pairId(
    faces.points,
    pairId(faces.places, site, cell),
    pairId(faces.extras, stranger, specific),
  );
  return 1 + pairId(faces.chains, face, point);
}

/** The points of a face, the last one first. */
export function facePoints(faces: Faces, face: FaceId): readonly FacePoint[] {
  const found: FacePoint[] = [];
  for (let at = face; at !== NO_FACE; at = faces.chains.firsts[at - 1] ?? NO_FACE) {
    const point = faces.chains.seconds[at - 1] ?? 0;
    const [place, extra] = [faces.points.firsts[point] ?? 0, faces.points.seconds[point] ?? 0];
    found.push({
      site: faces.places.firsts[place] ?? 0,
      cell: faces.places.seconds[place] ?? 0,
      stranger: faces.extras.firsts[extra] ?? 0,
      specific: faces.extras.seconds[extra] ?? 0,
    });
  }
  return found;
}

const CAP = 1 << 19;

/** Faces are of use while pairs of tiers are worked out; their memory is bounded. */
export function trimFaces(faces: Faces): void {
  if (faces.chains.firsts.length + faces.decided.size > CAP) Object.assign(faces, createFaces());
}
