import type { ResourceKind } from "../ui/ResourceGlyph";

/** What can be added from the palette: the kinds that are drawn, with an endpoint's two types told apart. */
export type Addable =
  | Exclude<ResourceKind, "vpcEndpoint" | "redshiftCluster" | "managedResource">
  | "gatewayEndpoint"
  | "interfaceEndpoint";

export type PaletteItem = Readonly<{ resource: Addable; glyph: ResourceKind; name: string }>;

type Section = Readonly<{ title: string; items: readonly PaletteItem[] }>;

const drawn = (glyph: Addable & ResourceKind, name: string): PaletteItem => ({
  resource: glyph,
  glyph,
  name,
});

export const PALETTE: readonly Section[] = [
  {
    title: "Network",
    items: [
      drawn("vpc", "VPC"),
      drawn("subnet", "Subnet"),
      drawn("internetGateway", "Internet gateway"),
      drawn("natGateway", "NAT gateway"),
      drawn("egressOnlyInternetGateway", "Egress-only gateway"),
      drawn("vpcPeeringConnection", "Peering"),
      drawn("transitGateway", "Transit gateway"),
      { resource: "gatewayEndpoint", glyph: "vpcEndpoint", name: "Gateway endpoint" },
      { resource: "interfaceEndpoint", glyph: "vpcEndpoint", name: "Interface endpoint" },
    ],
  },
  {
    title: "Compute and services",
    items: [
      drawn("instance", "Instance"),
      drawn("networkInterface", "Interface"),
      drawn("loadBalancer", "Load balancer"),
      drawn("dbInstance", "Database"),
      drawn("cacheCluster", "Cache"),
      drawn("ecsTask", "Container task"),
      drawn("lambdaFunction", "Function"),
      drawn("eksCluster", "EKS cluster"),
      drawn("efsMountTarget", "EFS file system"),
    ],
  },
  { title: "Security", items: [drawn("securityGroup", "Security group")] },
  { title: "Outside", items: [drawn("internet", "Internet"), drawn("ipRange", "IP range")] },
];
