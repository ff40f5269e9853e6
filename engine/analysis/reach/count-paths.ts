import { haveCommon, NO_TRAFFIC, type TrafficSetId } from "../../net/traffic-set";
import { type Lane, type Looks, laneOf, look, WIDTH } from "./lane";
import { outcomeAt } from "./outcome";
import { outcomeBetween } from "./pair-outcome";
import type { PointId } from "./point";
import { presentWays, type ReachIndex, type WayView } from "./reach-index";
import { addressCell, groupsCell } from "./row";
import { KEEPS_BOTH, rememberedWay, UNKNOWN_WAY, type WayKindId } from "./way-kind";
import { wayKind } from "./ways";

/**
 * Counts the ordered pairs of ends with any traffic, in blocks of two tiers: within a block the same few sets meet again
 * and again. It says whether anything passes and makes no set, so all pairs of a large design take about a second.
 */
export function* countPaths(index: ReachIndex): Generator<void, number> {
  const counting: Counting = {
    index,
    view: presentWays(index),
    memory: createMemory(),
    given: new Int32Array(4),
  };
  const lanes = [...index.tiers.values()].map((state) => laneOf(index, state));
  let paths = 0;
  for (let first = 0; first < lanes.length; first += TILE) {
    const tile = lanes.slice(first, first + TILE);
    for (const to of lanes) {
      for (const from of tile) paths += countBlock(counting, from, to);
      yield;
    }
  }
  return paths;
}

type Counting = Readonly<{
  index: ReachIndex;
  view: WayView;
  memory: Memory;
  /** What the groups of a block's ends are given by the other's rules: out IPv4, out IPv6, in IPv4, in IPv6. */
  given: Int32Array;
}>;

/** Senders that are looked at together: what a receiver's row says of them lies side by side. */
const TILE = 16;

/** Answers by (out, way, in), in a table that forgets what meets in the same place. */
type Memory = Readonly<{ outs: Int32Array; ins: Int32Array; kinds: Int32Array; answers: Uint8Array }>;

const MEMORY_BITS = 16;

const createMemory = (): Memory => ({
  outs: new Int32Array(1 << MEMORY_BITS).fill(-1),
  ins: new Int32Array(1 << MEMORY_BITS),
  kinds: new Int32Array(1 << MEMORY_BITS),
  answers: new Uint8Array(1 << MEMORY_BITS),
});

function countBlock(counting: Counting, from: Lane, to: Lane): number {
  if (!from.isPlain || !to.isPlain) return countOneByOne(counting.index, from, to);
  const egress = from.state.rows.egress[0];
  const ingress = to.state.rows.ingress[0];
  const isSplit = from.state.rows.egress.length > 1 || to.state.rows.ingress.length > 1;
  if (from === to || isSplit || egress === undefined || ingress === undefined) {
    return countSplit(counting, from, to);
  }
  look(to.asReceiver, egress, to);
  look(from.asSender, ingress, from);
  const { given } = counting;
  given[0] = groupsCell(egress, 4, to.state.groups.number);
  given[1] = groupsCell(egress, 6, to.state.groups.number);
  given[2] = groupsCell(ingress, 4, from.state.groups.number);
  given[3] = groupsCell(ingress, 6, from.state.groups.number);
  const paths = countLooks(counting, from.asSender, to.asReceiver);
  return paths < 0 ? countOneByOne(counting.index, from, to) : paths;
}

/** -1 where a way hides who sends, so that looks do not tell. */
function countLooks(counting: Counting, into: Looks, out: Looks): number {
  let paths = 0;
  for (let sender = 0; sender < into.count; sender++) {
    for (let receiver = 0; receiver < out.count; receiver++) {
      const answer = meets(counting, into.cells, sender * WIDTH, out.cells, receiver * WIDTH);
      if (answer < 0) return -1;
      if (answer > 0) paths += (into.weights[sender] ?? 0) * (out.weights[receiver] ?? 0);
    }
  }
  return paths;
}

/** 1 if anything passes in any family, 0 if not, -1 where a way hides who sends, so that this is not the place to say. */
function meets(
  counting: Counting,
  into: Int32Array,
  sender: number,
  out: Int32Array,
  receiver: number,
): number {
  const ipv4 = meetsIn(counting, into, sender, out, receiver, 0);
  const ipv6 = meetsIn(counting, into, sender, out, receiver, 1);
  return ipv4 < 0 || ipv6 < 0 ? -1 : ipv4 | ipv6;
}

function meetsIn(
  counting: Counting,
  into: Int32Array,
  sender: number,
  out: Int32Array,
  receiver: number,
  family: 0 | 1,
): number {
  const own = into[sender + family * 2 + 1] ?? -1;
  const far = out[receiver + family * 2 + 1] ?? -1;
  if (own < 0 || far < 0) return 0;
  const kind = kindBetween(counting, into[sender + family * 2] ?? 0, out[receiver + family * 2] ?? 0);
  const kinds = counting.index.kinds;
  if (kinds.flags[kind] !== KEEPS_BOTH || kinds.seen[kind] !== null) return -1;
  const given = counting.given;
  return passes(counting, far, given[family] ?? 0, kinds.some[kind] ?? 0, own, given[family + 2] ?? 0)
    ? 1
    : 0;
}

