import { type Network, type Route, type RouteTable, routeTableOf, type Subnet } from "../../../engine";
import { nameOf } from "../../document/find";
import { hasRouteTables, routeToInternet } from "../../document/public-subnet";
import { destinationText, routeStatus } from "./route-status";

/** Whether a subnet's routes make it public, and the sentence that says why. */
export type Exposure = Readonly<{ kind: "public" | "private" | "unknown"; why: string }>;

const ANYWHERE = new Set(["0.0.0.0/0", "::/0"]);

const isDefault = ({ destination }: Route): boolean =>
  (destination.kind === "cidrIpv4" && ANYWHERE.has(destination.cidrIpv4)) ||
  (destination.kind === "cidrIpv6" && ANYWHERE.has(destination.cidrIpv6));

/** A subnet is public when its table leads to an internet gateway (VPC User Guide, "Subnet types"). */
export const exposureOf = (network: Network, subnet: Subnet): Exposure => {
  const table = routeTableOf(network, subnet);
  if (table !== null) return exposureBy(network, table, subjectOf(network, table));
  if (hasRouteTables(network, subnet.vpcId))
    return { kind: "private", why: "It names no route table, and its VPC has no main one." };
  return {
    kind: "unknown",
    why: "This VPC has no route table: an internet gateway is taken for granted.",
  };
};

/** A table at the beginning of a sentence. */
const subjectOf = (network: Network, { routeTableId, name, isMain }: RouteTable): string => {
  if (name === "" && isMain) return "The main route table";
  return `Route table ${nameOf(network, routeTableId)}`;
};

/** What a table makes of the subnets that it routes. `name` is what the sentence calls it. */
export const exposureBy = (network: Network, table: RouteTable, name: string): Exposure => {
  const { vpcId, routes } = table;
  const toInternet = routeToInternet(network, table);
  const isLive = (route: Route) => routeStatus(network, vpcId, route).state === "active";
  const out = toInternet ?? routes.find((route) => isDefault(route) && isLive(route));
  if (out === undefined) return { kind: "private", why: `${name} has no route to the Internet.` };
  const leads = `${name} sends ${destinationText(network, out)} to ${nameOf(network, out.target.id)}`;
  if (out === toInternet) return { kind: "public", why: `${leads}.` };
  return { kind: "private", why: `${leads}, not to an internet gateway.` };
};
