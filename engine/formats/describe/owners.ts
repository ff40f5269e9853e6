/**
 * Whose an interface is. EC2 tells the service that made one in its type and its description only.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html
 */
import {
  asId,
  type InstanceId,
  type LoadBalancerId,
  type NetworkInterfaceId,
  type VpcEndpointId,
} from "../../model/id";
import type { ManagedResource, ManagedResourceKind } from "../../model/managed-resource";
import type { FoundInterface } from "./interfaces";
import { isNatInterface } from "./nat-gateways";

export type Owner =
  | Readonly<{ kind: "nobody" }>
  | Readonly<{ kind: "instance"; instanceId: InstanceId; deviceIndex: number }>
  | Readonly<{ kind: "loadBalancer"; loadBalancerId: LoadBalancerId; name: string; isNetwork: boolean }>
  | Readonly<{ kind: "database" }>
  | Readonly<{ kind: "managedResource"; resource: ManagedResource }>
  | Readonly<{ kind: "vpcEndpoint"; vpcEndpointId: VpcEndpointId }>
  /** A NAT gateway's or a transit gateway's: no end of a path, and told by the gateway itself. */
  | Readonly<{ kind: "gateway" }>;

/** Its id is made of what a description says, without the blanks. */
const resource = (kind: ManagedResourceKind, key: string, name: string): Owner => {
  const id = `managed-${kind}-${key.replaceAll(/[\s\p{Cc}]+/gu, "-")}`;
  return {
    kind: "managedResource",
    resource: { managedResourceId: asId<"managedResource">(id), name, kind },
  };
};

/** "ELB app/name/0123", "ELB net/name/0123"; the older kind just "ELB name". */
function loadBalancer(found: FoundInterface): Owner | null {
  const [, tail] = /^ELB (\S+)$/.exec(found.description) ?? [];
  if (tail === undefined || tail.startsWith("gwy/")) return null;
  const [type = "", name] = tail.split("/");
  const id = name === undefined ? `elb/${tail}` : tail;
  return { kind: "loadBalancer", loadBalancerId: asId(id), name: name ?? tail, isNetwork: type === "net" };
}

const UUID = /-?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** How services describe their interfaces; the group in a pattern is the name that their own things have. */
const DESCRIPTIONS: readonly (readonly [ManagedResourceKind, RegExp])[] = [
  ["lambdaFunction", /^AWS Lambda VPC ENI[-:]?\s*(.*)$/],
  ["ecsTask", /^arn:aws[\w-]*:ecs:\S*attachment\/(.+)$/],
  ["eksCluster", /^Amazon EKS (.+)$/],
  ["efsMountTarget", /^EFS mount target for (.+)$/],
  ["cacheCluster", /^ElastiCache[ +](.+)$/],
  ["redshiftCluster", /^RedshiftNetworkInterface(.*)$/],
];

function described({ networkInterfaceId, description }: FoundInterface): Owner | null {
  for (const [kind, pattern] of DESCRIPTIONS) {
    const [, rest] = pattern.exec(description) ?? [];
    if (rest === undefined) continue;
    const name = kind === "lambdaFunction" ? rest.replace(UUID, "") : rest;
    return resource(kind, name || networkInterfaceId, name || kind);
  }
  return null;
}

function endpoint(
  found: FoundInterface,
  endpoints: ReadonlyMap<NetworkInterfaceId, VpcEndpointId>,
): Owner | null {
  const told = endpoints.get(found.networkInterfaceId);
  if (told !== undefined) return { kind: "vpcEndpoint", vpcEndpointId: told };
  const [id] = /vpce-[0-9a-z]+/.exec(found.description) ?? [];
  if (found.type.toLowerCase() !== "vpc_endpoint" || id === undefined) return null;
  return { kind: "vpcEndpoint", vpcEndpointId: asId<"vpcEndpoint">(id) };
}

const isTransit = ({ type, description }: FoundInterface): boolean =>
  type === "transit_gateway" || description.startsWith("Network Interface for Transit Gateway");

/** Types of interfaces that people make and attach themselves. */
const OWN_TYPES: readonly string[] = ["", "interface", "efa", "efa-only", "trunk"];

const isOfService = (found: FoundInterface): boolean =>
  found.requesterManaged ||
  !OWN_TYPES.includes(found.type) ||
  (found.isAttached && found.instanceId === null);

/** The owner of an interface; `endpoints` tells the interfaces of VPC endpoints. */
export function ownerOf(
  found: FoundInterface,
  endpoints: ReadonlyMap<NetworkInterfaceId, VpcEndpointId>,
): Owner {
  const { instanceId, deviceIndex } = found;
  if (isNatInterface(found) || isTransit(found)) return { kind: "gateway" };
  if (instanceId !== null) return { kind: "instance", instanceId, deviceIndex };
  if (found.description.startsWith("RDSNetworkInterface")) return { kind: "database" };
  const told = endpoint(found, endpoints) ?? loadBalancer(found) ?? described(found);
  if (told !== null) return told;
  if (!isOfService(found)) return { kind: "nobody" };
  return resource("other", found.networkInterfaceId, found.description || found.type);
}
