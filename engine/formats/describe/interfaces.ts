/** The network interfaces of an input, before it is known what they belong to. */
import type { InstanceId, NetworkInterfaceId, SecurityGroupId } from "../../model/id";
import type { PrivateIpAddress } from "../../model/network-interface";
import { formatAddress } from "../../net/cidr";
import {
  addressOf,
  fieldOf,
  flagOf,
  idOf,
  idsIn,
  nameOf,
  numberOf,
  objectOf,
  objectsOf,
  type Source,
  textOf,
} from "../json-source";
import { entriesById, joined } from "./entries-by-id";
import type { Lists } from "./lists";

/** An interface as the input tells it. `type`, `description` and `requesterId` say which service it belongs to. */
export type FoundInterface = Readonly<{
  networkInterfaceId: NetworkInterfaceId;
  source: Source;
  name: string;
  subnetId: string;
  vpcId: string;
  zone: string;
  privateIpAddresses: readonly PrivateIpAddress[];
  ipv6Addresses: readonly string[];
  groupIds: readonly SecurityGroupId[];
  sourceDestCheck: boolean;
  instanceId: InstanceId | null;
  deviceIndex: number;
  isAttached: boolean;
  requesterManaged: boolean;
  type: string;
  description: string;
}>;

const addressText = (source: Source, key: string): string | null => {
  const address = addressOf(source, key, 4);
  return address === null ? null : formatAddress(address);
};

const publicIpOf = (source: Source): string | null => {
  const association = objectOf(source, "Association");
  return association === null ? null : addressText(association, "PublicIp");
};

/** The primary address first. Older outputs tell only that one, beside the list. */
function privateAddresses(source: Source): readonly PrivateIpAddress[] {
  const listed = objectsOf(source, "PrivateIpAddresses")
    .toSorted((a, b) => Number(flagOf(b, "Primary", false)) - Number(flagOf(a, "Primary", false)))
    .flatMap((each) => {
      const privateIpAddress = addressText(each, "PrivateIpAddress");
      return privateIpAddress === null ? [] : [{ privateIpAddress, publicIp: publicIpOf(each) }];
    });
  const primary = addressText(source, "PrivateIpAddress");
  const publicIp = publicIpOf(source);
  if (listed.length === 0) return primary === null ? [] : [{ privateIpAddress: primary, publicIp }];
  return listed.map((each, at) => (at === 0 ? { ...each, publicIp: each.publicIp ?? publicIp } : each));
}

/** Prefixes that are delegated to an interface hold many addresses; the model holds single ones. */
function tellPrefixes(source: Source): void {
  for (const [list, key] of [
    ["Ipv4Prefixes", "Ipv4Prefix"],
    ["Ipv6Prefixes", "Ipv6Prefix"],
  ] as const)
    for (const each of objectsOf(source, list))
      each.input.notes.add("addressPrefix", each.path, { prefix: textOf(each, key) });
}

const ipv6Addresses = (source: Source): readonly string[] =>
  objectsOf(source, "Ipv6Addresses").flatMap((each) => {
    const address = addressOf(each, "Ipv6Address", 6);
    return address === null ? [] : [formatAddress(address)];
  });

function eachOnce(addresses: readonly PrivateIpAddress[]): readonly PrivateIpAddress[] {
  const first = new Map<string, PrivateIpAddress>();
  for (const each of addresses) if (!first.has(each.privateIpAddress)) first.set(each.privateIpAddress, each);
  return [...first.values()];
}

function foundInterface(networkInterfaceId: NetworkInterfaceId, source: Source): FoundInterface {
  const attachment = objectOf(source, "Attachment");
  tellPrefixes(source);
  return {
    networkInterfaceId,
    source,
    name: nameOf(source),
    subnetId: textOf(source, "SubnetId"),
    vpcId: textOf(source, "VpcId"),
    zone: textOf(source, "AvailabilityZone"),
    privateIpAddresses: eachOnce(privateAddresses(source)),
    ipv6Addresses: [...new Set(ipv6Addresses(source))],
    groupIds: idsIn<"securityGroup">(source, "Groups", "GroupId"),
    sourceDestCheck: flagOf(source, "SourceDestCheck", true),
    instanceId: attachment === null ? null : idOf<"instance">(attachment, "InstanceId"),
    deviceIndex: (attachment === null ? null : numberOf(attachment, "DeviceIndex")) ?? 0,
    isAttached: attachment !== null,
    requesterManaged: flagOf(source, "RequesterManaged", false),
    type: textOf(source, "InterfaceType"),
    description: textOf(source, "Description"),
  };
}

