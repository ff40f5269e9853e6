import { describe, expect, test } from "vitest";
import { BASE, codesOf, group, imported } from "../testing/account";

const rulesIn = (json: unknown) =>
  Object.values(imported(json).network.securityGroups).flatMap(({ rules }) => rules);

const withGroup = (ingress: readonly Readonly<Record<string, unknown>>[], egress = ingress.slice(0, 0)) => ({
  ...BASE,
  SecurityGroups: [group("sg-0", []), group("sg-1", ingress, egress)],
});

const any = { IpRanges: [{ CidrIp: "0.0.0.0/0" }] };

describe("the traffic of a rule", () => {
  test.each([
    [
      { IpProtocol: "tcp", FromPort: 80, ToPort: 90 },
      { ipProtocol: "tcp", ports: { from: 80, to: 90 } },
    ],
    [
      { IpProtocol: "17", FromPort: "53", ToPort: "53" },
      { ipProtocol: "udp", ports: { from: 53, to: 53 } },
    ],
    [{ IpProtocol: "TCP" }, { ipProtocol: "tcp", ports: { from: 0, to: 65535 } }],
    [
      { IpProtocol: "tcp", FromPort: -1, ToPort: -1 },
      { ipProtocol: "tcp", ports: { from: 0, to: 65535 } },
    ],
    [{ IpProtocol: "-1", FromPort: -1, ToPort: -1 }, { ipProtocol: "all" }],
    [{ IpProtocol: "-1", FromPort: null, ToPort: null }, { ipProtocol: "all" }],
    [{ IpProtocol: -1 }, { ipProtocol: "all" }],
    [
      { IpProtocol: "icmp", FromPort: 8, ToPort: -1 },
      { ipProtocol: "icmp", icmpType: 8, icmpCode: "all" },
    ],
    [
      { IpProtocol: "icmp", FromPort: 3, ToPort: 4 },
      { ipProtocol: "icmp", icmpType: 3, icmpCode: 4 },
    ],
    [
      { IpProtocol: "icmp", FromPort: -1, ToPort: 4 },
      { ipProtocol: "icmp", icmpType: "all", icmpCode: "all" },
    ],
    [{ IpProtocol: "58" }, { ipProtocol: "icmpv6", icmpType: "all", icmpCode: "all" }],
    [{ IpProtocol: "47", FromPort: 500, ToPort: 500 }, { ipProtocol: 47 }],
  ])("of %o is %o", (permission, traffic) => {
    expect(rulesIn(withGroup([{ ...permission, ...any }]))).toMatchObject([
      { traffic, direction: "ingress" },
    ]);
  });

  test.each([
    ["badPorts", { IpProtocol: "tcp", FromPort: 90, ToPort: 80 }, ""],
    ["badPorts", { IpProtocol: "udp", FromPort: 0, ToPort: 65536 }, ""],
    ["badPorts", { IpProtocol: "tcp", FromPort: 22 }, ""],
    ["badTraffic", { IpProtocol: "tcp", FromPort: "ssh", ToPort: "ssh" }, ".FromPort"],
    ["badTraffic", { IpProtocol: "icmp", FromPort: 8, ToPort: [0] }, ".ToPort"],
    ["badIcmp", { IpProtocol: "icmp", FromPort: 300, ToPort: -1 }, ""],
    ["badIcmp", { IpProtocol: "icmpv6", FromPort: 128, ToPort: -2 }, ""],
    ["badIcmp", { IpProtocol: "icmp", ToPort: 0 }, ""],
    ["noProtocol", { FromPort: 22, ToPort: 22 }, ".IpProtocol"],
    ["noProtocol", { IpProtocol: "" }, ".IpProtocol"],
    ["badProtocol", { IpProtocol: "256" }, ".IpProtocol"],
    ["badProtocol", { IpProtocol: "constructor" }, ".IpProtocol"],
    ["badProtocol", { IpProtocol: ["tcp"] }, ".IpProtocol"],
  ])("is told as %s where it makes no sense, and the rule is left out: %o", (code, permission, field) => {
    const { report } = imported(withGroup([{ ...permission, ...any }]));
    expect(codesOf(report)).toEqual([`${code} SecurityGroups[1].IpPermissions[0]${field}`]);
    expect(report[0]?.message).toContain("the rule is left out");
    expect(rulesIn(withGroup([{ ...permission, ...any }]))).toEqual([]);
  });

  test("is not asked for ports where its protocol has none", () => {
    expect(imported(withGroup([{ IpProtocol: "-1", FromPort: "any", ...any }])).report).toEqual([]);
  });
});

