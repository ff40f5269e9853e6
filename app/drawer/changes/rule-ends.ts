import {
  type Cidr,
  cidrContains,
  cidrsOverlap,
  INTERNET,
  type Network,
  type NetworkInterface,
  parseAddress,
  parseCidr,
  type Remote,
  recordsOf,
  type SecurityGroupId,
} from "../../../engine";

/** The first interface that wears a group; null where none does. */
export const memberOf = (network: Network, groupId: SecurityGroupId): string | null =>
  recordsOf(network.networkInterfaces).find(({ groupIds }) => groupIds.includes(groupId))
    ?.networkInterfaceId ?? null;

const ANYWHERE = new Set(["0.0.0.0/0", "::/0"]);

const liesIn =
  (block: Cidr) =>
  ({ privateIpAddresses, ipv6Addresses }: NetworkInterface): boolean =>
    [...privateIpAddresses.map(({ privateIpAddress }) => privateIpAddress), ...ipv6Addresses].some((text) => {
      const address = parseAddress(text);
      return address.ok && cidrContains(block, address.value);
    });

const isOfVpc = (network: Network, block: Cidr): boolean =>
  recordsOf(network.vpcs)
    .flatMap((vpc) => [vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks])
    .map(parseCidr)
    .some((own) => own.ok && cidrsOverlap(own.value, block));

/** Who has an address of a block: the range of that name, else another interface, else, outside of all VPCs, the block itself. */
const endOfBlock = (network: Network, text: string, near: string): string | null => {
  if (ANYWHERE.has(text)) return INTERNET;
  const range = recordsOf(network.ipRanges).find(({ cidrBlocks }) => cidrBlocks.includes(text));
  if (range !== undefined) return range.ipRangeId;
  const block = parseCidr(text);
  if (!block.ok) return null;
  const others = recordsOf(network.networkInterfaces).filter(
    ({ networkInterfaceId }) => networkInterfaceId !== near,
  );
  const inside = others.find(liesIn(block.value));
  if (inside !== undefined) return inside.networkInterfaceId;
  return isOfVpc(network, block.value) ? null : text.replace(/\/(32|128)$/, "");
};

/** A rule's far end, seen from a member of its group, as an end of a question; null where it stands for nobody. */
export const farEnd = (network: Network, remote: Remote, near: string): string | null => {
  switch (remote.kind) {
    case "cidrIpv4":
      return endOfBlock(network, remote.cidrIpv4, near);
    case "cidrIpv6":
      return endOfBlock(network, remote.cidrIpv6, near);
    case "group":
      return memberOf(network, remote.groupId);
    case "prefixList":
      return null;
  }
};
