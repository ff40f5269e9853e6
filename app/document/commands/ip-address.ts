import {
  checkAddress,
  checkAddressCount,
  checkHasInternetGateway,
  checkPublicAddress,
  freeAddress,
  freePublicAddress,
  type Network,
  type NetworkInterface,
  type NetworkInterfaceId,
  ok,
  type PrivateIpAddress,
  type Refusal,
  type Result,
  refuse,
} from "../../../engine";
import { type Command, networkCommand } from "../command";
import { nameOf, vpcOf } from "../find";
import { findInterface, withInterface } from "../records";

/** A command that changes the addresses of one interface. `verb` reads on to its title. */
const addressCommand = (
  id: NetworkInterfaceId,
  verb: string,
  change: (networkInterface: NetworkInterface, network: Network) => Result<NetworkInterface, Refusal>,
  mergeKey?: string,
): Command =>
  networkCommand(
    (network) => `${verb} ${nameOf(network, id)}`,
    (network) => {
      const before = findInterface(network, id);
      const after = before.ok ? change(before.value, network) : before;
      return after.ok ? ok(withInterface(network, after.value)) : after;
    },
    mergeKey,
  );

const withPrivate = (
  networkInterface: NetworkInterface,
  privateIpAddresses: readonly PrivateIpAddress[],
): NetworkInterface => ({ ...networkInterface, privateIpAddresses });

/** Changes the entry of one private address; refused when the interface has no such address. */
const changeEntry = (
  networkInterface: NetworkInterface,
  address: string,
  patch: Partial<PrivateIpAddress>,
): Result<NetworkInterface, Refusal> => {
  const addresses = networkInterface.privateIpAddresses;
  if (!addresses.some((each) => each.privateIpAddress === address)) {
    return refuse("addressNotOnInterface", { address });
  }
  return ok(
    withPrivate(
      networkInterface,
      addresses.map((each) => (each.privateIpAddress === address ? { ...each, ...patch } : each)),
    ),
  );
};

/** A further private address; null takes the next free one of the subnet. */
export const assignPrivateIpAddress = (id: NetworkInterfaceId, address: string | null): Command =>
  addressCommand(id, "Add private address to", (before, network) => {
    const count = checkAddressCount(network, before, before.privateIpAddresses.length + 1);
    if (!count.ok) return count;
    const given =
      address === null
        ? freeAddress(network, before.subnetId)
        : checkAddress(network, before.subnetId, address);
    if (!given.ok) return given;
    const entry = { privateIpAddress: given.value, publicIp: null };
    return ok(withPrivate(before, [...before.privateIpAddresses, entry]));
  });

/** The primary address stays. */
export const unassignPrivateIpAddress = (id: NetworkInterfaceId, address: string): Command =>
  addressCommand(id, `Remove ${address} from`, (before) => {
    const addresses = before.privateIpAddresses;
    const index = addresses.findIndex((each) => each.privateIpAddress === address);
    if (index < 0) return refuse("addressNotOnInterface", { address });
    if (index === 0) return refuse("addressPrimaryStays", { address });
    return ok(
      withPrivate(
        before,
        addresses.filter((each) => each.privateIpAddress !== address),
      ),
    );
  });

/** A drawing may change a private address in place; EC2 would replace the interface. */
export const modifyPrivateIpAddress = (
  id: NetworkInterfaceId,
  old: string,
  address: string,
  mergeKey?: string,
): Command =>
  addressCommand(
    id,
    "Change private address of",
    (before, network) => {
      const others = before.privateIpAddresses.filter((each) => each.privateIpAddress !== old);
      const without = withInterface(network, withPrivate(before, others));
      const given = checkAddress(without, before.subnetId, address);
      return given.ok ? changeEntry(before, old, { privateIpAddress: given.value }) : given;
    },
    mergeKey,
  );

/** Maps a public address to a private one; null takes the next free public address. The VPC needs an internet gateway. */
export const associateAddress = (
  id: NetworkInterfaceId,
  privateIp: string,
  publicIp: string | null,
): Command =>
  addressCommand(id, "Give a public address to", (before, network) => {
    const without = changeEntry(before, privateIp, { publicIp: null });
    if (!without.ok) return without;
    const gateway = checkHasInternetGateway(network, vpcOf(network, id) ?? "");
    if (!gateway.ok) return gateway;
    const around = withInterface(network, without.value);
    const given = publicIp === null ? freePublicAddress(around) : checkPublicAddress(around, publicIp);
    return given.ok ? changeEntry(before, privateIp, { publicIp: given.value }) : given;
  });

export const disassociateAddress = (id: NetworkInterfaceId, privateIp: string): Command =>
  addressCommand(id, "Take the public address from", (before) =>
    changeEntry(before, privateIp, { publicIp: null }),
  );

/** An IPv6 address; null takes the next free one of the subnet's IPv6 block. */
export const assignIpv6Address = (id: NetworkInterfaceId, address: string | null): Command =>
  addressCommand(id, "Add IPv6 address to", (before, network) => {
    const count = checkAddressCount(network, before, before.ipv6Addresses.length + 1);
    if (!count.ok) return count;
    const given =
      address === null
        ? freeAddress(network, before.subnetId, 6)
        : checkAddress(network, before.subnetId, address, 6);
    return given.ok ? ok({ ...before, ipv6Addresses: [...before.ipv6Addresses, given.value] }) : given;
  });

export const unassignIpv6Address = (id: NetworkInterfaceId, address: string): Command =>
  addressCommand(id, `Remove ${address} from`, (before) =>
    before.ipv6Addresses.includes(address)
      ? ok({ ...before, ipv6Addresses: before.ipv6Addresses.filter((each) => each !== address) })
      : refuse("addressNotOnInterface", { address }),
  );
