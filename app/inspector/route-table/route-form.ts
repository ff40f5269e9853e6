import {
  fail,
  type Network,
  ok,
  type Result,
  type Route,
  type RouteDestination,
  type RouteTableId,
  recordsOf,
  routeKey,
} from "../../../engine";
import { createRoute, deleteRoutes, replaceRoute } from "../../document/commands/route-table";
import { nameOf } from "../../document/find";
import type { RowFaults, RowForm } from "../rows/row-form";
import { looksLikeAddress, readCidrText } from "../rules/cidr-fault";
import { type Fault, missing, wrong } from "../rules/fault";
import { destinationText } from "./route-status";
import { readTarget } from "./route-targets";

/** The texts of one row: a CIDR or the name of a prefix list, and the id of what it leads to. */
export type RouteTexts = Readonly<{ destination: string; target: string }>;

/** A row as the console adds it. */
export const NEW_ROUTE: RouteTexts = { destination: "", target: "" };

const findPrefixList = (network: Network, text: string): RouteDestination | null => {
  const lists = recordsOf(network.prefixLists);
  const hit =
    lists.find(({ prefixListId }) => prefixListId === text) ??
    lists.find(({ prefixListName }) => prefixListName.toLowerCase() === text.toLowerCase());
  return hit === undefined ? null : { kind: "prefixList", prefixListId: hit.prefixListId };
};

const readDestination = (
  network: Network,
  text: string,
  inForce: Route | null,
): Result<RouteDestination, Fault> => {
  const trimmed = text.trim();
  if (trimmed === "") return fail(missing("Enter a CIDR, such as 0.0.0.0/0, or choose a prefix list"));
  if (inForce !== null && trimmed === destinationText(network, inForce)) return ok(inForce.destination);
  const cidr = readCidrText(trimmed);
  if (cidr.ok)
    return ok(
      cidr.value.includes(":")
        ? { kind: "cidrIpv6", cidrIpv6: cidr.value }
        : { kind: "cidrIpv4", cidrIpv4: cidr.value },
    );
  const list = findPrefixList(network, trimmed);
  if (list !== null) return ok(list);
  return fail(looksLikeAddress(trimmed) ? cidr.error : wrong(`“${trimmed}” is no CIDR and no prefix list`));
};

/** The route that a row says, or what is wrong in which field. */
export const readRoute = (
  network: Network,
  texts: RouteTexts,
  inForce: Route | null,
): Result<Route, RowFaults<RouteTexts>> => {
  const destination = readDestination(network, texts.destination, inForce);
  const target =
    inForce !== null && texts.target === inForce.target.id
      ? inForce.target
      : readTarget(network, texts.target);
  if (destination.ok && target !== null)
    return ok({ destination: destination.value, target, state: "active", isPropagated: false });
  return fail({
    ...(destination.ok ? {} : { destination: destination.error }),
    ...(target === null ? { target: missing("Choose where it leads") } : {}),
  });
};

/** A table's own routes as rows, in the order in which they were made. `network` names prefix lists and targets. */
export const routeForm = (network: Network, routeTableId: RouteTableId): RowForm<Route, RouteTexts> => ({
  id: routeTableId,
  keyOf: ({ destination }) => routeKey(destination),
  textsOf: (route) => ({ destination: destinationText(network, route), target: route.target.id }),
  blank: NEW_ROUTE,
  read: (texts, inForce) => readRoute(network, texts, inForce),
  wholeField: "destination",
  inForceText: (route, field) => {
    const target = nameOf(network, route.target.id);
    if (field === "target") return target;
    const destination = destinationText(network, route);
    return field === "destination" ? destination : `${destination} to ${target}`;
  },
  put: (inForce, next) =>
    inForce === null
      ? createRoute(routeTableId, next)
      : replaceRoute(routeTableId, inForce.destination, next),
  remove: ({ destination }) => deleteRoutes(routeTableId, [destination]),
});
