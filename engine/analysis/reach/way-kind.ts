import { type AddressKey, keyOf } from "../../net/address-map";
import type { Address } from "../../net/cidr";
import { createPairTable, type PairTable, pairValue, putPair } from "../../net/pair-table";
import { ICMP, ICMPV6, protocolSlots, rangeSlots, TCP, UDP } from "../../net/traffic-axis";
import {
  ALL_TRAFFIC,
  intersect,
  NO_TRAFFIC,
  subtract,
  type TrafficSetId,
  type TrafficSets,
  trafficOf,
  unite,
} from "../../net/traffic-set";
import { isTranslator, type Restriction, type Step, type Way } from "../way";

/**
 * A way as the sets that pass it. Few kinds occur, so they are numbered. `some` passes with its reply for some client ports,
 * `whole` for all of them; what `keepsOut`/`keepsIn` say is whether references find the other end in the sender's and in the
 * receiver's rules; `seen` is the source that the receiver sees where it is not the sender's own address.
 */
export type WayKinds = {
  readonly some: TrafficSetId[];
  readonly whole: TrafficSetId[];
  readonly flags: number[];
  readonly seen: (AddressKey | null)[];
  readonly numbers: Map<string, WayKindId>;
};

export type WayKindId = number;

/** Not walked yet. */
export const UNKNOWN_WAY: WayKindId = 0;

export const KEEPS_OUT = 1;
export const KEEPS_IN = 2;
export const KEEPS_BOTH = KEEPS_OUT | KEEPS_IN;

export const createWayKinds = (): WayKinds => ({
  some: [NO_TRAFFIC],
  whole: [NO_TRAFFIC],
  flags: [KEEPS_BOTH],
  seen: [null],
  numbers: new Map(),
});

export type KindFacts = Readonly<{
  some: TrafficSetId;
  whole: TrafficSetId;
  flags: number;
  seen: AddressKey | null;
}>;

export function wayKindOf(kinds: WayKinds, { some, whole, flags, seen }: KindFacts): WayKindId {
  const isShut = some === NO_TRAFFIC;
  const key = isShut ? "shut" : `${some} ${whole} ${flags} ${typeof seen} ${seen}`;
  const known = kinds.numbers.get(key);
  if (known !== undefined) return known;
  const id = kinds.some.length;
  kinds.some.push(some);
  kinds.whole.push(whole);
  kinds.flags.push(isShut ? KEEPS_BOTH : flags);
  kinds.seen.push(isShut ? null : seen);
  kinds.numbers.set(key, id);
  return id;
}

/** How a step's traffic is found: ACLs and the groups of appliances, as the index knows them. */
export type StepFilters = Readonly<{
  networkAcl(step: Extract<Step, { kind: "networkAcl" }>): TrafficSetId;
  groups(step: Extract<Step, { kind: "groups" }>): TrafficSetId;
}>;

/** What passes a way, request and reply. TCP needs its reply; for other protocols the request decides. */
export function wayFacts(sets: TrafficSets, filters: StepFilters, way: Way, own: Address): KindFacts {
  const request = passing(sets, filters, way.steps, ALL_TRAFFIC);
  const tcp = trafficOf(sets, protocolSlots(TCP));
  const [some, whole] = repliedTo(sets, filters, way, request, tcp);
  const isOwn = way.seenSource.family === own.family && way.seenSource.value === own.value;
  const { egress, ingress } = way.keepsIdentity;
  return {
    some,
    whole,
    flags: (egress ? KEEPS_OUT : 0) | (ingress ? KEEPS_IN : 0),
    seen: isOwn ? null : keyOf(way.seenSource.family, way.seenSource.value),
  };
}

function repliedTo(
  sets: TrafficSets,
  filters: StepFilters,
  way: Way,
  request: TrafficSetId,
  tcp: TrafficSetId,
): readonly [some: TrafficSetId, whole: TrafficSetId] {
  if (intersect(sets, request, tcp) === NO_TRAFFIC) return [request, request];
  const clients = trafficOf(sets, rangeSlots(TCP, FIRST_CLIENT_PORT, 65535));
  const without = subtract(sets, request, tcp);
  let replies = clients;
  let isWhole = true;
  for (const step of way.replySteps) {
    replies = intersect(sets, replies, stepTraffic(sets, filters, step));
    if (replies === NO_TRAFFIC) return [without, without];
    isWhole &&= replies === clients;
    if (isTranslator(step)) replies = clients;
  }
  return [request, isWhole ? request : without];
}

