import { asId } from "../model/id";
import type { EgressOnlyInternetGateway, InternetGateway } from "../model/internet-gateway";
import type { IpRange } from "../model/ip-range";
import type { NatGateway } from "../model/nat-gateway";
import type { Network } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { Route, RouteTable } from "../model/route-table";
import type { Subnet } from "../model/subnet";
import { withIpv6Entries, withIpv6Rules } from "./fixture-ipv6";
import { INTERNET_BLOCKS, idText, ipv4Text, subnetRecords, VPC_ID } from "./fixture-places";
import { ZONES } from "./fixture-size";
import { tableOf } from "./table";

/** The first five tiers of subnets are public. */
const PUBLIC_SUBNETS = 5 * ZONES;

const INTERNET_GATEWAY_ID = asId<"internetGateway">(idText("igw", 0));
const EGRESS_ONLY_ID = asId<"egressOnlyInternetGateway">(idText("eigw", 0));
const natIdAt = (zone: number) => asId<"natGateway">(idText("nat", zone));
const PUBLIC_TABLE_ID = asId<"routeTable">(idText("rtb", 1));
const privateTableIdAt = (zone: number) => asId<"routeTable">(idText("rtb", 2 + zone));

/**
 * The same network with a way out and in: an internet gateway, a NAT gateway and a private route table in each zone, IPv6
 * everywhere with rules to match, public addresses in the public subnets, and four named ranges.
 */
export function withWholePath(network: Network): Network {
  const tables = [publicTable, ...[0, 1, 2].map(privateTable)];
  return {
    ...network,
    vpcs: mapped(network.vpcs, (vpc) => ({ ...vpc, ipv6CidrBlocks: ["2001:db8:4200::/56"] })),
    subnets: mapped(network.subnets, wholeSubnet),
    networkInterfaces: mapped(network.networkInterfaces, wholeInterface),
    securityGroups: mapped(network.securityGroups, withIpv6Rules),
    networkAcls: mapped(network.networkAcls, withIpv6Entries),
    routeTables: { ...network.routeTables, ...tableOf(tables, (table) => table.routeTableId) },
    internetGateways: { [INTERNET_GATEWAY_ID]: internetGateway },
    egressOnlyInternetGateways: { [EGRESS_ONLY_ID]: egressOnlyGateway },
    natGateways: tableOf([0, 1, 2].map(natGateway), (nat) => nat.natGatewayId),
    ipRanges: tableOf(ipRanges, (range) => range.ipRangeId),
  };
}

const mapped = <Value>(
  table: Readonly<Record<string, Value>>,
  change: (record: Value, number: number) => Value,
): Record<string, Value> =>
  Object.fromEntries(Object.entries(table).map(([id, record], number) => [id, change(record, number)]));

const active = (destination: Route["destination"], target: Route["target"]): Route => ({
  destination,
  target,
  state: "active",
  isPropagated: false,
});

const ANY_IPV4 = { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" } as const;
const ANY_IPV6 = { kind: "cidrIpv6", cidrIpv6: "::/0" } as const;

const routeTable = (
  routeTableId: RouteTable["routeTableId"],
  name: string,
  routes: readonly Route[],
): RouteTable => ({ routeTableId, vpcId: VPC_ID, name, isMain: false, routes });

const publicTable = routeTable(PUBLIC_TABLE_ID, "public", [
  active(ANY_IPV4, { kind: "internetGateway", id: INTERNET_GATEWAY_ID }),
  active(ANY_IPV6, { kind: "internetGateway", id: INTERNET_GATEWAY_ID }),
]);

const privateTable = (zone: number): RouteTable =>
  routeTable(privateTableIdAt(zone), `private ${zone}`, [
    active(ANY_IPV4, { kind: "natGateway", id: natIdAt(zone) }),
    active(ANY_IPV6, { kind: "egressOnlyInternetGateway", id: EGRESS_ONLY_ID }),
  ]);

const internetGateway: InternetGateway = {
  internetGatewayId: INTERNET_GATEWAY_ID,
  name: "internet gateway",
  vpcId: VPC_ID,
};

const egressOnlyGateway: EgressOnlyInternetGateway = {
  egressOnlyInternetGatewayId: EGRESS_ONLY_ID,
  name: "egress only",
  vpcId: VPC_ID,
};

/** Its private address is the last one of the first public subnet of its zone. */
const natGateway = (_: number, zone: number): NatGateway => ({
  natGatewayId: natIdAt(zone),
  name: `nat ${zone}`,
  subnetId: asId<"subnet">(idText("subnet", zone)),
  connectivityType: "public",
  state: "available",
  addresses: [{ privateIpAddress: `10.0.${zone * 8 + 7}.250`, publicIp: ipv4Text(3 * 2 ** 24 + zone) }],
});

const ipRanges: readonly IpRange[] = INTERNET_BLOCKS.slice(0, 4).map((block, number) => ({
  ipRangeId: asId<"ipRange">(idText("range", number)),
  name: `partner ${number}`,
  cidrBlocks: [block],
}));

const wholeSubnet = (subnet: Subnet, number: number): Subnet => ({
  ...subnet,
  ipv6CidrBlock: `2001:db8:4200:${number.toString(16)}::/64`,
  routeTableId: number < PUBLIC_SUBNETS ? PUBLIC_TABLE_ID : privateTableIdAt(number % ZONES),
});

const subnetNumbers = new Map(subnetRecords.map((record, number) => [record.subnetId, number]));

const FIRST_PUBLIC_ADDRESS = 18 * 2 ** 24;

function wholeInterface(record: NetworkInterface, number: number): NetworkInterface {
  const subnet = subnetNumbers.get(record.subnetId) ?? 0;
  const publicIp = subnet < PUBLIC_SUBNETS ? ipv4Text(FIRST_PUBLIC_ADDRESS + number) : null;
  return {
    ...record,
    privateIpAddresses: record.privateIpAddresses.map((row) => ({ ...row, publicIp })),
    ipv6Addresses: [`2001:db8:4200:${subnet.toString(16)}::${(number + 16).toString(16)}`],
  };
}
