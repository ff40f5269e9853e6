/** New addresses for what lies in a block that moves: EC2 would replace it all; here it keeps its identity. */
import {
  addressesOf,
  checkAddress,
  checkOnePerZone,
  checkZones,
  type Family,
  freeAddress,
  freePublicAddress,
  interfacesOf,
  type NatGateway,
  type Network,
  type NetworkInterface,
  ok,
  ownerOf,
  type Refusal,
  type Result,
  recordOf,
  recordsOf,
  refuse,
  type Subnet,
  sameOffset,
  shiftedCidr,
  type Vpc,
} from "../../engine";
import { withInterface, withRecord } from "./records";

/** Replaces an interface's addresses of a family one by one, each as `renew` says; public addresses stay with them. */
const withAddresses = (
  networkInterface: NetworkInterface,
  family: Family,
  addresses: readonly string[],
): NetworkInterface =>
  family === 6
    ? { ...networkInterface, ipv6Addresses: addresses }
    : {
        ...networkInterface,
        privateIpAddresses: addresses.map((privateIpAddress, index) => ({
          privateIpAddress,
          publicIp: networkInterface.privateIpAddresses[index]?.publicIp ?? null,
        })),
      };

/**
 * Gives an interface addresses in its subnet: those of `wanted` where they are free there, else the next free ones. A null
 * in `wanted` asks for any. Its former addresses count as free.
 */
export const readdress = (
  network: Network,
  networkInterface: NetworkInterface,
  family: Family,
  wanted: readonly (string | null)[],
): Result<NetworkInterface, Refusal> => {
  let current = withAddresses(networkInterface, family, []);
  const addresses: string[] = [];
  for (const wish of wanted) {
    const around = withInterface(network, current);
    const wished = wish === null ? null : checkAddress(around, current.subnetId, wish, family);
    const address = wished?.ok ? wished : freeAddress(around, current.subnetId, family);
    if (!address.ok) return address;
    addresses.push(address.value);
    current = withAddresses(networkInterface, family, addresses);
  }
  return ok(current);
};

const blockOf = (subnet: Subnet, family: Family): string =>
  (family === 4 ? subnet.cidrBlock : subnet.ipv6CidrBlock) ?? "";

/** Each address stays where it fits; else it keeps its distance from the start of the block; else it is a free one. */
const moved = (
  network: Network,
  networkInterface: NetworkInterface,
  before: Subnet,
  after: Subnet,
  family: Family,
): Result<NetworkInterface, Refusal> => {
  const [from, to] = [blockOf(before, family), blockOf(after, family)];
  if (from === to) return ok(networkInterface);
  if (to === "") return ok(withAddresses(networkInterface, family, []));
  const wanted = addressesOf(networkInterface, family).map(
    (address) => sameOffset(address, to, to) ?? sameOffset(address, from, to),
  );
  return readdress(network, networkInterface, family, wanted);
};

/** What lies in several subnets has to agree with a subnet's new zone. */
const checkNewZone = (network: Network, subnet: Subnet): Result<void, Refusal> => {
  for (const each of interfacesIn(network, subnet)) {
    const owner = ownerOf(each);
    const zone = owner === null ? ok(undefined) : checkZones(network, interfacesOf(network, owner));
    if (!zone.ok) return zone;
  }
  for (const { subnetIds } of recordsOf(network.transitGatewayAttachments)) {
    const subnets = subnetIds.flatMap((id) => recordOf(network.subnets, id) ?? []);
    const isIn = subnetIds.includes(subnet.subnetId);
    const zones = isIn ? checkOnePerZone(subnets, "subnetsInOneZone") : ok(undefined);
    if (!zones.ok) return zones;
  }
  return ok(undefined);
};

const interfacesIn = (network: Network, subnet: Subnet): readonly NetworkInterface[] =>
  recordsOf(network.networkInterfaces).filter((each) => each.subnetId === subnet.subnetId);