describe("a permission", () => {
  const permission = {
    IpProtocol: "tcp",
    FromPort: 22,
    ToPort: 22,
    IpRanges: [{ CidrIp: "203.0.113.9/24", Description: "office" }, { CidrIp: "rubbish" }],
    Ipv6Ranges: [{ CidrIpv6: "2001:DB8::/32" }],
    PrefixListIds: [{ PrefixListId: "pl-1" }],
    UserIdGroupPairs: [{ GroupId: "sg-0", UserId: "1" }],
  };

  test("is a rule for each far end, with canonical CIDRs and ids that tell what the rule is", () => {
    const { network, report } = imported(withGroup([permission], [{ IpProtocol: "-1", ...any }]));
    const { rules } = network.securityGroups["sg-1" as keyof typeof network.securityGroups] ?? { rules: [] };
    expect(rules.map(({ remote, description }) => ({ ...remote, description }))).toEqual([
      { kind: "cidrIpv4", cidrIpv4: "203.0.113.0/24", description: "office" },
      { kind: "cidrIpv6", cidrIpv6: "2001:db8::/32", description: "" },
      { kind: "prefixList", prefixListId: "pl-1", description: "" },
      { kind: "group", groupId: "sg-0", description: "" },
      { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0", description: "" },
    ]);
    expect(rules.map(({ securityGroupRuleId }) => securityGroupRuleId).slice(3)).toEqual([
      "sg-1 ingress tcp 22-22 group sg-0",
      "sg-1 egress all cidrIpv4 0.0.0.0/0",
    ]);
    expect(codesOf(report)).toEqual([
      "badCidr SecurityGroups[1].IpPermissions[0].IpRanges[1].CidrIp",
      "impliedPrefixList SecurityGroups[1].IpPermissions[0].PrefixListIds[0]",
    ]);
  });

  test("that is there twice counts once", () => {
    const once = { IpProtocol: "tcp", FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "10.0.0.0/8" }] };
    const again = { ...once, IpRanges: [{ CidrIp: "10.9.9.9/8", Description: "same" }] };
    const { report } = imported(withGroup([once, again]));
    expect(rulesIn(withGroup([once, again]))).toHaveLength(1);
    expect(codesOf(report)).toEqual(["duplicateRule SecurityGroups[1].IpPermissions[1].IpRanges[0]"]);
  });

  test("whose far end is named by nothing that can be found is told and left out", () => {
    const { report } = imported(withGroup([{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupName: "web" }] }]));
    expect(codesOf(report)).toEqual(["noFarEnd SecurityGroups[1].IpPermissions[0].UserIdGroupPairs[0]"]);
  });

  test("beyond the quota is told", () => {
    const ranges = Array.from({ length: 61 }, (_, at) => ({ CidrIp: `10.0.${at}.0/24` }));
    const { report } = imported(withGroup([{ IpProtocol: "-1", IpRanges: ranges }]));
    expect(codesOf(report)).toEqual(["tooManyRules SecurityGroups[1]"]);
  });

  test("that names a group the input does not hold gets one without rules", () => {
    const { network, report } = imported(
      withGroup([{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-9" }] }]),
    );
    expect(network.securityGroups).toMatchObject({ "sg-9": { vpcId: "vpc-1", rules: [] } });
    expect(codesOf(report)).toEqual(["impliedGroup SecurityGroups[1]"]);
  });
});

describe("rules that have ids", () => {
  const flat = {
    SecurityGroupRuleId: "sgr-1",
    GroupId: "sg-1",
    IsEgress: false,
    IpProtocol: "tcp",
    FromPort: 22,
    ToPort: 22,
    CidrIpv4: "10.0.0.0/8",
    Description: "told",
  };
  const grouped = { IpProtocol: "tcp", FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "10.0.0.0/8" }] };

  test("are the same rules as those of the groups, without a word", () => {
    const { report } = imported({ ...withGroup([grouped]), SecurityGroupRules: [flat] });
    expect(rulesIn({ ...withGroup([grouped]), SecurityGroupRules: [flat] })).toMatchObject([
      { securityGroupRuleId: "sgr-1", description: "told" },
    ]);
    expect(report).toEqual([]);
  });

  test.each([
    [{ CidrIpv6: "::/0" }, { kind: "cidrIpv6", cidrIpv6: "::/0" }],
    [{ PrefixListId: "pl-1" }, { kind: "prefixList", prefixListId: "pl-1" }],
    [{ ReferencedGroupInfo: { GroupId: "sg-0" } }, { kind: "group", groupId: "sg-0" }],
  ])("have any far end: %o", (end, remote) => {
    const rule = { ...flat, CidrIpv4: undefined, IsEgress: true, ...end };
    expect(rulesIn({ ...withGroup([]), SecurityGroupRules: [rule] })).toMatchObject([
      { direction: "egress", remote },
    ]);
  });

  test.each([
    ["badTraffic SecurityGroupRules[0].IsEgress", { IsEgress: "true" }],
    ["noFarEnd SecurityGroupRules[0]", { CidrIpv4: undefined }],
    ["noFarEnd SecurityGroupRules[0]", { CidrIpv4: undefined, GroupName: "web" }],
  ])("are left out with a note, %s, where nobody can tell what they open: %o", (code, more) => {
    const json = { ...withGroup([]), SecurityGroupRules: [{ ...flat, ...more }] };
    expect(rulesIn(json)).toEqual([]);
    expect(codesOf(imported(json).report)).toEqual([code]);
  });

  test("keep to their group; of a group that is nowhere they are left out", () => {
    const other = { ...flat, SecurityGroupRuleId: "sgr-2", GroupId: "sg-9" };
    const { report } = imported({ ...BASE, SecurityGroupRules: [flat, other] });
    expect(rulesIn({ ...BASE, SecurityGroupRules: [flat, other] })).toHaveLength(1);
    expect(codesOf(report)).toEqual(["rulesWithoutGroup SecurityGroupRules[1]"]);
  });

  test("with the id of another rule or thing are left out", () => {
    const again = { ...flat, FromPort: 23, ToPort: 23 };
    const vpcs = { ...flat, FromPort: 24, ToPort: 24, SecurityGroupRuleId: "vpc-1" };
    expect(rulesIn({ ...BASE, SecurityGroupRules: [flat, again, vpcs] })).toMatchObject([
      { securityGroupRuleId: "sgr-1", traffic: { ports: { from: 22 } } },
    ]);
  });
});

test("groups may be associated with more VPCs, while that is in force", () => {
  const vpcs = ["vpc-2", "vpc-3"].map((VpcId) => ({ VpcId, CidrBlock: "10.9.0.0/16" }));
  const associations = [
    { GroupId: "sg-1", VpcId: "vpc-2", State: "associated" },
    { GroupId: "sg-1", VpcId: "vpc-3", State: "disassociated" },
  ];
  const { network } = imported({
    ...BASE,
    Vpcs: [...BASE.Vpcs, ...vpcs],
    SecurityGroupVpcAssociations: associations,
  });
  expect(network.securityGroups).toMatchObject({ "sg-1": { associatedVpcIds: ["vpc-2"] } });
});
