/** Who and what is where in a network: holders of addresses, blocks of VPCs, what is on the Internet. */
import type { SubnetId, VpcId } from "../model/id";
import type { NatGateway } from "../model/nat-gateway";
import type { Network } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { Vpc } from "../model/vpc";
import { isIn, isSame, type PlainAddress } from "./oracle-address";

const interfacesOf = (network: Network): readonly NetworkInterface[] =>
  Object.values<NetworkInterface>(network.networkInterfaces);

const natGatewaysOf = (network: Network): readonly NatGateway[] =>
  Object.values<NatGateway>(network.natGateways);

export const vpcIdOf = (network: Network, subnetId: SubnetId): VpcId | undefined =>
  network.subnets[subnetId]?.vpcId;

export const blocksOf = ({ cidrBlock, secondaryCidrBlocks, ipv6CidrBlocks }: Vpc): readonly string[] => [
  cidrBlock,
  ...secondaryCidrBlocks,
  ...ipv6CidrBlocks,
];

export const isInVpc = (network: Network, vpcId: VpcId, address: PlainAddress): boolean => {
  const vpc = network.vpcs[vpcId];
  return vpc !== undefined && blocksOf(vpc).some((block) => isIn(block, address));
};

const isInAnyVpc = (network: Network, address: PlainAddress): boolean =>
  Object.values<Vpc>(network.vpcs).some((vpc) => isInVpc(network, vpc.vpcId, address));

const NOT_ON_THE_INTERNET = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::1/128",
  "fe80::/10",
  "fc00::/7",
  "ff00::/8",
];

/** Would routers of the Internet forward packets for it? */
export const isForwarded = (address: PlainAddress): boolean =>
  !NOT_ON_THE_INTERNET.some((block) => isIn(block, address));

export const isOnInternet = (network: Network, address: PlainAddress): boolean =>
  isForwarded(address) && !isInAnyVpc(network, address);

/** RFC 1918 and RFC 6598. */
export const isPrivate = (address: PlainAddress): boolean =>
  NOT_ON_THE_INTERNET.slice(0, 4).some((block) => isIn(block, address));

export const holds = (wearer: NetworkInterface, address: PlainAddress): boolean =>
  [...wearer.privateIpAddresses.map((row) => row.privateIpAddress), ...wearer.ipv6Addresses].some((text) =>
    isSame(text, address),
  );

/** An interface or a NAT gateway that has this private IPv4 or IPv6 address, in this VPC; null where nobody has. */
export type Resident =
  | Readonly<{ kind: "interface"; wearer: NetworkInterface; subnetId: SubnetId }>
  | Readonly<{ kind: "nat"; nat: NatGateway; subnetId: SubnetId }>
  | null;

export const residentOf = (network: Network, vpcId: VpcId, address: PlainAddress): Resident => {
  const wearer = interfacesOf(network).find(
    (each) => vpcIdOf(network, each.subnetId) === vpcId && holds(each, address),
  );
  if (wearer !== undefined) return { kind: "interface", wearer, subnetId: wearer.subnetId };
  const nat = natGatewaysOf(network).find(
    (each) =>
      vpcIdOf(network, each.subnetId) === vpcId &&
      each.addresses.some((row) => isSame(row.privateIpAddress, address)),
  );
  return nat === undefined ? null : { kind: "nat", nat, subnetId: nat.subnetId };
};

/** The public IPv4 that is mapped to a private one in this VPC. */
export const mappedTo = (network: Network, vpcId: VpcId, address: PlainAddress): string | null => {
  const rows = [...interfacesOf(network), ...natGatewaysOf(network)]
    .filter((each) => vpcIdOf(network, each.subnetId) === vpcId)
    .flatMap((each) => ("addresses" in each ? each.addresses : each.privateIpAddresses));
  return rows.find((row) => isSame(row.privateIpAddress, address))?.publicIp ?? null;
};

/** Whose an address is by the Internet's eyes: a public IPv4 that is mapped, or a global IPv6 address. */
export const publicResidentOf = (network: Network, address: PlainAddress): Resident => {
  const isMapped = (row: Readonly<{ publicIp: string | null }>) =>
    row.publicIp !== null && isSame(row.publicIp, address);
  const wearer = interfacesOf(network).find(
    (each) =>
      each.privateIpAddresses.some(isMapped) ||
      (isForwarded(address) && each.ipv6Addresses.some((text) => isSame(text, address))),
  );
  if (wearer !== undefined) return { kind: "interface", wearer, subnetId: wearer.subnetId };
  const nat = natGatewaysOf(network).find((each) => each.addresses.some(isMapped));
  return nat === undefined ? null : { kind: "nat", nat, subnetId: nat.subnetId };
};

/** An interface that has an address, privately or publicly, and the private one that stands behind a public one. */
export type Holder = Readonly<{ wearer: NetworkInterface; own: string; isPublicFace: boolean }>;

export const holderOf = (network: Network, address: PlainAddress): Holder | null => {
  for (const wearer of interfacesOf(network)) {
    const own = [
      ...wearer.privateIpAddresses.map((row) => row.privateIpAddress),
      ...wearer.ipv6Addresses,
    ].find((text) => isSame(text, address));
    if (own !== undefined) return { wearer, own, isPublicFace: false };
    const mapped = wearer.privateIpAddresses.find(
      (row) => row.publicIp !== null && isSame(row.publicIp, address),
    );
    if (mapped !== undefined) return { wearer, own: mapped.privateIpAddress, isPublicFace: true };
  }
  return null;
};

const isRunning = (network: Network, { attachment }: NetworkInterface): boolean =>
  attachment !== null &&
  (attachment.kind !== "instance" || network.instances[attachment.instanceId]?.state === "running");

/** Attached, and to an instance that runs if it is one. */
export const receives = isRunning;

/** An interface endpoint's interfaces are only called. */
export const sends = (network: Network, wearer: NetworkInterface): boolean =>
  isRunning(network, wearer) && wearer.attachment?.kind !== "vpcEndpoint";

/** A VPC of which no route table is told is taken to have a gateway. */
export const tellsRoutes = (network: Network, vpcId: VpcId): boolean =>
  Object.values(network.routeTables).some((table) => table.vpcId === vpcId);

export const hasGateway = (network: Network, vpcId: VpcId): boolean =>
  !tellsRoutes(network, vpcId) ||
  Object.values(network.internetGateways).some((gateway) => gateway.vpcId === vpcId);
