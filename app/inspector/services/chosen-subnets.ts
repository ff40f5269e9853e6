import { type Network, recordOf, recordsOf, type Subnet, type SubnetId } from "../../../engine";

/** The subnets of a VPC that a service may stand in, zone by zone. */
export const subnetChoices = (network: Network, vpcId: string | null): readonly Subnet[] =>
  recordsOf(network.subnets)
    .filter((subnet) => subnet.vpcId === vpcId)
    .toSorted((a, b) => a.availabilityZone.localeCompare(b.availabilityZone));

/**
 * What is in force after a choice. Where there is one subnet to a zone, another one of a zone takes the place of the first, as
 * in the console: the last subnet could not be changed for its neighbour otherwise.
 */
export const chosenSubnets = (
  network: Network,
  before: readonly SubnetId[],
  chosen: readonly SubnetId[],
  isOnePerZone: boolean,
): readonly SubnetId[] => {
  if (!isOnePerZone) return chosen;
  const zoneOf = (id: SubnetId) => recordOf(network.subnets, id)?.availabilityZone;
  const newZones = new Set(chosen.filter((id) => !before.includes(id)).map(zoneOf));
  return chosen.filter((id) => !before.includes(id) || !newZones.has(zoneOf(id)));
};
