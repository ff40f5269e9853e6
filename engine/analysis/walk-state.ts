/** A packet on its way: where it is, how it is addressed by now, and what it has gone through. */

import type { NetworkInterfaceId, VpcId } from "../model/id";
import type { Route } from "../model/route-table";
import { addressSetContains, addressSetOfTexts } from "../net/address-set";
import { type Address, formatAddress } from "../net/cidr";
import { INTERNET_ADDRESSES } from "../net/internet-addresses";
import type { ComponentKind, ExplanationCode } from "./answer";
import type { Topology } from "./topology";
import type { SubnetPlace, VpcPlace } from "./topology-places";
import { routeText } from "./topology-routes";
import type { Step, StopReason, WayEnd } from "./way";

/**
 * Who has an address: an interface, or a NAT gateway that holds a flow. `publicAddress` is what the address is seen as on the
 * Internet; `isPublicFace` says that packets are written to that one.
 */
export type Host = Readonly<{
  component: ComponentKind;
  id: string;
  vpcId: VpcId;
  at: SubnetPlace | null;
  address: Address;
  publicAddress: Address | null;
  isPublicFace: boolean;
}>;

/** Where a packet is to arrive. */
export type Goal = Readonly<{ kind: "host" } & Host> | Exclude<WayEnd, { kind: "interface" }>;

/** What is remembered of a flow by what its reply comes past. */
export type Flow = Readonly<{
  /** Interfaces that forwarded it. */
  forwarders: ReadonlySet<NetworkInterfaceId>;
  cameByInternetGateway: boolean;
  /** The VPC of the egress-only internet gateway that it left by. */
  leftByEgressOnly: VpcId | null;
}>;

/** A NAT gateway that made a new flow of the one from `sender`; `since` counts the steps with its own. */
export type Translation = Readonly<{ nat: Host; sender: Host | null; flow: Flow; since: number }>;

/**
 * The only thing here that changes as the packet goes. `flow` is what a reply answers, and null for a request: of a reply only
 * ACLs and routes count. `senderVpcId` is the VPC in which the source's public address is known. `holder` holds the flow for
 * the sender and gets its reply: the sender, or the last NAT gateway.
 */
export type Walk = {
  readonly topology: Topology;
  readonly goal: Goal;
  readonly destination: Address;
  readonly flow: Flow | null;
  readonly steps: Step[];
  readonly visited: Set<string>;
  /** Interfaces that forwarded it, since the last NAT gateway. */
  readonly forwarders: Set<NetworkInterfaceId>;
  readonly translations: Translation[];
  source: Address;
  publicSource: Address | null;
  sourceId: Readonly<{ component: ComponentKind; id: string }>;
  senderVpcId: VpcId | null;
  holder: Host | null;
  keepsIdentity: Record<"ingress" | "egress", boolean>;
  /** It came out of an internet gateway, or went into one of the egress-only kind in this VPC. */
  cameByInternetGateway: boolean;
  leftByEgressOnly: VpcId | null;
  assumesGatewayRoute: boolean;
  isSourceKnown: boolean;
};

const destinationOf = (goal: Goal): Address =>
  goal.kind === "host" && goal.isPublicFace ? (goal.publicAddress ?? goal.address) : goal.address;

/** A packet that has not set out yet; `sender` is whose the source address is, null where nobody of ours has it. */
export function newWalk(
  topology: Topology,
  goal: Goal,
  source: Address,
  sender: Host | null,
  flow: Flow | null,
): Walk {
  return {
    topology,
    goal,
    destination: destinationOf(goal),
    flow,
    steps: [],
    visited: new Set(),
    forwarders: new Set(),
    translations: [],
    source,
    publicSource: sender?.publicAddress ?? null,
    sourceId: sender ?? { component: "address", id: formatAddress(source) },
    senderVpcId: sender?.vpcId ?? null,
    holder: sender,
    keepsIdentity: { ingress: sender !== null, egress: sender !== null },
    cameByInternetGateway: false,
    leftByEgressOnly: null,
    assumesGatewayRoute: false,
    isSourceKnown: true,
  };
}

/** Where a packet goes from a component. `end`: it is there. `nowhere`: the way is not known any more. */
export type Next =
  | Readonly<{ kind: "subnet"; at: SubnetPlace }>
  | Readonly<{ kind: "vpc"; vpc: VpcPlace }>
  | Readonly<{ kind: "internet" }>
  | Readonly<{ kind: "end" }>
  | Readonly<{ kind: "nowhere" }>;

export const NOWHERE: Next = { kind: "nowhere" };

export const END: Next = { kind: "end" };

/** A route that was chosen in a subnet. */
export type Chosen = Readonly<{ at: SubnetPlace; route: Route }>;

/** What stops, and more about it where the code leaves something open. */
type Stopping = Pick<Extract<Step, { kind: "stop" }>, "rule" | "why" | "at">;

export const stop = (
  walk: Walk,
  code: ExplanationCode,
  component: ComponentKind,
  id: string,
  more: Stopping = {},
): void => {
  walk.steps.push({ kind: "stop", code, component, id, ...more });
};

/** Says that a packet may not go on here, and that nothing is known of where it would. */
export const stopHere = (...args: Parameters<typeof stop>): Next => {
  stop(...args);
  return NOWHERE;
};

export const loseIdentity = (walk: Walk): void => {
  walk.keepsIdentity = { ingress: false, egress: false };
};

/** The ACL on the border of a subnet. */
export const crossBorder = (walk: Walk, at: SubnetPlace, direction: "ingress" | "egress"): void => {
  const peer = direction === "egress" ? walk.destination : walk.source;
  const { subnetId, networkAcl } = at;
  walk.steps.push({ kind: "networkAcl", subnetId, networkAcl, direction, peer });
};

/** The table that is looked up in a subnet, by its id; where there is none, its VPC. */
export const tableId = ({ routeTable, vpc }: SubnetPlace) =>
  routeTable === null
    ? ({ component: "vpc", id: vpc.vpcId } as const)
    : ({ component: "route-table", id: routeTable.routeTableId } as const);

/** A route that leads to nothing that works. */
export const blackhole = (walk: Walk, { at, route }: Chosen): Next => {
  const { component, id } = tableId(at);
  return stopHere(walk, "BAD_STATE_ROUTE", component, id, { rule: routeText(route) });
};

/** A route that a packet cannot take. */
export const noRoute = (walk: Walk, at: SubnetPlace, why?: StopReason): Next => {
  const { component, id } = tableId(at);
  return stopHere(walk, "NO_ROUTE_TO_DESTINATION", component, id, why === undefined ? {} : { why });
};

/** Gateways of a VPC serve only who sends from that VPC. */
export const isForeign = (walk: Walk, { at }: Chosen): boolean => walk.senderVpcId !== at.vpc.vpcId;

const LEFT_OUT = addressSetOfTexts(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]);

/** RFC 1918 and RFC 6598: addresses that an internet gateway refuses. */
export const isPrivate = (address: Address): boolean => addressSetContains(LEFT_OUT, address);

export const isOnInternet = (address: Address): boolean => addressSetContains(INTERNET_ADDRESSES, address);
