import { describe, expect, test } from "vitest";
import { BASE, codesOf, imported } from "../testing/account";

describe("network ACLs", () => {
  const entry = (RuleNumber: number, more: Readonly<Record<string, unknown>> = {}) => ({
    RuleNumber,
    Egress: false,
    RuleAction: "allow",
    Protocol: "-1",
    CidrBlock: "0.0.0.0/0",
    ...more,
  });
  const entriesIn = (...entries: readonly unknown[]) =>
    imported({
      ...BASE,
      NetworkAcls: [{ NetworkAclId: "acl-1", VpcId: "vpc-1", IsDefault: true, Entries: entries }],
    });

  test("have their entries by number, without the last ones that deny the rest", () => {
    const { network, report } = entriesIn(
      entry(32767, { RuleAction: "deny" }),
      entry(32768, { RuleAction: "deny", CidrBlock: undefined, Ipv6CidrBlock: "::/0" }),
      entry(200, { Protocol: "6", PortRange: { From: 22, To: 23 }, RuleAction: "deny" }),
      entry(100, {
        Egress: true,
        Protocol: "58",
        IcmpTypeCode: { Type: 128, Code: -1 },
        CidrBlock: null,
        Ipv6CidrBlock: "::/0",
      }),
      entry(110, { Protocol: "17", PortRange: null }),
      entry(120, { Protocol: "1", IcmpTypeCode: { Type: -1, Code: -1 }, CidrBlock: "10.1.2.3/8" }),
    );
    const [acl] = Object.values(network.networkAcls);
    expect(acl).toMatchObject({ isDefault: true, vpcId: "vpc-1" });
    const ipv4 = { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" };
    expect(acl?.entries).toEqual([
      {
        ruleNumber: 100,
        direction: "egress",
        ruleAction: "allow",
        traffic: { ipProtocol: "icmpv6", icmpType: 128, icmpCode: "all" },
        remote: { kind: "cidrIpv6", cidrIpv6: "::/0" },
      },
      {
        ruleNumber: 110,
        direction: "ingress",
        ruleAction: "allow",
        traffic: { ipProtocol: "udp", ports: { from: 0, to: 65535 } },
        remote: ipv4,
      },
      {
        ruleNumber: 120,
        direction: "ingress",
        ruleAction: "allow",
        traffic: { ipProtocol: "icmp", icmpType: "all", icmpCode: "all" },
        remote: { kind: "cidrIpv4", cidrIpv4: "10.0.0.0/8" },
      },
      {
        ruleNumber: 200,
        direction: "ingress",
        ruleAction: "deny",
        traffic: { ipProtocol: "tcp", ports: { from: 22, to: 23 } },
        remote: ipv4,
      },
    ]);
    expect(report).toEqual([]);
  });

  test("keep the first of two entries with one number, by direction, and tell odd numbers", () => {
    const { network, report } = entriesIn(
      entry(100),
      entry(100, { Egress: true }),
      entry(100, { RuleAction: "deny" }),
      entry(0),
      entry(40000),
      entry(7, { RuleNumber: undefined }),
    );
    expect(Object.values(network.networkAcls)[0]?.entries).toMatchObject([
      { direction: "ingress", ruleAction: "allow" },
      { direction: "egress" },
    ]);
    const at = "NetworkAcls[0].Entries";
    expect(codesOf(report)).toEqual([
      `duplicateRuleNumber ${at}[2]`,
      `badRuleNumber ${at}[3]`,
      `badRuleNumber ${at}[4]`,
      `badRuleNumber ${at}[5]`,
    ]);
  });

  test("deny all that an entry may have meant which denies and cannot be read; what allows is left out", () => {
    const deny = { RuleAction: "deny" };
    const { network, report } = entriesIn(
      entry(10, { ...deny, Protocol: "6", PortRange: { From: 9, To: 3 }, CidrBlock: "10.0.0.0/8" }),
      entry(20, { ...deny, CidrBlock: "10.0.0.0/33" }),
      entry(30, { ...deny, CidrBlock: undefined, Ipv6CidrBlock: "2001:db8::/129" }),
      entry(40, { ...deny, Protocol: "icmp6", CidrBlock: undefined, Ipv6CidrBlock: "::/0" }),
      entry(50, { ...deny, CidrBlock: undefined }),
      entry(60, { CidrBlock: "10.0.0.0/33" }),
      entry(70, { Protocol: "tls" }),
      entry(80, { CidrBlock: undefined }),
      entry(90, { Protocol: "6", PortRange: "22" }),
    );
    const all = { ruleAction: "deny", traffic: { ipProtocol: "all" } };
    expect(Object.values(network.networkAcls)[0]?.entries).toMatchObject([
      { ruleNumber: 10, ...all, remote: { cidrIpv4: "10.0.0.0/8" } },
      { ruleNumber: 20, ...all, remote: { cidrIpv4: "0.0.0.0/0" } },
      { ruleNumber: 30, ...all, remote: { cidrIpv6: "::/0" } },
      { ruleNumber: 40, ...all, remote: { cidrIpv6: "::/0" } },
      { ruleNumber: 49, ...all, remote: { cidrIpv6: "::/0" } },
      { ruleNumber: 50, ...all, remote: { cidrIpv4: "0.0.0.0/0" } },
    ]);
    const at = "NetworkAcls[0].Entries";
    expect(codesOf(report).filter((code) => code.startsWith("wideDeny"))).toEqual(
      [0, 1, 2, 3, 4].map((number) => `wideDeny ${at}[${number}]`),
    );
    const said = (kept: RegExp) =>
      report
        .filter(({ message }) => kept.test(message))
        .map(({ path }) => Number(path.match(/Entries\[(\d)\]/)?.[1]));
    expect([said(/kept/), said(/left out/)]).toEqual([
      [0, 1, 2, 3],
      [5, 6, 7, 8],
    ]);
  });

  test.each([
    ["noProtocol", { Protocol: undefined }],
    ["badTraffic", { Protocol: "6", PortRange: { From: "ssh", To: "ssh" } }],
    ["badPorts", { Protocol: "6", PortRange: { From: 22 } }],
    ["badIcmp", { Protocol: "1", IcmpTypeCode: { Type: 300, Code: -1 } }],
  ])("deny all and allow nothing where their traffic is told as %s: %o", (code, more) => {
    const { network, report } = entriesIn(entry(10, more), entry(20, { ...more, RuleAction: "deny" }));
    expect(Object.values(network.networkAcls)[0]?.entries).toMatchObject([
      { ruleNumber: 20, ruleAction: "deny", traffic: { ipProtocol: "all" } },
    ]);
    expect(report.map((note) => note.code)).toEqual([code, code, "wideDeny"]);
  });
});
