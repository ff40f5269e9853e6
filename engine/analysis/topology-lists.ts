/** Prefix lists whose entries the network does not tell: what names them matches nothing, which answers have to say. */

import type { PrefixListId } from "../model/id";
import { type Network, recordOf } from "../model/network";
import type { Route, RouteTable } from "../model/route-table";
import type { SecurityGroup } from "../model/security-group";
import { rememberedBy } from "./topology-places";

/** A list that is not there, or without entries, as an import puts one that is only named, or one of AWS's own. */
export const isUnknownList = ({ prefixLists }: Network, prefixListId: PrefixListId): boolean => {
  const list = recordOf(prefixLists, prefixListId);
  return list === undefined || list.entries.length === 0;
};

const routesByList: (table: RouteTable) => readonly Route[] = rememberedBy(({ routes }) =>
  routes.filter(({ destination }) => destination.kind === "prefixList"),
);

const isForUnknownList = (network: Network, { destination }: Route): boolean =>
  destination.kind === "prefixList" && isUnknownList(network, destination.prefixListId);

/** Has a table a route for such a list? */
export const routesByUnknownList = (network: Network, table: RouteTable): boolean =>
  routesByList(table).some((route) => isForUnknownList(network, route));

/** As above, of packets within the VPC: the services of gateway endpoints have no addresses there. */
export const mayRouteWithin = (network: Network, table: RouteTable): boolean =>
  routesByList(table).some(
    (route) => route.target.kind !== "vpcEndpoint" && isForUnknownList(network, route),
  );

const listsInRules: (group: SecurityGroup) => readonly PrefixListId[] = rememberedBy(({ rules }) =>
  rules.flatMap(({ remote }) => (remote.kind === "prefixList" ? [remote.prefixListId] : [])),
);

/** Does a rule of a group name such a list? */
export const admitsByUnknownList = (network: Network, group: SecurityGroup): boolean =>
  listsInRules(group).some((prefixListId) => isUnknownList(network, prefixListId));
