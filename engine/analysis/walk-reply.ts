/** The way back of an answer: walked anew to what holds the flow, and from there the request's way mirrored. */

import type { Goal, Walk } from "./walk-state";
import type { Step } from "./way";

/** Where the answer goes: to the source as it was seen, which is the sender, its NAT gateway or what is outside. */
export function replyGoal(request: Walk): Goal {
  const { host } = request.holder;
  const { source } = request;
  if (host === null) return { kind: "outside", address: source };
  const isPublicFace = source.value !== host.address.value && source.value === host.publicAddress?.value;
  return { kind: "host", ...host, isPublicFace };
}

/** From a holder that is not the sender back to it; nothing where they are one. */
export const behindHolder = ({ steps, holder }: Walk): readonly Step[] =>
  holder.since === 0 ? [] : mirrored(steps.slice(0, holder.since));

const OPPOSITE = { ingress: "egress", egress: "ingress" } as const;
const OTHER_SIDE = { source: "destination", destination: "source" } as const;

/** The same borders and gateways the other way round. Routes were chosen by the request, and groups keep state. */
export const mirrored = (steps: readonly Step[]): readonly Step[] => steps.toReversed().flatMap(mirror);

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
