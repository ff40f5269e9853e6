import { recordOf } from "../../model/network";
import type { Direction } from "../../model/security-group";
import { keyOf } from "../../net/address-map";
import { addressSetContains } from "../../net/address-set";
import { type Address, cidrContains } from "../../net/cidr";
import { INTERNET_ADDRESSES } from "../../net/internet-addresses";
import { ALL_TRAFFIC, NO_TRAFFIC, type TrafficSetId, unite } from "../../net/traffic-set";
import { wayBetween } from "../walk";
import type { Step, Way } from "../way";
import { NO_RULES } from "./group-rules";
import { groupsWorn } from "./interface-facts";
import { aclTraffic } from "./network-acl-traffic";
import type { OutsideWays } from "./outside-part";
import type { ReachIndex, WayView } from "./reach-index";
import { strangerTraffic } from "./row";
import type { Site, SiteId } from "./site";
import {
  rememberedWay,
  rememberWay,
  type StepFilters,
  UNKNOWN_WAY,
  type WayKindId,
  wayFacts,
  wayKindOf,
} from "./way-kind";

/** The kind of way from one site to another. Walked once. */
export function wayKind(index: ReachIndex, view: WayView, from: SiteId, to: SiteId): WayKindId {
  const known = rememberedWay(view.memory, from, to);
  if (known !== UNKNOWN_WAY) return known;
  const kind = walkedKind(index, view, from, to);
  rememberWay(view.memory, from, to, kind);
  return kind;
}

function walkedKind(index: ReachIndex, view: WayView, from: SiteId, to: SiteId): WayKindId {
  const [sender, receiver] = [index.sites.list[from], index.sites.list[to]];
  if (sender === undefined || receiver === undefined || sender.family !== receiver.family) {
    return wayKindOf(index.kinds, SHUT);
  }
  const way = wayBetween(
    view.topology,
    { kind: "interface", held: sender.held, asPublic: false },
    { kind: "interface", held: receiver.held, asPublic: false },
  );
  return kindOfWay(index, way, sender.held.address);
}

const SHUT = { some: NO_TRAFFIC, whole: NO_TRAFFIC, flags: 0, seen: null };

function kindOfWay(index: ReachIndex, way: Way, own: Way["seenSource"]): WayKindId {
  index.counts.ways++;
  return wayKindOf(index.kinds, wayFacts(index.sets, stepFilters(index), way, own));
}

const stepFilters = (index: ReachIndex): StepFilters => ({
  networkAcl: (step) => aclStep(index, step),
  groups: (step) => groupsStep(index, step),
});

function aclStep(index: ReachIndex, step: Extract<Step, { kind: "networkAcl" }>): TrafficSetId {
  if (step.networkAcl === null) return ALL_TRAFFIC;
  const { family, value } = step.peer;
  const key = keyOf(family, value);
  return aclTraffic(index.sets, index.aclMemory, step.networkAcl, step.direction, family, key);
}

/** An appliance's groups know nobody by their groups: the way hides who packets are from. */
function groupsStep(index: ReachIndex, step: Extract<Step, { kind: "groups" }>): TrafficSetId {
  const record = recordOf(index.network.networkInterfaces, step.networkInterface.networkInterfaceId);
  if (record === undefined) return NO_TRAFFIC;
  const { family, value } = step.peer;
  return groupsWorn(index.network, record).reduce<TrafficSetId>((sum, groupId) => {
    const rules = index.groupRules.get(groupId)?.[step.direction] ?? NO_RULES;
    return unite(index.sets, sum, strangerTraffic(index.sets, rules, family, keyOf(family, value)));
  }, NO_TRAFFIC);
}

const SITES = 2 ** 24;

/** Ways between a site and all outside addresses of its family, stretch by stretch. */
export function outsideWays(index: ReachIndex, site: SiteId, direction: Direction): OutsideWays {
  const key = direction === "egress" ? site : SITES + site;
  const known = index.outsideWays.get(key);
  if (known !== undefined) return known;
  const made = walkOutside(index, site, direction);
  index.outsideWays.set(key, made);
  return made;
}

/** Addresses that nobody outside has are not walked to. */
function walkOutside(index: ReachIndex, site: SiteId, direction: Direction): OutsideWays {
  const own = index.sites.list[site];
  const starts: OutsideWays["starts"][number][] = [];
  const kinds: WayKindId[] = [];
  if (own === undefined) return { starts, kinds };
  const { family } = own;
  const borders = index.borders[family];
  for (const value of borders[0] === 0n ? borders : [0n, ...borders]) {
    const address = { family, value };
    const isSomebody = addressSetContains(INTERNET_ADDRESSES, address) && !isInVpc(index, address);
    const kind = isSomebody ? outsideKind(index, own, direction, address) : wayKindOf(index.kinds, SHUT);
    if (kinds.at(-1) === kind) continue;
    starts.push(keyOf(family, value));
    kinds.push(kind);
  }
  return { starts, kinds };
}

const isInVpc = ({ topology }: ReachIndex, address: Address): boolean =>
  [...topology.vpcs.values()].some(({ blocks }) => blocks.some((block) => cidrContains(block, address)));

function outsideKind(
  index: ReachIndex,
  { held, family }: Site,
  direction: Direction,
  address: Address,
): WayKindId {
  const outside = { kind: "outside", address } as const;
  const inside = { kind: "interface", held, asPublic: family === 4 && held.publicAddress !== null } as const;
  const isOut = direction === "egress";
  const way = isOut
    ? wayBetween(index.topology, inside, outside)
    : wayBetween(index.topology, outside, inside);
  return kindOfWay(index, way, isOut ? held.address : address);
}
