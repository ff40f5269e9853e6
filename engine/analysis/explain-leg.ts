/** A leg of a packet's way from one place to another, judged: what gets through, its hops, and everything that stops it. */

import {
  type AddressSet,
  equalAddressSets,
  intersectAddresses,
  isEmptyAddressSet,
  NO_ADDRESSES,
} from "../net/address-set";
import { formatAddress } from "../net/cidr";
import type { Blocker } from "./answer";
import { type Case, namesOf } from "./explain-ends";
import { type Facts, factsOf, factsOfCheck, factsOfReceiver } from "./explain-facts";
import { checkGroups, type GroupCheck } from "./explain-groups";
import { type Account, blockersOf, type Told, tellGroups, tellSteps } from "./explain-hops";
import { destinationPeer, sourcePeer } from "./explain-peers";
import { type Piece, piecesOf, universeOf } from "./explain-pieces";
import { familyOf, type Place } from "./explain-places";
import { replyOf, requestOf } from "./explain-sent";
import { type Shape, shapesOf, uniteAll } from "./explain-shapes";
import type { Sets } from "./explain-verdict";
import { addressesText } from "./sentences-words";

/** What is known of a leg of the way. Blockers are those of all addresses, the hops those of the ones that fare best. */
export type Leg = Readonly<{
  sets: Sets;
  path: readonly Told[];
  replyPath: readonly Told[];
  blockers: readonly Blocker[];
  facts: Facts;
}>;

/** What the groups at the two ends say; null where an end has none to ask. */
type EndChecks = Readonly<{ egress: GroupCheck | null; ingress: GroupCheck | null }>;

/** From one place to another by the ways between them, past the groups of both. */
export const legOf = (each: Case): Leg => {
  const { index, packet, from, to } = each;
  const pieces = piecesOf(index, packet, from, to);
  return judgeLeg(each, pieces, checksOf(each, pieces[0]));
};

const checksOf = ({ index, packet, from, to }: Case, piece: Piece | undefined): EndChecks => {
  if (piece === undefined) return { egress: null, ingress: null };
  const { way } = piece;
  return {
    egress:
      from.kind === "inside"
        ? checkGroups(index, packet, "egress", from.networkInterface, destinationPeer(index, way, to))
        : null,
    ingress:
      to.kind === "inside"
        ? checkGroups(index, packet, "ingress", to.networkInterface, sourcePeer(index, way, from))
        : null,
  };
};

/** Judges pieces, and what the groups at both ends say, over all addresses. */
export const judgeLeg = (
  each: Case,
  pieces: readonly Piece[],
  checks: EndChecks,
  universe: AddressSet = universeOf(each.from, each.to),
): Leg => {
  const { index, packet } = each;
  const shapes = shapesOf(index, packet, pieces, namesOf(each).far);
  const admitted = admittedBy(each, checks, universe);
  const told = shapes.map((shape) => ({ shape, rank: rankOf(shape, admitted) })).toSorted(bestFirst);
  const accounts = told.map(({ shape }) => tell(each, shape, checks, universe));
  const [best] = accounts;
  return {
    sets: setsOf(shapes, admitted, universe),
    path: best?.path ?? [],
    replyPath: best?.replyPath ?? [],
    blockers: [
      ...distinct(accounts.map(({ path, far }) => ({ told: path, far }))),
      ...distinct(accounts.map(({ replyPath, far }) => ({ told: replyPath, far }))),
    ],
    facts: new Set([
      ...pieces.flatMap(({ way }) => factsOf(index, packet, way)),
      ...factsOfReceiver(index, each.to),
      ...[checks.egress, checks.ingress].flatMap((check) =>
        factsOfCheck(index, packet, familyOf(each.to), check),
      ),
    ]),
  };
};

type ToldOf = Readonly<{ told: readonly Told[]; far: string | null }>;

