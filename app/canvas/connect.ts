import type {
  Network,
  NetworkInterface,
  Remote,
  SecurityGroup,
  SecurityGroupId,
  SecurityGroupRule,
  Traffic,
} from "../../engine";
import type { Command } from "../document/command";
import { all } from "../document/commands/all";
import { authorizeSecurityGroupRules } from "../document/commands/security-group-rule";
import { nameOf } from "../document/find";
import { newId } from "../document/new-id";

/** One end of a drawn arrow: an interface, or an outside end with its addresses. */
export type ConnectEnd =
  | Readonly<{ kind: "interface"; networkInterface: NetworkInterface }>
  | Readonly<{ kind: "outside"; name: string; cidrBlocks: readonly string[] }>;

/** A handle's id is its interface's and the side; the Internet and ranges have one handle, named after nothing. */
export const endOfHandle = (network: Network, nodeId: string, handleId: string | null): ConnectEnd | null => {
  if (nodeId === "internet") return { kind: "outside", name: "Internet", cidrBlocks: ["0.0.0.0/0"] };
  const range = Object.values(network.ipRanges).find(({ ipRangeId }) => ipRangeId === nodeId);
  if (range) return { kind: "outside", name: range.name, cidrBlocks: range.cidrBlocks };
  const id = handleId?.replace(/:(left|right)$/, "");
  const networkInterface = Object.values(network.networkInterfaces).find(
    (eni) => eni.networkInterfaceId === id,
  );
  return networkInterface ? { kind: "interface", networkInterface } : null;
};

export const nameOfEnd = (network: Network, end: ConnectEnd): string =>
  end.kind === "outside" ? end.name : (groupFor(network, end.networkInterface)?.groupName ?? "");

/** The group a rule is added to or refers to: the first that is not the default one, which is shared by many. */
const groupFor = (network: Network, { groupIds }: NetworkInterface): SecurityGroup | null => {
  const groups = groupIds.flatMap((id) => network.securityGroups[id] ?? []);
  return groups.find(({ groupName }) => groupName !== "default") ?? groups[0] ?? null;
};

/**
 * What has to be added so that `from` may start `traffic` to `to`: an inbound rule at the target, by group reference
 * where the sender has a group; an outbound rule at the source only where its outbound rules are restricted.
 */
export const commandToConnect = (
  network: Network,
  from: ConnectEnd,
  to: ConnectEnd,
  traffic: Traffic,
): Command | null => {
  const commands = [...inboundAt(network, from, to, traffic), ...outboundAt(network, from, to, traffic)];
  if (commands.length === 0) return null;
  return all(`Allow ${nameOfEnd(network, from)} → ${nameOfEnd(network, to)}`, commands);
};

const inboundAt = (
  network: Network,
  from: ConnectEnd,
  to: ConnectEnd,
  traffic: Traffic,
): readonly Command[] => {
  const group = to.kind === "interface" ? groupFor(network, to.networkInterface) : null;
  return group
    ? [addRules(group, "ingress", traffic, remotesOf(network, from), `From ${nameOfEnd(network, from)}`)]
    : [];
};

const outboundAt = (
  network: Network,
  from: ConnectEnd,
  to: ConnectEnd,
  traffic: Traffic,
): readonly Command[] => {
  if (from.kind !== "interface" || sendsAnything(network, from.networkInterface)) return [];
  const group = groupFor(network, from.networkInterface);
  return group
    ? [addRules(group, "egress", traffic, remotesOf(network, to), `To ${nameOfEnd(network, to)}`)]
    : [];
};

const sendsAnything = (network: Network, { groupIds }: NetworkInterface): boolean =>
  groupIds
    .flatMap((id) => network.securityGroups[id]?.rules ?? [])
    .some(
      ({ direction, traffic, remote }) =>
        direction === "egress" &&
        traffic.ipProtocol === "all" &&
        remote.kind === "cidrIpv4" &&
        remote.cidrIpv4 === "0.0.0.0/0",
    );

const remotesOf = (network: Network, end: ConnectEnd): readonly Remote[] => {
  if (end.kind === "interface") {
    const group = groupFor(network, end.networkInterface);
    return group ? [{ kind: "group", groupId: group.groupId }] : [];
  }
  return end.cidrBlocks.map((cidr) =>
    cidr.includes(":") ? { kind: "cidrIpv6", cidrIpv6: cidr } : { kind: "cidrIpv4", cidrIpv4: cidr },
  );
};

const addRules = (
  group: SecurityGroup,
  direction: SecurityGroupRule["direction"],
  traffic: Traffic,
  remotes: readonly Remote[],
  description: string,
): Command =>
  authorizeSecurityGroupRules(
    group.groupId satisfies SecurityGroupId,
    remotes.map((remote) => ({
      securityGroupRuleId: newId("securityGroupRule"),
      direction,
      traffic,
      remote,
      description,
    })),
  );

export const labelOfConnection = (network: Network, from: ConnectEnd, to: ConnectEnd): string =>
  `${endTitle(network, from)} → ${endTitle(network, to)}`;

const endTitle = (network: Network, end: ConnectEnd): string =>
  end.kind === "outside" ? end.name : nameOf(network, end.networkInterface.networkInterfaceId);
