import { describe, expect, test } from "vitest";
import { recordOf } from "../model/network";
import type { SecurityGroupRule, Traffic } from "../model/security-group";
import { BASE_WORLD } from "../testing/base-world";
import { change, group, prefixList } from "../testing/network-builder";
import { ruleOf } from "../testing/rule-text";
import { MAX_RULES_TIMES_GROUPS, QUOTAS } from "./quotas";
import { checkRule, checkRuleChange, checkRules } from "./rule-check";
import { rulesInUse } from "./rules-in-use";
import { refused } from "./testing/refused";

const rule = (text: string, id = "sgr-new"): SecurityGroupRule => ruleOf(text, id);
const added = (text: string) => refused(checkRule(BASE_WORLD, "sg-web", rule(text)));
const withTraffic = (traffic: Traffic) =>
  refused(checkRule(BASE_WORLD, "sg-web", { ...rule("tcp 1 from 10.0.0.0/8"), traffic }));

describe("a rule", () => {
  test.each([
    ["tcp 8000-8080 from 10.0.0.0/8", "ok"],
    ["tcp 8080-8000 from 10.0.0.0/8", "InvalidParameterValue portsReversed"],
    ["tcp 65536 from 10.0.0.0/8", "InvalidParameterValue portOutOfRange"],
    ["udp 1.5 from 10.0.0.0/8", "InvalidParameterValue portOutOfRange"],
    ["icmp 8/all from 10.0.0.0/8", "ok"],
    ["icmp 256/0 from 10.0.0.0/8", "InvalidParameterValue icmpOutOfRange"],
    ["icmp all/0 from 10.0.0.0/8", "InvalidParameterValue icmpCodeWithoutType"],
    ["50 from 10.0.0.0/8", "ok"],
    ["256 from 10.0.0.0/8", "InvalidParameterValue protocolOutOfRange"],
    ["6 from 10.0.0.0/8", "InvalidParameterValue protocolHasName"],
    ["tcp 1 from 10.0.300.0/24", "InvalidParameterValue cidrInvalid"],
    ["tcp 1 from 10.0.0.1", "InvalidParameterValue cidrInvalid"],
    ["tcp 1 from sg:gone", "InvalidGroup.NotFound remoteGroupNotFound"],
    ["tcp 1 from sg:B-default", "InvalidGroup.NotFound remoteGroupInOtherVpc"],
    ["tcp 1 from pl:gone", "InvalidPrefixListID.NotFound prefixListNotFound"],
    ["tcp 80 from 0.0.0.0/0", "InvalidPermission.Duplicate ruleDuplicate"],
    ["tcp 80 to 0.0.0.0/0", "ok"],
    ["tcp 80-80 from 0.0.0.0/1", "ok"],
  ])("%s is answered with %s", (text, answer) => {
    expect(added(text)).toBe(answer);
  });

  test("cannot have ports that are no numbers", () => {
    const ports = { from: Number.NaN, to: 80 };
    expect(withTraffic({ ipProtocol: "tcp", ports })).toBe("InvalidParameterValue portOutOfRange");
  });

  test("cannot have IPv6 where IPv4 belongs", () => {
    const remote = { kind: "cidrIpv4", cidrIpv4: "::/0" } as const;
    const checked = checkRule(BASE_WORLD, "sg-web", { ...rule("tcp 1 from ::/0"), remote });
    expect(refused(checked)).toBe("InvalidParameterValue cidrWrongFamily");
  });

  test("is stored with its CIDR in canonical form", () => {
    const checked = checkRule(BASE_WORLD, "sg-web", rule("tcp 1 from 2001:DB8:0::1/32"));
    expect(checked).toMatchObject({ value: { remote: { cidrIpv6: "2001:db8::/32" } } });
  });

  test("that is there already names its twin", () => {
    const checked = checkRule(BASE_WORLD, "sg-web", rule("tcp 443 from 0.0.0.0/0"));
    expect(checked).toMatchObject({ error: { facts: { twin: "sgr-web-in-2" } } });
  });

  test("is no twin of itself while it is edited", () => {
    expect(refused(checkRule(BASE_WORLD, "sg-web", rule("tcp 80 from 0.0.0.0/0", "sgr-web-in-1")))).toBe(
      "ok",
    );
  });

  test("needs its group", () => {
    expect(refused(checkRule(BASE_WORLD, "constructor", rule("tcp 1 from ::/0")))).toBe(
      "InvalidGroup.NotFound groupNotFound",
    );
  });

  test("may not come twice in one call, whatever its description", () => {
    const twice = [
      rule("tcp 1 from ::/0", "sgr-1"),
      { ...rule("tcp 1 from ::/0", "sgr-2"), description: "x" },
    ];
    expect(refused(checkRules(BASE_WORLD, "sg-web", twice))).toBe("InvalidParameterValue ruleTwiceInCall");
  });
});

