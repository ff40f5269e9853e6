/** What sends on within a VPC: NAT gateways and appliances. */
import type { NatGatewayId } from "../model/id";
import type { Network } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { RouteTarget } from "../model/route-table";
import { plainAddress } from "./oracle-address";
import { holds, receives, vpcIdOf } from "./oracle-places";
import { isAdmitted } from "./oracle-rules";
import { type Arrival, into, KEEPS_NOTHING, stop, type Traveller } from "./oracle-traveller";

type Travel = (network: Network, traveller: Traveller) => Arrival;

const NAT_PROTOCOLS: readonly number[] = [1, 6, 17];

/** Into the NAT gateway's subnet, and on from there under the gateway's own address. */
export const overNatGateway = (
  network: Network,
  traveller: Traveller,
  id: NatGatewayId,
  travel: Travel,
): Arrival => {
  const nat = network.natGateways[id];
  const own = nat?.addresses[0];
  if (nat === undefined || own === undefined) return stop("BAD_STATE_ROUTE", id);
  // A reply under another address than the one that was asked is no reply.
  if (traveller.reply !== null) return stop("NO_ROUTE_TO_DESTINATION", id);
  const refusal = natRefusal(traveller, vpcIdOf(network, nat.subnetId) === traveller.vpcId);
  if (refusal !== null) return stop(refusal, id);
  return into(network, traveller, nat.subnetId, (there) =>
    travel(network, {
      ...there,
      vpcId: vpcIdOf(network, nat.subnetId) ?? there.vpcId,
      source: plainAddress(own.privateIpAddress),
      keeps: KEEPS_NOTHING,
      crossings: [],
      appliances: [],
      translation: { natGatewayId: id, subnetId: nat.subnetId, came: there },
    }),
  );
};

/** Mail that it sends on is refused where it leaves for the Internet. */
const natRefusal = (traveller: Traveller, isHere: boolean): string | null => {
  if (traveller.source.family === 6 || !NAT_PROTOCOLS.includes(traveller.content.protocol))
    return "PROTOCOL_RESTRICTION";
  return isHere || traveller.cameByTransit ? null : "NGW_REQUIRES_SOURCE_IN_VPC";
};

/** The interface that a route names, or the primary one of the instance it names; null where it cannot forward. */
export const applianceOf = (network: Network, target: RouteTarget): NetworkInterface | null => {
  const all = Object.values<NetworkInterface>(network.networkInterfaces);
  const named = all.find(({ networkInterfaceId, attachment }) =>
    target.kind === "instance"
      ? attachment?.kind === "instance" && attachment.instanceId === target.id && attachment.deviceIndex === 0
      : networkInterfaceId === target.id,
  );
  return named !== undefined && receives(network, named) ? named : null;
};

/** Through an appliance: its border, its check, its groups both ways, and on from its subnet. The ends are not known behind it. */
export const overAppliance = (
  network: Network,
  traveller: Traveller,
  target: RouteTarget,
  travel: Travel,
): Arrival => {
  const appliance = applianceOf(network, target);
  if (appliance === null) return stop("BAD_STATE_ROUTE", target.id);
  const { networkInterfaceId } = appliance;
  return into(network, traveller, appliance.subnetId, (there) => {
    // What is meant for itself it does not forward.
    if (holds(appliance, there.destination))
      return { kind: "interface", wearer: appliance, traveller: there };
    if (appliance.sourceDestCheck) return stop("ENI_SOURCE_DEST_CHECK_RESTRICTION", networkInterfaceId);
    if (!letsThrough(network, appliance, there)) return stop("ENI_SG_RULES_MISMATCH", networkInterfaceId);
    const appliances = [...there.appliances, networkInterfaceId];
    return travel(network, { ...there, appliances, keeps: KEEPS_NOTHING });
  });
};

/** Its groups let by what belongs to a flow that went through it; all else they judge as it comes. */
const letsThrough = (network: Network, appliance: NetworkInterface, traveller: Traveller): boolean => {
  if (traveller.reply?.knownTo.includes(appliance.networkInterfaceId)) return true;
  const { content, source, destination } = traveller;
  return (
    isAdmitted(network, appliance, "ingress", content, { address: source, known: null }) &&
    isAdmitted(network, appliance, "egress", content, { address: destination, known: null })
  );
};
