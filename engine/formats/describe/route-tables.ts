import { asId, type RouteTableId, type VpcId } from "../../model/id";
import type {
  Route,
  RouteDestination,
  RouteTable,
  RouteTarget,
  RouteTargetKind,
} from "../../model/route-table";
import { formatCidr } from "../../net/cidr";
import { cidrOfField, fieldOf, flagOf, idOf, nameOf, objectsOf, type Source, textOf } from "../json-source";
import { entriesById } from "./entries-by-id";
import type { Lists } from "./lists";
import { isInForce } from "./subnets";

/** The ids of all things in the input that a route may lead to, by kind. */
export type KnownTargets = Readonly<Record<RouteTargetKind, ReadonlySet<string>>>;

function destinationOf(source: Source): RouteDestination | null {
  const prefixListId = idOf<"prefixList">(source, "DestinationPrefixListId");
  if (prefixListId !== null) return { kind: "prefixList", prefixListId };
  const cidr = cidrOfField(source, "DestinationCidrBlock") ?? cidrOfField(source, "DestinationIpv6CidrBlock");
  if (cidr === null) return null;
  const text = formatCidr(cidr);
  return cidr.family === 4 ? { kind: "cidrIpv4", cidrIpv4: text } : { kind: "cidrIpv6", cidrIpv6: text };
}

/** EC2's fields for targets with one kind each. A route to an instance tells its interface too, which is the more exact one. */
const TARGET_FIELDS = [
  ["NetworkInterfaceId", "networkInterface"],
  ["InstanceId", "instance"],
  ["NatGatewayId", "natGateway"],
  ["EgressOnlyInternetGatewayId", "egressOnlyInternetGateway"],
  ["VpcPeeringConnectionId", "vpcPeeringConnection"],
  ["TransitGatewayId", "transitGateway"],
  ["VpcEndpointId", "vpcEndpoint"],
] as const;

/** GatewayId may be any of several things; AWS tells them by the start of their ids. */
const GATEWAY_PREFIXES = [
  ["igw-", "internetGateway"],
  ["eigw-", "egressOnlyInternetGateway"],
  ["vpce-", "vpcEndpoint"],
  ["nat-", "natGateway"],
] as const;

const targetOf = (kind: RouteTargetKind, id: string): RouteTarget => ({ kind, id: asId(id) }) as RouteTarget;

function gatewayOf(source: Source, known: KnownTargets): RouteTarget | null {
  const id = textOf(source, "GatewayId");
  if (id === "") return null;
  const [, kind] = GATEWAY_PREFIXES.find(([prefix]) => id.startsWith(prefix)) ?? [];
  if (kind !== undefined) return targetOf(kind, id);
  return known.internetGateway.has(id) ? targetOf("internetGateway", id) : { kind: "other", id };
}

/** Any other field that names a target: a local, carrier or virtual private gateway, a core network. */
const otherTarget = (source: Source): RouteTarget => {
  const naming = /^(?!Destination|InstanceOwner).*(Id|Arn)$/;
  const key = Object.keys(source.object).find((each) => naming.test(each) && textOf(source, each) !== "");
  return { kind: "other", id: key === undefined ? "nothing" : textOf(source, key) };
};

function writtenTarget(source: Source, known: KnownTargets): RouteTarget {
  for (const [key, kind] of TARGET_FIELDS) {
    const id = textOf(source, key) === "" ? null : idOf<typeof kind>(source, key);
    if (id !== null) return targetOf(kind, id);
  }
  return gatewayOf(source, known) ?? otherTarget(source);
}

/** An active route whose target is not in the input is not known to be a blackhole: it leads where nothing is judged. */
function settledTarget(source: Source, known: KnownTargets, destination: string): RouteTarget {
  const target = writtenTarget(source, known);
  const told = { destination, target: target.id };
  if (target.kind === "other") source.input.notes.add("unmodelledTarget", source.path, told);
  if (target.kind === "other" || known[target.kind].has(target.id)) return target;
  source.input.notes.add("targetNotInInput", source.path, told);
  return { kind: "other", id: target.id };
}

const destinationText = (destination: RouteDestination): string => {
  if (destination.kind === "prefixList") return destination.prefixListId;
  return destination.kind === "cidrIpv4" ? destination.cidrIpv4 : destination.cidrIpv6;
};

const isLocal = (source: Source): boolean => fieldOf(source, "GatewayId") === "local";

function routeOf(source: Source, known: KnownTargets): Route | null {
  const destination = isLocal(source) ? null : destinationOf(source);
  if (destination === null) return null;
  const state = textOf(source, "State") === "blackhole" ? "blackhole" : "active";
  const target =
    state === "blackhole"
      ? writtenTarget(source, known)
      : settledTarget(source, known, destinationText(destination));
  return {
    destination,
    target,
    state,
    isPropagated: textOf(source, "Origin") === "EnableVgwRoutePropagation",
  };
}

/** What comes in by a gateway may be routed by a table of its own: kept, so that answers can say that it is not judged. */
function edgesOf(routeTable: RouteTableId, associations: readonly Source[]): Pick<RouteTable, "gatewayIds"> {
  const edges = associations.filter((each) => textOf(each, "GatewayId") !== "");
  const gatewayIds = edges.map((each) => {
    const gateway = textOf(each, "GatewayId");
    each.input.notes.add("edgeAssociation", each.path, { routeTable, gateway });
    return gateway;
  });
  return gatewayIds.length === 0 ? {} : { gatewayIds };
}

/** EC2 refuses a second route to the same destination, but for a propagated one. */
function routesOf(source: Source, known: KnownTargets): readonly Route[] {
  const routes = new Map<string, Route>();
  for (const each of objectsOf(source, "Routes")) {
    const route = routeOf(each, known);
    if (route === null) continue;
    const key = JSON.stringify([route.destination, route.isPropagated]);
    if (routes.has(key)) each.input.notes.add("duplicateRoute", each.path);
    else routes.set(key, route);
  }
  return [...routes.values()];
}

function tableOf(routeTableId: RouteTableId, source: Source, known: KnownTargets): RouteTable | null {
  const vpcId = idOf<"vpc">(source, "VpcId");
  if (vpcId === null) {
    source.input.notes.add("noParent", source.path, { id: routeTableId, parent: "VPC" });
    return null;
  }
  const associations = objectsOf(source, "Associations").filter(isInForce);
  return {
    routeTableId,
    vpcId,
    name: nameOf(source),
    isMain: associations.some((each) => flagOf(each, "Main", false)),
    routes: routesOf(source, known),
    ...edgesOf(routeTableId, associations),
  };
}

/** The route tables of the input. Local routes are always there and are not read. */
export function readRouteTables(lists: Lists, known: KnownTargets): readonly RouteTable[] {
  const mains = new Map<VpcId, RouteTableId>();
  const found = entriesById<"routeTable">(lists.entries("RouteTables"), "RouteTableId");
  return [...found].flatMap(([routeTableId, source]) => {
    const table = tableOf(routeTableId, source, known);
    if (table === null || !table.isMain) return table ?? [];
    const kept = mains.get(table.vpcId) ?? routeTableId;
    mains.set(table.vpcId, kept);
    if (kept === routeTableId) return table;
    source.input.notes.add("severalMainTables", source.path, { vpc: table.vpcId, kept });
    return { ...table, isMain: false };
  });
}
