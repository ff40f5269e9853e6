import { describe, expect, test } from "vitest";
import { MOST_ENTRIES } from "./json-source";
import { readDescribe } from "./read-describe";
import { BASE, codesOf, group, imported, networkInterface, routeTable, subnet, vpc } from "./testing/account";

describe("an input of describe commands", () => {
  const expected = imported(BASE).network;

  test.each([
    ["keyed by command", { "describe-vpcs": { Vpcs: BASE.Vpcs }, "describe-rest": { ...BASE, Vpcs: [] } }],
    ["wrapped with a status", { status_code: 200, data: { ...BASE, ResponseMetadata: { Rest: [1] } } }],
    ["keyed by Region", { "us-east-1": BASE }],
    [
      "named as collectors do",
      { provider: "aws", vpcs: BASE.Vpcs, subnets: BASE.Subnets, security_groups: BASE.SecurityGroups },
    ],
    [
      "in several files",
      [{ Vpcs: BASE.Vpcs }, { Subnets: BASE.Subnets }, { SecurityGroups: BASE.SecurityGroups }],
    ],
  ])("is the same network %s", (_, json) => {
    expect(imported(json).network).toEqual(expected);
  });

  test("of an account as AWS makes one has nothing to report", () => {
    expect(imported(BASE).report).toEqual([]);
  });

  test.each([
    ["notAnObject", 7],
    ["notAnObject", null],
    ["notAnObject", []],
    ["notAnObject", [BASE, "text"]],
    ["noKnownList", {}],
    ["noKnownList", { Things: [1] }],
  ])("is refused as %s", (code, json) => {
    expect(readDescribe(json)).toMatchObject({ ok: false, error: { code } });
  });

  test("is refused where it has far too many entries", () => {
    const many = Array.from({ length: MOST_ENTRIES + 1 }, () => 0);
    expect(readDescribe({ Vpcs: many })).toMatchObject({ ok: false, error: { code: "tooLarge" } });
  });

  test("tells lists that are not read, and pages that are missing", () => {
    const { report } = imported({
      ...BASE,
      VpnGateways: [{}],
      AvailabilityZones: [{}],
      Other: [],
      NextToken: "x",
    });
    expect(codesOf(report)).toEqual(["listNotRead VpnGateways", "incompleteList NextToken"]);
  });

  test("tells once what it reads more than once", () => {
    const { report } = imported({ ...BASE, Subnets: [subnet("subnet-1", "rubbish")] });
    expect(codesOf(report)).toEqual(["badCidr Subnets[0].CidrBlock"]);
  });

  test("tells of a flood of faults the first ten thousand, and how many there are", () => {
    const { report } = imported({ ...BASE, NetworkAcls: Array.from({ length: 10_005 }, () => 0) });
    expect(report).toHaveLength(10_001);
    expect(report.at(-1)).toEqual({ code: "more", path: "", message: "There is more of this: 5 notes." });
  });

  test("tells the number of the file where there are several", () => {
    const { report } = imported([BASE, { Subnets: [7] }]);
    expect(codesOf(report)).toEqual(["wrongType [1].Subnets[0]"]);
  });
});

