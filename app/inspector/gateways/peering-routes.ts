import {
  type Cidr,
  cidrCovers,
  mainRouteTableOf,
  type Network,
  parseCidr,
  type Route,
  type RouteDestination,
  type RouteTable,
  recordOf,
  recordsOf,
  routeKey,
  subnetsOfRouteTable,
  type Vpc,
  type VpcId,
  type VpcPeeringConnection,
} from "../../../engine";

/** A block of the other VPC that a table does not send through the peering. `taken`: it sends it elsewhere. */
export type MissingRoute = Readonly<{ table: RouteTable; cidr: string; taken: boolean }>;

/** The tables by which a VPC's subnets are routed; of a VPC without subnets its main one. */
const tablesInUse = (network: Network, vpcId: VpcId): readonly RouteTable[] => {
  const own = recordsOf(network.routeTables).filter((table) => table.vpcId === vpcId);
  const used = own.filter((table) => subnetsOfRouteTable(network, table.routeTableId).length > 0);
  const main = mainRouteTableOf(network, vpcId);
  if (used.length > 0) return used;
  return main === null ? [] : [main];
};

const blocksIn = (vpc: Vpc, alsoIpv6: boolean): readonly string[] => [
  vpc.cidrBlock,
  ...vpc.secondaryCidrBlocks,
  ...(alsoIpv6 ? vpc.ipv6CidrBlocks : []),
];

const cidrOf = (text: string): Cidr | null => {
  const cidr = parseCidr(text);
  return cidr.ok ? cidr.value : null;
};

const covers = ({ destination }: Route, cidr: string): boolean => {
  const [outer, inner] = [cidrOf(routeKey(destination)), cidrOf(cidr)];
  return outer !== null && inner !== null && cidrCovers(outer, inner);
};

/** What one side's tables lack for it to reach the other VPC, block by block. IPv6 counts where both have it. */
export const missingRoutes = (
  network: Network,
  { vpcPeeringConnectionId: id }: Pick<VpcPeeringConnection, "vpcPeeringConnectionId">,
  from: VpcId,
  to: VpcId,
): readonly MissingRoute[] => {
  const [here, there] = [recordOf(network.vpcs, from), recordOf(network.vpcs, to)];
  if (here === undefined || there === undefined) return [];
  const blocks = blocksIn(there, here.ipv6CidrBlocks.length > 0);
  return tablesInUse(network, from).flatMap((table) =>
    blocks
      .filter((cidr) => !table.routes.some((route) => route.target.id === id && covers(route, cidr)))
      .map((cidr) => ({
        table,
        cidr,
        taken: table.routes.some(({ destination }) => routeKey(destination) === cidr),
      })),
  );
};

/** A block as a route's destination. */
export const destinationOf = (cidr: string): RouteDestination =>
  cidr.includes(":") ? { kind: "cidrIpv6", cidrIpv6: cidr } : { kind: "cidrIpv4", cidrIpv4: cidr };
