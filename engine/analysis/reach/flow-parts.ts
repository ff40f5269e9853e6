import { NO_TRAFFIC, type TrafficSetId } from "../../net/traffic-set";
import type { ReachIndex } from "./reach-index";
import { KEEPS_IN, KEEPS_OUT, type WayKindId } from "./way-kind";

/** What two ends' rules permit each other, by address and by groups. */
export type Permits = Readonly<{
  outByAddress: TrafficSetId;
  outByGroups: TrafficSetId;
  intoByAddress: TrafficSetId;
  intoByGroups: TrafficSetId;
}>;

/** Writes what passes at one moment from `start` on. References find nobody where the way hides who packets are from. */
export function writeParts(
  { kinds, comparer: { flows } }: ReachIndex,
  start: number,
  kind: WayKindId,
  { outByAddress, outByGroups, intoByAddress, intoByGroups }: Permits,
): void {
  const flags = kinds.flags[kind] ?? 0;
  flows[start] = outByAddress;
  flows[start + 1] = (flags & KEEPS_OUT) === 0 ? NO_TRAFFIC : outByGroups;
  flows[start + 2] = kinds.some[kind] ?? NO_TRAFFIC;
  flows[start + 3] = kinds.whole[kind] ?? NO_TRAFFIC;
  flows[start + 4] = intoByAddress;
  flows[start + 5] = (flags & KEEPS_IN) === 0 ? NO_TRAFFIC : intoByGroups;
}
