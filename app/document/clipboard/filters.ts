/** The copies of network ACLs and route tables. */
import {
  checkNetworkAclQuota,
  checkRoute,
  checkRouteTableQuota,
  type Network,
  type NetworkAcl,
  type NetworkAclId,
  ok,
  type Refusal,
  type Result,
  type Route,
  type RouteTable,
  type RouteTableId,
  recordOf,
  recordsOf,
  refuse,
  type Subnet,
  type VpcId,
} from "../../../engine";
import { withRecord } from "../records";
import { copyId, freeName, isCopied, type Paste, vpcFor } from "./context";

/** The VPC of a copied ACL or table, and its name there. */
const homeFor = (
  paste: Paste,
  network: Network,
  original: Readonly<{ vpcId: VpcId; name: string }>,
  siblings: readonly Readonly<{ vpcId: VpcId; name: string }>[],
): Result<Readonly<{ vpcId: VpcId; name: string }>, Refusal> => {
  const vpcId = vpcFor(paste, network, original.vpcId);
  if (vpcId === null) return refuse("pasteNeedsContainer", { name: original.name, container: "VPC" });
  const taken = siblings.filter((each) => each.vpcId === vpcId).map((each) => each.name);
  return ok({ vpcId, name: freeName(original.name, taken) });
};

const isOfCopiedVpc = (paste: Paste, { vpcId }: Readonly<{ vpcId: VpcId }>): boolean =>
  isCopied(paste, "vpcs", vpcId);

/** Only a copied VPC's default ACL is one again: another VPC has its own. */
export const pasteNetworkAcls = (paste: Paste, network: Network): Result<Network, Refusal> => {
  let pasted = network;
  for (const acl of recordsOf<NetworkAcl>(paste.clip.network.networkAcls)) {
    const home = homeFor(paste, pasted, acl, recordsOf(pasted.networkAcls));
    if (!home.ok) return home;
    const quota = checkNetworkAclQuota(pasted, home.value.vpcId);
    if (!quota.ok) return quota;
    const networkAclId = copyId<"networkAcl">(paste, acl.networkAclId);
    const isDefault = acl.isDefault && isOfCopiedVpc(paste, acl);
    pasted = withRecord(pasted, "networkAcls", networkAclId, {
      ...acl,
      ...home.value,
      networkAclId,
      isDefault,
    });
  }
  return ok(pasted);
};

/** Tables come before what their routes lead to: they get their routes at the end. */
export const pasteRouteTables = (paste: Paste, network: Network): Result<Network, Refusal> => {
  let pasted = network;
  for (const table of recordsOf<RouteTable>(paste.clip.network.routeTables)) {
    const home = homeFor(paste, pasted, table, recordsOf(pasted.routeTables));
    if (!home.ok) return home;
    const quota = checkRouteTableQuota(pasted, home.value.vpcId);
    if (!quota.ok) return quota;
    const routeTableId = copyId<"routeTable">(paste, table.routeTableId);
    const isMain = table.isMain && isOfCopiedVpc(paste, table);
    const copy: RouteTable = { ...table, ...home.value, routeTableId, isMain, routes: [] };
    pasted = withRecord(pasted, "routeTables", routeTableId, copy);
  }
  return ok(pasted);
};

/** The route as the copy means it: what was copied stands for its original. */
const routeFor = (paste: Paste, { destination, target, ...rest }: Route): Route => ({
  ...rest,
  destination:
    destination.kind === "prefixList"
      ? { ...destination, prefixListId: copyId<"prefixList">(paste, destination.prefixListId) }
      : destination,
  target: { ...target, id: recordOf(paste.ids, target.id) ?? target.id } as Route["target"],
});

/** A black hole stays one within its VPC. Routes that the copy's VPC cannot have are left out. */
const withRoutes = (paste: Paste, network: Network, original: RouteTable, copy: RouteTable): RouteTable => {
  let table = copy;
  for (const route of original.routes.map((each) => routeFor(paste, each))) {
    const staysHole = route.state === "blackhole" && original.vpcId === copy.vpcId;
    const checked = staysHole ? ok(route) : checkRoute(network, table, route);
    if (checked.ok) table = { ...table, routes: [...table.routes, checked.value] };
  }
  return table;
};

export const pasteRoutes = (paste: Paste, network: Network): Network => {
  let pasted = network;
  for (const original of recordsOf<RouteTable>(paste.clip.network.routeTables)) {
    const copy = recordOf(pasted.routeTables, copyId<"routeTable">(paste, original.routeTableId));
    if (copy === undefined) continue;
    const table = withRoutes(paste, pasted, original, copy);
    pasted = withRecord(pasted, "routeTables", table.routeTableId, table);
  }
  return pasted;
};

/** The table and the ACL of a subnet's copy: the copied ones, the same ones within their VPC, else the VPC's own. */
export const associationsFor = (
  paste: Paste,
  network: Network,
  { routeTableId, networkAclId }: Subnet,
  vpcId: VpcId,
): Pick<Subnet, "routeTableId" | "networkAclId"> => {
  const keeps = (record: Readonly<{ vpcId: VpcId }> | undefined): boolean => record?.vpcId === vpcId;
  const tableFor = (id: RouteTableId): RouteTableId | null => {
    if (isCopied(paste, "routeTables", id)) return copyId<"routeTable">(paste, id);
    return keeps(recordOf(network.routeTables, id)) ? id : null;
  };
  const aclFor = (id: NetworkAclId): NetworkAclId | null => {
    if (isCopied(paste, "networkAcls", id)) return copyId<"networkAcl">(paste, id);
    return keeps(recordOf(network.networkAcls, id)) ? id : null;
  };
  return {
    routeTableId: routeTableId === null ? null : tableFor(routeTableId),
    networkAclId: networkAclId === null ? null : aclFor(networkAclId),
  };
};
