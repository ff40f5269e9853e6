import { fail, ok, parseAddress, type Remote, type Result, recordOf, recordsOf } from "../../../engine";
import { looksLikeAddress, readCidrText } from "./cidr-fault";
import { type Fault, missing, wrong } from "./fault";
import { groupLabel, groupsCalled, whichGroup } from "./named-groups";
import type { RuleContext } from "./rule-context";

/** The console's choices of source and destination, in its words. */
export const REMOTE_KINDS = [
  { id: "custom", label: "Custom" },
  { id: "anywhere-ipv4", label: "Anywhere-IPv4" },
  { id: "anywhere-ipv6", label: "Anywhere-IPv6" },
  { id: "my-ip", label: "My IP" },
] as const;

export type RemoteKind = (typeof REMOTE_KINDS)[number]["id"];

export const ANYWHERE_IPV4 = "0.0.0.0/0";
export const ANYWHERE_IPV6 = "::/0";

/** The texts of a row's fourth field: which choice, and what stands in the field beside it. */
export type RemoteFields = Readonly<{ remoteKind: string; remote: string }>;

/** A remote as the row shows it. */
export const remoteFields = (remote: Remote, context: RuleContext): RemoteFields => {
  const text = remoteText(remote, context);
  return { remoteKind: kindOfText(text, context.myIp), remote: text };
};

const kindOfText = (text: string, myIp: string | null): RemoteKind => {
  if (text === ANYWHERE_IPV4) return "anywhere-ipv4";
  if (text === ANYWHERE_IPV6) return "anywhere-ipv6";
  return myIp !== null && text === myIpText(myIp) ? "my-ip" : "custom";
};

/** The block of the one address "My IP" stands for; empty while it has not been stated. */
export const myIpText = (myIp: string | null): string => {
  const block = myIp === null ? null : readCidrText(myIp);
  return block?.ok ? block.value : "";
};

/** How a remote is written in the field: its CIDR, or its name where that leads back to it, else its id. */
export const remoteText = (remote: Remote, context: RuleContext): string => {
  switch (remote.kind) {
    case "cidrIpv4":
      return remote.cidrIpv4;
    case "cidrIpv6":
      return remote.cidrIpv6;
    case "group": {
      const group = recordOf(context.network.securityGroups, remote.groupId);
      return nameOrId(group && groupLabel(group, context), remote, context);
    }
    case "prefixList":
      return nameOrId(
        recordOf(context.network.prefixLists, remote.prefixListId)?.prefixListName,
        remote,
        context,
      );
  }
};

const nameOrId = (
  name: string | undefined,
  remote: Extract<Remote, { kind: "group" | "prefixList" }>,
  context: RuleContext,
): string => {
  const id = remote.kind === "group" ? remote.groupId : remote.prefixListId;
  if (name === undefined) return id;
  const back = readCustom(name, { ...context, inForce: null });
  return back.ok && sameRemote(back.value, remote) ? name : id;
};

/** What a row's fourth field says, or what is wrong with it. Host bits are cleared; a bare address stands for itself. */
export const readRemote = (fields: RemoteFields, context: RuleContext): Result<Remote, Fault> => {
  switch (fields.remoteKind) {
    case "anywhere-ipv4":
      return ok({ kind: "cidrIpv4", cidrIpv4: ANYWHERE_IPV4 });
    case "anywhere-ipv6":
      return ok({ kind: "cidrIpv6", cidrIpv6: ANYWHERE_IPV6 });
    case "my-ip":
      return readMyIp(fields.remote);
    default:
      return readCustom(fields.remote, context);
  }
};

const readMyIp = (text: string): Result<Remote, Fault> =>
  text.trim() === "" ? fail(missing("Say once which address is yours")) : readBlock(text);

const readBlock = (text: string): Result<Remote, Fault> => {
  const block = readCidrText(text);
  return block.ok ? ok(cidrRemote(block.value)) : block;
};

const cidrRemote = (text: string): Remote =>
  text.includes(":") ? { kind: "cidrIpv6", cidrIpv6: text } : { kind: "cidrIpv4", cidrIpv4: text };

const readCustom = (text: string, context: RuleContext): Result<Remote, Fault> => {
  const trimmed = text.trim();
  if (trimmed === "") return fail(missing("Enter a CIDR, or choose a security group or prefix list"));
  const { inForce } = context;
  if (inForce !== null && trimmed === remoteText(inForce.remote, context)) return ok(inForce.remote);
  const block = readBlock(trimmed);
  if (block.ok) return block;
  const groups = groupsCalled(trimmed, context);
  if (groups.length > 1) return fail(whichGroup(trimmed, groups, context));
  const [group] = groups;
  if (group !== undefined) return ok({ kind: "group", groupId: group.groupId });
  const list = findPrefixList(trimmed, context);
  if (list !== null) return ok(list);
  return fail(looksLikeAddress(trimmed) ? block.error : unknownName(trimmed));
};

const findPrefixList = (text: string, { network }: RuleContext): Remote | null => {
  const lists = recordsOf(network.prefixLists);
  const hit =
    lists.find((list) => list.prefixListId === text) ??
    lists.find((list) => list.prefixListName.toLowerCase() === text.toLowerCase());
  return hit === undefined ? null : { kind: "prefixList", prefixListId: hit.prefixListId };
};

const unknownName = (text: string): Fault =>
  wrong(`“${text}” is no security group that this rule can name, no prefix list and no CIDR`);

/** Do both name the same far end? CIDRs are compared as they are written. */
export const sameRemote = (a: Remote, b: Remote): boolean => remoteKey(a) === remoteKey(b);

/** A text that is the same for remotes that say the same, and for no others. */
export const remoteKey = (remote: Remote): string => {
  switch (remote.kind) {
    case "cidrIpv4":
      return `ipv4 ${remote.cidrIpv4}`;
    case "cidrIpv6":
      return `ipv6 ${remote.cidrIpv6}`;
    case "group":
      return `group ${remote.groupId}`;
    case "prefixList":
      return `prefixList ${remote.prefixListId}`;
  }
};

/** Canonical text of the address a user states as theirs, or what is wrong with it. */
export const readOwnAddress = (text: string): Result<string, Fault> => {
  if (text.trim() === "") return fail(missing("Enter your public address, such as 203.0.113.7"));
  if (!parseAddress(text).ok && text.includes("/"))
    return fail(wrong("Enter a single address, without a prefix length"));
  const block = readCidrText(text);
  return block.ok ? ok(block.value.slice(0, block.value.lastIndexOf("/"))) : block;
};