/** The instances of `describe-instances`, and of collectors that leave the reservations out. */
export const instanceEntries = (lists: Lists): readonly Source[] => [
  ...lists.entries("Reservations").flatMap((reservation) => objectsOf(reservation, "Instances")),
  ...lists.entries("Instances"),
];

/**
 * One of an instance's own list, with what it does not tell by itself: whose it is and where. An id that another instance has
 * used (examples that hide their ids) is replaced.
 */
function ofInstance(instanceId: InstanceId, instance: Source, entry: Source, at: number, id: string): Source {
  const told = objectOf(entry, "Attachment");
  const deviceIndex = (told === null ? null : numberOf(told, "DeviceIndex")) ?? at;
  const [VpcId, SubnetId] = [fieldOf(instance, "VpcId"), fieldOf(instance, "SubnetId")];
  const object = {
    ...entry.object,
    NetworkInterfaceId: id,
    Attachment: { InstanceId: instanceId, DeviceIndex: deviceIndex },
  };
  return joined({ ...entry, object }, { ...instance, object: { VpcId, SubnetId } });
}

/** An instance that lists no interface still tells the address and the groups of its primary one. */
function primaryOf(instanceId: InstanceId, instance: Source): readonly Source[] {
  if (textOf(instance, "PrivateIpAddress") === "") return [];
  instance.input.notes.add("impliedInterface", instance.path, { instance: instanceId });
  const publicIp = fieldOf(instance, "PublicIpAddress");
  const object = {
    ...instance.object,
    Groups: fieldOf(instance, "SecurityGroups"),
    Association: publicIp === undefined ? undefined : { PublicIp: publicIp },
    Tags: undefined,
  };
  return [ofInstance(instanceId, instance, { ...instance, object }, 0, `eni-of-${instanceId}`)];
}

/** The interfaces that instances list. `owners` holds whose each one is, and grows. */
function interfacesOf(instance: Source, owners: Map<string, string>): readonly Source[] {
  const instanceId = idOf<"instance">(instance, "InstanceId");
  if (instanceId === null) return [];
  const listed = objectsOf(instance, "NetworkInterfaces");
  if (listed.length === 0) return primaryOf(instanceId, instance);
  return listed.map((entry, at) => {
    const id = textOf(entry, "NetworkInterfaceId");
    const owner = owners.get(id) ?? instanceId;
    owners.set(id, owner);
    if (owner === instanceId) return ofInstance(instanceId, instance, entry, at, id);
    entry.input.notes.add("sharedInterface", entry.path, { networkInterface: id, instance: owner });
    return ofInstance(instanceId, instance, entry, at, `eni-${at}-of-${instanceId}`);
  });
}

/** Public addresses that `describe-addresses` alone may tell: by interface and private address. */
function elasticIps(lists: Lists): ReadonlyMap<string, string> {
  const entries = lists.entries("Addresses").flatMap((each) => {
    const publicIp = addressText(each, "PublicIp");
    const key = `${textOf(each, "NetworkInterfaceId")} ${textOf(each, "PrivateIpAddress")}`;
    return publicIp === null ? [] : [[key, publicIp] as const];
  });
  return new Map(entries);
}

function withPublicIps(found: FoundInterface, publicIps: ReadonlyMap<string, string>): FoundInterface {
  const privateIpAddresses = found.privateIpAddresses.map(({ privateIpAddress, publicIp }) => {
    const elastic = publicIps.get(`${found.networkInterfaceId} ${privateIpAddress}`) ?? null;
    return { privateIpAddress, publicIp: publicIp ?? elastic };
  });
  return { ...found, privateIpAddresses };
}

/** All interfaces, each once: one that is told with its instance and by itself is one. */
export function readInterfaces(lists: Lists): readonly FoundInterface[] {
  const owners = new Map<string, string>();
  const inInstances = instanceEntries(lists).flatMap((instance) => interfacesOf(instance, owners));
  const sources = new Map(
    entriesById<"networkInterface">(lists.entries("NetworkInterfaces"), "NetworkInterfaceId"),
  );
  for (const [id, source] of entriesById<"networkInterface">(inInstances, "NetworkInterfaceId")) {
    const own = sources.get(id);
    sources.set(id, own === undefined ? source : joined(own, source));
  }
  const publicIps = elasticIps(lists);
  return [...sources].map(([id, source]) => withPublicIps(foundInterface(id, source), publicIps));
}
