import {
  INTERNET,
  type Network,
  type NetworkInterface,
  ownerOf,
  recordsOf,
  type SecurityGroup,
} from "../../../engine";
import { nameOf } from "../../document/find";

/** An end that the form offers: the text in its field, and what that text stands for in the question. */
export type EndOption = Readonly<{ text: string; end: string }>;

export type EndOptionGroup = Readonly<{ label: string; options: readonly EndOption[] }>;

const addressOf = ({ privateIpAddresses, ipv6Addresses }: NetworkInterface): string =>
  privateIpAddresses[0]?.privateIpAddress ?? ipv6Addresses[0] ?? "no address";

/**
 * As `interfaceTitle` names them ("web-1", "web-2 · eth1"), but for all interfaces at once: a design may have thousands,
 * and their owners' interfaces are counted once instead of once for each.
 */
const interfaceOptions = (network: Network): readonly EndOption[] => {
  const interfaces = recordsOf<NetworkInterface>(network.networkInterfaces);
  const counts = new Map<string | null, number>();
  for (const each of interfaces) counts.set(ownerOf(each), (counts.get(ownerOf(each)) ?? 0) + 1);
  return interfaces.map((each) => {
    const owner = ownerOf(each);
    const own = each.name || each.networkInterfaceId;
    const title =
      owner === null ? own : nameOf(network, owner) + (counts.get(owner) === 1 ? "" : ` · ${own}`);
    return { text: `${title} · ${addressOf(each)}`, end: each.networkInterfaceId };
  });
};

const groupOption = (network: Network, { groupId, groupName, vpcId }: SecurityGroup): EndOption => {
  const vpcs = recordsOf(network.vpcs);
  const where = vpcs.length > 1 ? ` of ${network.vpcs[vpcId]?.name ?? vpcId}` : "";
  return { text: `${groupName} · security group${where}`, end: groupId };
};

const byText = (a: EndOption, b: EndOption): number => a.text.localeCompare(b.text, "en", { numeric: true });

/** Two things with the same text are told apart by their ids. */
const distinct = (options: readonly EndOption[]): readonly EndOption[] => {
  const counts = new Map<string, number>();
  for (const { text } of options) counts.set(text, (counts.get(text) ?? 0) + 1);
  return options.map(({ text, end }) => ({ text: counts.get(text) === 1 ? text : `${text} · ${end}`, end }));
};

const groupOf = (label: string, options: readonly EndOption[]): EndOptionGroup => ({
  label,
  options: distinct(options).toSorted(byText),
});

const INTERNET_OPTION: EndOption = { text: "Internet", end: INTERNET };

/** What the fields of the test offer of a network: interfaces, groups, and what lies outside. */
export const endOptions = (network: Network): readonly EndOptionGroup[] => {
  const ranges = recordsOf(network.ipRanges).map((range) => ({
    text: `${range.name} · ${range.cidrBlocks.join(", ")}`,
    end: range.ipRangeId,
  }));
  return [
    { label: "Outside", options: [INTERNET_OPTION, ...groupOf("", ranges).options] },
    groupOf("Interfaces", interfaceOptions(network)),
    groupOf(
      "Security groups",
      recordsOf(network.securityGroups).map((group) => groupOption(network, group)),
    ),
  ].filter(({ options }) => options.length > 0);
};

const all = (groups: readonly EndOptionGroup[]) => groups.flatMap(({ options }) => options);

/** What stands in the field for an end: the text of the option, else what was typed. */
export const textOfEnd = (groups: readonly EndOptionGroup[], end: string): string =>
  all(groups).find((option) => option.end === end)?.text ?? end;

/** The end that a field's text stands for: the option's, else the text itself, which may be a name or an address. */
export const endOfText = (groups: readonly EndOptionGroup[], text: string): string =>
  all(groups).find((option) => option.text === text)?.end ?? text;

/** The ends whose text holds this part, in the order of the list. */
export const endsLike = (groups: readonly EndOptionGroup[], part: string): readonly EndOption[] => {
  const wanted = part.trim().toLowerCase();
  return all(groups).filter(({ text }) => text.toLowerCase().includes(wanted));
};