/** The profile for replies without a source port: what load balancers, NAT gateways and most clients use. */
const FIRST_CLIENT_PORT = 1024;

function passing(
  sets: TrafficSets,
  filters: StepFilters,
  steps: readonly Step[],
  from: TrafficSetId,
): TrafficSetId {
  let traffic = from;
  for (const step of steps) {
    if (traffic === NO_TRAFFIC) return NO_TRAFFIC;
    traffic = intersect(sets, traffic, stepTraffic(sets, filters, step));
  }
  return traffic;
}

function stepTraffic(sets: TrafficSets, filters: StepFilters, step: Step): TrafficSetId {
  switch (step.kind) {
    case "stop":
      return NO_TRAFFIC;
    case "route":
      return ALL_TRAFFIC;
    case "networkAcl":
      return filters.networkAcl(step);
    case "groups":
      return filters.groups(step);
    case "pass":
      return step.restriction === null ? ALL_TRAFFIC : restricted(sets, step.restriction);
  }
}

function restricted(sets: TrafficSets, restriction: Restriction): TrafficSetId {
  const all = (protocol: number) => trafficOf(sets, protocolSlots(protocol));
  switch (restriction) {
    case "notTcp25":
      return subtract(sets, ALL_TRAFFIC, trafficOf(sets, rangeSlots(TCP, SMTP, SMTP)));
    case "tcpUdpIcmp":
      return unite(sets, unite(sets, all(TCP), all(UDP)), all(ICMP));
    case "tcpOrIcmpEcho":
      return ECHO_REQUESTS.map(([protocol, place]) =>
        trafficOf(sets, rangeSlots(protocol, place, place)),
      ).reduce((sum, echo) => unite(sets, sum, echo), all(TCP));
  }
}

const SMTP = 25;

/** Type 8 or 128 with code 0, each by its protocol. */
const ECHO_REQUESTS = [
  [ICMP, 8 * 256],
  [ICMPV6, 128 * 256],
] as const;

/** More sites than this are kept in a table that is slower and only as large as what was asked. */
const DENSE_SITES = 2048;

export type WayMemory = { dense: Int32Array; stride: number; readonly sparse: PairTable };

export const createWayMemory = (): WayMemory => ({
  dense: new Int32Array(64 * 64),
  stride: 64,
  sparse: createPairTable(),
});

export function rememberedWay(memory: WayMemory, from: number, to: number): WayKindId {
  if (from < memory.stride && to < memory.stride)
    return memory.dense[from * memory.stride + to] ?? UNKNOWN_WAY;
  const known = pairValue(memory.sparse, from, to);
  return known < 0 ? UNKNOWN_WAY : known;
}

export function rememberWay(memory: WayMemory, from: number, to: number, kind: WayKindId): void {
  const site = Math.max(from, to);
  if (site >= memory.stride && site < DENSE_SITES) widen(memory, site);
  if (site < memory.stride) memory.dense[from * memory.stride + to] = kind;
  else putPair(memory.sparse, from, to, kind);
}

function widen(memory: WayMemory, site: number): void {
  let stride = memory.stride;
  while (stride <= site) stride *= 2;
  const dense = new Int32Array(stride * stride);
  for (let from = 0; from < memory.stride; from++) {
    dense.set(memory.dense.subarray(from * memory.stride, (from + 1) * memory.stride), from * stride);
  }
  Object.assign(memory, { dense, stride });
}

/** The same ways between these sites, but those from or to one that `isStale`. */
export function freshWays(
  memory: WayMemory,
  sites: ReadonlySet<number>,
  isStale: (site: number) => boolean,
): WayMemory {
  const fresh = createWayMemory();
  const kept = [...sites].filter((site) => !isStale(site));
  for (const from of kept) {
    for (const to of kept) {
      const kind = rememberedWay(memory, from, to);
      if (kind !== UNKNOWN_WAY) rememberWay(fresh, from, to, kind);
    }
  }
  return fresh;
}
