/** What an answer rests on: which layers were not told, and what was taken for granted. */

import { asId } from "../model/id";
import { recordOf, recordsOf } from "../model/network";
import type { RouteTable } from "../model/route-table";
import type { Family } from "../net/cidr";
import type { Answer, Assumption, NotJudged } from "./answer";
import type { GroupCheck } from "./explain-groups";
import { type GroupRule, type NetworkIndex, rulesOn } from "./explain-index";
import { coversPacket } from "./explain-packet";
import type { Place } from "./explain-places";
import { portsAssumption, translatedPortsAssumption } from "./explain-sent";
import type { Packet, Question } from "./question";
import { subnetPlace } from "./topology";
import { isUnknownList, mayRouteWithin, routesByUnknownList } from "./topology-lists";
import { isTranslator, type Step, type Way } from "./way";

/** What the ways of an answer met. */
export type Facts = ReadonlySet<Exclude<NotJudged, (typeof ALWAYS)[number]> | Assumption>;

export const NO_FACTS: Facts = new Set();

const ALWAYS = ["dns", "hostFirewalls", "listeningProcesses"] as const satisfies readonly NotJudged[];

type Fact = Facts extends ReadonlySet<infer One> ? One : never;

/** What a way met. */
export const factsOf = (index: NetworkIndex, packet: Packet, way: Way): readonly Fact[] => {
  const found: Fact[] = [];
  const [client, translated] = [portsAssumption(packet), translatedPortsAssumption(packet)];
  const last = way.replySteps.findLastIndex(isTranslator);
  for (const step of way.steps) found.push(...factsAt(index, step));
  for (const [at, step] of way.replySteps.entries()) {
    found.push(...factsAt(index, step));
    const assumedPorts = at < last ? translated : client;
    if (step.kind === "networkAcl" && step.networkAcl !== null && assumedPorts !== null)
      found.push(assumedPorts);
  }
  if (way.assumesGatewayRoute) found.push("internetGatewayRoute", "routeTables", "gateways");
  return found;
};

const NONE: readonly Fact[] = [];

const factsAt = (index: NetworkIndex, step: Step): readonly Fact[] => {
  switch (step.kind) {
    case "networkAcl":
      return step.networkAcl === null ? ["networkAcls"] : NONE;
    case "groups":
      return hasUnknownList(index, rulesOn(index, step.networkInterface, step.direction)) ? LISTS : NONE;
    case "route":
      return factsOfRoute(index, step);
    case "stop":
      return factsOfStop(index, step);
    case "pass":
      if (step.component === "network-interface") return APPLIANCES;
      if (step.component === "internet-gateway") return hasEdgeTable(index, step) ? EDGES : NONE;
      return isAttachedUnknown(index, step) ? ["networkAcls"] : NONE;
  }
};

/** Attachments to a transit gateway whose subnets are not told, and so neither the ACLs that they stand behind. */
const isAttachedUnknown = ({ network }: NetworkIndex, { id }: Extract<Step, { kind: "pass" }>): boolean =>
  recordsOf(network.transitGatewayAttachments).some(
    ({ transitGatewayId, subnetIds }) => transitGatewayId === id && subnetIds.length === 0,
  );

const LISTS: readonly Fact[] = ["prefixLists"];

const EDGES: readonly Fact[] = ["edgeRouteTables"];

/** There and back, something comes in by each internet gateway that is gone through. */
const hasEdgeTable = ({ network }: NetworkIndex, { id }: Extract<Step, { kind: "pass" }>): boolean =>
  recordsOf<RouteTable>(network.routeTables).some(({ gatewayIds = [] }) => gatewayIds.includes(id));

const APPLIANCES: readonly Fact[] = ["appliancesForwardAsIs"];

const factsOfRoute = (
  { topology, network }: NetworkIndex,
  { subnetId, routeTable, route }: Extract<Step, { kind: "route" }>,
): readonly Fact[] => {
  if (routeTable !== null) {
    const isMet = route === "local" ? mayRouteWithin : routesByUnknownList;
    return isMet(network, routeTable) ? LISTS : NONE;
  }
  return subnetPlace(topology, subnetId)?.vpc.hasRouteTables === false ? ["routeTables"] : NONE;
};

/** A table in which no route was found has none of which the list is known, and a VPC in which none was may have no table. */
const factsOfStop = (
  { network, topology }: NetworkIndex,
  { code, component, id }: Extract<Step, { kind: "stop" }>,
): readonly Fact[] => {
  if (code === "UNSUPPORTED_COMPONENT") return ["unmodelledTargets"];
  const vpc = component === "vpc" ? topology.vpcs.get(asId<"vpc">(id)) : undefined;
  if (vpc?.hasRouteTables === false) return ["routeTables"];
  const table = component === "route-table" ? recordOf(network.routeTables, id) : undefined;
  return table !== undefined && routesByUnknownList(network, table) ? LISTS : NONE;
};

const hasUnknownList = ({ network }: NetworkIndex, rules: readonly GroupRule[]): boolean =>
  rules.some(
    ({ rule: { remote } }) => remote.kind === "prefixList" && isUnknownList(network, remote.prefixListId),
  );

/** What is known of who receives: functions are started by their service, and may not take connections. */
export const factsOfReceiver = ({ network }: NetworkIndex, to: Place): readonly Fact[] => {
  const attachment = to.kind === "inside" ? to.networkInterface.attachment : null;
  if (attachment?.kind !== "managedResource") return NONE;
  const resource = recordOf(network.managedResources, attachment.managedResourceId);
  return resource?.kind === "lambdaFunction" ? ["functionsReceive"] : NONE;
};

/** What asking the groups of an end met: rules for such packets that name a list which nobody told. */
export const factsOfCheck = (
  index: NetworkIndex,
  packet: Packet,
  family: Family,
  check: GroupCheck | null,
): readonly Fact[] => {
  if (check === null) return NONE;
  const rules = rulesOn(index, check.networkInterface, check.direction);
  const fitting = rules.filter(({ rule }) => coversPacket(rule.traffic, packet, family));
  return hasUnknownList(index, fitting) ? LISTS : NONE;
};

const ORDER: readonly Exclude<Fact, Assumption>[] = [
  "networkAcls",
  "routeTables",
  "gateways",
  "unmodelledTargets",
  "prefixLists",
  "loadBalancerTargets",
  "edgeRouteTables",
];

/** What is assumed where the question does not tell who asks; where it does, of gateways and balancers all the same. */
const ANY_PORTS = "ephemeralPorts1024To65535";

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
    isMet("appliancesForwardAsIs") && "appliancesForwardAsIs",
    isMet("functionsReceive") && "functionsReceive",
    isTyped && "typedAddressIsLiteral",
    assumedPorts !== null && isMet(assumedPorts) && assumedPorts,
    assumedPorts !== ANY_PORTS && isMet(ANY_PORTS) && "translatedPorts1024To65535",
  ];
  return {
    notJudged: [...ORDER.filter(isMet), ...ALWAYS],
    assumptions: assumptions.filter((each) => each !== false),
  };
};
