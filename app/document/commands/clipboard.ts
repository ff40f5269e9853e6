import {
  type IdKind,
  type Network,
  ok,
  type Refusal,
  type Result,
  recordOf,
  recordsOf,
  refuse,
} from "../../../engine";
import type { Clip } from "../clipboard/clip";
import { looseConnections, pasteConnections } from "../clipboard/connections";
import { pasteSubnets, pasteVpcs } from "../clipboard/containers";
import { type Paste, targetOf } from "../clipboard/context";
import { pasteNetworkAcls, pasteRoutes, pasteRouteTables } from "../clipboard/filters";
import {
  pasteInternetGateways,
  pasteListeners,
  pasteNatGateways,
  pasteVpcEndpoints,
} from "../clipboard/gateways";
import { pasteGroups } from "../clipboard/groups";
import { pasteInterfaces, pasteNamed } from "../clipboard/machines";
import { type Command, commandOf } from "../command";
import type { Diagram, Layout, Place } from "../diagram";
import { filterEntries } from "../filter-entries";
import { type ElementKind, findElement, nameOf, TABLE_OF } from "../find";
import { withGroupColor } from "../places";
import { checkNewIds } from "../records";
import { withContent } from "./delete-content";

export type { Clip } from "../clipboard/clip";

export type PasteElements = Readonly<{
  clip: Clip;
  /** A VPC for subnets and groups, a subnet for cards; null: where the originals lie. */
  into: string | null;
  /** New ids by old ones, for all of `idsToMake(clip)`. */
  ids: Readonly<Record<string, string>>;
  /** Of the first root's copy, in its new container; the others keep their distance to it. */
  place: Place;
}>;

const onlyRecords = (network: Network, ids: ReadonlySet<string>): Network => {
  let left = network;
  for (const table of Object.values(TABLE_OF)) {
    left = { ...left, [table]: filterEntries(left[table], (id) => ids.has(id)) };
  }
  return left;
};

const isInside = (network: Network, id: string, others: readonly string[]): boolean =>
  withContent(
    network,
    others.filter((other) => other !== id),
  ).has(id);

/**
 * What these things are, with all that lies in them: what a copy holds. Unknown ids are left out, and so are connections to
 * what is not copied.
 */
export const copyElements = (diagram: Diagram, ids: readonly string[]): Clip => {
  const { network, layout } = diagram;
  const known = [...new Set(ids)].filter((id) => findElement(network, id) !== null);
  const content = withContent(network, known);
  const loose = looseConnections(network, content);
  const all = new Set([...content].filter((id) => !loose.has(id)));
  return {
    roots: known.filter((id) => all.has(id) && !isInside(network, id, known)),
    network: onlyRecords(network, all),
    layout: { places: filterEntries(layout.places, (id) => all.has(id)), groupColors: {} },
  };
};

/** The ids that a paste needs new ones for: things, and the rules of groups. */
export const idsToMake = ({ network }: Clip): readonly Readonly<{ id: string; kind: IdKind }>[] => {
  const kinds = Object.entries(TABLE_OF) as readonly [ElementKind, keyof Network][];
  const things = kinds.flatMap(([kind, table]) => Object.keys(network[table]).map((id) => ({ id, kind })));
  const rules = recordsOf(network.securityGroups).flatMap((group) =>
    group.rules.map((rule) => ({ id: rule.securityGroupRuleId, kind: "securityGroupRule" as const })),
  );
  return [...things, ...rules];
};

const checkIds = (network: Network, { clip, ids }: PasteElements): Result<void, Refusal> => {
  const needed = idsToMake(clip);
  const missing = needed.find(({ id }) => recordOf(ids, id) === undefined);
  if (missing !== undefined) return refuse("elementNotFound", { id: missing.id });
  return checkNewIds(
    network,
    needed.map(({ id }) => recordOf(ids, id) ?? ""),
  );
};

type Step = (paste: Paste, network: Network) => Result<Network, Refusal>;

/** Each needs what those before it made; routes and listeners lead to anything, and come last. */
const STEPS: readonly Step[] = [
  pasteVpcs,
  pasteNetworkAcls,
  pasteRouteTables,
  pasteSubnets,
  (paste, network) => ok(pasteNamed(paste, network)),
  pasteInternetGateways,
  pasteVpcEndpoints,
  pasteGroups,
  pasteInterfaces,
  pasteNatGateways,
  pasteConnections,
  (paste, network) => ok(pasteListeners(paste, pasteRoutes(paste, network))),
];

const pasteNetwork = (paste: Paste, network: Network): Result<Network, Refusal> =>
  STEPS.reduce<Result<Network, Refusal>>(
    (result, step) => (result.ok ? step(paste, result.value) : result),
    ok(network),
  );

/** An interface that was a row of a card, and whose copy is a card of its own. */
const standsAloneOnly = ({ network, layout }: Clip, id: string): boolean =>
  recordOf(network.networkInterfaces, id) !== undefined && recordOf(layout.places, id) === undefined;

/** Content keeps its place in its frame; roots move as a whole, so that the first comes to stand at `place`. */
const pasteLayout = (layout: Layout, network: Network, { clip, ids, place }: PasteElements): Layout => {
  const first = recordOf(clip.layout.places, clip.roots[0] ?? "") ?? place;
  const alone = clip.roots
    .filter((id) => standsAloneOnly(clip, id))
    .map((id) => [recordOf(ids, id) ?? id, place]);
  const copies = Object.entries(clip.layout.places).map(([id, old]): [string, Place] => {
    const by = clip.roots.includes(id) ? { x: place.x - first.x, y: place.y - first.y } : { x: 0, y: 0 };
    return [recordOf(ids, id) ?? id, { ...old, x: old.x + by.x, y: old.y + by.y }];
  });
  const placed: Layout = {
    ...layout,
    places: { ...layout.places, ...Object.fromEntries([...alone, ...copies]) },
  };
  return recordsOf(clip.network.securityGroups).reduce((colored, { groupId }) => {
    const copy = recordOf(network.securityGroups, recordOf(ids, groupId) ?? "");
    return copy === undefined ? colored : withGroupColor(colored, copy);
  }, placed);
};

const pasteLabel = ({ roots, network }: Clip): string => {
  const [first = ""] = roots;
  return `Paste ${roots.length === 1 ? nameOf(network, first) : `${roots.length} resources`}`;
};

/**
 * Puts copies in: with new ids, free addresses, and names with -2 where the old ones are taken. References inside the clip
 * point at the copies, others stay as they are; in another VPC, its default group takes the place of groups left behind.
 */
export const pasteElements = (input: PasteElements): Command =>
  commandOf(pasteLabel(input.clip), (diagram) => {
    const { clip, ids, into } = input;
    if (clip.roots.length === 0) return refuse("elementNotFound", { id: "" });
    const may = checkIds(diagram.network, input);
    if (!may.ok) return may;
    const network = pasteNetwork({ clip, ids, target: targetOf(diagram.network, into) }, diagram.network);
    if (!network.ok) return network;
    const layout = pasteLayout(diagram.layout, network.value, input);
    return ok({ ...diagram, network: network.value, layout });
  });
