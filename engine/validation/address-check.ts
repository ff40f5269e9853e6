import { isNatGatewayGone, type NatGateway } from "../model/nat-gateway";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { Subnet } from "../model/subnet";
import {
  type Address,
  type Cidr,
  cidrContains,
  type Family,
  formatAddress,
  formatCidr,
  parseAddress,
} from "../net/cidr";
import { ok, type Result } from "../result";
import { blocksOf } from "./cidr-check";
import { interfaceTitle } from "./owner";
import { type Refusal, refuse } from "./refusal";

/** AWS keeps the first four addresses of a subnet (network, router, resolver, future use) and the last one. */
export const isReserved = (block: Cidr, address: bigint): boolean =>
  address < block.first + 4n || address === block.last;

/** A subnet's block of a family; null where it has none. */
export const subnetBlock = (subnet: Subnet, family: Family): Cidr | null =>
  blocksOf([(family === 4 ? subnet.cidrBlock : subnet.ipv6CidrBlock) ?? ""])[0] ?? null;

/** An interface's addresses of a family as written. */
export const addressesOf = (networkInterface: NetworkInterface, family: Family): readonly string[] =>
  family === 4
    ? networkInterface.privateIpAddresses.map((each) => each.privateIpAddress)
    : networkInterface.ipv6Addresses;

/** Who has addresses; its title is made when somebody asks. */
type Holder = Readonly<{ addresses: readonly (string | null)[]; title(): string }>;

const interfaceHolder = (
  network: Network,
  networkInterface: NetworkInterface,
  addresses: Holder["addresses"],
): Holder => ({ addresses, title: () => interfaceTitle(network, networkInterface) });

/** One that failed or was deleted gave its addresses back. */
const standingGateways = (network: Network): readonly NatGateway[] =>
  recordsOf(network.natGateways).filter((each) => !isNatGatewayGone(each));

/** The interfaces and NAT gateways of a subnet with their private addresses of a family. */
export const holdersOf = (network: Network, subnetId: string, family: Family): readonly Holder[] => [
  ...recordsOf(network.networkInterfaces)
    .filter((each) => each.subnetId === subnetId)
    .map((each) => interfaceHolder(network, each, addressesOf(each, family))),
  ...standingGateways(network)
    .filter((each) => family === 4 && each.subnetId === subnetId)
    .map(({ addresses, name, natGatewayId }) => ({
      addresses: addresses.map((each) => each.privateIpAddress),
      title: () => name || natGatewayId,
    })),
];

/** All interfaces and NAT gateways with their public addresses. */
export const publicHoldersOf = (network: Network): readonly Holder[] => [
  ...recordsOf(network.networkInterfaces).map((each) =>
    interfaceHolder(
      network,
      each,
      each.privateIpAddresses.map(({ publicIp }) => publicIp),
    ),
  ),
  ...standingGateways(network).map(({ addresses, name, natGatewayId }) => ({
    addresses: addresses.map(({ publicIp }) => publicIp),
    title: () => name || natGatewayId,
  })),
];

function checkInSubnet(subnet: Subnet, address: Address): Result<void, Refusal> {
  const block = subnetBlock(subnet, address.family);
  const name = subnet.name || subnet.subnetId;
  if (block === null) return refuse("subnetWithoutIpv6", { subnet: name });
  const facts = { address: formatAddress(address), subnet: name, cidr: formatCidr(block) };
  if (!cidrContains(block, address)) return refuse("addressOutsideSubnet", facts);
  return isReserved(block, address.value) ? refuse("addressReserved", facts) : ok(undefined);
}

/** A private IPv4 (or an IPv6) address for an interface in a subnet. Gives its canonical text. */
export function checkAddress(
  network: Network,
  subnetId: string,
  text: string,
  family: Family = 4,
): Result<string, Refusal> {
  const subnet = recordOf(network.subnets, subnetId);
  if (subnet === undefined) return refuse("subnetNotFound", { id: subnetId });
  const address = parseAddress(text);
  if (!address.ok) {
    return refuse("addressInvalid", { text, problem: address.error.code, part: address.error.part });
  }
  if (address.value.family !== family) return refuse("cidrWrongFamily", { text, wanted: `IPv${family}` });
  const inside = checkInSubnet(subnet, address.value);
  if (!inside.ok) return inside;
  const canonical = formatAddress(address.value);
  const holder = holdersOf(network, subnetId, family).find(({ addresses }) => addresses.includes(canonical));
  return holder === undefined
    ? ok(canonical)
    : refuse("addressInUse", { address: canonical, by: holder.title() });
}

/** Addresses outside the Internet as far as a public address is concerned (RFC 1918, 6598, loopback, link-local and up). */
const NOT_PUBLIC = blocksOf([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
]);

/** A public IPv4 address for a private one: nobody else in the design has it. Gives its canonical text. */
export function checkPublicAddress(network: Network, text: string): Result<string, Refusal> {
  const address = parseAddress(text);
  if (!address.ok) {
    return refuse("addressInvalid", { text, problem: address.error.code, part: address.error.part });
  }
  const { value } = address;
  if (value.family !== 4) return refuse("cidrWrongFamily", { text, wanted: "IPv4" });
  const canonical = formatAddress(value);
  if (NOT_PUBLIC.some((each) => cidrContains(each, value))) {
    return refuse("publicAddressNotPublic", { address: canonical });
  }
  const holder = publicHoldersOf(network).find(({ addresses }) => addresses.includes(canonical));
  return holder === undefined
    ? ok(canonical)
    : refuse("publicAddressInUse", { address: canonical, by: holder.title() });
}
