/**
 * Identifiers, branded by the kind of thing they name, so that a subnet's id cannot be passed for a VPC's.
 * They are opaque: what we make ourselves has AWS's shape (prefix, 17 hex digits), foreign files may hold others.
 */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type VpcId = Id<"vpc">;
export type SubnetId = Id<"subnet">;
export type InstanceId = Id<"instance">;
export type DbInstanceId = Id<"dbInstance">;
export type ManagedResourceId = Id<"managedResource">;
export type LoadBalancerId = Id<"loadBalancer">;
export type NetworkInterfaceId = Id<"networkInterface">;
export type SecurityGroupId = Id<"securityGroup">;
export type SecurityGroupRuleId = Id<"securityGroupRule">;
export type PrefixListId = Id<"prefixList">;
export type NetworkAclId = Id<"networkAcl">;
export type RouteTableId = Id<"routeTable">;
export type InternetGatewayId = Id<"internetGateway">;
export type EgressOnlyInternetGatewayId = Id<"egressOnlyInternetGateway">;
export type NatGatewayId = Id<"natGateway">;
export type VpcPeeringConnectionId = Id<"vpcPeeringConnection">;
export type TransitGatewayId = Id<"transitGateway">;
export type TransitGatewayAttachmentId = Id<"transitGatewayAttachment">;
export type TransitGatewayRouteTableId = Id<"transitGatewayRouteTable">;
export type VpcEndpointId = Id<"vpcEndpoint">;
export type IpRangeId = Id<"ipRange">;

/** Prefixes as AWS gives them; `db-`, `managed-`, `lb-` and `range-` are ours, for things AWS names otherwise. */
export const ID_PREFIX = {
  vpc: "vpc-",
  subnet: "subnet-",
  instance: "i-",
  dbInstance: "db-",
  managedResource: "managed-",
  loadBalancer: "lb-",
  networkInterface: "eni-",
  securityGroup: "sg-",
  securityGroupRule: "sgr-",
  prefixList: "pl-",
  networkAcl: "acl-",
  routeTable: "rtb-",
  internetGateway: "igw-",
  egressOnlyInternetGateway: "eigw-",
  natGateway: "nat-",
  vpcPeeringConnection: "pcx-",
  transitGateway: "tgw-",
  transitGatewayAttachment: "tgw-attach-",
  transitGatewayRouteTable: "tgw-rtb-",
  vpcEndpoint: "vpce-",
  ipRange: "range-",
} as const;

export type IdKind = keyof typeof ID_PREFIX;

/** Brands a string that is known to be an id of this kind. The only place where a brand is put on. */
export const asId = <Kind extends IdKind>(id: string): Id<Kind> => id as Id<Kind>;

export const LONGEST_ID = 256;

/** Blanks and control characters: AWS has none in ids, and forms and texts put blanks between them. */
export const hasBlank = (text: string): boolean => /[\s\p{Cc}]/u.test(text);

/** May this text be an id? Ids become keys of tables: none is a word that every object knows (`__proto__`, `constructor`). */
export const isIdText = (text: string): boolean =>
  text !== "" && text.length <= LONGEST_ID && !(text in Object.prototype) && !hasBlank(text);
