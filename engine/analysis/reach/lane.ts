import { ALL_TRAFFIC } from "../../net/traffic-set";
import type { ReachIndex } from "./reach-index";
import type { Row } from "./row";
import type { TierState } from "./tier";

/**
 * A tier's members as arrays: slots, and by family their points (-1 for none) and sites. `isPlain`: no interface
 * with two addresses of a family or one that sends nothing; others are counted one by one.
 */
export type Lane = Readonly<{
  state: TierState;
  isPlain: boolean;
  slots: Int32Array;
  ipv4: Int32Array;
  ipv6: Int32Array;
  sites4: Int32Array;
  sites6: Int32Array;
  asSender: Looks;
  asReceiver: Looks;
}>;

/**
 * How the members of a tier look to a row of another one: few looks, with how many members have each. Four numbers a look:
 * for each family the site and what the row gives by address, -1 for a family without an address.
 */
export type Looks = {
  count: number;
  readonly cells: Int32Array;
  readonly weights: Int32Array;
  /** The row that was looked with last, if it is open: it sees everybody alike. */
  openRow: Row | null;
};

export const WIDTH = 4;

export function laneOf({ ends, points }: ReachIndex, state: TierState): Lane {
  const { members } = state;
  const length = members.length;
  const [ipv4, ipv6] = [new Int32Array(length).fill(-1), new Int32Array(length).fill(-1)];
  const [sites4, sites6] = [new Int32Array(length), new Int32Array(length)];
  let isPlain = state.tier.kind === "interfaces";
  for (const [at, slot] of members.entries()) {
    const end = ends.list[slot];
    if (end?.kind !== "interface") continue;
    isPlain &&= end.facts.sends;
    for (const point of end.points) {
      const [own, sites] = points.families[point] === 6 ? [ipv6, sites6] : [ipv4, sites4];
      isPlain &&= own[at] === -1;
      own[at] = point;
      sites[at] = points.sites[point] ?? 0;
    }
  }
  return {
    state,
    isPlain,
    slots: Int32Array.from(members),
    ipv4,
    ipv6,
    sites4,
    sites6,
    asSender: looksOf(length),
    asReceiver: looksOf(length),
  };
}

const looksOf = (length: number): Looks => ({
  count: 0,
  cells: new Int32Array(length * WIDTH),
  weights: new Int32Array(length),
  openRow: null,
});

/** Gathers how each member looks; members that look alike are counted. */
export function look(looks: Looks, row: Row, lane: Lane): void {
  if (row.isOpen && looks.openRow === row) return;
  looks.openRow = row.isOpen ? row : null;
  looks.count = 0;
  const { ipv4, ipv6, sites4, sites6 } = lane;
  const { cells, weights } = looks;
  for (let at = 0; at < ipv4.length; at++) {
    const start = looks.count * WIDTH;
    cells[start] = sites4[at] ?? 0;
    cells[start + 1] = cellOf(row, ipv4[at] ?? -1);
    cells[start + 2] = sites6[at] ?? 0;
    cells[start + 3] = cellOf(row, ipv6[at] ?? -1);
    const same = sameLook(cells, start);
    if (same === start) weights[looks.count++] = 1;
    else weights[same / WIDTH] = (weights[same / WIDTH] ?? 0) + 1;
  }
}

/** What a row gives a point by its address; -1 where there is no point. */
function cellOf(row: Row, point: number): number {
  if (point < 0) return -1;
  return row.isOpen ? ALL_TRAFFIC : (row.byAddress[point] ?? 0);
}

/** The start of the first look that is the same as the one that was written last. */
function sameLook(cells: Int32Array, start: number): number {
  for (let at = 0; at < start; at += WIDTH) {
    if (
      cells[at + 1] === cells[start + 1] &&
      cells[at] === cells[start] &&
      cells[at + 3] === cells[start + 3] &&
      cells[at + 2] === cells[start + 2]
    ) {
      return at;
    }
  }
  return start;
}
