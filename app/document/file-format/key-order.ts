/** Keys in the order in which they are written, whatever object they are in; the rest follows in alphabetical order. */
const KEYS = [
  "pathlight",
  "kind",
  "id",
  "draftId",
  "securityGroupRuleId",
  "networkInterfaceId",
  "instanceId",
  "dbInstanceId",
  "managedResourceId",
  "loadBalancerId",
  "prefixListId",
  "ipRangeId",
  "natGatewayId",
  "subnetId",
  "groupId",
  "internetGatewayId",
  "egressOnlyInternetGatewayId",
  "vpcPeeringConnectionId",
  "transitGatewayAttachmentId",
  "transitGatewayRouteTableId",
  "transitGatewayId",
  "vpcEndpointId",
  "networkAclId",
  "routeTableId",
  "vpcId",
  "name",
  "groupName",
  "prefixListName",
  "direction",
  "ruleNumber",
  "ruleAction",
  "traffic",
  "remote",
  "destination",
  "target",
  "cidr",
  "description",
  "region",
  "availabilityZone",
  "cidrBlock",
  "secondaryCidrBlocks",
  "ipv6CidrBlocks",
  "from",
  "to",
  "x",
  "y",
  "width",
  "height",
  "vpcs",
  "subnets",
  "instances",
  "dbInstances",
  "managedResources",
  "loadBalancers",
  "networkInterfaces",
  "securityGroups",
  "prefixLists",
  "networkAcls",
  "routeTables",
  "internetGateways",
  "egressOnlyInternetGateways",
  "natGateways",
  "vpcPeeringConnections",
  "transitGateways",
  "transitGatewayAttachments",
  "transitGatewayRouteTables",
  "vpcEndpoints",
  "ipRanges",
  "places",
  "groupColors",
  "drafts",
  "rowDrafts",
];

const RANKS: ReadonlyMap<string, number> = new Map(KEYS.map((key, rank) => [key, rank]));

const rankOf = (key: string): number => RANKS.get(key) ?? KEYS.length;

const compareKeys = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => {
  if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b);
  return a < b ? -1 : 1;
};

/** For JSON.stringify: every object with its keys in order. */
export const inKeyOrder = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(compareKeys))
    : value;
