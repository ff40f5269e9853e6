/** What is left behind of things that are deleted: routes to nowhere, lists without them. */
import {
  type Listener,
  type Network,
  type Route,
  type RouteTable,
  recordOf,
  type SecurityGroup,
  type TableName,
  type TransitGatewayAttachment,
  type TransitGatewayRouteTable,
} from "../../../engine";

type Goes = ReadonlySet<string>;

/** The same table where no record changes. */
const mapped = <Value extends object>(
  table: Readonly<Record<string, Value>>,
  change: (record: Value) => Value,
): Readonly<Record<string, Value>> => {
  const entries = Object.entries(table).map(([id, record]) => [id, change(record)] as const);
  return entries.some(([id, record]) => record !== recordOf(table, id)) ? Object.fromEntries(entries) : table;
};

const without = <Id extends string>(ids: readonly Id[], goes: Goes): readonly Id[] =>
  ids.some((id) => goes.has(id)) ? ids.filter((id) => !goes.has(id)) : ids;

/** EC2 takes an endpoint's routes along, and leaves those to other targets as black holes. */
const routesLeft = (routes: readonly Route[], goes: Goes): readonly Route[] => {
  if (!routes.some(({ target }) => goes.has(target.id))) return routes;
  return routes
    .filter(({ target }) => !(target.kind === "vpcEndpoint" && goes.has(target.id)))
    .map((route) => (goes.has(route.target.id) ? { ...route, state: "blackhole" as const } : route));
};

const tableLeft =
  (goes: Goes) =>
  (table: RouteTable): RouteTable => {
    const routes = routesLeft(table.routes, goes);
    return routes === table.routes ? table : { ...table, routes };
  };

const transitTableLeft =
  (goes: Goes) =>
  (table: TransitGatewayRouteTable): TransitGatewayRouteTable => {
    const propagatedFrom = without(table.propagatedFrom, goes);
    const isHit = table.routes.some(({ attachmentId }) => goes.has(attachmentId ?? ""));
    if (propagatedFrom === table.propagatedFrom && !isHit) return table;
    const routes = table.routes.map((each) =>
      goes.has(each.attachmentId ?? "") ? { ...each, attachmentId: null } : each,
    );
    return { ...table, routes, propagatedFrom };
  };

const attachmentLeft =
  (goes: Goes) =>
  (attachment: TransitGatewayAttachment): TransitGatewayAttachment => {
    const subnetIds = without(attachment.subnetIds, goes);
    return subnetIds === attachment.subnetIds ? attachment : { ...attachment, subnetIds };
  };

const groupLeft =
  (goes: Goes) =>
  (group: SecurityGroup): SecurityGroup => {
    const associatedVpcIds = without(group.associatedVpcIds, goes);
    return associatedVpcIds === group.associatedVpcIds ? group : { ...group, associatedVpcIds };
  };

const listenerLeft = (listener: Listener, goes: Goes): Listener => {
  const targetIds = without(listener.targetIds, goes);
  return targetIds === listener.targetIds ? listener : { ...listener, targetIds };
};

const balancerLeft =
  (goes: Goes) =>
  <Balancer extends Readonly<{ listeners: readonly Listener[] }>>(balancer: Balancer): Balancer => {
    const listeners = balancer.listeners.map((each) => listenerLeft(each, goes));
    return listeners.some((each, index) => each !== balancer.listeners[index])
      ? { ...balancer, listeners }
      : balancer;
  };

/** The network after these things went: what named them names them no more. Tables that nothing changed in stay the same. */
export const withoutReferences = (network: Network, goes: Goes): Network => {
  const changed: Partial<Record<TableName, unknown>> = {
    routeTables: mapped(network.routeTables, tableLeft(goes)),
    transitGatewayRouteTables: mapped(network.transitGatewayRouteTables, transitTableLeft(goes)),
    transitGatewayAttachments: mapped(network.transitGatewayAttachments, attachmentLeft(goes)),
    securityGroups: mapped(network.securityGroups, groupLeft(goes)),
    loadBalancers: mapped(network.loadBalancers, balancerLeft(goes)),
  };
  return { ...network, ...(changed as Partial<Network>) };
};
