/** What AWS itself answers in every VPC, past all filters and routes. */

import { recordOf } from "../model/network";
import { type Address, type Cidr, cidrContains, formatAddress, parseCidr } from "../net/cidr";
import { TCP, UDP } from "../net/traffic-axis";
import type { NetworkIndex } from "./explain-index";
import type { InsidePlace } from "./explain-places";
import type { Packet } from "./question";

/** A service of AWS's own, as sentences call it. */
export type ExemptService = "resolver" | "metadata" | "timeSync" | "activation" | "dhcp" | "router";

type Known = Readonly<{
  service: ExemptService;
  addresses: readonly string[];
  protocols: readonly number[];
  ports: readonly number[];
}>;

const resolver = { service: "resolver", protocols: [TCP, UDP], ports: [53] } as const;

/** https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html and the addresses that EC2's guide gives. */
const KNOWN: readonly Known[] = [
  { ...resolver, addresses: ["169.254.169.253", "fd00:ec2::253"] },
  {
    service: "metadata",
    addresses: ["169.254.169.254", "fd00:ec2::254", "169.254.170.2"],
    protocols: [TCP],
    ports: [80],
  },
  { service: "timeSync", addresses: ["169.254.169.123", "fd00:ec2::123"], protocols: [UDP], ports: [123] },
  {
    service: "activation",
    addresses: ["169.254.169.250", "169.254.169.251"],
    protocols: [TCP],
    ports: [1688],
  },
];

const IPV6_ROUTER = "fe80:ec2::1";

const DHCP_PORTS = [67, 68, 546, 547];

/** The service that a packet from this sender to this address reaches whatever the rules say; null if it is none. */
export const exemptService = (
  index: NetworkIndex,
  from: InsidePlace,
  destination: Address,
  packet: Packet,
): ExemptService | null => {
  if (destination.family !== from.address.family) return null;
  const text = formatAddress(destination);
  if (text === IPV6_ROUTER || isRouter(index, from, destination)) return "router";
  const all = [...KNOWN, { ...resolver, addresses: baseAddresses(index, from) }];
  const found = all.find(
    ({ addresses, protocols, ports }) =>
      addresses.includes(text) && protocols.includes(packet.protocol) && ports.includes(packet.port ?? -1),
  );
  return found?.service ?? (isDhcp(destination, packet) ? "dhcp" : null);
};

const firstOf = (text: string | undefined, offset: bigint): Address | null => {
  const cidr = parseCidr(text ?? "");
  return cidr.ok ? { family: cidr.value.family, value: cidr.value.first + offset } : null;
};

/** The first address of a subnet is its router's. */
const isRouter = ({ network }: NetworkIndex, from: InsidePlace, { family, value }: Address): boolean => {
  const subnet = recordOf(network.subnets, from.networkInterface.subnetId);
  const router = firstOf(subnet?.cidrBlock, 1n);
  return router?.family === family && router.value === value;
};

/** The second of a VPC's primary block is its resolver's. */
const baseAddresses = ({ network }: NetworkIndex, { vpcId }: InsidePlace): readonly string[] => {
  const own = firstOf(recordOf(network.vpcs, vpcId ?? "")?.cidrBlock, 2n);
  return own === null ? [] : [formatAddress(own)];
};

const DHCP: Cidr | null = ((cidr) => (cidr.ok ? cidr.value : null))(parseCidr("169.254.169.0/24"));

const isDhcp = (destination: Address, { protocol, port }: Packet): boolean =>
  DHCP !== null && cidrContains(DHCP, destination) && protocol === UDP && DHCP_PORTS.includes(port ?? -1);
