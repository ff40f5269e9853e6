import { type Network, recordOf, recordsOf } from "../model/network";
import { type Cidr, cidrContains, type Family, formatAddress, formatCidr, parseAddress } from "../net/cidr";
import { ok, type Result } from "../result";
import { holdersOf, isReserved, publicHoldersOf, subnetBlock } from "./address-check";
import { blocksOf } from "./cidr-check";
import { type Refusal, refuse } from "./refusal";

/** The lowest address of the subnet that AWS does not keep for itself and nobody has. AWS picks at random; we need not. */
export function freeAddress(network: Network, subnetId: string, family: Family = 4): Result<string, Refusal> {
  const subnet = recordOf(network.subnets, subnetId);
  if (subnet === undefined) return refuse("subnetNotFound", { id: subnetId });
  const block = subnetBlock(subnet, family);
  const name = subnet.name || subnet.subnetId;
  if (block === null) return refuse("subnetWithoutIpv6", { subnet: name });
  const taken = new Set(holdersOf(network, subnetId, family).flatMap(({ addresses }) => addresses));
  for (let value = block.first + 4n; !isReserved(block, value) && value < block.last; value += 1n) {
    const text = formatAddress({ family, value });
    if (!taken.has(text)) return ok(text);
  }
  return refuse("addressesExhausted", { subnet: name, cidr: formatCidr(block) });
}

/** Documentation and benchmark ranges: part of the Internet to the engine, and nobody's real address. */
const PUBLIC_POOLS = blocksOf(["198.51.100.0/24", "192.0.2.0/24", "198.18.0.0/15"]);

/** The lowest address of the pools that is neither taken nor in one of these ranges; null when there is none. */
const lowestPublic = (taken: ReadonlySet<string | null>, ranges: readonly Cidr[]): string | null => {
  for (const pool of PUBLIC_POOLS) {
    let value = pool.first + 1n;
    while (value < pool.last) {
      const address = { family: pool.family, value };
      const range = ranges.find((each) => cidrContains(each, address));
      if (range === undefined && !taken.has(formatAddress(address))) return formatAddress(address);
      value = (range?.last ?? value) + 1n;
    }
  }
  return null;
};

/** The lowest public IPv4 address that nobody in the design has; outside its named ranges, unless they cover everything. */
export function freePublicAddress(network: Network): Result<string, Refusal> {
  const taken = new Set(publicHoldersOf(network).flatMap(({ addresses }) => addresses));
  const ranges = recordsOf(network.ipRanges).flatMap((range) => blocksOf(range.cidrBlocks));
  const address = lowestPublic(taken, ranges) ?? lowestPublic(taken, []);
  return address === null ? refuse("publicAddressesExhausted") : ok(address);
}

/** Where an address lies in its block, carried over to another block of that family; null when it does not fit there. */
export const sameOffset = (text: string, from: string, to: string): string | null => {
  const address = parseAddress(text);
  const [before, after] = blocksOf([from, to]);
  if (!address.ok || before === undefined || after === undefined) return null;
  const value = address.value.value - before.first + after.first;
  const fits = value >= after.first && value <= after.last && !isReserved(after, value);
  return fits ? formatAddress({ family: after.family, value }) : null;
};
