/** The copies of what wears interfaces, of the interfaces themselves, of ranges and prefix lists. */
import {
  type Attachment,
  checkInterfaceQuota,
  freePublicAddress,
  interfacesOf,
  type Network,
  type NetworkInterface,
  ok,
  type Refusal,
  type Result,
  recordOf,
  recordsOf,
  refuse,
  type Subnet,
  wearerIdOf,
} from "../../../engine";
import { groupsOrDefault } from "../new-interface";
import { withInterface, withRecord } from "../records";
import { readdress, withAutoPublicIp } from "../renumber";
import { copyId, freeName, freeNameIn, isCopied, type Paste, subnetFor } from "./context";
import { groupFor } from "./groups";

/** What has a name, and its place in a VPC by its interfaces or none at all. */
export const pasteNamed = (paste: Paste, network: Network): Network => {
  const { instances, dbInstances, managedResources, loadBalancers, ipRanges, prefixLists } =
    paste.clip.network;
  let pasted = network;
  for (const each of recordsOf(instances)) {
    const instanceId = copyId(paste, each.instanceId);
    const name = freeNameIn(pasted.instances, each.name);
    pasted = withRecord(pasted, "instances", instanceId, { ...each, instanceId, name });
  }
  for (const each of recordsOf(dbInstances)) {
    const dbInstanceId = copyId(paste, each.dbInstanceId);
    const name = freeNameIn(pasted.dbInstances, each.name);
    pasted = withRecord(pasted, "dbInstances", dbInstanceId, { ...each, dbInstanceId, name });
  }
  for (const each of recordsOf(managedResources)) {
    const managedResourceId = copyId(paste, each.managedResourceId);
    const name = freeNameIn(pasted.managedResources, each.name);
    pasted = withRecord(pasted, "managedResources", managedResourceId, { ...each, managedResourceId, name });
  }
  for (const each of recordsOf(loadBalancers)) {
    const loadBalancerId = copyId(paste, each.loadBalancerId);
    const name = freeNameIn(pasted.loadBalancers, each.name);
    const copy = { ...each, loadBalancerId, name, listeners: [] };
    pasted = withRecord(pasted, "loadBalancers", loadBalancerId, copy);
  }
  for (const each of recordsOf(ipRanges)) {
    const ipRangeId = copyId(paste, each.ipRangeId);
    const name = freeNameIn(pasted.ipRanges, each.name);
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

/** The first interface of what a further one is copied with; null for first ones, and for those copied alone. */
const firstBefore = (
  paste: Paste,
  { networkInterfaceId, attachment }: NetworkInterface,
): NetworkInterface | null => {
  const owner = wearerIdOf(attachment);
  if (owner === null || recordOf(paste.ids, owner) === undefined) return null;
  const [first] = interfacesOf(paste.clip.network, owner);
  return first === undefined || first.networkInterfaceId === networkInterfaceId ? null : first;
};

/**
 * Where a first interface goes elsewhere, the further ones stay in their subnets if they can: an instance's in its zone, else
 * it goes along; a service's in its VPC (a load balancer's and an endpoint's in another zone), else there is none (null).
 */
const placeOf = (paste: Paste, network: Network, original: NetworkInterface): Subnet | null | undefined => {
  const goes = subnetFor(paste, network, original.subnetId);
  const first = firstBefore(paste, original);
  if (first === null || isCopied(paste, "subnets", original.subnetId)) return goes;
  const home = subnetFor(paste, network, first.subnetId);
  const own = recordOf(network.subnets, original.subnetId);
  const sharesVpc = own?.vpcId === home?.vpcId;
  const sharesZone = own?.availabilityZone === home?.availabilityZone;
  const kind = original.attachment?.kind;
  if (kind === "instance") return sharesVpc && sharesZone ? own : goes;
  const mayShareZone = kind === "managedResource" || kind === "dbInstance";
  return sharesVpc && (mayShareZone || !sharesZone) ? own : null;
};

/** What the copy of an interface is attached to: the copy of its owner; null if that was not copied. */
const copiedOwner = (paste: Paste, attachment: Attachment): Attachment | null => {
  switch (attachment.kind) {
    case "instance":
      return isCopied(paste, "instances", attachment.instanceId)
        ? { ...attachment, instanceId: copyId<"instance">(paste, attachment.instanceId) }
        : null;
    case "dbInstance":
      return isCopied(paste, "dbInstances", attachment.dbInstanceId)
        ? { ...attachment, dbInstanceId: copyId<"dbInstance">(paste, attachment.dbInstanceId) }
        : null;
    case "loadBalancer":
      return isCopied(paste, "loadBalancers", attachment.loadBalancerId)
        ? { ...attachment, loadBalancerId: copyId<"loadBalancer">(paste, attachment.loadBalancerId) }
        : null;
    case "managedResource":
      return isCopied(paste, "managedResources", attachment.managedResourceId)
        ? { ...attachment, managedResourceId: copyId<"managedResource">(paste, attachment.managedResourceId) }
        : null;
    case "vpcEndpoint":
      return isCopied(paste, "vpcEndpoints", attachment.vpcEndpointId)
        ? { ...attachment, vpcEndpointId: copyId<"vpcEndpoint">(paste, attachment.vpcEndpointId) }
        : null;
  }
};

/** An interface whose owner was not copied stands alone, and is nobody's to manage. */
const attachmentFor = (
  paste: Paste,
  { attachment, requesterManaged }: NetworkInterface,
): Pick<NetworkInterface, "attachment" | "requesterManaged"> => {
  const owner = attachment === null ? null : copiedOwner(paste, attachment);
  return { attachment: owner, requesterManaged: owner !== null && requesterManaged };
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
  subnet: Subnet,
): Result<NetworkInterface, Refusal> => {
  const quota = checkInterfaceQuota(network, subnet);
  if (!quota.ok) return quota;
  const meant = original.groupIds.map((id) => groupFor(paste, network, subnet.vpcId, id));
  const wanted = [...new Set(meant.filter((id) => id !== null))];
  const isBare = original.groupIds.length === 0;
  const groupIds = isBare ? ok([]) : groupsOrDefault(network, subnet, wanted);
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
    const subnet = placeOf(paste, pasted, original);
    if (subnet === null) continue;
    if (subnet === undefined) {
      return refuse("pasteNeedsContainer", { name: original.name, container: "subnet" });
    }
    const copy = interfaceCopy(paste, pasted, original, subnet);
    if (!copy.ok) return copy;
    pasted = withInterface(pasted, copy.value);
  }
  return ok(pasted);
};
