/** The copies of instances, databases and their interfaces, of ranges and prefix lists. */
import {
  freePublicAddress,
  type Network,
  type NetworkInterface,
  ok,
  type Refusal,
  type Result,
  recordOf,
  recordsOf,
  refuse,
  type Subnet,
} from "../../../engine";
import { groupsOrDefault } from "../new-interface";
import { withInterface, withRecord } from "../records";
import { readdress, withAutoPublicIp } from "../renumber";
import { copyId, freeName, type Paste } from "./context";
import { groupFor } from "./groups";

type Named = Readonly<{ name: string }>;

const namesOf = (table: Readonly<Record<string, Named>>): readonly string[] =>
  Object.values(table).map((each) => each.name);

/** What has a name and no place in a VPC of its own. */
export const pasteNamed = (paste: Paste, network: Network): Network => {
  const { instances, dbInstances, ipRanges, prefixLists } = paste.clip.network;
  let pasted = network;
  for (const each of recordsOf(instances)) {
    const [instanceId, name] = [
      copyId(paste, each.instanceId),
      freeName(each.name, namesOf(pasted.instances)),
    ];
    pasted = withRecord(pasted, "instances", instanceId, { ...each, instanceId, name });
  }
  for (const each of recordsOf(dbInstances)) {
    const name = freeName(each.name, namesOf(pasted.dbInstances));
    const dbInstanceId = copyId(paste, each.dbInstanceId);
    pasted = withRecord(pasted, "dbInstances", dbInstanceId, { ...each, dbInstanceId, name });
  }
  for (const each of recordsOf(ipRanges)) {
    const [ipRangeId, name] = [copyId(paste, each.ipRangeId), freeName(each.name, namesOf(pasted.ipRanges))];
    pasted = withRecord(pasted, "ipRanges", ipRangeId, { ...each, ipRangeId, name });
  }
  for (const each of recordsOf(prefixLists)) {
    const names = recordsOf(pasted.prefixLists).map((list) => list.prefixListName);
    const prefixListId = copyId(paste, each.prefixListId);
    const prefixListName = freeName(each.prefixListName, names);
    pasted = withRecord(pasted, "prefixLists", prefixListId, { ...each, prefixListId, prefixListName });
  }
  return pasted;
};

/**
 * The subnet of a copy: the copied one, else the chosen one, else the original's. A further interface of an instance stays in
 * its own subnet where that is possible.
 */
const subnetFor = (paste: Paste, network: Network, original: NetworkInterface): Subnet | undefined => {
  const { target, clip } = paste;
  if (recordOf(clip.network.subnets, original.subnetId) !== undefined) {
    return recordOf(network.subnets, copyId(paste, original.subnetId));
  }
  const own = recordOf(network.subnets, original.subnetId);
  const chosen = target.subnetId === null ? undefined : recordOf(network.subnets, target.subnetId);
  const stays = chosen === undefined && (target.vpcId === null || own?.vpcId === target.vpcId);
  const isFurther = original.attachment?.kind === "instance" && original.attachment.deviceIndex > 0;
  const isNear = own?.vpcId === chosen?.vpcId && own?.availabilityZone === chosen?.availabilityZone;
  return stays || (isFurther && isNear) ? own : chosen;
};

/** An interface whose owner was not copied stands alone, and is nobody's to manage. */
const attachmentFor = (
  paste: Paste,
  { attachment, requesterManaged }: NetworkInterface,
): Pick<NetworkInterface, "attachment" | "requesterManaged"> => {
  const { instances, dbInstances } = paste.clip.network;
  if (attachment?.kind === "instance" && recordOf(instances, attachment.instanceId)) {
    const instanceId = copyId(paste, attachment.instanceId);
    return { attachment: { ...attachment, instanceId }, requesterManaged };
  }
  if (attachment?.kind === "dbInstance" && recordOf(dbInstances, attachment.dbInstanceId)) {
    const dbInstanceId = copyId(paste, attachment.dbInstanceId);
    return { attachment: { ...attachment, dbInstanceId }, requesterManaged };
  }
  return { attachment: null, requesterManaged: false };
};

/** A public address has one owner: each copy gets another. */
const withFreshPublicIps = (
  network: Network,
  networkInterface: NetworkInterface,
  original: NetworkInterface,
): Result<NetworkInterface, Refusal> => {
  let current = networkInterface;
  for (const [index, { publicIp }] of original.privateIpAddresses.entries()) {
    const fresh = publicIp === null ? ok(null) : freePublicAddress(withInterface(network, current));
    if (!fresh.ok) return fresh;
    const privateIpAddresses = current.privateIpAddresses.map((each, at) =>
      at === index ? { ...each, publicIp: fresh.value } : each,
    );
    current = { ...current, privateIpAddresses };
  }
  return ok(current);
};

/** The same addresses where they are free in the copy's subnet, else the next free ones. */
const withAddresses = (
  network: Network,
  bare: NetworkInterface,
  original: NetworkInterface,
  subnet: Subnet,
): Result<NetworkInterface, Refusal> => {
  const wanted = original.privateIpAddresses.map((each) => each.privateIpAddress);
  const ipv4 = readdress(network, bare, 4, wanted);
  if (!ipv4.ok) return ipv4;
  const wantedIpv6 = subnet.ipv6CidrBlock === null ? [] : original.ipv6Addresses;
  const both = readdress(network, ipv4.value, 6, wantedIpv6);
  const withPublic = both.ok ? withFreshPublicIps(network, both.value, original) : both;
  if (!withPublic.ok || original.subnetId === subnet.subnetId) return withPublic;
  return withAutoPublicIp(network, withPublic.value, subnet);
};

const interfaceCopy = (
  paste: Paste,
  network: Network,
  original: NetworkInterface,
): Result<NetworkInterface, Refusal> => {
  const subnet = subnetFor(paste, network, original);
  if (subnet === undefined)
    return refuse("pasteNeedsContainer", { name: original.name, container: "subnet" });
  const meant = original.groupIds.map((id) => groupFor(paste, network, subnet.vpcId, id));
  const wanted = [...new Set(meant.filter((id) => id !== null))];
  const groupIds = groupsOrDefault(network, subnet, wanted);
  if (!groupIds.ok) return groupIds;
  const bare: NetworkInterface = {
    networkInterfaceId: copyId<"networkInterface">(paste, original.networkInterfaceId),
    name: original.name,
    subnetId: subnet.subnetId,
    ...attachmentFor(paste, original),
    sourceDestCheck: original.sourceDestCheck,
    privateIpAddresses: [],
    ipv6Addresses: [],
    groupIds: groupIds.value,
  };
  return withAddresses(network, bare, original, subnet);
};

export const pasteInterfaces = (paste: Paste, network: Network): Result<Network, Refusal> => {
  let pasted = network;
  for (const original of recordsOf<NetworkInterface>(paste.clip.network.networkInterfaces)) {
    const copy = interfaceCopy(paste, pasted, original);
    if (!copy.ok) return copy;
    pasted = withInterface(pasted, copy.value);
  }
  return ok(pasted);
};
