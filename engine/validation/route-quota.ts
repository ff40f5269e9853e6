import { type Network, recordOf } from "../model/network";
import type { Route } from "../model/route-table";
import { ok, type Result } from "../result";
import { QUOTAS } from "./quotas";
import { type Refusal, refuse } from "./refusal";
import type { FamilyCounts } from "./rules-in-use";

/** How many routes of its family a route counts as. */
const weightIn = (network: Network, { destination, isPropagated }: Route): FamilyCounts => {
  if (isPropagated) return { ipv4: 0, ipv6: 0 };
  if (destination.kind === "cidrIpv4") return { ipv4: 1, ipv6: 0 };
  if (destination.kind === "cidrIpv6") return { ipv4: 0, ipv6: 1 };
  const list = recordOf(network.prefixLists, destination.prefixListId);
  const weight = list?.maxEntries ?? 1;
  return list?.addressFamily === "IPv6" ? { ipv4: 0, ipv6: weight } : { ipv4: weight, ipv6: 0 };
};

/** How much of its quota a table uses, by family. */
export const routesInUse = (network: Network, routes: readonly Route[]): FamilyCounts =>
  routes
    .map((each) => weightIn(network, each))
    .reduce((sum, each) => ({ ipv4: sum.ipv4 + each.ipv4, ipv6: sum.ipv6 + each.ipv6 }), {
      ipv4: 0,
      ipv6: 0,
    });

/** May a table use so much of its quota? One beyond it (a foreign file) may still be edited where that takes no more of it. */
export function checkRouteQuota(before: FamilyCounts, after: FamilyCounts): Result<void, Refusal> {
  const limit = QUOTAS.routesPerRouteTable;
  const family = (["ipv4", "ipv6"] as const).find(
    (each) => after[each] > limit && after[each] > before[each],
  );
  if (family === undefined) return ok(undefined);
  return refuse("routeLimit", { family: family === "ipv4" ? "IPv4" : "IPv6", limit: `${limit}` });
}
