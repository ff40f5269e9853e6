/** Name and kind of what stands on a card. */
import {
  type DbEngine,
  type LoadBalancer,
  type ManagedResourceKind,
  type Network,
  type NetworkInterface,
  type VpcEndpoint,
  wearerIdOf,
} from "../../engine";
import type { Card } from "./scene";

export type CardHead = Pick<Card, "kind" | "id" | "title" | "subtitle">;

const ENGINE_NAMES: Readonly<Record<DbEngine, string>> = {
  postgres: "RDS PostgreSQL",
  mysql: "RDS MySQL",
  mariadb: "RDS MariaDB",
  sqlserver: "RDS SQL Server",
  oracle: "RDS Oracle",
};

const BALANCER_NAMES: Readonly<Record<LoadBalancer["loadBalancerType"], string>> = {
  application: "Application Load Balancer",
  network: "Network Load Balancer",
};

const SERVICE_NAMES: Readonly<Record<ManagedResourceKind, string>> = {
  cacheCluster: "ElastiCache",
  ecsTask: "ECS task",
  lambdaFunction: "Lambda function",
  eksCluster: "EKS cluster",
  efsMountTarget: "EFS mount target",
  redshiftCluster: "Redshift cluster",
  other: "AWS service",
};

/** `s3` of `com.amazonaws.us-east-1.s3`. */
export const shortServiceName = ({ serviceName }: Pick<VpcEndpoint, "serviceName">): string =>
  serviceName.split(".").slice(3).join(".") || serviceName;

type Kind = Readonly<{ kind: Card["kind"]; name: string | undefined; subtitle: string }>;

const kindOf = (network: Network, { attachment, name }: NetworkInterface): Kind => {
  switch (attachment?.kind) {
    case undefined:
      return { kind: "networkInterface", name, subtitle: "Network interface" };
    case "instance": {
      const {
        name,
        instanceType = "instance",
        state = "running",
      } = network.instances[attachment.instanceId] ?? {};
      return {
        kind: "instance",
        name,
        subtitle: state === "running" ? instanceType : `${instanceType} · ${state}`,
      };
    }
    case "dbInstance": {
      const db = network.dbInstances[attachment.dbInstanceId];
      return {
        kind: "dbInstance",
        name: db?.name,
        subtitle: db === undefined ? "RDS" : ENGINE_NAMES[db.engine],
      };
    }
    case "loadBalancer": {
      const { name, loadBalancerType = "application" } =
        network.loadBalancers[attachment.loadBalancerId] ?? {};
      return { kind: "loadBalancer", name, subtitle: BALANCER_NAMES[loadBalancerType] };
    }
    case "managedResource": {
      const { name, kind = "other" } = network.managedResources[attachment.managedResourceId] ?? {};
      return { kind: kind === "other" ? "managedResource" : kind, name, subtitle: SERVICE_NAMES[kind] };
    }
    case "vpcEndpoint": {
      const endpoint = network.vpcEndpoints[attachment.vpcEndpointId];
      const service = endpoint === undefined ? "" : ` · ${shortServiceName(endpoint)}`;
      return { kind: "vpcEndpoint", name: endpoint?.name, subtitle: `Endpoint${service}` };
    }
  }
};

/** The head of the card of whom this interface belongs to. */
export const headOf = (network: Network, networkInterface: NetworkInterface): CardHead => {
  const id = wearerIdOf(networkInterface.attachment) ?? networkInterface.networkInterfaceId;
  const { name, ...rest } = kindOf(network, networkInterface);
  return { ...rest, id, title: name || id };
};