describe("what AWS would refuse", () => {
  test("is merged: two entries of one id", () => {
    const first = vpc("vpc-1", "10.0.0.0/16", { Tags: [] });
    const second = vpc("vpc-1", "10.9.0.0/16", { Tags: [{ Key: "Name", Value: "A" }] });
    const { network, report } = imported({ ...BASE, Vpcs: [first, second] });
    expect(Object.values(network.vpcs)).toMatchObject([{ name: "A", cidrBlock: "10.0.0.0/16" }]);
    expect(codesOf(report)).toEqual(["duplicateId Vpcs[1]"]);
  });

  test("is left out: an id that is something else's already, a word that every object knows", () => {
    const odd = [
      subnet("vpc-1", "10.0.2.0/24"),
      subnet("__proto__", "10.0.3.0/24"),
      subnet("", "10.0.4.0/24"),
      subnet("subnet 5", "10.0.5.0/24"),
    ];
    const { network, report } = imported({ ...BASE, Subnets: [...BASE.Subnets, ...odd] });
    expect(Object.keys(network.subnets)).toEqual(["subnet-1"]);
    expect(codesOf(report)).toEqual([
      "badId Subnets[2].SubnetId",
      "badId Subnets[3].SubnetId",
      "badId Subnets[4].SubnetId",
      "idOfAnotherKind Vpcs[0]",
    ]);
  });

  test("is told: a VPC without a default group, an interface with six groups or none", () => {
    const groups = ["1", "2", "3", "4", "5", "6"].map((name) => group(`sg-${name}`, []));
    const six = groups.map(({ GroupId }) => ({ GroupId }));
    const interfaces = [
      networkInterface("eni-1", "10.0.1.4", { Groups: six }),
      networkInterface("eni-2", "10.0.1.5", { Groups: [] }),
    ];
    const { network, report } = imported({ ...BASE, SecurityGroups: groups, NetworkInterfaces: interfaces });
    expect(codesOf(report)).toEqual([
      "tooManyGroups NetworkInterfaces[0]",
      "noGroups NetworkInterfaces[1]",
      "noDefaultGroup Vpcs[0]",
    ]);
    expect(Object.values(network.networkInterfaces).map(({ groupIds }) => groupIds.length)).toEqual([6, 0]);
  });
});

