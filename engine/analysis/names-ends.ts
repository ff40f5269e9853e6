/** What a name in a question stands for: `internet`, an id, an address or CIDR, a range, a group, an instance or resource. */

import { asId, type VpcId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import { type NetworkInterface, wearerIdOf } from "../model/network-interface";
import {
  type Cidr,
  cidrContains,
  cidrCovers,
  cidrsOverlap,
  formatAddress,
  formatCidr,
  parseAddress,
  parseCidr,
} from "../net/cidr";
import { ok, type Result } from "../result";
import { INTERNET } from "./answer";
import { type NameError, type QuestionField, refused } from "./names-error";
import { isOwnerId, ownersIn } from "./names-owners";
import type { End } from "./question";
import { groupsWorn } from "./reach/interface-facts";
import { tierIdOf } from "./reach/tier";

type Found = Result<readonly End[], NameError>;

/** One thing that a name may mean. `label` names it so that nothing else is meant. */
type Hit = Readonly<{ label: string; ends: readonly End[] }>;

/** A kind of thing that has names. */
type Kind = "range" | "group" | "instance";

const interfaceEnds = (interfaces: readonly NetworkInterface[]): readonly End[] => {
  const attached = interfaces.filter((each) => each.attachment !== null);
  return (attached.length > 0 ? attached : interfaces).map(({ networkInterfaceId }) => ({
    kind: "networkInterface",
    networkInterfaceId,
  }));
};

/** The interfaces that something holds; those that nothing is attached to are left out where others are found. */
const interfacesWhere = (network: Network, holds: (each: NetworkInterface) => boolean): readonly End[] =>
  interfaceEnds(recordsOf<NetworkInterface>(network.networkInterfaces).filter(holds));

const vpcIdOf = (network: Network, each: NetworkInterface): VpcId | undefined =>
  recordOf(network.subnets, each.subnetId)?.vpcId;

const ownerIdOf = ({ attachment }: NetworkInterface): string | null => wearerIdOf(attachment);

/** The members of a tier, whose id is that of its VPC and its groups. */
const byTierId = (network: Network, id: string): readonly End[] | null => {
  if (!id.includes("/")) return null;
  const members = interfacesWhere(network, (each) => {
    const vpcId = vpcIdOf(network, each);
    return vpcId !== undefined && tierIdOf(vpcId, groupsWorn(network, each)) === id;
  });
  return members.length > 0 ? members : null;
};

const byId = (network: Network, id: string): readonly End[] | null => {
  const own = <Value>(table: Readonly<Record<string, Value>>) => Object.hasOwn(table, id);
  if (own(network.networkInterfaces))
    return [{ kind: "networkInterface", networkInterfaceId: asId<"networkInterface">(id) }];
  if (isOwnerId(network, id)) return interfacesWhere(network, (each) => ownerIdOf(each) === id);
  if (own(network.securityGroups))
    return interfacesWhere(network, (each) => each.groupIds.some((groupId) => groupId === id));
  if (own(network.subnets)) return interfacesWhere(network, (each) => each.subnetId === id);
  if (own(network.vpcs)) return interfacesWhere(network, (each) => vpcIdOf(network, each) === id);
  return outsideById(network, id) ?? byTierId(network, id);
};

const outsideById = (network: Network, id: string): readonly End[] | null => {
  const range = recordsOf(network.ipRanges).find((each) => each.ipRangeId === id);
  if (range !== undefined) return [{ kind: "ipRange", ipRangeId: range.ipRangeId }];
  const list = recordsOf(network.prefixLists).find((each) => each.prefixListId === id);
  return list?.entries.map(({ cidr }) => ({ kind: "cidr", cidr })) ?? null;
};

const vpcBlocks = (network: Network): readonly Cidr[] =>
  recordsOf(network.vpcs)
    .flatMap((vpc) => [vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks])
    .flatMap((text) => {
      const cidr = parseCidr(text);
      return cidr.ok ? [cidr.value] : [];
    });

const liesIn = (block: Cidr, text: string): boolean => {
  const address = parseAddress(text);
  return address.ok && cidrContains(block, address.value);
};

/** Interfaces in a block. One that has only secondary addresses there takes part with those addresses alone. */
const endsInBlock = (network: Network, block: Cidr): readonly End[] => {
  const isIn = (text: string) => liesIn(block, text);
  const first = (each: NetworkInterface) => each.privateIpAddresses[0]?.privateIpAddress ?? "";
  const main = (each: NetworkInterface) => isIn(first(each)) || each.ipv6Addresses.some(isIn);
  const others = recordsOf<NetworkInterface>(network.networkInterfaces).filter((each) => !main(each));
  const secondary = others.flatMap((each) => each.privateIpAddresses.map((row) => row.privateIpAddress));
  const literal = secondary.filter(isIn).map((address): End => ({ kind: "address", address }));
  return [...interfacesWhere(network, main), ...literal];
};

/** A CIDR inside a VPC means the interfaces in it; outside, all its addresses; one around a VPC, both. */
const byCidr = (network: Network, block: Cidr): readonly End[] => {
  const blocks = vpcBlocks(network);
  if (blocks.some((vpc) => cidrCovers(vpc, block))) return endsInBlock(network, block);
  const outside: End = { kind: "cidr", cidr: formatCidr(block) };
  const around = block.prefixLength > 0 && blocks.some((vpc) => cidrsOverlap(vpc, block));
  return around ? [...endsInBlock(network, block), outside] : [outside];
};

/** Digits and dots, or hexadecimal digits and colons: meant as an address, whatever is wrong with it. */
const LOOKS_LIKE_ADDRESS = /^(\d+(\.\d*)+|[\da-f]*:[\da-f:.]*)(\/.*)?$/i;

const byAddress = (network: Network, text: string, field: QuestionField): Found | null => {
  const address = parseAddress(text);
  if (address.ok) return ok([{ kind: "address", address: formatAddress(address.value) }]);
  const cidr = parseCidr(text);
  if (cidr.ok) return ok(byCidr(network, cidr.value));
  if (!LOOKS_LIKE_ADDRESS.test(text)) return null;
  const { part } = text.includes("/") ? cidr.error : address.error;
  return refused("badAddress", field, `"${text}" is no address and no CIDR: "${part}" is wrong in it.`);
};

const vpcLabel = (network: Network, vpcId: string | undefined): string => {
  const vpc = recordsOf(network.vpcs).find((each) => each.vpcId === vpcId);
  return vpc?.name || vpcId || "";
};

/** Is this how the name is written, alone or as VPC/name? The VPC goes by its name or id. */
const names = (network: Network, text: string, vpcId: string | undefined, own: readonly string[]): boolean =>
  own.some((name) => {
    if (name === "") return false;
    return text === name || text === `${vpcId}/${name}` || text === `${vpcLabel(network, vpcId)}/${name}`;
  });

const groupHits = (network: Network, text: string): readonly Hit[] =>
  recordsOf(network.securityGroups)
    .filter((group) => names(network, text, group.vpcId, [group.groupName, group.groupId]))
    .map((group) => ({
      label: `${group.groupId} (${vpcLabel(network, group.vpcId)}/${group.groupName})`,
      ends: byId(network, group.groupId) ?? [],
    }));

const rangeHits = (network: Network, text: string): readonly Hit[] =>
  recordsOf(network.ipRanges)
    .filter(({ name, ipRangeId }) => text === name || text === ipRangeId)
    .map(({ name, ipRangeId }) => ({
      label: `${ipRangeId} (${name})`,
      ends: [{ kind: "ipRange", ipRangeId }],
    }));

type Named = Readonly<{ id: string; name: string; vpcId: string | undefined }>;

const hitsAmong = (network: Network, text: string, things: readonly Named[]): readonly Hit[] =>
  things
    .filter(({ id, name, vpcId }) => names(network, text, vpcId, [name, id]))
    .map(({ id, name, vpcId }) => ({
      label: `${id} (${vpcLabel(network, vpcId)}/${name})`,
      ends: byId(network, id) ?? [],
    }));

/** What owns interfaces; where nothing has the name, interfaces. Names of subnets and VPCs are none of a resource. */
const instanceHits = (network: Network, text: string): readonly Hit[] => {
  const interfaces = recordsOf<NetworkInterface>(network.networkInterfaces);
  const home = new Map<string | null, VpcId | undefined>(
    interfaces.map((each) => [ownerIdOf(each), vpcIdOf(network, each)]),
  );
  const kinds: readonly (() => readonly Named[])[] = [
    () => ownersIn(network).map((each) => ({ ...each, vpcId: home.get(each.id) })),
    () =>
      interfaces.map((each) => ({
        id: each.networkInterfaceId,
        name: each.name,
        vpcId: vpcIdOf(network, each),
      })),
  ];
  for (const things of kinds) {
    const hits = hitsAmong(network, text, things());
    if (hits.length > 0) return hits;
  }
  return [];
};

const HITS: Readonly<Record<Kind, (network: Network, text: string) => readonly Hit[]>> = {
  range: rangeHits,
  group: groupHits,
  instance: instanceHits,
};

const found = new WeakMap<Network, Map<string, readonly Hit[]>>();

/** A batch asks for the same few names again and again; a network never changes in place. */
const hitsOf = (network: Network, kind: Kind, text: string): readonly Hit[] => {
  const known = found.get(network) ?? new Map<string, readonly Hit[]>();
  const key = `${kind}:${text}`;
  const hits = known.get(key) ?? HITS[kind](network, text);
  found.set(network, known.set(key, hits));
  return hits;
};

const KINDS: readonly Kind[] = ["range", "group", "instance"];

const byName = (network: Network, text: string, kinds: readonly Kind[], field: QuestionField): Found => {
  for (const kind of kinds) {
    const hits = hitsOf(network, kind, text);
    const [hit] = hits;
    if (hits.length > 1) return ambiguous(text, hits, field);
    if (hit !== undefined) return ok(hit.ends);
  }
  return refused("unknownName", field, `Nothing here is called "${text}".`);
};

const ambiguous = (text: string, hits: readonly Hit[], field: QuestionField): Found => {
  const candidates = hits.map((hit) => hit.label);
  const message = `"${text}" may be ${candidates.join(", or ")}: say which by its id.`;
  return { ok: false, error: { code: "ambiguousName", field, message, candidates } };
};

/** The ends that a name stands for, tried in the order of the contract. A group without wearers stands for none. */
export const endsNamed = (network: Network, name: string, field: QuestionField): Found => {
  const text = name.trim();
  if (text.toLowerCase() === INTERNET) return ok([{ kind: "internet" }]);
  const ends = byId(network, text);
  if (ends !== null) return ok(ends);
  const [, forced, rest] = /^(group|instance|range):(.+)$/.exec(text) ?? [];
  const kind = KINDS.find((each) => each === forced);
  if (kind !== undefined && rest !== undefined) return byName(network, rest, [kind], field);
  return byAddress(network, text, field) ?? byName(network, text, KINDS, field);
};
