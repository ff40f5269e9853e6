/** What an interface is attached to, and what it is called after it. */
import { type Network, recordOf, recordsOf } from "../model/network";
import {
  compareInterfaces,
  deviceIndexOf,
  type NetworkInterface,
  wearerIdOf,
} from "../model/network-interface";

/** The instance, database or other wearer that an interface is attached to, by id; null while it stands alone. */
export const ownerOf = ({ attachment }: NetworkInterface): string | null => wearerIdOf(attachment);

/** Does it come and go with what it is attached to? */
export const isPrimary = (networkInterface: NetworkInterface): boolean =>
  networkInterface.attachment !== null && deviceIndexOf(networkInterface) === 0;

/** The interfaces of what wears them, the primary one first. An unattached interface's id gives itself. */
export const interfacesOf = (network: Network, ownerId: string): readonly NetworkInterface[] =>
  recordsOf(network.networkInterfaces)
    .filter((each) => (ownerOf(each) ?? each.networkInterfaceId) === ownerId)
    .sort(compareInterfaces);

/** Everything that wears interfaces with its first one, for a look at all of them at once. */
export const firstInterfaces = (network: Network): ReadonlyMap<string, NetworkInterface> => {
  const firsts = new Map<string, NetworkInterface>();
  for (const each of recordsOf(network.networkInterfaces)) {
    const owner = ownerOf(each);
    const first = owner === null ? undefined : firsts.get(owner);
    if (owner !== null && (first === undefined || compareInterfaces(each, first) < 0))
      firsts.set(owner, each);
  }
  return firsts;
};

const ownerName = (network: Network, ownerId: string): string =>
  [
    network.instances,
    network.dbInstances,
    network.loadBalancers,
    network.managedResources,
    network.vpcEndpoints,
  ]
    .map((table: Readonly<Record<string, Readonly<{ name: string }>>>) => recordOf(table, ownerId)?.name)
    .find((name) => name) ?? ownerId;

/** An interface's name with its owner's ("web-1 · eth1"); the owner's alone for the only one it has. */
export const interfaceTitle = (network: Network, networkInterface: NetworkInterface): string => {
  const owner = ownerOf(networkInterface);
  const own = networkInterface.name || networkInterface.networkInterfaceId;
  if (owner === null) return own;
  const isOnly = interfacesOf(network, owner).length === 1;
  return isOnly ? ownerName(network, owner) : `${ownerName(network, owner)} · ${own}`;
};