/** Puts a changed subnet in place and renumbers the interfaces in it. Refused when it would split an instance. */
export const changeSubnet = (network: Network, before: Subnet, after: Subnet): Result<Network, Refusal> => {
  let changed = withRecord(network, "subnets", after.subnetId, after);
  const zones =
    before.availabilityZone === after.availabilityZone ? ok(undefined) : checkNewZone(changed, after);
  if (!zones.ok) return zones;
  for (const each of interfacesIn(network, before)) {
    const ipv4 = moved(changed, each, before, after, 4);
    const both = ipv4.ok ? moved(changed, ipv4.value, before, after, 6) : ipv4;
    if (!both.ok) return both;
    changed = withInterface(changed, both.value);
  }
  return moveNatGateways(changed, before, after);
};

/**
 * Gives a NAT gateway private addresses in its subnet: those of `wanted` where they are free there, else the next free ones.
 * Public addresses stay with them. Its former addresses count as free.
 */
export const readdressNatGateway = (
  network: Network,
  gateway: NatGateway,
  wanted: readonly (string | null)[],
): Result<NatGateway, Refusal> => {
  let current: NatGateway = { ...gateway, addresses: [] };
  for (const [index, wish] of wanted.entries()) {
    const around = withRecord(network, "natGateways", current.natGatewayId, current);
    const wished = wish === null ? null : checkAddress(around, current.subnetId, wish);
    const address = wished?.ok ? wished : freeAddress(around, current.subnetId);
    if (!address.ok) return address;
    const publicIp = gateway.addresses[index]?.publicIp ?? null;
    current = {
      ...current,
      addresses: [...current.addresses, { privateIpAddress: address.value, publicIp }],
    };
  }
  return ok(current);
};

const moveNatGateways = (network: Network, before: Subnet, after: Subnet): Result<Network, Refusal> => {
  if (before.cidrBlock === after.cidrBlock) return ok(network);
  let changed = network;
  for (const gateway of recordsOf(network.natGateways)) {
    if (gateway.subnetId !== after.subnetId) continue;
    const wanted = gateway.addresses.map(
      ({ privateIpAddress }) =>
        sameOffset(privateIpAddress, after.cidrBlock, after.cidrBlock) ??
        sameOffset(privateIpAddress, before.cidrBlock, after.cidrBlock),
    );
    const moved = readdressNatGateway(changed, gateway, wanted);
    if (!moved.ok) return moved;
    changed = withRecord(changed, "natGateways", gateway.natGatewayId, moved.value);
  }
  return ok(changed);
};

/** Moves the subnets of a VPC's primary block along with it. Refused when one does not fit into the new block. */
export const shiftSubnets = (network: Network, before: Vpc, after: Vpc): Result<Network, Refusal> => {
  let changed = network;
  for (const subnet of recordsOf(network.subnets)) {
    if (subnet.vpcId !== before.vpcId) continue;
    const cidrBlock = shiftedCidr(subnet.cidrBlock, before.cidrBlock, after.cidrBlock);
    if (cidrBlock === null)
      return refuse("vpcBlockInUse", { subnets: `${subnet.name} (${subnet.cidrBlock})` });
    const result = changeSubnet(changed, subnet, { ...subnet, cidrBlock });
    if (!result.ok) return result;
    changed = result.value;
  }
  return ok(changed);
};

/**
 * An automatic public address comes and goes with a launch, and a move is one: the new subnet says whether the primary
 * address of an instance has one, kept or new. Public addresses elsewhere are elastic ones and stay.
 */
export const withAutoPublicIp = (
  network: Network,
  networkInterface: NetworkInterface,
  subnet: Subnet,
): Result<NetworkInterface, Refusal> => {
  const [primary, ...others] = networkInterface.privateIpAddresses;
  if (networkInterface.attachment?.kind !== "instance" || primary === undefined) return ok(networkInterface);
  const has = primary.publicIp !== null;
  if (has === subnet.mapPublicIpOnLaunch) return ok(networkInterface);
  const publicIp = has ? ok(null) : freePublicAddress(network);
  if (!publicIp.ok) return publicIp;
  const privateIpAddresses = [{ ...primary, publicIp: publicIp.value }, ...others];
  return ok({ ...networkInterface, privateIpAddresses });
};
