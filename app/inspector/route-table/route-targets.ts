import {
  asId,
  ID_PREFIX,
  interfacesOf,
  type Network,
  type RouteTarget,
  type RouteTargetKind,
  recordOf,
  recordsOf,
  type VpcId,
  type VpcPeeringConnection,
} from "../../../engine";
import { findElement, nameOf, vpcOf } from "../../document/find";

export type TargetOption = Readonly<{ value: string; label: string; description: string }>;
export type TargetGroup = Readonly<{ label: string; options: readonly TargetOption[] }>;

/** The kinds in the order of the console's list, with its words. */
const KINDS: readonly Readonly<{ kind: RouteTargetKind; label: string }>[] = [
  { kind: "internetGateway", label: "Internet gateway" },
  { kind: "natGateway", label: "NAT gateway" },
  { kind: "egressOnlyInternetGateway", label: "Egress-only internet gateway" },
  { kind: "vpcPeeringConnection", label: "Peering connection" },
  { kind: "transitGateway", label: "Transit gateway" },
  { kind: "vpcEndpoint", label: "Gateway endpoint" },
  { kind: "instance", label: "Instance" },
  { kind: "networkInterface", label: "Network interface" },
];

const idsOf = (network: Network, vpcId: VpcId, kind: RouteTargetKind): readonly string[] => {
  switch (kind) {
    case "internetGateway":
      return recordsOf(network.internetGateways)
        .filter((each) => each.vpcId === vpcId)
        .map((each) => each.internetGatewayId);
    case "natGateway":
      return recordsOf(network.natGateways)
        .filter((each) => vpcOf(network, each.natGatewayId) === vpcId)
        .map((each) => each.natGatewayId);
    case "egressOnlyInternetGateway":
      return recordsOf(network.egressOnlyInternetGateways)
        .filter((each) => each.vpcId === vpcId)
        .map((each) => each.egressOnlyInternetGatewayId);
    case "vpcPeeringConnection":
      return recordsOf(network.vpcPeeringConnections)
        .filter((each) => each.requesterVpcId === vpcId || each.accepterVpcId === vpcId)
        .map((each) => each.vpcPeeringConnectionId);
    case "transitGateway":
      return [
        ...new Set(
          recordsOf(network.transitGatewayAttachments)
            .filter((each) => each.vpcId === vpcId)
            .map((each) => each.transitGatewayId),
        ),
      ];
    case "vpcEndpoint":
      return recordsOf(network.vpcEndpoints)
        .filter((each) => each.vpcId === vpcId && each.vpcEndpointType === "gateway")
        .map((each) => each.vpcEndpointId);
    case "instance":
      return recordsOf(network.instances)
        .filter((each) => vpcOf(network, each.instanceId) === vpcId)
        .map((each) => each.instanceId);
    case "networkInterface":
      return recordsOf(network.networkInterfaces)
        .filter((each) => vpcOf(network, each.networkInterfaceId) === vpcId)
        .map((each) => each.networkInterfaceId);
  }
};

/** "pending acceptance". */
const statusText = (peering: VpcPeeringConnection | undefined): string =>
  peering?.status.replaceAll("-", " ") ?? "";

const describe = (network: Network, kind: RouteTargetKind, id: string): string => {
  if (kind === "vpcPeeringConnection") return statusText(recordOf(network.vpcPeeringConnections, id));
  if (kind === "natGateway") return recordOf(network.natGateways, id)?.connectivityType ?? "";
  if (kind === "instance") return interfacesOf(network, id)[0]?.privateIpAddresses[0]?.privateIpAddress ?? "";
  return "";
};

/** What a route of this VPC may lead to, by kind; kinds of which the VPC has none are left out. */
export const targetGroups = (network: Network, vpcId: VpcId): readonly TargetGroup[] =>
  KINDS.map(({ kind, label }) => ({
    label,
    options: idsOf(network, vpcId, kind).map((id) => ({
      value: id,
      label: nameOf(network, id),
      description: [nameOf(network, id) === id ? "" : id, describe(network, kind, id)]
        .filter((part) => part !== "")
        .join(" · "),
    })),
  })).filter(({ options }) => options.length > 0);

const targetOf = <Kind extends RouteTargetKind>(kind: Kind, id: string): RouteTarget =>
  ({ kind, id: asId<Kind>(id) }) as RouteTarget;

/** The target with this id; of an id that is not in the design, what its prefix says. Null for no id at all. */
export const readTarget = (network: Network, id: string): RouteTarget | null => {
  if (id === "") return null;
  const found = findElement(network, id)?.kind;
  const known =
    KINDS.find(({ kind }) => kind === found) ?? KINDS.find(({ kind }) => id.startsWith(ID_PREFIX[kind]));
  return known === undefined ? { kind: "other", id } : targetOf(known.kind, id);
};
