import { type NetworkInterfaceId, refuse } from "../../../engine";
import { type Command, commandOf } from "../command";

const soon = (label: string, mergeKey?: string): Command =>
  commandOf(label, () => refuse("interfaceNotFound"), mergeKey);

/** Null takes the next free address of the subnet. */
export const assignPrivateIpAddress = (id: NetworkInterfaceId, address: string | null): Command =>
  soon(`Assign ${address} to ${id}`);

export const unassignPrivateIpAddress = (id: NetworkInterfaceId, address: string): Command =>
  soon(`Unassign ${address} from ${id}`);

export const modifyPrivateIpAddress = (
  id: NetworkInterfaceId,
  old: string,
  address: string,
  mergeKey?: string,
): Command => soon(`Change ${old} of ${id} to ${address}`, mergeKey);

/** Null takes the next free public address. */
export const associateAddress = (
  id: NetworkInterfaceId,
  privateIp: string,
  publicIp: string | null,
): Command => soon(`Associate ${publicIp} with ${privateIp} of ${id}`);

export const disassociateAddress = (id: NetworkInterfaceId, privateIp: string): Command =>
  soon(`Disassociate ${privateIp} of ${id}`);

/** Null takes the next free address of the subnet's IPv6 block. */
export const assignIpv6Address = (id: NetworkInterfaceId, address: string | null): Command =>
  soon(`Assign ${address} to ${id}`);

export const unassignIpv6Address = (id: NetworkInterfaceId, address: string): Command =>
  soon(`Unassign ${address} from ${id}`);
