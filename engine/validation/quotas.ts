/**
 * Default quotas of Amazon VPC (VPC User Guide, "Amazon VPC quotas"). Rules times groups may be at most 1,000, which these
 * defaults keep.
 */
export const QUOTAS = {
  vpcsPerRegion: 5,
  subnetsPerVpc: 200,
  ipv4CidrsPerVpc: 5,
  ipv6CidrsPerVpc: 5,
  securityGroupsPerRegion: 2500,
  /** Inbound and outbound each, IPv4 and IPv6 each. */
  rulesPerSecurityGroup: 60,
  securityGroupsPerInterface: 5,
  networkAclsPerVpc: 200,
  /** Inbound and outbound each, IPv4 and IPv6 each; the catch-all counts as one of them. */
  entriesPerNetworkAcl: 20,
  routeTablesPerVpc: 200,
  /** IPv4 and IPv6 each; propagated routes do not count, a prefix list counts by its size. */
  routesPerRouteTable: 500,
  internetGatewaysPerRegion: 5,
  natGatewaysPerZone: 5,
  elasticIpsPerRegion: 5,
  networkInterfacesPerZone: 5000,
} as const;

export const MAX_RULES_TIMES_GROUPS = 1000;
