import type { SecurityGroupId } from "../../model/id";
import { EMPTY_NETWORK, type Network } from "../../model/network";
import { copyTables } from "../../model/network-changes";
import type { Direction, SecurityGroupRule } from "../../model/security-group";
import { createPairIds, type PairIds } from "../../net/pair-table";
import { createTrafficSets, type TrafficSets } from "../../net/traffic-set";
import type { TierId } from "../answer";
import type { CompiledRule } from "../compiled-rule";
import { type Topology, topologyOf } from "../topology";
import { type AnyEnd, createEnds, type EndOrder, type Ends } from "./end";
import { createFaces, type Faces } from "./face";
import { type Comparer, createComparer } from "./flow";
import type { GroupRules } from "./group-rules";
import { createGroupSets, type GroupSets, groupSetOf } from "./group-set";
import type { AclMemory } from "./network-acl-traffic";
import { createOutcomes, type Outcomes } from "./outcome";
import type { OutsideWays } from "./outside-part";
import { createPoints, type Points } from "./point";
import type { Row } from "./row";
import { type Borders, createSites, type Sites } from "./site";
import type { TierState } from "./tier";
import type { StalePairs, TierPairState } from "./tier-pair-state";
import { createTold, type Told } from "./told";
import { createWayKinds, createWayMemory, type WayKinds, type WayMemory } from "./way-kind";

/** An end as it was at the last settlement. */
export type EndBefore = Readonly<{ end: AnyEnd; tier: TierState }>;

/** The ways of one state of routes, ACLs and gateways, and where each point stands in it. */
export type WayView = Readonly<{ topology: Topology; memory: WayMemory; sites: Int32Array }>;

/**
 * Everything that is worked out of a network, kept so that an edit costs what it touches: a rule its group's rows and what
 * they say of whom it names; an interface its row and column; an ACL or a route the ways of its subnets. It is the one thing
 * here that changes in place. What ends in `Before` is what was there at the last settlement, where that is something else.
 */
export type ReachIndex = {
  network: Network;
  readonly sets: TrafficSets;
  readonly kinds: WayKinds;
  readonly outcomes: Outcomes;
  /** Numbers of `PartId`s. */
  readonly parts: PairIds;
  readonly faces: Faces;
  readonly comparer: Comparer;
  readonly groupSets: GroupSets;
  readonly points: Points;
  readonly gonePoints: number[];
  readonly sites: Sites;
  readonly ends: Ends;
  /** Null when it has to be found anew. */
  order: EndOrder | null;
  readonly rules: Map<SecurityGroupId, readonly CompiledRule[]>;
  readonly compiled: WeakMap<SecurityGroupRule, CompiledRule>;
  readonly groupRules: Map<SecurityGroupId, Readonly<Record<Direction, GroupRules>>>;
  /** By direction and number of the set of groups. */
  readonly rows: Map<string, Row>;
  /** Hardly any two interfaces share a set of groups: rows are kept by group, not by set. */
  isSplit: boolean;
  readonly tiers: Map<TierId, TierState>;
  /** The tiers that look themselves up in a row. */
  readonly users: Map<Row, Set<TierState>>;
  /** The tier of each end, by slot. */
  readonly tierOfSlot: (TierState | null)[];
  nextTierNumber: number;
  topology: Topology;
  ways: WayMemory;
  view: WayView | null;
  waysBefore: WayView | null;
  borders: Borders;
  /** Interfaces and instances that a route leads to, by id. */
  routedTo: ReadonlySet<string>;
  readonly outsideWays: Map<number, OutsideWays>;
  readonly aclMemory: AclMemory;
  /** Pairs of tiers that have to be worked out anew. */
  readonly stale: StalePairs;
  /** So many tiers that not all their pairs are told, only those of the ones in `focus` and with the outside. */
  isVast: boolean;
  /** Up to so many tiers all pairs are told. */
  readonly toldTiers: number;
  focus: ReadonlySet<TierId>;
  /** What was asked to come first; `focus` are the tiers that have to do with it. */
  focusIds: ReadonlySet<string>;
  told: Told;
  /** By `pairKey`; only those with paths. */
  readonly tierPairs: Map<number, TierPairState>;
  paths: number;
  /** At the last settlement; counted of vast designs only. */
  pathsSettled: number;
  readonly endsBefore: Map<number, EndBefore | null>;
  readonly changedRows: Set<Row>;
  /** Points of which a row may say something else where a way hides who they are. */
  readonly strangers: Map<Row, Set<number>>;
  /** What was done so far, for benchmarks: no result depends on it. */
  readonly counts: { rows: number; cells: number; ways: number; pairs: number };
};

export function createReachIndex(toldTiers: number = Number.POSITIVE_INFINITY): ReachIndex {
  const sets = createTrafficSets();
  const kinds = createWayKinds();
  const network = copyTables(EMPTY_NETWORK);
  const groupSets = createGroupSets();
  groupSetOf(groupSets, []);
  const outcomes = createOutcomes(sets, kinds);
  return {
    network,
    sets,
    kinds,
    outcomes,
    parts: createPairIds(),
    faces: createFaces(),
    comparer: createComparer(outcomes.icmp, outcomes.icmpv6),
    groupSets,
    points: createPoints(),
    gonePoints: [],
    sites: createSites(),
    ends: createEnds(),
    order: null,
    rules: new Map(),
    compiled: new WeakMap(),
    groupRules: new Map(),
    rows: new Map(),
    isSplit: false,
    tiers: new Map(),
    users: new Map(),
    tierOfSlot: [],
    nextTierNumber: 0,
    ...noWays(network),
    ...nothingTold(),
    toldTiers,
    ...nothingBefore(),
    counts: { rows: 0, cells: 0, ways: 0, pairs: 0 },
  };
}

type ToldFields = "stale" | "isVast" | "told" | "focus" | "focusIds" | "tierPairs" | "paths" | "pathsSettled";

const nothingTold = (): Pick<ReachIndex, ToldFields> => ({
  stale: new Map(),
  isVast: false,
  told: createTold(),
  focus: new Set(),
  focusIds: new Set(),
  tierPairs: new Map(),
  paths: 0,
  pathsSettled: 0,
});

type WayFields =
  | "topology"
  | "ways"
  | "view"
  | "waysBefore"
  | "borders"
  | "routedTo"
  | "outsideWays"
  | "aclMemory";

const noWays = (network: Network): Pick<ReachIndex, WayFields> => ({
  topology: topologyOf(network),
  ways: createWayMemory(),
  view: null,
  waysBefore: null,
  borders: { 4: [], 6: [] },
  routedTo: new Set(),
  outsideWays: new Map(),
  aclMemory: new WeakMap(),
});

const nothingBefore = (): Pick<ReachIndex, "endsBefore" | "changedRows" | "strangers"> => ({
  endsBefore: new Map(),
  changedRows: new Set(),
  strangers: new Map(),
});

/** The ways as they are now. The same object while they are the same: pairs ask for it by the million. */
export function presentWays(index: ReachIndex): WayView {
  const { topology, ways, points, view } = index;
  if (view !== null && view.memory === ways && view.sites === points.sites && view.topology === topology)
    return view;
  const now: WayView = { topology, memory: ways, sites: points.sites };
  index.view = now;
  return now;
}
