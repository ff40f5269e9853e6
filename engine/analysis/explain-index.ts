/** What explaining looks up in a network, made once for each network (a network never changes in place). */

import type { NetworkInterfaceId, SecurityGroupId, VpcId } from "../model/id";
import type { NatGateway } from "../model/nat-gateway";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { Direction, Remote, SecurityGroup, SecurityGroupRule } from "../model/security-group";
import {
  type AddressSet,
  addressSetOf,
  addressSetOfTexts,
  intersectAddresses,
  isEmptyAddressSet,
  NO_ADDRESSES,
  subtractAddresses,
  uniteAddresses,
} from "../net/address-set";
import { type Address, cidrOf, formatAddress, parseAddress } from "../net/cidr";
import { INTERNET_ADDRESSES } from "../net/internet-addresses";
import { natAddresses, type Topology, topologyOf } from "./topology";

/** A rule with the addresses it names; a reference to a group names none of its own. */
export type GroupRule = Readonly<{ rule: SecurityGroupRule; group: SecurityGroup; addresses: AddressSet }>;

/**
 * An address of an interface. `publicAddress` is what a private IPv4 address is seen as outside, if anything;
 * `asPublic` says that the address was looked up by its public face.
 */
export type OwnAddress = Readonly<{
  networkInterface: NetworkInterface;
  vpcId: VpcId | null;
  address: Address;
  publicAddress: Address | null;
  asPublic: boolean;
}>;

/** Addresses of one family whose ways are that of `stand`. */
export type Stretch = Readonly<{ addresses: AddressSet; stand: Address }>;

export type NetworkIndex = Readonly<{
  network: Network;
  internet: AddressSet;
  vpcAddresses: AddressSet;
  /** By canonical text: several where VPCs use the same block. */
  owners: ReadonlyMap<string, readonly OwnAddress[]>;
  /** By interface: all its addresses, private IPv4 first, the primary one leading. */
  addresses: ReadonlyMap<NetworkInterfaceId, readonly OwnAddress[]>;
  rules: ReadonlyMap<SecurityGroupId, readonly GroupRule[]>;
  topology: Topology;
  /** Public addresses of NAT gateways, by canonical text. */
  natFaces: ReadonlySet<string>;
  /** Where ways between subnets and the outside turn, filled as they are asked for. */
  stretches: Map<string, readonly Stretch[]>;
}>;

const indexes = new WeakMap<Network, NetworkIndex>();

export const indexOf = (network: Network): NetworkIndex => {
  const known = indexes.get(network);
  if (known !== undefined) return known;
  const index = createIndex(network);
  indexes.set(network, index);
  return index;
};

const createIndex = (network: Network): NetworkIndex => {
  const vpcAddresses = addressSetOfTexts(
    recordsOf(network.vpcs).flatMap((vpc) => [
      vpc.cidrBlock,
      ...vpc.secondaryCidrBlocks,
      ...vpc.ipv6CidrBlocks,
    ]),
  );
  const addresses = new Map(
    recordsOf<NetworkInterface>(network.networkInterfaces).map((each) => [
      each.networkInterfaceId,
      ownAddresses(network, each),
    ]),
  );
  return {
    network,
    internet: subtractAddresses(INTERNET_ADDRESSES, vpcAddresses),
    vpcAddresses,
    owners: ownersOf(addresses),
    addresses,
    rules: new Map(
      recordsOf(network.securityGroups).map((group) => [group.groupId, groupRules(network, group)]),
    ),
    topology: topologyOf(network),
    natFaces: natFacesOf(network),
    stretches: new Map(),
  };
};

const natFacesOf = (network: Network): ReadonlySet<string> =>
  new Set(
    recordsOf<NatGateway>(network.natGateways).flatMap((nat) => {
      const { publicAddress } = natAddresses(nat);
      return publicAddress === null ? [] : [formatAddress(publicAddress)];
    }),
  );

