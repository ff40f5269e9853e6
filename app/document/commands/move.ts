import {
  checkZones,
  interfacesOf,
  type NatGateway,
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
import type { Diagram, Place } from "../diagram";
import { nameOf } from "../find";
import { placedAt } from "../places";
import { findSubnet, withInterface, withRecord } from "../records";
import { readdress, readdressNatGateway, withAutoPublicIp } from "../renumber";

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
  return checkZones(network, [moved, ...others]);
};

/** A NAT gateway keeps its public address when it moves; AWS would replace it. */
const movedNatGateway = (
  diagram: Diagram,
  gateway: NatGateway,
  subnet: Subnet,
  place: Place,
): Result<Diagram, Refusal> => {
  const { network } = diagram;
  const id = gateway.natGatewayId;
  const stands = placedAt(diagram, id, place);
  if (gateway.subnetId === subnet.subnetId) return ok(stands);
  if (recordOf(network.subnets, gateway.subnetId)?.vpcId !== subnet.vpcId) {
    return refuse("natGatewayInOtherVpc", { name: nameOf(network, id) });
  }
  const there = { ...gateway, subnetId: subnet.subnetId };
  const moved = readdressNatGateway(
    network,
    there,
    there.addresses.map(() => null),
  );
  return moved.ok ? ok({ ...stands, network: withRecord(network, "natGateways", id, moved.value) }) : moved;
};

/** The interface that moves: a thing's primary one, or the interface itself. */
const interfaceToMove = (network: Network, elementId: string): NetworkInterface | undefined =>
  recordOf(network.networkInterfaces, elementId) ?? interfacesOf(network, elementId)[0];

/**
 * Moves an instance, database or service (its first interface), an interface or a NAT gateway; it gets free addresses of that
 * subnet and stands at `place` in it. Refused where it cannot live: in another VPC, or where its interfaces would lie in
 * zones that do not suit it.
 */
export const moveToSubnet = (elementId: string, subnetId: SubnetId, place: Place): Command =>
  commandOf(
    (network) => `Move ${nameOf(network, elementId)} to ${nameOf(network, subnetId)}`,
    (diagram) => {
      const { network } = diagram;
      const subnet = findSubnet(network, subnetId);
      if (!subnet.ok) return subnet;
      const gateway = recordOf(network.natGateways, elementId);
      if (gateway !== undefined) return movedNatGateway(diagram, gateway, subnet.value, place);
      const networkInterface = interfaceToMove(network, elementId);
      if (networkInterface === undefined) return refuse("elementDoesNotMove", { id: elementId });
      const isAttached =
        elementId === networkInterface.networkInterfaceId && ownerOf(networkInterface) !== null;
      const stands = isAttached ? diagram : placedAt(diagram, elementId, place);
      if (networkInterface.subnetId === subnetId) return ok(stands);
      const may = checkVpcAndZone(network, { ...networkInterface, subnetId }, networkInterface.subnetId);
      const moved = may.ok ? inSubnet(network, networkInterface, subnet.value) : may;
      return moved.ok ? ok({ ...stands, network: withInterface(network, moved.value) }) : moved;
    },
  );