describe("what the input only names", () => {
  test("is made from what is told: VPC, subnet, groups and instance of an interface", () => {
    const own = networkInterface("eni-1", "172.16.5.20", {
      Groups: [{ GroupId: "sg-9", GroupName: "db" }],
      Attachment: { InstanceId: "i-1", DeviceIndex: 0 },
      AvailabilityZone: "eu-west-1b",
    });
    const { network, report } = imported({ NetworkInterfaces: [own] });
    expect(network.vpcs).toMatchObject({ "vpc-1": { cidrBlock: "172.16.5.16/28", region: "eu-west-1" } });
    expect(network.subnets).toMatchObject({ "subnet-1": { cidrBlock: "172.16.5.16/28", vpcId: "vpc-1" } });
    expect(network.securityGroups).toMatchObject({ "sg-9": { groupName: "db", vpcId: "vpc-1", rules: [] } });
    expect(network.instances).toMatchObject({ "i-1": { state: "running" } });
    expect(report.map(({ code }) => code)).toEqual([
      "impliedSubnet",
      "impliedVpc",
      "impliedInstance",
      "impliedGroup",
    ]);
  });

  test("is made from the routes and subnets of a VPC, its outermost blocks only", () => {
    const routes = [
      { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local" },
      { DestinationIpv6CidrBlock: "2001:db8::/56", GatewayId: "local" },
      { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" },
    ];
    const { network } = imported({ RouteTables: [routeTable("rtb-1", routes)], Subnets: BASE.Subnets });
    expect(network.vpcs).toMatchObject({
      "vpc-1": { cidrBlock: "10.0.0.0/16", secondaryCidrBlocks: [], ipv6CidrBlocks: ["2001:db8::/56"] },
    });
    expect(network.internetGateways).toMatchObject({ "igw-1": { vpcId: "vpc-1" } });
  });

  test("has some CIDR where nothing tells it: another one for each VPC", () => {
    const { network, report } = imported({
      SecurityGroups: [group("sg-1", []), { ...group("sg-2", []), VpcId: "vpc-2" }],
    });
    expect(Object.values(network.vpcs).map(({ cidrBlock }) => cidrBlock)).toEqual([
      "10.0.0.0/16",
      "10.1.0.0/16",
    ]);
    expect(report.map(({ code }) => code)).toContain("impliedVpcWithoutCidr");
  });

  test("is left out where nothing tells where it lies", () => {
    const lost = networkInterface("eni-1", "10.0.1.4", { SubnetId: undefined });
    const { network, report } = imported({ ...BASE, NetworkInterfaces: [lost] });
    expect(network.networkInterfaces).toEqual({});
    expect(codesOf(report)).toEqual(["noParent NetworkInterfaces[0]"]);
  });

  test("stays a name nowhere: what refers to it is mended", () => {
    const tables = [{ ...routeTable("rtb-1", [], [{ SubnetId: "subnet-1" }]), VpcId: undefined }];
    const { network } = imported({ ...BASE, RouteTables: tables });
    expect(network.routeTables).toEqual({});
    expect(network.subnets).toMatchObject({ "subnet-1": { routeTableId: null } });
  });
});

describe("VPCs and subnets", () => {
  test("have the blocks that are associated, not those that are gone", () => {
    const blocks = [
      { CidrBlock: "10.0.0.0/16", CidrBlockState: { State: "associated" } },
      { CidrBlock: "10.1.0.0/16", CidrBlockState: { State: "disassociated" } },
      { CidrBlock: "10.3.0.0/16", CidrBlockState: { State: "associating" } },
      { CidrBlock: "10.2.0.5/16" },
    ];
    const ipv6 = [{ Ipv6CidrBlock: "2001:DB8:0::/56", Ipv6CidrBlockState: { State: "associated" } }];
    const own = vpc("vpc-1", "10.0.0.0/16", {
      CidrBlockAssociationSet: blocks,
      Ipv6CidrBlockAssociationSet: ipv6,
    });
    expect(imported({ ...BASE, Vpcs: [own] }).network.vpcs).toMatchObject({
      "vpc-1": {
        secondaryCidrBlocks: ["10.2.0.0/16"],
        ipv6CidrBlocks: ["2001:db8::/56"],
        region: "us-east-1",
      },
    });
  });

  test("have the route table and ACL they are associated with; the main and default ones need no naming", () => {
    const tables = [
      routeTable("rtb-1", [], [{ Main: true }]),
      routeTable("rtb-2", [], [{ SubnetId: "subnet-1", AssociationState: { State: "associated" } }]),
      routeTable("rtb-3", [], [{ SubnetId: "subnet-1", AssociationState: { State: "disassociated" } }]),
    ];
    const acls = [{ NetworkAclId: "acl-1", VpcId: "vpc-1", Associations: [{ SubnetId: "subnet-1" }] }];
    const { network, report } = imported({ ...BASE, RouteTables: tables, NetworkAcls: acls });
    expect(network.subnets).toMatchObject({ "subnet-1": { routeTableId: "rtb-2", networkAclId: "acl-1" } });
    expect(Object.values(network.routeTables).map(({ isMain }) => isMain)).toEqual([true, false, false]);
    expect(report).toEqual([]);
  });

  test("that have IPv6 alone, or no VPC, are left out", () => {
    const odd = [
      subnet("subnet-2", "", { CidrBlock: undefined }),
      subnet("subnet-3", "10.0.3.0/24", { VpcId: null }),
    ];
    const { network, report } = imported({ ...BASE, Subnets: [...BASE.Subnets, ...odd] });
    expect(Object.keys(network.subnets)).toEqual(["subnet-1"]);
    expect(codesOf(report)).toEqual(["ipv6OnlySubnet Subnets[1]", "noParent Subnets[2]"]);
  });

  test("with two main tables keep the first, and tell it", () => {
    const tables = ["rtb-1", "rtb-2"].map((id) => routeTable(id, [], [{ Main: true }]));
    const { network, report } = imported({ ...BASE, RouteTables: tables });
    expect(Object.values(network.routeTables).map(({ isMain }) => isMain)).toEqual([true, false]);
    expect(codesOf(report)).toEqual(["severalMainTables RouteTables[1]"]);
  });
});
