import type { ManagedResourceId } from "./id";

/** The other services that stand in subnets and wear groups. */
export type ManagedResourceKind =
  | "cacheCluster"
  | "ecsTask"
  | "lambdaFunction"
  | "eksCluster"
  | "efsMountTarget"
  | "redshiftCluster"
  | "other";

/**
 * A wearer of groups with one or more interfaces that a service manages: an ElastiCache node, a task in awsvpc mode, a
 * function in a VPC (it starts connections, nobody calls it at its interface), an EKS control plane, an EFS mount target.
 */
export type ManagedResource = Readonly<{
  managedResourceId: ManagedResourceId;
  name: string;
  kind: ManagedResourceKind;
}>;
