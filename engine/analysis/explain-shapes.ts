/** The pieces of a question, judged; those that fare alike are told as one. */

import {
  type AddressSet,
  intersectAddresses,
  isEmptyAddressSet,
  NO_ADDRESSES,
  uniteAddresses,
} from "../net/address-set";
import type { NetworkIndex } from "./explain-index";
import type { Piece } from "./explain-pieces";
import { replyOf, requestOf, type Sent, translatedReplyOf } from "./explain-sent";
import { type Amount, type JudgedStep, type JudgedSteps, judgeSteps } from "./explain-steps";
import type { Packet } from "./question";
import { routeText } from "./topology-routes";
import { isTranslator, type Step } from "./way";

/**
 * Addresses whose packets go the same way past the same rules. `through`: those that get through, ends apart; of these the
 * replies to all (`replyAll`) or to some (`replySome`) client ports get back.
 */
export type Shape = Readonly<{
  pieces: readonly Piece[];
  addresses: AddressSet;
  request: readonly JudgedStep[];
  reply: readonly JudgedStep[];
  through: AddressSet;
  replySome: AddressSet;
  replyAll: AddressSet;
}>;

/** `far` is what the outside end is called. */
export const shapesOf = (
  index: NetworkIndex,
  packet: Packet,
  pieces: readonly Piece[],
  far: string,
): readonly Shape[] => {
  const sent = {
    request: requestOf(packet),
    reply: replyOf(packet),
    translated: translatedReplyOf(packet),
  };
  const shapes = new Map<string, Shape[]>();
  for (const piece of pieces) {
    const shape = judgePiece(index, sent, piece, far);
    const key = pieces.length === 1 ? "" : keyOf(shape);
    const alike = shapes.get(key);
    if (alike === undefined) shapes.set(key, [shape]);
    else alike.push(shape);
  }
  return [...shapes.values()].map(joined);
};

type SentBoth = Readonly<{ request: Sent; reply: Sent; translated: Sent }>;

const judgePiece = (index: NetworkIndex, sent: SentBoth, piece: Piece, far: string): Shape => {
  const { addresses, at, stand, way } = piece;
  const audience = { index, addresses, at, stand, far };
  const request = judgeSteps({ ...audience, sent: sent.request }, way.steps);
  const legs = replyLegs(way.replySteps, sent).map((leg) => ({
    ...leg,
    judged: judgeSteps({ ...audience, sent: leg.sent }, leg.steps),
  }));
  const through = request.ports.length === 0 ? NO_ADDRESSES : request.addresses;
  const back = legs.reduce((left, { judged }) => intersectAddresses(left, judged.addresses), through);
  const amount = least(legs.map((leg) => amountOf(leg.sent, leg.judged)));
  return {
    pieces: [piece],
    addresses,
    request: request.steps,
    reply: legs.flatMap(({ judged }) => judged.steps),
    through,
    replySome: amount === "none" ? NO_ADDRESSES : back,
    replyAll: amount === "all" ? back : NO_ADDRESSES,
  };
};

/** A reply up to each NAT gateway, and on from the last one to the client: each leg goes to ports of its own. */
const replyLegs = (
  steps: readonly Step[],
  sent: SentBoth,
): readonly Readonly<{ steps: readonly Step[]; sent: Sent }>[] => {
  const end = steps.findIndex(isTranslator) + 1;
  if (end === 0) return [{ steps, sent: sent.reply }];
  const rest = replyLegs(steps.slice(end), sent);
  return [{ steps: steps.slice(0, end), sent: sent.translated }, ...rest];
};

const least = (amounts: readonly Amount[]): Amount => {
  if (amounts.includes("none")) return "none";
  return amounts.includes("some") ? "some" : "all";
};

/** How many of the ports that were sent to are left. */
const amountOf = ({ ports }: Sent, judged: JudgedSteps): Amount => {
  const count = (ranges: Sent["ports"]) => ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (judged.ports.length === 0) return "none";
  return count(judged.ports) === count(ports) ? "all" : "some";
};

const joined = (alike: readonly Shape[]): Shape => {
  const [first] = alike;
  if (first === undefined) throw new Error("No shape is made of nothing");
  if (alike.length === 1) return first;
  return {
    ...first,
    pieces: alike.flatMap(({ pieces }) => pieces),
    addresses: uniteAll(alike.map((shape) => shape.addresses)),
    through: uniteAll(alike.map((shape) => shape.through)),
    replySome: uniteAll(alike.map((shape) => shape.replySome)),
    replyAll: uniteAll(alike.map((shape) => shape.replyAll)),
  };
};

/** The union of many sets, in one go. */
export const uniteAll = (sets: readonly AddressSet[]): AddressSet =>
  uniteAddresses(NO_ADDRESSES, { 4: sets.flatMap((set) => set[4]), 6: sets.flatMap((set) => set[6]) });

const keyOf = ({ request, reply, through, replySome, replyAll }: Shape): string =>
  [
    ...request.map(stepKey),
    "<",
    ...reply.map(stepKey),
    ...[through, replySome, replyAll].map((set) => (isEmptyAddressSet(set) ? "-" : "+")),
  ].join("|");

const stepKey = (judged: JudgedStep): string => {
  const { step } = judged;
  switch (judged.kind) {
    case "networkAcl": {
      const { subnetId, direction } = judged.step;
      return `${subnetId} ${direction} ${judged.verdict?.allowedBy} ${judged.verdict?.deniedBy}`;
    }
    case "groups":
      return `${judged.step.networkInterface.networkInterfaceId} ${judged.step.direction} ${judged.admits}`;
    case "route": {
      const { route, subnetId } = judged.step;
      return `${subnetId} ${typeof route === "string" ? route : routeText(route)}`;
    }
    case "pass":
      return `${judged.step.id} ${judged.step.rule} ${judged.code}`;
    case "stop":
      return `${judged.step.code} ${judged.step.id} ${judged.step.rule} ${step.kind}`;
  }
};
