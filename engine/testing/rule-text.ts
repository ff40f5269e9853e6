/**
 * A rule on one line, as tests and the vectors write it: PROTOCOL [PORTS or TYPE/CODE] from|to REMOTE.
 * "tcp 80 from 0.0.0.0/0", "udp 7000-8000 to 10.0.0.0/16", "icmp 8/all from sg:web", "all to pl:x", "50 from ::/0".
 * `from` makes an inbound rule, `to` an outbound one. Without ports a rule opens all of its protocol.
 */
import { asId } from "../model/id";
import type { Direction, Remote, SecurityGroupRule, Traffic } from "../model/security-group";

const FORM = /^(\w+)(?: (\S+))? (from|to) (\S+)$/;

const portRange = (text: string) => {
  const [from, to = from] = text.split("-").map(Number);
  return { from: Number(from), to: Number(to) };
};

const numberOrAll = (text: string | undefined): number | "all" =>
  text === undefined || text === "all" ? "all" : Number(text);

const traffic = (protocol: string, detail: string | undefined): Traffic => {
  if (protocol === "tcp" || protocol === "udp") {
    return { ipProtocol: protocol, ports: portRange(detail ?? "0-65535") };
  }
  if (protocol === "icmp" || protocol === "icmpv6") {
    const [icmpType, icmpCode] = (detail ?? "all").split("/");
    return { ipProtocol: protocol, icmpType: numberOrAll(icmpType), icmpCode: numberOrAll(icmpCode) };
  }
  return { ipProtocol: protocol === "all" ? "all" : Number(protocol) };
};

const remote = (text: string): Remote => {
  if (text.startsWith("sg:")) return { kind: "group", groupId: asId<"securityGroup">(`sg-${text.slice(3)}`) };
  if (text.startsWith("pl:"))
    return { kind: "prefixList", prefixListId: asId<"prefixList">(`pl-${text.slice(3)}`) };
  return text.includes(":") ? { kind: "cidrIpv6", cidrIpv6: text } : { kind: "cidrIpv4", cidrIpv4: text };
};

/** Reads one rule. Its id is the caller's; a text of another form is a mistake in the test and is thrown. */
export const ruleOf = (text: string, id: string): SecurityGroupRule => {
  const [, protocol, detail, way, far] = FORM.exec(text) ?? [];
  if (protocol === undefined || far === undefined) throw new Error(`Not a rule: "${text}"`);
  return {
    securityGroupRuleId: asId<"securityGroupRule">(id),
    direction: way === "from" ? "ingress" : "egress",
    traffic: traffic(protocol, detail),
    remote: remote(far),
    description: "",
  };
};

/** The rules of a group, with ids told by group, direction and place: `sgr-web-in-1`, `sgr-web-out-1`. */
export const rulesOf = (group: string, texts: readonly string[]): readonly SecurityGroupRule[] => {
  const count: Record<Direction, number> = { ingress: 0, egress: 0 };
  return texts.map((text) => {
    const { direction } = ruleOf(text, "");
    count[direction] += 1;
    return ruleOf(text, `sgr-${group}-${direction === "ingress" ? "in" : "out"}-${count[direction]}`);
  });
};
