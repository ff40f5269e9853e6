/**
 * The way of a packet between two addresses, whatever its protocol and port. It is walked once and read twice: explaining
 * turns each step into a hop and a sentence, the index turns each step into the set of traffic that passes it.
 */

import type { SubnetId, VpcId } from "../model/id";
import type { NetworkAcl } from "../model/network-acl";
import type { NetworkInterface } from "../model/network-interface";
import type { Route, RouteTable } from "../model/route-table";
import type { Direction } from "../model/security-group";
import type { Address } from "../net/cidr";
import type { ComponentKind, ExplanationCode } from "./answer";

/** An address that an interface has within its VPC (private IPv4 or IPv6), and the public IPv4 mapped to it, if any. */
export type Held = Readonly<{
  networkInterface: NetworkInterface;
  subnetId: SubnetId;
  vpcId: VpcId;
  address: Address;
  publicAddress: Address | null;
}>;

/**
 * An end of a way. `asPublic`: the packet is written from or to the interface's public address. An `outside` address stands
 * for all that fare alike (between two of `wayBoundaries`). `nobody`: an address of a VPC that no interface has.
 */
export type WayEnd =
  | Readonly<{ kind: "interface"; held: Held; asPublic: boolean }>
  | Readonly<{ kind: "outside"; address: Address }>
  | Readonly<{ kind: "nobody"; address: Address }>;

/** What a gateway lets through, whatever the filters say. */
export type Restriction = "tcpUdpIcmp" | "tcpOrIcmpEcho" | "notTcp25";

/**
 * One step of a way, in order. `networkAcl` and `groups` (of an appliance on the way, not of the two ends) are judged by the
 * packet, with `peer` as the far address that they see; a `networkAcl` of null is one that the network does not tell, and
 * passes; rules of `groups` that name a group find nobody, since an appliance hides who sends. `route` says by which route it goes on. `pass` is a component gone through; `stop` blocks whatever the packet is.
 */
export type Step =
  | Readonly<{
      kind: "networkAcl";
      subnetId: SubnetId;
      networkAcl: NetworkAcl | null;
      direction: Direction;
      peer: Address;
    }>
  | Readonly<{
      kind: "groups";
      networkInterface: NetworkInterface;
      direction: Direction;
      peer: Address;
    }>
  | Readonly<{
      kind: "route";
      subnetId: SubnetId;
      routeTable: RouteTable | null;
      destination: Address;
      /** `assumed`: to an internet gateway, in a VPC without any route table. */
      route: Route | "local" | "assumed";
    }>
  | Readonly<{
      kind: "pass";
      component: ComponentKind;
      id: string;
      /** The route that the component itself chose, where it has a table of its own (a transit gateway). */
      rule?: string;
      restriction: Restriction | null;
      /** The packet's source or destination before and from here on, where the component translates it. */
      translated: Readonly<{ side: "source" | "destination"; from: Address; to: Address }> | null;
    }>
  | Readonly<{
      kind: "stop";
      code: ExplanationCode;
      component: ComponentKind;
      id: string;
      rule?: string;
      why?: StopReason;
      /** The component that refuses, where another one is to blame: a gateway refuses an interface without an address. */
      at?: Readonly<{ component: ComponentKind; id: string }>;
    }>;

/**
 * Does a reply go on from here as a NAT gateway's own? Until here it goes to the port that the gateway chose, from here on to
 * that of whoever the gateway got the request from.
 */
export const isTranslator = (step: Step): boolean => step.kind === "pass" && step.component === "nat-gateway";

/** What a code leaves open: why there is no route. */
export type StopReason =
  | "noInternetGateway"
  | "notOnTheInternet"
  | "circle"
  | "notByGateway"
  | "newFlow"
  | "notForService"
  | "otherVpc"
  | "otherAddress";

/**
 * A way with its reply. Steps go on behind a `stop` as far as the way is known, so that everything in the way is found.
 * `seenSource` is the source as the receiver's filters see it. `keepsIdentity`: whether rules that name a group find the
 * other end's groups, in the sender's outbound and in the receiver's inbound rules.
 */
export type Way = Readonly<{
  steps: readonly Step[];
  replySteps: readonly Step[];
  seenSource: Address;
  /** False where the way stops before the receiver, and its filters would have seen another source than this. */
  isSourceKnown: boolean;
  keepsIdentity: Readonly<Record<Direction, boolean>>;
  /** A route to an internet gateway was taken for granted, since the VPC has no route tables. */
  assumesGatewayRoute: boolean;
}>;
