import { type Network, recordOf, type SecurityGroupId, type Traffic } from "../../../engine";
import { EMPTY_TEST_FORM } from "../../store/initial-state";
import type { Change, TestForm } from "../../store/state";
import { readTestForm } from "../../store/test-question";
import { withField } from "../test/test-services";
import { type EditedRule, editedRules } from "./edited-rules";
import { farEnd, memberOf } from "./rule-ends";

/**
 * A packet that an edited rule speaks about, as the fields of the test; or the group without members because of which there is
 * none.
 */
export type RuleTest =
  | Readonly<{ kind: "packet"; form: TestForm; isAdded: boolean }>
  | Readonly<{ kind: "nobody"; groupName: string }>;

/** A rule for everything is asked about by what most people open first. */
const ANY_PORT = "443";

const packetOf = (traffic: Traffic): Partial<TestForm> => {
  const none = { port: "", icmpType: "", icmpCode: "" };
  if ("ports" in traffic) {
    const { from, to } = traffic.ports;
    return {
      ...none,
      protocol: traffic.ipProtocol,
      port: from === 0 && to === 65535 ? ANY_PORT : String(from),
    };
  }
  if ("icmpType" in traffic) {
    const [type, code] = [traffic.icmpType, traffic.icmpCode];
    const icmpType = type === "all" ? "" : String(type);
    return { ...none, protocol: traffic.ipProtocol, icmpType, icmpCode: code === "all" ? "" : String(code) };
  }
  if (traffic.ipProtocol === "all") return { ...none, protocol: "tcp", port: ANY_PORT };
  return { ...none, protocol: String(traffic.ipProtocol) };
};

const nameOf = (network: Network, groupId: SecurityGroupId): string =>
  recordOf(network.securityGroups, groupId)?.groupName ?? groupId;

const testOf = (network: Network, { groupId, rule, isAdded }: EditedRule): RuleTest | null => {
  const near = memberOf(network, groupId);
  if (near === null) return { kind: "nobody", groupName: nameOf(network, groupId) };
  const far = farEnd(network, rule.remote, near);
  if (far === null)
    return rule.remote.kind === "group"
      ? { kind: "nobody", groupName: nameOf(network, rule.remote.groupId) }
      : null;
  const [from, to] = rule.direction === "ingress" ? [far, near] : [near, far];
  const form = withField({ ...EMPTY_TEST_FORM, from, to }, packetOf(rule.traffic));
  return readTestForm(network, form).kind === "question" ? { kind: "packet", form, isAdded } : null;
};

/** What can be tested about an edit of a group's rules, in the network after it: the rule that came, else the one that went. */
export const ruleTest = (change: Pick<Change, "before" | "after">): RuleTest | null => {
  const edited = editedRules(change);
  const rule = edited.find(({ isAdded }) => isAdded) ?? edited[0];
  return rule === undefined ? null : testOf(change.after.network, rule);
};
