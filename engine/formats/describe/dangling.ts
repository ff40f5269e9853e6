/** Mends what a record names and a network does not hold: such names are left out. Targets of routes may be gone. */
import { type Network, recordOf, recordsOf } from "../../model/network";
import type { SecurityGroup, SecurityGroupRule } from "../../model/security-group";
import type { Input } from "../json-source";

type Table = Readonly<Record<string, object>>;

const isIn = (table: Table) => (id: string) => recordOf(table, id) !== undefined;

const idOrNull = <Id extends string>(table: Table, id: Id | null): Id | null =>
  id !== null && recordOf(table, id) !== undefined ? id : null;

const mapped = <T extends Readonly<Record<string, unknown>>>(
  table: T,
  change: (record: T[keyof T]) => T[keyof T],
): T =>
  Object.fromEntries(Object.entries(table).map(([id, record]) => [id, change(record as T[keyof T])])) as T;

const isRemoteThere = (network: Network, { remote }: SecurityGroupRule): boolean => {
  if (remote.kind === "group") return isIn(network.securityGroups)(remote.groupId);
  return remote.kind === "prefixList" ? isIn(network.prefixLists)(remote.prefixListId) : true;
};

/** Rules' ids are unique in the whole network, as those of everything else. */
function withOwnRuleIds(groups: readonly SecurityGroup[], taken: Set<string>, { notes, paths }: Input) {
  const mended = groups.map((group) => ({
    ...group,
    rules: group.rules.filter(({ securityGroupRuleId: id }) => {
      const isNew = !taken.has(id);
      if (!isNew) notes.add("idOfAnotherKind", paths.get(group.groupId) ?? "", { id });
      taken.add(id);
      return isNew;
    }),
  }));
  return Object.fromEntries(mended.map((group) => [group.groupId, group])) as Network["securityGroups"];
}

const groupsOf = (network: Network): Network["securityGroups"] =>
  mapped(network.securityGroups, (group) => ({
    ...group,
    associatedVpcIds: group.associatedVpcIds.filter((id) => id !== group.vpcId && isIn(network.vpcs)(id)),
    rules: group.rules.filter((rule) => isRemoteThere(network, rule)),
  }));

const transitParts = (network: Network): Partial<Network> => ({
  transitGatewayAttachments: mapped(network.transitGatewayAttachments, (each) => ({
    ...each,
    subnetIds: each.subnetIds.filter(isIn(network.subnets)),
    routeTableId: idOrNull(network.transitGatewayRouteTables, each.routeTableId),
  })),
  transitGatewayRouteTables: mapped(network.transitGatewayRouteTables, (each) => ({
    ...each,
    routes: each.routes.map((route) => ({
      ...route,
      attachmentId: idOrNull(network.transitGatewayAttachments, route.attachmentId),
    })),
    propagatedFrom: each.propagatedFrom.filter(isIn(network.transitGatewayAttachments)),
  })),
});

/** A network that names nothing it does not hold, but for the targets of routes. */
export function withoutDangling(network: Network, input: Input): Network {
  const ids = Object.values(network).flatMap((table) => Object.keys(table));
  return {
    ...network,
    ...transitParts(network),
    securityGroups: withOwnRuleIds(recordsOf(groupsOf(network)), new Set(ids), input),
    subnets: mapped(network.subnets, (each) => ({
      ...each,
      routeTableId: idOrNull(network.routeTables, each.routeTableId),
      networkAclId: idOrNull(network.networkAcls, each.networkAclId),
    })),
    networkInterfaces: mapped(network.networkInterfaces, (each) => ({
      ...each,
      groupIds: each.groupIds.filter(isIn(network.securityGroups)),
    })),
    internetGateways: mapped(network.internetGateways, (each) => ({
      ...each,
      vpcId: idOrNull(network.vpcs, each.vpcId),
    })),
    loadBalancers: mapped(network.loadBalancers, (each) => ({
      ...each,
      listeners: each.listeners.map((listener) => ({
        ...listener,
        targetIds: listener.targetIds.filter(isIn(network.networkInterfaces)),
      })),
    })),
  };
}
