/** Parts: what each subnet has, network ACLs and route tables. */
import { asId, ID_PREFIX } from "../model/id";
import type { Network } from "../model/network";
import type { NetworkAclEntry } from "../model/network-acl";
import type { Route, RouteDestination, RouteTarget } from "../model/route-table";
import type { Subnet } from "../model/subnet";
import type { Part } from "./network-part";
import { ruleOf } from "./rule-text";

/** In the short names of targets: "igw:A" is the internet gateway igw-A. */
const TARGET_KINDS: Readonly<Record<string, Exclude<RouteTarget["kind"], "other">>> = {
  igw: "internetGateway",
  eigw: "egressOnlyInternetGateway",
  nat: "natGateway",
  eni: "networkInterface",
  i: "instance",
  pcx: "vpcPeeringConnection",
  tgw: "transitGateway",
  vpce: "vpcEndpoint",
};

const targetOf = (text: string): RouteTarget => {
  const [short = "", name = ""] = text.split(":");
  const kind = TARGET_KINDS[short];
  // The kind decides the brand; which one it is, only the text knows.
  return kind === undefined
    ? { kind: "other", id: name }
    : ({ kind, id: asId(ID_PREFIX[kind] + name) } as RouteTarget);
};

const destinationOf = (text: string): RouteDestination => {
  if (text.startsWith("pl:"))
    return { kind: "prefixList", prefixListId: asId<"prefixList">(`pl-${text.slice(3)}`) };
  return text.includes(":") ? { kind: "cidrIpv6", cidrIpv6: text } : { kind: "cidrIpv4", cidrIpv4: text };
};

/** "0.0.0.0/0 -> igw:A", "pl:s3 -> vpce:s3", "10.1.0.0/16 -> pcx:AB blackhole", "10.2.0.0/16 -> tgw:t propagated". */
const routeOf = (text: string): Route => {
  const [destination = "", arrow, target = "", flag] = text.split(" ");
  if (arrow !== "->" || target === "") throw new Error(`Not a route: "${text}"`);
  return {
    destination: destinationOf(destination),
    target: targetOf(target),
    state: flag === "blackhole" ? "blackhole" : "active",
    isPropagated: flag === "propagated",
  };
};

const withSubnets = (network: Network, names: readonly string[], patch: Partial<Subnet>): Network => {
  const patched = names.map((name) => {
    const old = network.subnets[asId<"subnet">(`subnet-${name}`)];
    if (old === undefined) throw new Error(`No subnet ${name}`);
    return [old.subnetId, { ...old, ...patch }] as const;
  });
  return { ...network, subnets: { ...network.subnets, ...Object.fromEntries(patched) } };
};

/** A route table, which the subnets named then have for their own; another of the same name is replaced. */
export const routeTable =
  (
    name: string,
    vpcName: string,
    routes: readonly string[],
    { main = false, subnets = [] }: Readonly<{ main?: boolean; subnets?: readonly string[] }> = {},
  ): Part =>
  (before) => {
    const routeTableId = asId<"routeTable">(`rtb-${name}`);
    const vpcId = asId<"vpc">(`vpc-${vpcName}`);
    const record = { routeTableId, vpcId, name, isMain: main, routes: routes.map(routeOf) };
    const routeTables = { ...before.routeTables, [routeTableId]: record };
    return withSubnets({ ...before, routeTables }, subnets, { routeTableId });
  };

/** Gives a route table that is there other routes. */
export const routes =
  (name: string, texts: readonly string[]): Part =>
  (before) => {
    const old = before.routeTables[asId<"routeTable">(`rtb-${name}`)];
    if (old === undefined) throw new Error(`No route table ${name}`);
    const record = { ...old, routes: texts.map(routeOf) };
    return { ...before, routeTables: { ...before.routeTables, [old.routeTableId]: record } };
  };

const ENTRY = /^(in|out) (\d+) (allow|deny) (.+)$/;

/** "in 100 allow tcp 80 from 0.0.0.0/0", "out 90 deny all to 10.0.0.0/8". */
const entryOf = (text: string): NetworkAclEntry => {
  const [, way, number, action, rest = ""] = ENTRY.exec(text) ?? [];
  const { direction, traffic, remote } = ruleOf(rest, "");
  const isInbound = direction === "ingress";
  if (isInbound !== (way === "in") || remote.kind === "group" || remote.kind === "prefixList")
    throw new Error(`Not an entry: "${text}"`);
  const ruleAction = action === "deny" ? "deny" : "allow";
  return { ruleNumber: Number(number), direction, ruleAction, traffic, remote };
};

/** What AWS puts into a VPC's default ACL. */
export const ALLOW_ALL_ENTRIES = [
  "in 100 allow all from 0.0.0.0/0",
  "in 101 allow all from ::/0",
  "out 100 allow all to 0.0.0.0/0",
  "out 101 allow all to ::/0",
] as const;

/** A network ACL, which the subnets named then have for their own; another of the same name is replaced. */
export const networkAcl =
  (
    name: string,
    vpcName: string,
    entries: readonly string[],
    options: Readonly<{ default?: boolean; subnets?: readonly string[] }> = {},
  ): Part =>
  (before) => {
    const networkAclId = asId<"networkAcl">(`acl-${name}`);
    const vpcId = asId<"vpc">(`vpc-${vpcName}`);
    const isDefault = options.default ?? false;
    const record = { networkAclId, vpcId, name, isDefault, entries: entries.map(entryOf) };
    const networkAcls = { ...before.networkAcls, [networkAclId]: record };
    return withSubnets({ ...before, networkAcls }, options.subnets ?? [], { networkAclId });
  };
