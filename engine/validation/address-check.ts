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
  const holder = recordsOf(network.networkInterfaces).find(
    (each) => each.subnetId === subnetId && addressesOf(each, family).includes(canonical),
  );
  if (holder === undefined) return ok(canonical);
  return refuse("addressInUse", { address: canonical, by: interfaceTitle(network, holder) });
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
  const holder = recordsOf(network.networkInterfaces).find((each) =>
    each.privateIpAddresses.some(({ publicIp }) => publicIp === canonical),
  );
  if (holder === undefined) return ok(canonical);
  return refuse("publicAddressInUse", { address: canonical, by: interfaceTitle(network, holder) });
}
