/** The conformance vectors as typed values; what each field means is told in vectors.json. */
import type { Network, TableName } from "../model/network";
import { BASE_WORLD } from "./base-world";
import * as builder from "./network-builder";
import file from "./vectors.json";

const { addresses, change, group, networkInterface, prefixList, rules, wears } = builder;

/** Parts that a change may call by their names. */
const CALLED = {
  egressOnlyInternetGateway: builder.egressOnlyInternetGateway,
  group,
  loadBalancer: builder.loadBalancer,
  networkAcl: builder.networkAcl,
  networkInterface,
  peering: builder.peering,
  routes: builder.routes,
  routeTable: builder.routeTable,
  rules,
  subnet: builder.subnet,
  transitGateway: builder.transitGateway,
  transitGatewayAttachment: builder.transitGatewayAttachment,
  transitGatewayRouteTable: builder.transitGatewayRouteTable,
  vpc: builder.vpc,
  vpcEndpoint: builder.vpcEndpoint,
} as const;

type Called = {
  [Name in keyof typeof CALLED]: Readonly<{ do: Name; args: Parameters<(typeof CALLED)[Name]> }>;
}[keyof typeof CALLED];

type Change =
  | Called
  /** Takes a record away. */
  | Readonly<{ do: "without"; table: TableName; id: string }>
  | Readonly<{ do: "wear"; interface: string; groups: readonly string[] }>
  | Readonly<{ do: "group"; name: string; rules: readonly string[] }>
  | Readonly<{ do: "addresses"; interface: string; secondary?: string[]; ipv6?: string[] }>
  | Readonly<{ do: "prefixList"; name: string; entries: readonly string[]; maxEntries: number }>
  | Readonly<{
      do: "interface";
      name: string;
      subnet: string;
      address: string;
      groups: readonly string[];
      attachedTo?: string;
      deviceIndex?: number;
    }>;

/** `ports` is "none" where the pair has nothing of the protocol. */
type Listed = Readonly<{ from: string; to: string; protocol: number | string; ports: string }>;

type QuestionStep = Readonly<{
  change?: readonly Change[];
  questions: readonly Readonly<{ ask: string; answer: string }>[];
  /** Pairs that the list of all interface pairs must hold. */
  listed?: readonly Listed[];
}>;

export type QuestionVector = Readonly<{
  id: string;
  kind: "question";
  title: string;
  pins: readonly string[];
  steps: readonly QuestionStep[];
  /** What the group takes of its inbound quota after the last step. */
  inboundRulesInUse?: readonly Readonly<{ group: string; ipv4: number; ipv6: number }>[];
  waitsFor?: readonly Readonly<{ part: string; reason: string }>[];
}>;

/** `expect` is "ok" or the code of the refusal; `holds` are rules the group has afterwards, `wears` the groups of the new interface. */
type CommandStep = Readonly<{ expect: string }> &
  (
    | Readonly<{
        command: "authorizeSecurityGroupRules";
        group: string;
        rules: readonly string[];
        holds?: readonly string[];
      }>
    | Readonly<{
        command: "modifySecurityGroupRule";
        group: string;
        ruleId: string;
        rule: string;
        holds?: readonly string[];
      }>
    | Readonly<{ command: "deleteSecurityGroup"; group: string }>
    | Readonly<{ command: "createSecurityGroup"; vpc: string; groupName: string; description: string }>
    | Readonly<{
        command: "modifyNetworkInterfaceAttribute";
        interface: string;
        groups: readonly string[];
      }>
    | Readonly<{
        command: "runInstances";
        name: string;
        subnet: string;
        groups: readonly string[];
        wears: readonly string[];
      }>
    | Readonly<{ command: "associateSecurityGroupVpc"; group: string; vpc: string }>
  );

export type CommandVector = Readonly<{
  id: string;
  kind: "command";
  title: string;
  cases: readonly Readonly<{ change?: readonly Change[]; steps: readonly CommandStep[] }>[];
}>;

/** It waits as a whole, for the reason given. */
export type WaitingVector = Readonly<{ id: string; kind: "waiting"; title: string; reason: string }>;

/** The file is written by hand and typed here, at its border. */
const VECTORS = file.vectors as unknown as readonly (QuestionVector | CommandVector | WaitingVector)[];

export const QUESTION_VECTORS = VECTORS.filter((vector) => vector.kind === "question");

export const COMMAND_VECTORS = VECTORS.filter((vector) => vector.kind === "command");

export const WAITING_VECTORS = VECTORS.filter((vector) => vector.kind === "waiting");

/** A change to a group that is there replaces its rules; any other makes the group, in VPC A. */
const groupPart =
  (name: string, texts: readonly string[]): builder.Part =>
  (network) =>
    `sg-${name}` in network.securityGroups ? rules(name, texts)(network) : group(name, "A", texts)(network);

const without =
  (table: TableName, id: string): builder.Part =>
  (network) => ({
    ...network,
    [table]: Object.fromEntries(Object.entries(network[table]).filter(([own]) => own !== id)),
  });

const calledPart = ({ do: name, args }: Called): builder.Part => {
  // Name and arguments belong together, which the compiler cannot see through the union.
  const part = CALLED[name] as (...given: readonly unknown[]) => builder.Part;
  return part(...args);
};

const partOf = (step: Change): builder.Part => {
  if ("args" in step) return calledPart(step);
  switch (step.do) {
    case "without":
      return without(step.table, step.id);
    case "wear":
      return wears(step.interface, step.groups);
    case "group":
      return groupPart(step.name, step.rules);
    case "addresses":
      return addresses(step.interface, step);
    case "prefixList":
      return prefixList(step.name, step.entries, step.maxEntries);
    case "interface":
      return networkInterface(step.name, step.subnet, step.address, step);
  }
};

/** The base world, or what an earlier step made of it, after a change. */
export const changed = (steps: readonly Change[] = [], before: Network = BASE_WORLD): Network =>
  change(before, ...steps.map(partOf));

/** "tcp 1..3 from X" written out: "tcp 1 from X", "tcp 2 from X", "tcp 3 from X". */
export const writtenOut = (rule: string): readonly string[] => {
  const [, before = "", first, last, after = ""] = /^(.* )(\d+)\.\.(\d+)( .*)$/.exec(rule) ?? [];
  if (first === undefined) return [rule];
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) => `${before}${Number(first) + index}${after}`);
};