function kindBetween({ index, view }: Counting, from: number, to: number): WayKindId {
  const known = rememberedWay(view.memory, from, to);
  return known === UNKNOWN_WAY ? wayKind(index, view, from, to) : known;
}

/** Each side permits by address and by groups: something passes if any of the four combinations does. */
function passes(
  counting: Counting,
  out: TrafficSetId,
  outByGroups: TrafficSetId,
  way: TrafficSetId,
  into: TrafficSetId,
  intoByGroups: TrafficSetId,
): boolean {
  return (
    remembered(counting, out, way, into) ||
    remembered(counting, out, way, intoByGroups) ||
    remembered(counting, outByGroups, way, into) ||
    remembered(counting, outByGroups, way, intoByGroups)
  );
}

function remembered(
  { index: { sets }, memory }: Counting,
  out: TrafficSetId,
  way: TrafficSetId,
  into: TrafficSetId,
): boolean {
  if (out === NO_TRAFFIC || way === NO_TRAFFIC || into === NO_TRAFFIC) return false;
  const hash = Math.imul(out, 0x9e3779b1) ^ Math.imul(into, 0x85ebca6b) ^ Math.imul(way, 0xc2b2ae35);
  const place = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f) >>> (32 - MEMORY_BITS);
  const isKnown = memory.outs[place] === out && memory.ins[place] === into && memory.kinds[place] === way;
  if (isKnown) return memory.answers[place] === 1;
  const answer = haveCommon(sets, out, way, into);
  memory.outs[place] = out;
  memory.ins[place] = into;
  memory.kinds[place] = way;
  memory.answers[place] = answer ? 1 : 0;
  return answer;
}

/** Pair by pair, each row of the one with each of the other. */
function countSplit(counting: Counting, from: Lane, to: Lane): number {
  let paths = 0;
  for (let sender = 0; sender < from.slots.length; sender++) {
    for (let receiver = 0; receiver < to.slots.length; receiver++) {
      if (from.slots[sender] === to.slots[receiver]) continue;
      const ipv4 = splitMeets(counting, from, sender, to, receiver, 4);
      const answer = ipv4 === 1 ? 1 : splitMeets(counting, from, sender, to, receiver, 6);
      if (ipv4 < 0 || answer < 0) return countOneByOne(counting.index, from, to);
      paths += ipv4 | answer;
    }
  }
  return paths;
}

function splitMeets(
  counting: Counting,
  from: Lane,
  sender: number,
  to: Lane,
  receiver: number,
  family: 4 | 6,
): number {
  const source = (family === 4 ? from.ipv4 : from.ipv6)[sender] ?? -1;
  const destination = (family === 4 ? to.ipv4 : to.ipv6)[receiver] ?? -1;
  if (source < 0 || destination < 0) return 0;
  const { kinds, points } = counting.index;
  const kind = kindBetween(counting, points.sites[source] ?? 0, points.sites[destination] ?? 0);
  if (kinds.flags[kind] !== KEEPS_BOTH || kinds.seen[kind] !== null) return -1;
  const way = kinds.some[kind] ?? NO_TRAFFIC;
  return way !== NO_TRAFFIC && rowsMeet(counting, from, source, to, destination, way, family) ? 1 : 0;
}

function rowsMeet(
  counting: Counting,
  from: Lane,
  source: PointId,
  to: Lane,
  destination: PointId,
  way: TrafficSetId,
  family: 4 | 6,
): boolean {
  const [sender, receiver] = [from.state.groups.number, to.state.groups.number];
  const { ingress } = to.state.rows;
  for (const out of from.state.rows.egress) {
    const outByAddress = addressCell(out, destination);
    const outByGroups = groupsCell(out, family, receiver);
    if (outByAddress === NO_TRAFFIC && outByGroups === NO_TRAFFIC) continue;
    for (const into of ingress) {
      const byAddress = addressCell(into, source);
      const byGroups = groupsCell(into, family, sender);
      if (byAddress === NO_TRAFFIC && byGroups === NO_TRAFFIC) continue;
      if (passes(counting, outByAddress, outByGroups, way, byAddress, byGroups)) return true;
    }
  }
  return false;
}

function countOneByOne(index: ReachIndex, from: Lane, to: Lane): number {
  let paths = 0;
  for (const sender of from.slots)
    for (const receiver of to.slots) if (hasPath(index, sender, receiver)) paths++;
  return paths;
}

const hasPath = (index: ReachIndex, sender: number, receiver: number): boolean =>
  outcomeAt(index.outcomes, outcomeBetween(index, "now", sender, receiver)).some !== NO_TRAFFIC;
