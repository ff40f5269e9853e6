/**
 * The shapes in which the analysis answers. Plain data: they travel from the worker to the page and into JSON.
 * Words: docs/contract-notes are in the README; a path, a tier and a verdict mean what they mean there.
 */
import type { IpRangeId, NetworkInterfaceId, SecurityGroupId, SecurityGroupRuleId, VpcId } from "../model/id";
import type { PortRange } from "../model/security-group";

/** `internet`, an IP range's id, or a VPC's id and its sorted group ids. */
export type TierId = string & { readonly __tier: true };

export const INTERNET = "internet" as TierId & "internet";

/** One end of a path: an interface, a named range, or the Internet. */
export type EndId = NetworkInterfaceId | IpRangeId | typeof INTERNET;

/** The interfaces of one VPC that wear the same groups; or an outside end as a tier of its own. */
export type Tier = Readonly<{
  tierId: TierId;
  kind: "interfaces" | "ipRange" | "internet";
  /** Group names joined with " + ", `default` last; a range's name; "Internet". */
  name: string;
  vpcId: VpcId | null;
  groupIds: readonly SecurityGroupId[];
  networkInterfaceIds: readonly NetworkInterfaceId[];
}>;

/**
 * Some traffic of one protocol. `ranges` holds ports for tcp and udp, `type * 256 + code` for icmp and icmpv6, and is
 * empty (meaning all of it) for `all` and for other protocols, which are given by number.
 * `partial`: only some of the pairs or addresses behind it have it. A partial `all` may stand beside items that are not
 * partial: those then are what all of them have. What `all` means is all that the families of the ends can carry.
 */
export type TrafficItem = Readonly<{
  protocol: "all" | "tcp" | "udp" | "icmp" | "icmpv6" | number;
  ranges: readonly PortRange[];
  partial: boolean;
}>;

/** What members of one tier may start towards members of another. */
export type TierPair = Readonly<{
  from: TierId;
  to: TierId;
  /** Never empty: a pair without traffic is no pair. */
  traffic: readonly TrafficItem[];
  /** Interface pairs with any allowed traffic, out of all there are. */
  pairs: number;
  ofPairs: number;
  partial: "pairs" | "addresses" | "ephemeral" | null;
  /** Some of it is permitted at the receiver by more than a rule for 0.0.0.0/0 or ::/0. */
  specific: boolean;
  /** For a named range: what it may beyond the Internet, and whether it also may all that the Internet may. */
  beyondInternet: Readonly<{ traffic: readonly TrafficItem[]; andAsInternet: boolean }> | null;
}>;

/** Paths (contract: ordered pairs of interfaces or outside ends with any traffic) that a change opened or closed. */
export type PathCounts = Readonly<{ opened: number; closed: number; widened: number; narrowed: number }>;

export type TierPairDelta = PathCounts &
  Readonly<{
    from: TierId;
    to: TierId;
    fromName: string;
    toName: string;
    added: readonly TrafficItem[];
    removed: readonly TrafficItem[];
  }>;

export type PathDelta = PathCounts &
  Readonly<{
    /** Sorted by weight: those that involve the Internet first. */
    tierPairs: readonly TierPairDelta[];
    /** How many more pairs of tiers a large change concerns than are told. */
    moreTierPairs: number;
    /** Names of tiers that the Internet reaches now and did not before, and the reverse. */
    exposed: readonly string[];
    unexposed: readonly string[];
  }>;

export const NO_DELTA: PathDelta = {
  opened: 0,
  closed: 0,
  widened: 0,
  narrowed: 0,
  tierPairs: [],
  moreTierPairs: 0,
  exposed: [],
  unexposed: [],
};

/** What a load or an edit changed in the answer. Applying every update in order gives the whole answer. */
export type AnalysisUpdate = Readonly<{
  /** True after a load: what was held before is to be forgotten. */
  fresh: boolean;
  /** False while there is more to come for the same network. */
  isComplete: boolean;
  tiers: readonly Tier[];
  removedTiers: readonly TierId[];
  tierPairs: readonly TierPair[];
  removedTierPairs: readonly Readonly<{ from: TierId; to: TierId }>[];
  /** All paths now. */
  paths: number;
  coverage: Coverage;
}>;

/** What verdicts do not speak about, and what was taken for granted. */
export type Coverage = Readonly<{ notJudged: readonly NotJudged[]; assumptions: readonly Assumption[] }>;

/**
 * What no verdict speaks about. The last three never; the others where the network holds too little to judge them: a VPC
 * without a default network ACL, one without any route table, a route to something that is not modelled, a prefix list in a
 * route or a rule whose entries are not told, a network load balancer whose listeners are not told, a gateway with a route
 * table of its own. Paths end at a network load balancer, so they never speak about its targets.
 */