const groupRules = (network: Network, group: SecurityGroup): readonly GroupRule[] =>
  group.rules.map((rule) => ({ rule, group, addresses: remoteAddresses(network, rule.remote) }));

/** The addresses a rule's far end names. A list counts for its own family only; one that is gone names nothing. */
const remoteAddresses = (network: Network, remote: Remote): AddressSet => {
  switch (remote.kind) {
    case "cidrIpv4":
      return { ...addressSetOfTexts([remote.cidrIpv4]), 6: [] };
    case "cidrIpv6":
      return { ...addressSetOfTexts([remote.cidrIpv6]), 4: [] };
    case "prefixList":
      return listAddresses(recordOf(network.prefixLists, remote.prefixListId));
    case "group":
      return NO_ADDRESSES;
  }
};

const listAddresses = (
  list: Network["prefixLists"][keyof Network["prefixLists"]] | undefined,
): AddressSet => {
  if (list === undefined) return NO_ADDRESSES;
  const all = addressSetOfTexts(list.entries.map((entry) => entry.cidr));
  return list.addressFamily === "IPv4" ? { ...all, 6: [] } : { ...all, 4: [] };
};

const ownersOf = (
  addresses: ReadonlyMap<NetworkInterfaceId, readonly OwnAddress[]>,
): ReadonlyMap<string, readonly OwnAddress[]> => {
  const owners = new Map<string, OwnAddress[]>();
  const put = (address: Address | null, own: OwnAddress) => {
    if (address === null) return;
    const text = formatAddress(address);
    const others = owners.get(text);
    if (others === undefined) owners.set(text, [own]);
    else others.push(own);
  };
  for (const own of addresses.values()) {
    for (const each of own) {
      put(each.address, each);
      put(each.publicAddress, { ...each, asPublic: true });
    }
  }
  return owners;
};

const read = (text: string | null): Address | null => {
  const address = parseAddress(text ?? "");
  return address.ok ? address.value : null;
};

/** All addresses of an interface, private IPv4 first, the primary one leading. What is no address is left out. */
const ownAddresses = (network: Network, networkInterface: NetworkInterface): readonly OwnAddress[] => {
  const vpcId = recordOf(network.subnets, networkInterface.subnetId)?.vpcId ?? null;
  const own = (text: string, publicIp: string | null): readonly OwnAddress[] => {
    const address = read(text);
    if (address === null) return [];
    return [{ networkInterface, vpcId, address, publicAddress: read(publicIp), asPublic: false }];
  };
  return [
    ...networkInterface.privateIpAddresses.flatMap((row) => own(row.privateIpAddress, row.publicIp)),
    ...networkInterface.ipv6Addresses.flatMap((text) => own(text, null)),
  ];
};

/** The rules of all groups an interface wears, in their order; groups that are gone are passed over. */
export const rulesOn = (
  index: NetworkIndex,
  networkInterface: NetworkInterface,
  direction: Direction,
): readonly GroupRule[] =>
  networkInterface.groupIds
    .flatMap((groupId) => index.rules.get(groupId) ?? [])
    .filter(({ rule }) => rule.direction === direction);

export const single = (address: Address): AddressSet => addressSetOf([cidrOf(address)]);

/**
 * The part of these outside blocks that packets can come from or go to: of each block what belongs to the Internet, and
 * as `unreachable` the blocks of which nothing does (private ones, which nothing here leads to).
 */
export const outsideAddresses = (index: NetworkIndex, blocks: readonly string[]) => {
  const sets = blocks.map((block) => subtractAddresses(addressSetOfTexts([block]), index.vpcAddresses));
  const onInternet = (set: AddressSet) => intersectAddresses(set, index.internet);
  const all = (some: readonly AddressSet[]) => some.reduce(uniteAddresses, NO_ADDRESSES);
  return {
    reachable: all(sets.map(onInternet)),
    unreachable: all(sets.filter((set) => isEmptyAddressSet(onInternet(set)))),
  };
};
