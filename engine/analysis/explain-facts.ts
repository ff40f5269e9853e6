/** What an answer rests on: which layers were not told, and what was taken for granted. */

import type { Answer, Assumption, NotJudged, Packet, Question } from "./answer";
import type { NetworkIndex } from "./explain-index";
import { portsAssumption } from "./explain-sent";
import { subnetPlace } from "./topology";
import type { Step, Way } from "./way";

/** What the ways of an answer met. */
export type Facts = ReadonlySet<Exclude<NotJudged, (typeof ALWAYS)[number]> | Assumption>;

export const NO_FACTS: Facts = new Set();

const ALWAYS = ["dns", "hostFirewalls", "listeningProcesses"] as const satisfies readonly NotJudged[];

type Fact = Facts extends ReadonlySet<infer One> ? One : never;

/** What a way met. */
export const factsOf = (index: NetworkIndex, packet: Packet, way: Way): readonly Fact[] => {
  const found: Fact[] = [];
  const assumedPorts = portsAssumption(packet);
  for (const step of way.steps) found.push(...factsAt(index, step));
  for (const step of way.replySteps) {
    found.push(...factsAt(index, step));
    if (step.kind === "networkAcl" && step.networkAcl !== null && assumedPorts !== null)
      found.push(assumedPorts);
  }
  if (way.assumesGatewayRoute) found.push("internetGatewayRoute", "routeTables", "gateways");
  return found;
};

const NONE: readonly Fact[] = [];

const factsAt = (index: NetworkIndex, step: Step): readonly Fact[] => {
  if (step.kind === "networkAcl") return step.networkAcl === null ? ["networkAcls"] : NONE;
  if (step.kind === "stop") return step.code === "UNSUPPORTED_COMPONENT" ? ["unmodelledTargets"] : NONE;
  if (step.kind !== "route" || step.routeTable !== null) return NONE;
  const place = subnetPlace(index.topology, step.subnetId);
  return place?.vpc.hasRouteTables === false ? ["routeTables"] : NONE;
};

const ORDER: readonly Exclude<Fact, Assumption>[] = [
  "networkAcls",
  "routeTables",
  "gateways",
  "unmodelledTargets",
];

/** What verdicts do not speak about and what was assumed, in the order in which they are told. */
export const coverageOf = (
  question: Question,
  facts: readonly Facts[],
): Pick<Answer, "notJudged" | "assumptions"> => {
  const isMet = (fact: Fact) => facts.some((met) => met.has(fact));
  const assumedPorts = portsAssumption(question.packet);
  const isTyped = [...question.from, ...question.to].some((end) => end.kind === "address");
  const assumptions: readonly (Assumption | false)[] = [
    isMet("internetGatewayRoute") && "internetGatewayRoute",
    isTyped && "typedAddressIsLiteral",
    assumedPorts !== null && isMet(assumedPorts) && assumedPorts,
  ];
  return {
    notJudged: [...ORDER.filter(isMet), ...ALWAYS],
    assumptions: assumptions.filter((each) => each !== false),
  };
};