export type NotJudged =
  | "networkAcls"
  | "routeTables"
  | "gateways"
  | "unmodelledTargets"
  | "prefixLists"
  | "loadBalancerTargets"
  | "edgeRouteTables"
  | "dns"
  | "hostFirewalls"
  | "listeningProcesses";

/**
 * `internetGatewayRoute`: in a VPC without any route table, interfaces with a public IPv4 or an IPv6 address are taken to be
 * routed to an internet gateway. `appliancesForwardAsIs`: that a guest which forwards also translates cannot be told.
 * `functionsReceive`: a function's interface is judged as a receiver like any other. `ephemeralPorts...`: without a source port the reply is judged for all ports that clients of
 * the kind asked about send from, or clients of any kind. `translatedPorts...`: whatever the client, so is the reply to a NAT
 * gateway, or to a load balancer that shows its own address.
 */
export type Assumption =
  | "internetGatewayRoute"
  | "appliancesForwardAsIs"
  | "functionsReceive"
  | "typedAddressIsLiteral"
  | "ephemeralPorts1024To65535"
  | "ephemeralPorts32768To61000"
  | "ephemeralPorts49152To65535"
  | "ephemeralPorts1025To5000"
  | "translatedPorts1024To65535";

export type Verdict = "allowed" | "blocked" | "partial";

/** Explanation codes of VPC Reachability Analyzer, as far as the judged layers give them. */
export type ExplanationCode =
  | "ENI_SG_RULES_MISMATCH"
  | "SG_HAS_NO_RULES"
  | "SG_REFERENCES_NOT_PRESERVED"
  | "SG_REFERENCING_SUPPORT"
  | "SUBNET_ACL_RESTRICTION"
  | "NO_POSSIBLE_DESTINATION"
  | "NO_SOURCE_OR_DESTINATION"
  | "NO_ROUTE_TO_DESTINATION"
  | "BAD_STATE_ROUTE"
  | "BAD_STATE_ATTACHMENT"
  | "BAD_STATE_INSTANCE"
  | "PROTOCOL_RESTRICTION"
  | "PORT_25_RESTRICTION"
  | "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"
  | "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS"
  | "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS"
  | "NGW_REQUIRES_SOURCE_IN_VPC"
  | "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR"
  | "ENI_SOURCE_DEST_CHECK_RESTRICTION"
  | "VPCE_GATEWAY_PROTOCOL_RESTRICTION"
  | "VPCE_INTRA_VPC_TRAFFIC"
  | "ELBV2_LISTENERS_MISMATCH"
  | "UNSUPPORTED_COMPONENT";

export type ComponentKind =
  | "network-interface"
  | "security-group"
  | "network-acl"
  | "route-table"
  | "internet-gateway"
  | "egress-only-internet-gateway"
  | "nat-gateway"
  | "vpc-peering-connection"
  | "transit-gateway"
  | "transit-gateway-route-table"
  | "vpc-endpoint"
  | "load-balancer"
  | "vpc"
  | "internet"
  | "ip-range"
  | "address";

/**
 * One step of a path. `rule` names what decided there: a security group rule's id, a network ACL entry ("ingress 100",
 * "egress *"), a route's destination ("0.0.0.0/0", "local"). `message` is one plain sentence.
 */
export type Hop = Readonly<{
  component: ComponentKind;
  id: string;
  rule?: string;
  code?: ExplanationCode;
  message: string;
}>;

/**
 * Something that would have to change for the packet (`forward`) or its reply (`return`) to pass. `component` is the id of what
 * stops it.
 */
export type Blocker = Readonly<{
  code: ExplanationCode;
  component: string;
  rule?: string;
  direction: "forward" | "return";
  message: string;
}>;

/** The answer to one question; contract of the headless command's `test`, in this order of keys. */
export type Answer = Readonly<{
  verdict: Verdict;
  reason?: "pairs" | "addresses" | "ephemeral";
  path: readonly Hop[];
  blockers: readonly Blocker[];
  /** Whether the reply gets back; null where the request does not get through. */
  reply: Verdict | null;
  /** The reply's hops, back from the destination; empty where the request does not get through. */
  replyPath: readonly Hop[];
  notJudged: readonly NotJudged[];
  assumptions: readonly Assumption[];
  pairs?: readonly Readonly<{ from: string; to: string; verdict: Verdict }>[];
}>;

/** The rules on both ends that permit a pair's traffic. */
export type PairRules = Readonly<{
  egressRules: readonly SecurityGroupRuleId[];
  ingressRules: readonly SecurityGroupRuleId[];
}>;

/**
 * Interface pairs, dense: `pairs` holds triples (index of source in `ends`, index of destination in `ends`, index into
 * `traffic`). Transferred, not copied.
 */
export type InterfacePairs = Readonly<{
  ends: readonly EndId[];
  traffic: readonly (readonly TrafficItem[])[];
  pairs: Uint32Array;
}>;
