import {
  checkSameZone,
  interfacesOf,
  type Network,
  type NetworkInterface,
  ok,
  ownerOf,
  type Refusal,
  type Result,
  recordOf,
  refuse,
  type Subnet,
  type SubnetId,
} from "../../../engine";
import { type Command, commandOf } from "../command";
import type { Place } from "../diagram";
import { nameOf } from "../find";
import { placedAt } from "../places";
import { findSubnet, withInterface } from "../records";
import { readdress, withAutoPublicIp } from "../renumber";

/** Every address is exchanged for a free one of the subnet; IPv6 ones go where it has no IPv6. */
const inSubnet = (
  network: Network,
  networkInterface: NetworkInterface,
  subnet: Subnet,
): Result<NetworkInterface, Refusal> => {
  const there = { ...networkInterface, subnetId: subnet.subnetId };
  const ipv4 = readdress(
    network,
    there,
    4,
    there.privateIpAddresses.map(() => null),
  );
  if (!ipv4.ok) return ipv4;
  const wanted = subnet.ipv6CidrBlock === null ? [] : there.ipv6Addresses.map(() => null);
  const both = readdress(network, ipv4.value, 6, wanted);
  return both.ok ? withAutoPublicIp(network, both.value, subnet) : both;
};

const checkVpcAndZone = (
  network: Network,
  moved: NetworkInterface,
  from: SubnetId,
): Result<void, Refusal> => {
  const before = recordOf(network.subnets, from);
  const after = recordOf(network.subnets, moved.subnetId);
  if (before?.vpcId !== after?.vpcId) return refuse("interfaceInOtherVpc", { subnet: after?.name ?? "" });
  const owner = ownerOf(moved);
  if (owner === null) return ok(undefined);
  const others = interfacesOf(network, owner).filter(
    (each) => each.networkInterfaceId !== moved.networkInterfaceId,
  );
  return checkSameZone(network, [moved, ...others]);
};

/** The interface that moves: a thing's primary one, or the interface itself. */
const interfaceToMove = (network: Network, elementId: string): NetworkInterface | undefined =>
  recordOf(network.networkInterfaces, elementId) ?? interfacesOf(network, elementId)[0];

/**
 * Moves an instance or database (its primary interface) or an interface; it gets free addresses of that subnet and stands at
 * `place` in it. Refused where it cannot live: in another VPC, or where its interfaces would lie in two zones.
 */
export const moveToSubnet = (elementId: string, subnetId: SubnetId, place: Place): Command =>
  commandOf(
    (network) => `Move ${nameOf(network, elementId)} to ${nameOf(network, subnetId)}`,
    (diagram) => {
      const { network } = diagram;
      const networkInterface = interfaceToMove(network, elementId);
      if (networkInterface === undefined) return refuse("elementDoesNotMove", { id: elementId });
      const subnet = findSubnet(network, subnetId);
      if (!subnet.ok) return subnet;
      const isAttached =
        elementId === networkInterface.networkInterfaceId && ownerOf(networkInterface) !== null;
      const stands = isAttached ? diagram : placedAt(diagram, elementId, place);
      if (networkInterface.subnetId === subnetId) return ok(stands);
      const may = checkVpcAndZone(network, { ...networkInterface, subnetId }, networkInterface.subnetId);
      const moved = may.ok ? inSubnet(network, networkInterface, subnet.value) : may;
      return moved.ok ? ok({ ...stands, network: withInterface(network, moved.value) }) : moved;
    },
  );