describe("a saved rule", () => {
  const changed = (text: string, id = "sgr-web-in-1") =>
    refused(checkRuleChange(BASE_WORLD, "sg-web", rule(text, id)));

  test("may change all but its direction and the kind of its far end", () => {
    expect(changed("udp 53 from 10.0.0.0/8")).toBe("ok");
    expect(changed("tcp 80 from sg:web")).toBe("InvalidParameterValue ruleKindOfRemote");
    expect(changed("tcp 80 to 0.0.0.0/0")).toBe("InvalidParameterValue ruleDirection");
    expect(changed("tcp 80 from ::/0", "sgr-x")).toBe("InvalidSecurityGroupRuleId.NotFound ruleNotFound");
  });
});

describe("the quota of rules", () => {
  const many = (count: number, remote: string) =>
    Array.from({ length: count }, (_, port) => rule(`tcp ${port} from ${remote}`, `sgr-${remote}-${port}`));
  const world = change(BASE_WORLD, group("q", "A", []), prefixList("cdn", ["203.0.113.0/24"], 55));
  const call = (...rules: readonly SecurityGroupRule[]) => refused(checkRules(world, "sg-q", rules));
  const LIMIT = "RulesPerSecurityGroupLimitExceeded ruleLimit";

  test("is 60 a family", () => {
    expect(call(...many(60, "10.0.0.0/8"), ...many(60, "::/0"))).toBe("ok");
    expect(call(...many(61, "10.0.0.0/8"))).toBe(LIMIT);
    expect(call(...many(61, "::/0"))).toBe(LIMIT);
  });

  test("is charged in both families by a group, and by its size by a prefix list", () => {
    expect(call(...many(60, "10.0.0.0/8"), rule("tcp 1 from sg:web"))).toBe(LIMIT);
    expect(call(...many(60, "::/0"), rule("tcp 1 from sg:web"))).toBe(LIMIT);
    expect(call(...many(5, "10.0.0.0/8"), rule("tcp 1 from pl:cdn"))).toBe("ok");
    expect(call(...many(6, "10.0.0.0/8"), rule("tcp 1 from pl:cdn"))).toBe(LIMIT);
    expect(call(...many(60, "::/0"), rule("tcp 1 from pl:cdn"))).toBe("ok");
  });

  test("lets a group that came in beyond it be edited, though not grow", () => {
    const texts = Array.from({ length: 70 }, (_, port) => `tcp ${port} from 10.0.0.0/8`);
    const full = change(BASE_WORLD, group("q", "A", texts));
    expect(refused(checkRule(full, "sg-q", rule("udp 1 from 10.0.0.0/8", "sgr-q-in-1")))).toBe("ok");
    expect(refused(checkRule(full, "sg-q", rule("udp 1 from 10.0.0.0/8")))).toBe(LIMIT);
  });

  test("is told as used up so far", () => {
    const used = change(world, group("u", "A", ["tcp 1 from sg:web", "tcp 2 from pl:cdn", "all to ::/0"]));
    const record = recordOf(used.securityGroups, "sg-u");
    expect(record && rulesInUse(record, used)).toEqual({
      ingress: { ipv4: 56, ipv6: 1 },
      egress: { ipv4: 0, ipv6: 1 },
    });
  });

  test("times groups an interface stays within what AWS allows", () => {
    const product = QUOTAS.rulesPerSecurityGroup * QUOTAS.securityGroupsPerInterface;
    expect(product).toBeLessThanOrEqual(MAX_RULES_TIMES_GROUPS);
  });
});
