import { type Network, recordOf, type TableName } from "../../engine";

/** The table in which the things of a kind are kept. */
export const TABLE_OF = {
  vpc: "vpcs",
  subnet: "subnets",
  instance: "instances",
  dbInstance: "dbInstances",
  managedResource: "managedResources",
  loadBalancer: "loadBalancers",
  networkInterface: "networkInterfaces",
  securityGroup: "securityGroups",
  prefixList: "prefixLists",
  networkAcl: "networkAcls",
  routeTable: "routeTables",
  internetGateway: "internetGateways",
  egressOnlyInternetGateway: "egressOnlyInternetGateways",
  natGateway: "natGateways",
  vpcPeeringConnection: "vpcPeeringConnections",
  transitGateway: "transitGateways",
  transitGatewayAttachment: "transitGatewayAttachments",
  transitGatewayRouteTable: "transitGatewayRouteTables",
  vpcEndpoint: "vpcEndpoints",
  ipRange: "ipRanges",
} as const satisfies Readonly<Record<string, TableName>>;

export type ElementKind = keyof typeof TABLE_OF;

type RecordOf<Kind extends ElementKind> =
  Network[(typeof TABLE_OF)[Kind]] extends Readonly<Record<string, infer Value>> ? Value : never;

/** A thing of the network with its kind, so that a `switch` over `kind` knows the record. */
export type Element = {
  [Kind in ElementKind]: Readonly<{ kind: Kind; record: RecordOf<Kind> }>;
}[ElementKind];

const KINDS = Object.keys(TABLE_OF) as readonly ElementKind[];

/** What has this id; null for nothing, and for the Internet's node, which is no part of the network. */
export const findElement = (network: Network, id: string): Element | null => {
  for (const kind of KINDS) {
    const record = recordOf<Element["record"]>(network[TABLE_OF[kind]], id);
    if (record !== undefined) return { kind, record } as Element;
  }
  return null;
};
