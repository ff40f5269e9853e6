import type { Remote, SecurityGroupRule, Traffic } from "../model/security-group";

const trafficKey = (traffic: Traffic): string => {
  if ("ports" in traffic) return `${traffic.ipProtocol} ${traffic.ports.from}-${traffic.ports.to}`;
  if ("icmpType" in traffic) return `${traffic.ipProtocol} ${traffic.icmpType}/${traffic.icmpCode}`;
  return `${traffic.ipProtocol}`;
};

const remoteKey = (remote: Remote): string => {
  switch (remote.kind) {
    case "cidrIpv4":
      return remote.cidrIpv4;
    case "cidrIpv6":
      return remote.cidrIpv6;
    case "group":
      return remote.groupId;
    case "prefixList":
      return remote.prefixListId;
  }
};

/** Two rules of a group with the same key are the same permission to EC2: the description is no part of it. */
export const ruleKey = ({ direction, traffic, remote }: SecurityGroupRule): string =>
  `${direction} ${trafficKey(traffic)} ${remote.kind} ${remoteKey(remote)}`;
