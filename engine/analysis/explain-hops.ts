/** What is told of each step: a hop in its place, and what would have to change there. */

import type { Route } from "../model/route-table";
import { type Address, formatAddress } from "../net/cidr";
import type { Blocker, ComponentKind, ExplanationCode, Hop } from "./answer";
import type { GroupCheck } from "./explain-groups";
import { type Audience, isStand, type JudgedStep } from "./explain-steps";
import { admitsText, refusesText } from "./sentences";
import {
  aclAdmitsText,
  aclDeniesText,
  passesText,
  restrictionText,
  routeTakenText,
  stopText,
  type Telling,
} from "./sentences-way";
import { subnetPlace } from "./topology";
import { routeText } from "./topology-routes";

/** A hop, and what stops the packet there, if anything. No hop where there is nothing to tell. */
export type Told = Readonly<{ hop: Hop | null; blocker: Blocker | null }>;

export type Direction = Blocker["direction"];

const NOTHING: Told = { hop: null, blocker: null };

export const passed = (component: ComponentKind, id: string, message: string, rule?: string): Told => ({
  hop: { component, id, ...(rule === undefined ? {} : { rule }), message },
  blocker: null,
});

/** A hop that stops the packet. `blamed` is the id of what would have to change, where that is not the hop itself. */
export const stopped = (
  direction: Direction,
  hop: Readonly<{ component: ComponentKind; id: string; rule?: string }>,
  code: ExplanationCode,
  message: string,
  blamed: string = hop.id,
): Told => {
  const rule = hop.rule === undefined ? {} : { rule: hop.rule };
  return {
    hop: { component: hop.component, id: hop.id, ...rule, code, message },
    blocker: { code, component: blamed, ...rule, direction, message },
  };
};

export const blockersOf = (told: readonly Told[]): readonly Blocker[] =>
  told.flatMap(({ blocker }) => (blocker === null ? [] : [blocker]));

export const hopsOf = (told: readonly Told[]): readonly Hop[] =>
  told.flatMap(({ hop }) => (hop === null ? [] : [hop]));

/** What the steps of a way say, judged for an audience. */
export type Account = Readonly<{ audience: Audience; telling: Telling; direction: Direction }>;

/** One after the other. A stop takes the place of the route that led into it. */
export const tellSteps = (account: Account, steps: readonly JudgedStep[]): readonly Told[] => {
  const told: Told[] = [];
  let route: Route | null = null;
  let teller = account;
  for (const each of steps) {
    const next = tellStep(teller, each, route);
    const before = told.at(-1)?.hop;
    if (each.kind === "stop" && before?.id === next.hop?.id && before?.component === next.hop?.component)
      told.pop();
    told.push(next);
    route = each.kind === "route" && typeof each.step.route !== "string" ? each.step.route : null;
    teller = behind(teller, each);
  }
  return told;
};

/** Behind a NAT gateway a reply goes to whom the gateway got the request from. */
const behind = (account: Account, judged: JudgedStep): Account => {
  if (judged.kind !== "pass" || judged.step.component !== "nat-gateway") return account;
  const { translated } = judged.step;
  if (translated?.side !== "destination") return account;
  return { ...account, telling: { ...account.telling, to: formatAddress(translated.to) } };
};

const tellStep = (account: Account, judged: JudgedStep, route: Route | null): Told => {
  const { telling, direction } = account;
  switch (judged.kind) {
    case "networkAcl":
      return tellAcl(account, judged);
    case "groups":
      return tellForwarder(account, judged);
    case "route":
      return tellRoute(account, judged);
    case "pass": {
      const { component, id, rule } = judged.step;
      if (judged.code === null) return passed(component, id, passesText(telling, judged), rule);
      return stopped(direction, { component, id }, judged.code, restrictionText(telling, judged));
    }
    case "stop":
      return tellStop(account, judged.step, route);
  }
};

const tellStop = (
  { telling, direction }: Account,
  step: Extract<JudgedStep, { kind: "stop" }>["step"],
  route: Route | null,
): Told => stopped(direction, step.at ?? step, step.code, stopText(telling, step, route), step.id);

/** An ACL of which nothing is told is not told of. */
const tellAcl = (account: Account, judged: Extract<JudgedStep, { kind: "networkAcl" }>): Told => {
  const { step, verdict } = judged;
  if (verdict === null || step.networkAcl === null) return NOTHING;
  const { direction, telling } = account;
  const id = step.networkAcl.networkAclId;
  const peer = peerText(account, step.peer);
  const acl = { direction: step.direction, id, subnetId: step.subnetId, peer, verdict };
  const code = "SUBNET_ACL_RESTRICTION";
  if (judged.admits === "none") {
    const hop = { component: "network-acl", id, rule: verdict.deniedBy ?? "*" } as const;
    return stopped(direction, hop, code, aclDeniesText(telling, acl));
  }
  const told = passed("network-acl", id, aclAdmitsText(telling, acl), verdict.allowedBy ?? "*");
  if (judged.admits === "all") return told;
  const message = aclDeniesText(telling, acl);
  const blocker: Blocker = { code, component: id, rule: verdict.deniedBy ?? "*", direction, message };
  return { ...told, blocker };
};

/** The far end by its name, also where one of its addresses stands for it. */
const peerText = ({ audience }: Account, peer: Address): string =>
  isStand(audience, peer) ? audience.far : formatAddress(peer);

/** What is taken for granted, in a VPC without route tables, is not told of. */
const tellRoute = (account: Account, judged: Extract<JudgedStep, { kind: "route" }>): Told => {
  const { routeTable, subnetId, route } = judged.step;
  const vpc = subnetPlace(account.audience.index.topology, subnetId)?.vpc;
  if (route === "assumed" || vpc?.hasRouteTables === false) return NOTHING;
  const message = routeTakenText(account.telling, judged);
  const rule = route === "local" ? "local" : routeText(route);
  return routeTable === null
    ? passed("vpc", vpc?.vpcId ?? subnetId, message, rule)
    : passed("route-table", routeTable.routeTableId, message, rule);
};

/** The groups of a machine that forwards. What lets a part through is no stop, but what it keeps from the rest is told. */
const tellForwarder = (account: Account, judged: Extract<JudgedStep, { kind: "groups" }>): Told => {
  const told = tellGroups(account, judged.check);
  if (judged.admits !== "some" || told.hop === null) return told;
  const { code: _, ...hop } = told.hop;
  return { ...told, hop };
};

/** The rules of a group decide; where none matches, the interface is to blame and its first group stands in the path. */
export const tellGroups = ({ audience, direction }: Account, check: GroupCheck): Told => {
  const { network } = audience.index;
  const { packet } = audience.sent;
  const { networkInterfaceId, groupIds } = check.networkInterface;
  const component = "security-group";
  if (check.isOpen)
    return passed("network-interface", networkInterfaceId, admitsText(network, packet, check));
  const code = check.hasRules ? "ENI_SG_RULES_MISMATCH" : "SG_HAS_NO_RULES";
  const refusal = refusesText(network, packet, check);
  if (check.decidedBy === null)
    return stopped(
      direction,
      { component, id: groupIds[0] ?? networkInterfaceId },
      code,
      refusal,
      networkInterfaceId,
    );
  const { group, rule } = check.decidedBy;
  const blocker: Blocker = { code, component: networkInterfaceId, direction, message: refusal };
  return {
    ...passed(component, group.groupId, admitsText(network, packet, check), rule.securityGroupRuleId),
    blocker: check.admits === "all" ? null : blocker,
  };
};
