/** What leads out of a VPC, and back in from the Internet. */
import type { VpcEndpointId, VpcId, VpcPeeringConnectionId } from "../model/id";
import type { Network } from "../model/network";
import { type PlainAddress, plainAddress } from "./oracle-address";
import {
  hasGateway,
  isForwarded,
  isInVpc,
  isOnInternet,
  isPrivate,
  mappedTo,
  publicResidentOf,
} from "./oracle-places";
import { type Arrival, into, KEEPS_NOTHING, stop, type Traveller } from "./oracle-traveller";

const SMTP = 25;

/** AWS blocks mail to public addresses; a reply is no mail. */
const isRefusedMail = ({ content, destination, reply }: Traveller): boolean =>
  reply === null &&
  content.protocol === 6 &&
  content.port === SMTP &&
  (destination.family === 6 || !isPrivate(destination));

/** Out by a VPC's internet gateway: IPv4 under the public address that is mapped to the source, IPv6 as it is. */
export const overInternetGateway = (network: Network, traveller: Traveller, vpcId: VpcId): Arrival => {
  const { source, destination } = traveller;
  if (isRefusedMail(traveller)) return stop("PORT_25_RESTRICTION", vpcId);
  const out: Traveller = { ...traveller, keeps: KEEPS_NOTHING, leftBy: "internetGateway" };
  if (source.family === 6)
    return isInVpc(network, vpcId, source) && isForwarded(source)
      ? fromInternet(network, out)
      : stop("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS", vpcId);
  const mapped = mappedTo(network, vpcId, source);
  if (mapped === null) return stop("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS", vpcId);
  if (isPrivate(destination)) return stop("IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS", vpcId);
  return fromInternet(network, { ...out, source: plainAddress(mapped) });
};

/** IPv6 out, and the replies to that. */
export const overEgressOnlyInternetGateway = (
  network: Network,
  traveller: Traveller,
  vpcId: VpcId,
): Arrival => {
  if (traveller.destination.family === 4) return stop("NO_ROUTE_TO_DESTINATION", vpcId);
  if (isRefusedMail(traveller)) return stop("PORT_25_RESTRICTION", vpcId);
  const { source } = traveller;
  if (!isInVpc(network, vpcId, source) || !isForwarded(source)) return stop("NO_ROUTE_TO_DESTINATION", vpcId);
  return fromInternet(network, {
    ...traveller,
    keeps: KEEPS_NOTHING,
    leftBy: "egressOnlyInternetGateway",
    egressOnlyVpcId: vpcId,
  });
};

/** A packet that is out on the Internet: to whoever is outside, or in to one of ours by its public face. */
export const fromInternet = (network: Network, traveller: Traveller): Arrival => {
  const { destination, isForOutside } = traveller;
  if (isForOutside) return outside(network, traveller, destination);
  const resident = publicResidentOf(network, destination);
  if (resident === null) return outside(network, traveller, destination);
  const vpcId = network.subnets[resident.subnetId]?.vpcId;
  if (vpcId === undefined) return stop("NO_POSSIBLE_DESTINATION", resident.subnetId);
  // What left by an egress-only gateway gets its replies back through it.
  if (!hasGateway(network, vpcId) && traveller.reply?.egressOnlyVpcId !== vpcId)
    return stop("NO_ROUTE_TO_DESTINATION", vpcId);
  const there: Traveller = { ...traveller, vpcId };
  // It comes from nowhere within the VPC, so it crosses the border of any subnet.
  return into(network, { ...there, subnetId: NOWHERE }, resident.subnetId, (inside) =>
    resident.kind === "interface"
      ? { kind: "interface", wearer: resident.wearer, traveller: inside }
      : { kind: "nat", nat: resident.nat, traveller: inside },
  );
};

const NOWHERE = "" as Traveller["subnetId"];

const outside = (network: Network, traveller: Traveller, destination: PlainAddress): Arrival =>
  isOnInternet(network, destination)
    ? { kind: "outside", traveller }
    : stop("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS", "internet");

type Deliver = (network: Network, traveller: Traveller, vpcId: VpcId) => Arrival;

/** Into the other VPC, and no further. Within a Region the ends stay known. */
export const overPeering = (
  network: Network,
  traveller: Traveller,
  id: VpcPeeringConnectionId,
  deliver: Deliver,
): Arrival => {
  const connection = network.vpcPeeringConnections[id];
  if (connection === undefined) return stop("BAD_STATE_ROUTE", id);
  const { requesterVpcId, accepterVpcId } = connection;
  if (traveller.vpcId !== requesterVpcId && traveller.vpcId !== accepterVpcId)
    return stop("BAD_STATE_ROUTE", id);
  const other = traveller.vpcId === requesterVpcId ? accepterVpcId : requesterVpcId;
  // Peering is not transitive: what came into the VPC from elsewhere does not go on over it.
  const isOwn = isInVpc(network, traveller.vpcId, traveller.source);
  if (!isOwn || !isInVpc(network, other, traveller.destination))
    return stop("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR", id);
  const isOneRegion = network.vpcs[requesterVpcId]?.region === network.vpcs[accepterVpcId]?.region;
  return deliver(network, isOneRegion ? traveller : { ...traveller, keeps: KEEPS_NOTHING }, other);
};

const isEcho = ({ content: { protocol, icmpType, icmpCode } }: Traveller): boolean =>
  icmpCode === 0 && ((protocol === 1 && icmpType === 8) || (protocol === 58 && icmpType === 128));

/** To the service behind a gateway endpoint, which serves its own VPC alone. */
export const toGatewayEndpoint = (network: Network, traveller: Traveller, id: VpcEndpointId): Arrival => {
  if (network.vpcEndpoints[id]?.vpcEndpointType !== "gateway") return stop("BAD_STATE_ROUTE", id);
  if (!isInVpc(network, traveller.vpcId, traveller.source)) return stop("NO_ROUTE_TO_DESTINATION", id);
  if (isPrivate(traveller.destination)) return stop("NO_ROUTE_TO_DESTINATION", id);
  if (traveller.content.protocol !== 6 && !isEcho(traveller))
    return stop("VPCE_GATEWAY_PROTOCOL_RESTRICTION", id);
  return { kind: "outside", traveller: { ...traveller, keeps: KEEPS_NOTHING, leftBy: "vpcEndpoint" } };
};
