/** What AWS itself answers in every VPC: no filter and no route touches it. */
import type { Network } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import { isSame, type PlainAddress, plainBlock } from "./oracle-address";
import type { PlainContent } from "./oracle-rules";

type Service = Readonly<{
  addresses: readonly string[];
  protocols: readonly number[];
  ports: readonly number[];
}>;

const TCP = 6;
const UDP = 17;

const SERVICES: readonly Service[] = [
  { addresses: ["169.254.169.253", "fd00:ec2::253"], protocols: [TCP, UDP], ports: [53] },
  { addresses: ["169.254.169.254", "fd00:ec2::254", "169.254.170.2"], protocols: [TCP], ports: [80] },
  { addresses: ["169.254.169.123", "fd00:ec2::123"], protocols: [UDP], ports: [123] },
  { addresses: ["169.254.169.250", "169.254.169.251"], protocols: [TCP], ports: [1688] },
];

/** An address so far behind the beginning of a block: base + 1 is a subnet's router, base + 2 a VPC's resolver. */
const isAt = (block: string, offset: bigint, { family, value }: PlainAddress): boolean => {
  const { family: own, first } = plainBlock(block);
  return own === family && first + offset === value;
};

/** Whether a packet from this interface goes to the resolver, the metadata, the clock, the activation or its router. */
export const isExempt = (
  network: Network,
  { subnetId }: NetworkInterface,
  { destination, protocol, port = -1 }: PlainContent & Readonly<{ destination: PlainAddress }>,
): boolean => {
  const subnet = network.subnets[subnetId];
  const vpc = subnet === undefined ? undefined : network.vpcs[subnet.vpcId];
  if (subnet !== undefined && isAt(subnet.cidrBlock, 1n, destination)) return true;
  if (isSame("fe80:ec2::1", destination)) return true;
  const isDns = port === 53 && (protocol === TCP || protocol === UDP);
  if (vpc !== undefined && isDns && isAt(vpc.cidrBlock, 2n, destination)) return true;
  return SERVICES.some(
    ({ addresses, protocols, ports }) =>
      protocols.includes(protocol) &&
      ports.includes(port) &&
      addresses.some((text) => isSame(text, destination)),
  );
};
