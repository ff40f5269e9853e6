import {
  checkNetworkAclAssociation,
  checkNetworkAclEntry,
  checkNetworkAclQuota,
  isSameEntry,
  type Network,
  type NetworkAcl,
  type NetworkAclEntry,
  type NetworkAclEntryKey,
  type NetworkAclId,
  ok,
  type Refusal,
  type Result,
  refuse,
  type SubnetId,
  type VpcId,
} from "../../../engine";
import { type Command, networkCommand } from "../command";
import { nameOf } from "../find";
import { checkNewIds, findSubnet, withRecord } from "../records";
import { deleteElements } from "./delete";
import { recordCommandOf } from "./record-command";

export { nextRuleNumber } from "../../../engine";

export type CreateNetworkAcl = Readonly<{ networkAclId: NetworkAclId; vpcId: VpcId; name: string }>;

const allow = (
  ruleNumber: number,
  direction: NetworkAclEntry["direction"],
  remote: NetworkAclEntry["remote"],
): NetworkAclEntry => ({
  ruleNumber,
  direction,
  ruleAction: "allow",
  traffic: { ipProtocol: "all" },
  remote,
});

/**
 * What a VPC's default ACL starts with: 100 allows all IPv4, 101 all IPv6 where the VPC has it, both ways (VPC User Guide,
 * "Default network ACL").
 */
export const allowAllEntries = (hasIpv6: boolean): readonly NetworkAclEntry[] =>
  (["ingress", "egress"] as const).flatMap((direction) => [
    allow(100, direction, { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" }),
    ...(hasIpv6 ? [allow(101, direction, { kind: "cidrIpv6", cidrIpv6: "::/0" })] : []),
  ]);

const withAcl = (network: Network, acl: NetworkAcl): Network =>
  withRecord(network, "networkAcls", acl.networkAclId, acl);

/** A command that changes one ACL and nothing else. */
const aclCommand = (
  id: NetworkAclId,
  label: (name: string) => string,
  change: (acl: NetworkAcl) => Result<NetworkAcl, Refusal>,
  mergeKey?: string,
): Command =>
  recordCommandOf("networkAcls", "networkAclNotFound")(
    id,
    (network) => label(nameOf(network, id)),
    change,
    mergeKey,
  );

/** An ACL of one's own denies everything until it is given entries (VPC User Guide, "Custom network ACLs"). */
export const createNetworkAcl = ({ networkAclId, vpcId, name }: CreateNetworkAcl): Command =>
  networkCommand(`Create network ACL ${name}`.trimEnd(), (network) => {
    const quota = checkNetworkAclQuota(network, vpcId);
    if (!quota.ok) return quota;
    const ids = checkNewIds(network, [networkAclId]);
    return ids.ok ? ok(withAcl(network, { networkAclId, vpcId, name, isDefault: false, entries: [] })) : ids;
  });

export const modifyNetworkAcl = (
  id: NetworkAclId,
  { name }: Readonly<{ name: string }>,
  mergeKey?: string,
): Command =>
  aclCommand(
    id,
    (old) => `Rename ${old} to ${name}`,
    (acl) => ok({ ...acl, name }),
    mergeKey,
  );

/** Entries are kept in the order in which they are read: by number, inbound ones first. */
const sorted = (entries: readonly NetworkAclEntry[]): readonly NetworkAclEntry[] =>
  [...entries].sort((a, b) =>
    a.direction === b.direction ? a.ruleNumber - b.ruleNumber : a.direction === "ingress" ? -1 : 1,
  );

const sideOf = ({ direction, ruleNumber }: NetworkAclEntryKey): string =>
  `${direction === "ingress" ? "inbound" : "outbound"} rule ${ruleNumber}`;

export const createNetworkAclEntry = (id: NetworkAclId, entry: NetworkAclEntry): Command =>
  aclCommand(
    id,
    (name) => `Add ${sideOf(entry)} to ${name}`,
    (acl) => {
      const checked = checkNetworkAclEntry(acl, entry);
      return checked.ok ? ok({ ...acl, entries: sorted([...acl.entries, checked.value]) }) : checked;
    },
  );

const isIn = (acl: NetworkAcl, key: NetworkAclEntryKey): boolean =>
  acl.entries.some((each) => isSameEntry(each, key));

const missing = ({ direction, ruleNumber }: NetworkAclEntryKey): Result<never, Refusal> =>
  refuse("aclEntryNotFound", { direction, number: `${ruleNumber}` });

/** Puts an entry in another's place; its number and direction may change, which EC2 does by deleting and adding. */
export const replaceNetworkAclEntry = (
  id: NetworkAclId,
  old: NetworkAclEntryKey,
  entry: NetworkAclEntry,
  mergeKey?: string,
): Command =>
  aclCommand(
    id,
    (name) => `Edit ${sideOf(old)} of ${name}`,
    (acl) => {
      if (!isIn(acl, old)) return missing(old);
      const checked = checkNetworkAclEntry(acl, entry, old);
      if (!checked.ok) return checked;
      const others = acl.entries.filter((each) => !isSameEntry(each, old));
      return ok({ ...acl, entries: sorted([...others, checked.value]) });
    },
    mergeKey,
  );

export const deleteNetworkAclEntries = (id: NetworkAclId, keys: readonly NetworkAclEntryKey[]): Command =>
  aclCommand(
    id,
    (name) => {
      const [first] = keys;
      const what = keys.length === 1 && first !== undefined ? sideOf(first) : `${keys.length} rules`;
      return `Delete ${what} from ${name}`;
    },
    (acl) => {
      const unknown = keys.find((key) => !isIn(acl, key));
      if (unknown !== undefined) return missing(unknown);
      const entries = acl.entries.filter((each) => !keys.some((key) => isSameEntry(each, key)));
      return ok({ ...acl, entries });
    },
  );

/** Gives a subnet another ACL; null: its VPC's default one. A subnet always has exactly one. */
export const replaceNetworkAclAssociation = (
  subnetId: SubnetId,
  networkAclId: NetworkAclId | null,
): Command =>
  networkCommand(
    (network) =>
      `Give ${nameOf(network, subnetId)} the ${networkAclId === null ? "default network ACL" : `network ACL ${nameOf(network, networkAclId)}`}`,
    (network) => {
      const subnet = findSubnet(network, subnetId);
      if (!subnet.ok) return subnet;
      const may =
        networkAclId === null
          ? ok(undefined)
          : checkNetworkAclAssociation(network, subnet.value, networkAclId);
      return may.ok ? ok(withRecord(network, "subnets", subnetId, { ...subnet.value, networkAclId })) : may;
    },
  );

export const deleteNetworkAcl = (id: NetworkAclId): Command => deleteElements([id]);