/** Each blocker once, as it is told first. Of other addresses the same is not told again, but that they lose more is. */
const distinct = (accounts: readonly ToldOf[]): readonly Blocker[] => {
  const known = new Map<string, Blocker>();
  for (const { told, far } of accounts) {
    for (const each of blockersOf(told)) {
      const what = far === null ? each.message : each.message.replace(far, "");
      const key = `${each.code} ${each.component} ${each.rule} ${each.direction} ${what}`;
      if (!known.has(key)) known.set(key, each);
    }
  }
  return [...known.values()];
};

/** The addresses that the groups of both ends admit. */
const admittedBy = ({ from, to }: Case, { egress, ingress }: EndChecks, universe: AddressSet): AddressSet => {
  const admits = (check: GroupCheck | null, peer: Place): AddressSet => {
    if (check === null) return universe;
    if (peer.kind === "outside") return check.admitted;
    return check.admits === "none" ? NO_ADDRESSES : universe;
  };
  return intersectAddresses(admits(egress, to), admits(ingress, from));
};

const setsOf = (shapes: readonly Shape[], admitted: AddressSet, universe: AddressSet): Sets => {
  const united = (part: "through" | "replySome" | "replyAll") =>
    intersectAddresses(uniteAll(shapes.map((shape) => shape[part])), admitted);
  return {
    universe,
    through: united("through"),
    replySome: united("replySome"),
    replyAll: united("replyAll"),
  };
};

type Ranked = Readonly<{ shape: Shape; rank: number }>;

/** What fares better is told first, then what most addresses have. */
const bestFirst = (a: Ranked, b: Ranked): number => {
  if (a.rank !== b.rank) return b.rank - a.rank;
  return sizeOf(a.shape.addresses) > sizeOf(b.shape.addresses) ? -1 : 1;
};

const rankOf = (shape: Shape, admitted: AddressSet): number => {
  const isSome = (set: AddressSet) => !isEmptyAddressSet(intersectAddresses(set, admitted));
  return [shape.through, shape.replySome, shape.replyAll].filter(isSome).length;
};

const sizeOf = (set: AddressSet): bigint =>
  [...set[4], ...set[6]].reduce((sum, { first, last }) => sum + last - first + 1n, 0n);

/** `far` is what its addresses are called, where not all are meant. */
type AccountOfShape = Readonly<{ path: readonly Told[]; replyPath: readonly Told[]; far: string | null }>;

const tell = (each: Case, shape: Shape, checks: EndChecks, universe: AddressSet): AccountOfShape => {
  const isWhole = equalAddressSets(shape.addresses, universe);
  const far = isWhole ? null : addressesText(shape.addresses);
  const account = accountOf(each, shape, far);
  const tellCheck = (check: GroupCheck | null) => (check === null ? [] : [tellGroups(account, check)]);
  return {
    path: [...tellCheck(checks.egress), ...tellSteps(account, shape.request), ...tellCheck(checks.ingress)],
    replyPath: tellSteps(replyAccount(each, shape, far), shape.reply),
    far,
  };
};

const audienceOf = ({ index }: Case, { pieces, addresses }: Shape, far: string) => ({
  index,
  addresses,
  at: pieces[0]?.at ?? null,
  stand: pieces[0]?.stand ?? null,
  far,
});

const accountOf = (each: Case, shape: Shape, part: string | null): Account => {
  const { from, to, far } = namesOf(each, part);
  const sent = requestOf(each.packet);
  return {
    audience: { ...audienceOf(each, shape, far), sent },
    telling: { network: each.index.network, sent, from, to, isReply: false },
    direction: "forward",
  };
};

/** The reply goes to the source as the receiver sees it. */
const replyAccount = (each: Case, shape: Shape, part: string | null): Account => {
  const { from, to, far } = namesOf(each, part);
  const sent = replyOf(each.packet);
  const seen = shape.pieces[0]?.way.seenSource;
  const isNamed = seen === undefined || each.from.kind !== "inside";
  return {
    audience: { ...audienceOf(each, shape, far), sent },
    telling: {
      network: each.index.network,
      sent,
      from: to,
      to: isNamed ? from : formatAddress(seen),
      isReply: true,
    },
    direction: "return",
  };
};
