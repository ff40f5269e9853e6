/** A packet on its way: where it is, how it is written by now, and what it has come through. */
import type { NatGatewayId, NetworkInterfaceId, SubnetId, VpcId } from "../model/id";
import type { NatGateway } from "../model/nat-gateway";
import type { Network } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { Direction } from "../model/security-group";
import type { PlainAddress } from "./oracle-address";
import { aclOf, isLetThrough, type PlainContent } from "./oracle-rules";

/** A subnet's border that was crossed, and the far address as its ACL saw it. */
export type Crossing = Readonly<{ subnetId: SubnetId; direction: Direction; peer: PlainAddress }>;

/** The NAT gateway that wrote its own address into the packet, and the packet as it came there. */
export type Translation = Readonly<{ natGatewayId: NatGatewayId; subnetId: SubnetId; came: Traveller }>;

export type Traveller = Readonly<{
  content: PlainContent;
  source: PlainAddress;
  destination: PlainAddress;
  /** The destination is outside by definition, even if its address looks like one of ours. */
  isForOutside: boolean;
  /** A reply: which appliances know the flow; null for a request. */
  reply: Readonly<{ knownTo: readonly NetworkInterfaceId[]; egressOnlyVpcId: VpcId | null }> | null;
  vpcId: VpcId;
  subnetId: SubnetId;
  /** Since the last NAT gateway, as are the appliances: what is behind it has seen another flow. */
  crossings: readonly Crossing[];
  appliances: readonly NetworkInterfaceId[];
  /** Subnets whose table was asked. */
  routed: readonly SubnetId[];
  cameByTransit: boolean;
  translation: Translation | null;
  /** Whether the sender's outbound and the receiver's inbound rules find the other end's groups. */
  keeps: Readonly<Record<Direction, boolean>>;
  /** How it went out to the Internet. */
  leftBy: "internetGateway" | "egressOnlyInternetGateway" | "vpcEndpoint" | null;
  egressOnlyVpcId: VpcId | null;
}>;

/** Where a packet ends: at an interface, at a NAT gateway's own address, outside, or on the way. */
export type Arrival =
  | Readonly<{ kind: "interface"; wearer: NetworkInterface; traveller: Traveller }>
  | Readonly<{ kind: "nat"; nat: NatGateway; traveller: Traveller }>
  | Readonly<{ kind: "outside"; traveller: Traveller }>
  | Readonly<{ kind: "stop"; code: string; at: string }>;

export const stop = (code: string, at: string): Arrival => ({ kind: "stop", code, at });

export const KEEPS_NOTHING = { ingress: false, egress: false } as const;

/** Over a subnet's border, if its ACL lets it; `next` is the rest of its way. */
export const overBorder = (
  network: Network,
  traveller: Traveller,
  subnetId: SubnetId,
  direction: Direction,
  next: (over: Traveller) => Arrival,
): Arrival => {
  const subnet = network.subnets[subnetId];
  if (subnet === undefined) return stop("NO_POSSIBLE_DESTINATION", subnetId);
  const peer = direction === "ingress" ? traveller.source : traveller.destination;
  const acl = aclOf(network, subnet);
  if (!isLetThrough(acl, direction, traveller.content, peer))
    return stop("SUBNET_ACL_RESTRICTION", acl?.networkAclId ?? subnetId);
  const crossing: Crossing = { subnetId, direction, peer };
  return next({ ...traveller, crossings: [...traveller.crossings, crossing] });
};

/** Into another subnet; nothing is asked of a packet that is there already. */
export const into = (
  network: Network,
  traveller: Traveller,
  subnetId: SubnetId,
  next: (there: Traveller) => Arrival,
): Arrival => {
  if (traveller.subnetId === subnetId) return next(traveller);
  return overBorder(network, traveller, subnetId, "ingress", (over) => next({ ...over, subnetId }));
};
