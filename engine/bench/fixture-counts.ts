import { type Network, recordsOf } from "../model/network";
import type { NetworkAcl } from "../model/network-acl";
import type { NetworkInterface } from "../model/network-interface";
import type { SecurityGroup } from "../model/security-group";
import { parseAddress, parseCidr } from "../net/cidr";

/** What is in a network, as the table of fixtures counts it. */
export type FixtureCounts = Readonly<{
  interfaces: number;
  groups: number;
  rulesPerGroup: number;
  groupsPerInterface: number;
  subnets: number;
  acls: number;
  groupSets: number;
  /** Different triples of group set, subnet and address atom: what no layer can tell apart. */
  classes: number;
  /** Stretches of IPv4 addresses that no rule and no ACL line tells apart. */
  atoms: number;
  services: number;
  /** Shares of all rules. */
  namingGroups: number;
  namingAddresses: number;
}>;

export function fixtureCounts(network: Network): FixtureCounts {
  const wearers = recordsOf<NetworkInterface>(network.networkInterfaces);
  const groups = recordsOf<SecurityGroup>(network.securityGroups);
  const rules = groups.flatMap((group) => group.rules);
  const starts = atomStarts(network);
  const naming = (kinds: readonly string[]) =>
    rules.filter(({ remote }) => kinds.includes(remote.kind)).length / rules.length;
  return {
    interfaces: wearers.length,
    groups: groups.length,
    rulesPerGroup: rules.length / groups.length,
    groupsPerInterface: wearers.reduce((sum, { groupIds }) => sum + groupIds.length, 0) / wearers.length,
    subnets: recordsOf(network.subnets).length,
    acls: recordsOf(network.networkAcls).length,
    groupSets: new Set(wearers.map(groupSet)).size,
    classes: new Set(
      wearers.map((record) => `${groupSet(record)} ${record.subnetId} ${atomOf(starts, record)}`),
    ).size,
    atoms: starts.length,
    services: new Set(rules.map(({ traffic }) => JSON.stringify(traffic))).size,
    namingGroups: naming(["group"]),
    namingAddresses: naming(["cidrIpv4", "cidrIpv6"]),
  };
}

const groupSet = ({ groupIds }: NetworkInterface): string => groupIds.toSorted().join();

/** Where a stretch begins. Stretches go from each to before the next. */
function atomStarts(network: Network): readonly number[] {
  const remotes = [
    ...recordsOf<SecurityGroup>(network.securityGroups).flatMap(({ rules }) => rules),
    ...recordsOf<NetworkAcl>(network.networkAcls).flatMap(({ entries }) => entries),
  ].flatMap(({ remote }) => (remote.kind === "cidrIpv4" ? [remote.cidrIpv4] : []));
  const borders = new Set([...new Set(remotes)].flatMap(bordersOf));
  return [...borders].filter((border) => border < 2 ** 32).toSorted((a, b) => a - b);
}

function bordersOf(text: string): readonly number[] {
  const cidr = parseCidr(text);
  return cidr.ok ? [Number(cidr.value.first), Number(cidr.value.last) + 1] : [];
}

function atomOf(starts: readonly number[], { privateIpAddresses }: NetworkInterface): number {
  const address = parseAddress(privateIpAddresses[0]?.privateIpAddress ?? "");
  const value = address.ok ? Number(address.value.value) : 0;
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
