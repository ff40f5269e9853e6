/** The way back of an answer: to whom it goes, and the request's way mirrored where it comes from outside. */

import { walkOn } from "./walk-onwards";
import { type Goal, newWalk, type Translation, type Walk } from "./walk-state";
import type { Step } from "./way";

type Reply = Readonly<{ steps: readonly Step[]; assumesGatewayRoute: boolean }>;

const NO_REPLY: Reply = { steps: [], assumesGatewayRoute: false };

/**
 * To what holds the flow, and where that is a NAT gateway, on from there: each makes a packet to whoever it got the request
 * from, which finds its own way. What comes from outside to the holder goes the request's way mirrored.
 */
export function replyTo(request: Walk): Reply {
  const first = replyToHolder(request);
  if (first === null) return NO_REPLY;
  const legs = request.translations.toReversed().map((translation) => replyBehind(request, translation));
  return {
    steps: [first, ...legs].flatMap(({ steps }) => steps),
    assumesGatewayRoute: [first, ...legs].some((leg) => leg.assumesGatewayRoute),
  };
}

/** Null where nobody answers. */
export function replyToHolder(request: Walk): Reply | null {
  const { topology, goal } = request;
  if (goal.kind === "outside")
    return { steps: mirrored(sinceTranslation(request)), assumesGatewayRoute: false };
  if (goal.kind === "nobody" || goal.at === null || !request.isSourceKnown) return null;
  const walk = newWalk(topology, replyGoal(request), goal.address, goal, request);
  walkOn(walk, { kind: "subnet", at: goal.at });
  return walk;
}

/** Through the gateway, and out of its subnet under the address that the request was written to. */
function replyBehind({ topology, goal, destination, steps }: Walk, translation: Translation): Reply {
  const { nat, sender, flow, since } = translation;
  const through = mirrored(steps.slice(since - 1, since));
  if (sender === null || nat.at === null) return { ...NO_REPLY, steps: through };
  const answering = goal.kind === "host" && !goal.isPublicFace ? goal : null;
  const walk = newWalk(
    topology,
    { kind: "host", ...sender, isPublicFace: false },
    destination,
    answering,
    flow,
  );
  walkOn(walk, { kind: "subnet", at: nat.at });
  return { steps: [...through, ...walk.steps], assumesGatewayRoute: walk.assumesGatewayRoute };
}

/** Where the answer goes: to the source as it was seen, which is the sender, its NAT gateway or what is outside. */
function replyGoal(request: Walk): Goal {
  const { holder: host, source } = request;
  if (host === null) return { kind: "outside", address: source };
  const isPublicFace = source.value !== host.address.value && source.value === host.publicAddress?.value;
  return { kind: "host", ...host, isPublicFace };
}

/** The steps of a request behind its last NAT gateway; all of them where there is none. */
const sinceTranslation = ({ steps, translations }: Walk): readonly Step[] =>
  steps.slice(translations.at(-1)?.since ?? 0);

const OPPOSITE = { ingress: "egress", egress: "ingress" } as const;
const OTHER_SIDE = { source: "destination", destination: "source" } as const;

/** The same borders and gateways the other way round. Routes were chosen by the request, and groups keep state. */
const mirrored = (steps: readonly Step[]): readonly Step[] => steps.toReversed().flatMap(mirror);

function mirror(step: Step): readonly Step[] {
  if (step.kind === "networkAcl") return [{ ...step, direction: OPPOSITE[step.direction] }];
  if (step.kind !== "pass") return [];
  const { component, id, translated } = step;
  const back =
    translated === null
      ? null
      : { side: OTHER_SIDE[translated.side], from: translated.to, to: translated.from };
  return [{ kind: "pass", component, id, restriction: null, translated: back }];
}
