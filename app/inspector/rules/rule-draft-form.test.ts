import { describe, expect, test } from "vitest";
import { asId } from "../../../engine";
import { draftOf, inForceText, newDraft, readRule, samePermission, sameRule } from "./rule-draft-form";
import { contextFor, OWN, read, remoteOf, SSH_FROM_SUBNET } from "./rule-form.fixture";

describe("reading a row", () => {
  test.each([
    [{ remote: "10.0.1.5/16" }, { kind: "cidrIpv4", cidrIpv4: "10.0.0.0/16" }],
    [{ remote: "10.0.1.5" }, { kind: "cidrIpv4", cidrIpv4: "10.0.1.5/32" }],
    [{ remote: "2001:db8::1" }, { kind: "cidrIpv6", cidrIpv6: "2001:db8::1/128" }],
    [{ remote: " APP-Server " }, { kind: "group", groupId: "sg-app" }],
    [{ remote: "10.0.0.0/8" }, { kind: "cidrIpv4", cidrIpv4: "10.0.0.0/8" }],
    [{ remote: "sg-odd" }, { kind: "group", groupId: "sg-odd" }],
    [{ remote: "pl-1" }, { kind: "prefixList", prefixListId: "pl-1" }],
    [
      { remoteKind: "anywhere-ipv4", remote: "" },
      { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" },
    ],
    [
      { remoteKind: "anywhere-ipv6", remote: "" },
      { kind: "cidrIpv6", cidrIpv6: "::/0" },
    ],
    [
      { remoteKind: "my-ip", remote: "203.0.113.7/32" },
      { kind: "cidrIpv4", cidrIpv4: "203.0.113.7/32" },
    ],
  ])("finds the source of %j", (fields, expected) => {
    expect(remoteOf(fields)).toEqual(expected);
  });

  test.each([
    [{ remote: "" }, "remote", "Enter a CIDR, or choose a security group or prefix list"],
    [{ remote: "10.0.300.0/24" }, "remote", "300 is not an octet (0–255)"],
    [
      { remote: "web" },
      "remote",
      "“web” is no security group that this rule can name, no prefix list and no CIDR",
    ],
    [{ remoteKind: "my-ip", remote: "" }, "remote", "Say once which address is yours"],
    [{ type: "custom-tcp", ports: "" }, "ports", "Enter a port, such as 8080, or a range, such as 8000-8080"],
    [{ type: "custom-udp", ports: "99999" }, "ports", "Ports run from 0 to 65535"],
    [{ type: "custom-icmp-ipv4", protocol: "", ports: "all" }, "protocol", "Choose an ICMP type"],
    [{ type: "custom-icmp-ipv4", protocol: "8", ports: "" }, "ports", "Choose an ICMP code"],
    [
      { type: "custom-icmp-ipv6", protocol: "all", ports: "3" },
      "ports",
      "All ICMP types have no code of their own: choose All",
    ],
    [{ type: "custom-protocol", protocol: "300" }, "protocol", "“300” is not a protocol number (0–255)"],
    [{ description: "don't" }, "description", "A description cannot have “'”"],
    [{ description: "x".repeat(256) }, "description", "A description has at most 255 characters, not 256"],
  ] as const)("says what is wrong with %j", (fields, field, text) => {
    const rule = read(fields);
    expect(rule.ok ? null : rule.error).toEqual({ [field]: { kind: expect.any(String), text } });
  });

  test("names every field that is wrong, not the first one only", () => {
    const rule = read({ type: "custom-tcp", ports: "x", remote: "10.0.300.0/24", description: "ä" });
    expect(rule.ok ? [] : Object.keys(rule.error)).toEqual(["ports", "remote", "description"]);
  });

  test("leaves a description alone that stands in force already", () => {
    const inForce = { ...SSH_FROM_SUBNET, description: "don't" };
    expect(read({ description: "don't" }, contextFor(inForce)).ok).toBe(true);
  });

  test("gives a new row's rule the id of its draft", () => {
    const draft = newDraft(OWN, "egress", asId("sgr-new"));
    const rule = readRule({ ...draft, type: "all-traffic", remoteKind: "anywhere-ipv4" }, contextFor(null));
    expect(rule).toMatchObject({ ok: true, value: { securityGroupRuleId: "sgr-new", direction: "egress" } });
  });
});

describe("comparing rules", () => {
  test("takes a description for a difference, but not for another permission", () => {
    const described = { ...SSH_FROM_SUBNET, description: "admin" };
    expect(sameRule(SSH_FROM_SUBNET, described)).toBe(false);
    expect(samePermission(SSH_FROM_SUBNET, described)).toBe(true);
    expect(samePermission(SSH_FROM_SUBNET, { ...SSH_FROM_SUBNET, direction: "egress" })).toBe(false);
  });
});

describe("what is still in force", () => {
  test.each([
    ["ports", "TCP 22"],
    ["remote", "10.0.1.0/24"],
    ["protocol", "TCP 22"],
    ["description", "no description"],
  ] as const)("is told for %s", (field, text) => {
    expect(inForceText(field, SSH_FROM_SUBNET, contextFor(SSH_FROM_SUBNET))).toBe(text);
  });
});

describe("a draft", () => {
  test("stands at the place it is given, wherever its texts come from", () => {
    const fresh = newDraft(OWN, "ingress", asId("sgr-new"));
    const place = { ...fresh, ruleId: asId<"securityGroupRule">("sgr-new") };
    expect(draftOf({ ...fresh, remote: "10.0.1.0/" }, place)).toEqual({ ...place, remote: "10.0.1.0/" });
  });
});
