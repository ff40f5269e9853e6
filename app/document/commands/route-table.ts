import {
  checkRoute,
  checkRouteTableAssociation,
  checkRouteTableQuota,
  type Network,
  ok,
  type Refusal,
  type Result,
  type Route,
  type RouteDestination,
  type RouteTable,
  type RouteTableId,
  recordsOf,
  refuse,
  routeKey,
  type SubnetId,
  type VpcId,
} from "../../../engine";
import { type Command, networkCommand } from "../command";
import { nameOf } from "../find";
import { checkNewIds, findRecord, findSubnet, withRecord } from "../records";
import { deleteElements } from "./delete";
import { recordCommandOf } from "./record-command";

export type CreateRouteTable = Readonly<{ routeTableId: RouteTableId; vpcId: VpcId; name: string }>;

/** A route as it is asked for: its state is EC2's to say. */
export type NewRoute = Pick<Route, "destination" | "target"> & Partial<Route>;

const withTable = (network: Network, table: RouteTable): Network =>
  withRecord(network, "routeTables", table.routeTableId, table);

const tableCommand = recordCommandOf("routeTables", "routeTableNotFound");

/** A new table holds the local route only, which is not listed. */
export const createRouteTable = ({ routeTableId, vpcId, name }: CreateRouteTable): Command =>
  networkCommand(`Create route table ${name}`.trimEnd(), (network) => {
    const quota = checkRouteTableQuota(network, vpcId);
    if (!quota.ok) return quota;
    const ids = checkNewIds(network, [routeTableId]);
    return ids.ok ? ok(withTable(network, { routeTableId, vpcId, name, isMain: false, routes: [] })) : ids;
  });

export const modifyRouteTable = (
  id: RouteTableId,
  { name }: Readonly<{ name: string }>,
  mergeKey?: string,
): Command =>
  tableCommand(
    id,
    (network) => `Rename ${nameOf(network, id)} to ${name}`,
    (table) => ok({ ...table, name }),
    mergeKey,
  );

const asRoute = (route: NewRoute): Route => ({ isPropagated: false, state: "active", ...route });

const destinationName = (network: Network, destination: RouteDestination): string =>
  nameOf(network, routeKey(destination));

export const createRoute = (id: RouteTableId, route: NewRoute): Command =>
  tableCommand(
    id,
    (network) => `Add route to ${destinationName(network, route.destination)} to ${nameOf(network, id)}`,
    (table, network) => {
      const checked = checkRoute(network, table, asRoute(route));
      return checked.ok ? ok({ ...table, routes: [...table.routes, checked.value] }) : checked;
    },
  );

const isTo = (destination: RouteDestination) => (route: Route) =>
  !route.isPropagated && routeKey(route.destination) === routeKey(destination);

const missing = (destination: RouteDestination): Result<never, Refusal> =>
  refuse("routeNotFound", { destination: routeKey(destination) });

/** Puts a route in another's place; its destination may change, which EC2 does by deleting and adding. */
export const replaceRoute = (
  id: RouteTableId,
  old: RouteDestination,
  route: NewRoute,
  mergeKey?: string,
): Command =>
  tableCommand(
    id,
    (network) => `Edit route to ${destinationName(network, old)} of ${nameOf(network, id)}`,
    (table, network) => {
      if (!table.routes.some(isTo(old))) return missing(old);
      const checked = checkRoute(network, table, asRoute({ ...route, isPropagated: false }), old);
      if (!checked.ok) return checked;
      return ok({ ...table, routes: table.routes.map((each) => (isTo(old)(each) ? checked.value : each)) });
    },
    mergeKey,
  );

/** Propagated routes cannot be deleted: their gateway would bring them again. */
export const deleteRoutes = (id: RouteTableId, destinations: readonly RouteDestination[]): Command =>
  tableCommand(
    id,
    (network) => {
      const [first] = destinations;
      const isOne = destinations.length === 1 && first !== undefined;
      const what = isOne ? `route to ${destinationName(network, first)}` : `${destinations.length} routes`;
      return `Delete ${what} from ${nameOf(network, id)}`;
    },
    (table) => {
      const unknown = destinations.find((each) => !table.routes.some(isTo(each)));
      if (unknown !== undefined) return missing(unknown);
      return ok({
        ...table,
        routes: table.routes.filter((route) => !destinations.some((each) => isTo(each)(route))),
      });
    },
  );

/** Routes a subnet by this table; null: by its VPC's main one (API Reference, AssociateRouteTable). */
export const associateRouteTable = (subnetId: SubnetId, routeTableId: RouteTableId | null): Command =>
  networkCommand(
    (network) =>
      `Route ${nameOf(network, subnetId)} by ${routeTableId === null ? "the main route table" : nameOf(network, routeTableId)}`,
    (network) => {
      const subnet = findSubnet(network, subnetId);
      if (!subnet.ok) return subnet;
      const may =
        routeTableId === null
          ? ok(undefined)
          : checkRouteTableAssociation(network, subnet.value, routeTableId);
      return may.ok ? ok(withRecord(network, "subnets", subnetId, { ...subnet.value, routeTableId })) : may;
    },
  );

/** Makes this table its VPC's main one, in the place of the one that was (API Reference, ReplaceRouteTableAssociation). */
export const replaceMainRouteTable = (id: RouteTableId): Command =>
  networkCommand(
    (network) => `Make ${nameOf(network, id)} the main route table`,
    (network) => {
      const table = findRecord(network, "routeTables", id, "routeTableNotFound");
      if (!table.ok) return table;
      const former = recordsOf(network.routeTables).filter(
        (each) => each.isMain && each.vpcId === table.value.vpcId && each.routeTableId !== id,
      );
      const without = former.reduce((left, each) => withTable(left, { ...each, isMain: false }), network);
      return ok(withTable(without, { ...table.value, isMain: true }));
    },
  );

export const deleteRouteTable = (id: RouteTableId): Command => deleteElements([id]);
