import type { RouteTableId, VpcId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { Route, RouteDestination, RouteTable, RouteTargetKind } from "../model/route-table";
import type { Subnet } from "../model/subnet";
import { type Cidr, cidrCovers, formatCidr } from "../net/cidr";
import { ok, type Result } from "../result";
import { blocksOf, checkCidr } from "./cidr-check";
import { QUOTAS } from "./quotas";
import { type Refusal, refuse } from "./refusal";
import { routeKey } from "./route-key";
import { checkRouteQuota, routesInUse } from "./route-quota";
import { checkRouteTarget } from "./route-target-check";
import { vpcBlocks } from "./vpc-check";

/** Kept by AWS for its own services (VPC User Guide, "Route table concepts"). */
const RESERVED = blocksOf(["169.254.168.0/22", "fd00:ec2::/32"]);

/** What a more specific route than the local one may lead to: a middlebox (VPC User Guide, "Route tables"). */
const MIDDLEBOXES: ReadonlySet<RouteTargetKind | "other"> = new Set([
  "natGateway",
  "networkInterface",
  "instance",
]);

function checkInsideLocal(network: Network, vpcId: VpcId, block: Cidr, route: Route): Result<void, Refusal> {
  const vpc = recordOf(network.vpcs, vpcId);
  const local = vpc && vpcBlocks(vpc).find((each) => cidrCovers(each, block));
  if (local === undefined) return ok(undefined);
  const cidr = formatCidr(block);
  const subnet = recordsOf(network.subnets).find(
    (each) =>
      each.vpcId === vpcId &&
      blocksOf([each.cidrBlock, each.ipv6CidrBlock ?? ""]).some((own) => formatCidr(own) === cidr),
  );
  const isEqual = local.prefixLength === block.prefixLength;
  if (!isEqual && subnet !== undefined && MIDDLEBOXES.has(route.target.kind)) return ok(undefined);
  return refuse("routeInsideLocal", { cidr, local: formatCidr(local) });
}

function checkBlock(network: Network, vpcId: VpcId, block: Cidr, route: Route): Result<void, Refusal> {
  const kept = RESERVED.find((each) => cidrCovers(each, block));
  if (kept !== undefined) return refuse("routeReserved", { cidr: formatCidr(kept) });
  return checkInsideLocal(network, vpcId, block, route);
}

/** The destination as EC2 stores it: a canonical CIDR that is not the VPC's own, or a prefix list that is there. */
function checkDestination(network: Network, vpcId: VpcId, route: Route): Result<RouteDestination, Refusal> {
  const { destination } = route;
  if (destination.kind === "prefixList") {
    const id = destination.prefixListId;
    return recordOf(network.prefixLists, id) === undefined
      ? refuse("prefixListNotFound", { id })
      : ok(destination);
  }
  const block =
    destination.kind === "cidrIpv4" ? checkCidr(destination.cidrIpv4, 4) : checkCidr(destination.cidrIpv6, 6);
  if (!block.ok) return block;
  const may = checkBlock(network, vpcId, block.value, route);
  if (!may.ok) return may;
  const text = formatCidr(block.value);
  return ok(
    destination.kind === "cidrIpv4"
      ? { kind: "cidrIpv4", cidrIpv4: text }
      : { kind: "cidrIpv6", cidrIpv6: text },
  );
}

/**
 * A route as EC2 would store it in this table, active, in the place of the one to `replaced` if given (API Reference,
 * CreateRoute and ReplaceRoute). A propagated route may have the same destination.
 */
export function checkRoute(
  network: Network,
  table: RouteTable,
  route: Route,
  replaced?: RouteDestination,
): Result<Route, Refusal> {
  const destination = checkDestination(network, table.vpcId, route);
  if (!destination.ok) return destination;
  const target = checkRouteTarget(network, table.vpcId, route);
  if (!target.ok) return target;
  const old = replaced === undefined ? null : routeKey(replaced);
  const others = table.routes.filter((each) => routeKey(each.destination) !== old);
  const stored: Route = { ...route, destination: destination.value, state: "active" };
  const twin = others.find(
    (each) =>
      each.isPropagated === route.isPropagated && routeKey(each.destination) === routeKey(stored.destination),
  );
  if (twin !== undefined) return refuse("routeTaken", { destination: routeKey(twin.destination) });
  const after = routesInUse(network, [...others, stored]);
  const quota = checkRouteQuota(routesInUse(network, table.routes), after);
  return quota.ok ? ok(stored) : quota;
}

/** May this VPC have another route table? */
export function checkRouteTableQuota(network: Network, vpcId: VpcId): Result<void, Refusal> {
  if (recordOf(network.vpcs, vpcId) === undefined) return refuse("vpcNotFound", { id: vpcId });
  const limit = QUOTAS.routeTablesPerVpc;
  const count = recordsOf(network.routeTables).filter((each) => each.vpcId === vpcId).length;
  return count < limit ? ok(undefined) : refuse("routeTableLimit", { limit: `${limit}` });
}

/** May this subnet be routed by that table: is it there, and of the same VPC? */
export function checkRouteTableAssociation(
  network: Network,
  subnet: Subnet,
  id: RouteTableId,
): Result<void, Refusal> {
  const table = recordOf(network.routeTables, id);
  if (table === undefined) return refuse("routeTableNotFound", { id });
  return table.vpcId === subnet.vpcId
    ? ok(undefined)
    : refuse("routeTableOfOtherVpc", { name: table.name || id });
}
