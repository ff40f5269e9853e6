import type { RouteDestination } from "../model/route-table";

/** The destination as it is written; an id for a prefix list. What tells a route from the others of its table. */
export const routeKey = (destination: RouteDestination): string => {
  switch (destination.kind) {
    case "cidrIpv4":
      return destination.cidrIpv4;
    case "cidrIpv6":
      return destination.cidrIpv6;
    case "prefixList":
      return destination.prefixListId;
  }
};
