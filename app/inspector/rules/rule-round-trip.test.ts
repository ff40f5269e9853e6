import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asId, type Remote, type SecurityGroupRule, type Traffic } from "../../../engine";
import { draftOf, fieldsOf, readRule } from "./rule-draft-form";
import { contextFor, GROUPS, OWN, remoteOf, ruleOf } from "./rule-form.fixture";

const octet = fc.integer({ min: 0, max: 255 });
const number8 = fc.oneof(octet, fc.constant("all" as const));
const ports = fc
  .tuple(fc.integer({ min: 0, max: 65535 }), fc.integer({ min: 0, max: 65535 }))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const servicePorts = fc
  .constantFrom(22, 53, 80, 443, 1433, 3306, 3389, 5432)
  .map((port) => ({ from: port, to: port }));

const traffic: fc.Arbitrary<Traffic> = fc.oneof(
  fc.record({
    ipProtocol: fc.constantFrom("tcp" as const, "udp" as const),
    ports: fc.oneof(ports, servicePorts),
  }),
  fc
    .record({
      ipProtocol: fc.constantFrom("icmp" as const, "icmpv6" as const),
      icmpType: number8,
      icmpCode: number8,
    })
    .map((icmp) => (icmp.icmpType === "all" ? { ...icmp, icmpCode: "all" as const } : icmp)),
  octet.filter((number) => ![1, 6, 17, 58].includes(number)).map((ipProtocol) => ({ ipProtocol })),
  fc.constant({ ipProtocol: "all" as const }),
);

const remote: fc.Arbitrary<Remote> = fc.oneof(
  fc.tuple(octet, octet, octet, octet, fc.integer({ min: 0, max: 32 })).map(([a, b, c, d, length]) => ({
    kind: "cidrIpv4" as const,
    cidrIpv4: `${a}.${b}.${c}.${d}/${length}`,
  })),
  fc.constantFrom("0.0.0.0/0", "203.0.113.7/32").map((cidrIpv4) => ({ kind: "cidrIpv4" as const, cidrIpv4 })),
  fc.constantFrom("::/0", "2001:db8::/64").map((cidrIpv6) => ({ kind: "cidrIpv6" as const, cidrIpv6 })),
  fc
    .constantFrom(...GROUPS.map(({ groupId }) => groupId), asId<"securityGroup">("sg-gone"))
    .map((groupId) => ({ kind: "group" as const, groupId })),
  fc
    .constantFrom("pl-1", "pl-gone")
    .map((id) => ({ kind: "prefixList" as const, prefixListId: asId<"prefixList">(id) })),
);

const rules: fc.Arbitrary<SecurityGroupRule> = fc
  .record({
    direction: fc.constantFrom("ingress" as const, "egress" as const),
    traffic,
    remote,
    description: fc.string(),
  })
  .map((content) => ({ securityGroupRuleId: asId<"securityGroupRule">("sgr-1"), ...content }));

describe("a rule's row", () => {
  test("says every rule so that reading it gives the same rule", () => {
    fc.assert(
      fc.property(rules, fc.constantFrom(null, "203.0.113.7"), (rule, myIp) => {
        const context = contextFor(rule, myIp);
        const draft = draftOf(fieldsOf(rule, context), {
          draftId: "sgr-1",
          groupId: OWN,
          direction: rule.direction,
          ruleId: rule.securityGroupRuleId,
        });
        expect(readRule(draft, context)).toEqual({ ok: true, value: rule });
      }),
    );
  });

  test("names what it finds in this design by name, and leads back to it without the rule's help", () => {
    const inDesign = rules.filter(
      ({ remote: far }) => far.kind === "group" && far.groupId !== "sg-gone" && far.groupId !== "sg-far",
    );
    fc.assert(
      fc.property(inDesign, (rule) => {
        const fields = fieldsOf(rule, contextFor(rule));
        expect(remoteOf({ ...fields, description: "" })).toEqual(rule.remote);
      }),
    );
  });

  test("shows the console's words", () => {
    const rule = ruleOf(
      { ipProtocol: "tcp", ports: { from: 5432, to: 5432 } },
      { kind: "group", groupId: asId("sg-app") },
    );
    expect(fieldsOf(rule, contextFor(rule))).toEqual({
      type: "postgresql",
      protocol: "TCP",
      ports: "5432",
      remoteKind: "custom",
      // Another group is called sg-app, but no group is called app-server but this.
      remote: "app-server",
      description: "",
    });
  });

  test.each([
    ["0.0.0.0/0", "anywhere-ipv4"],
    ["203.0.113.7/32", "my-ip"],
    ["203.0.113.8/32", "custom"],
  ])("knows the kind of source %s", (cidrIpv4, kind) => {
    const rule = ruleOf({ ipProtocol: "all" }, { kind: "cidrIpv4", cidrIpv4 });
    expect(fieldsOf(rule, contextFor(rule, "203.0.113.7")).remoteKind).toBe(kind);
  });
});
