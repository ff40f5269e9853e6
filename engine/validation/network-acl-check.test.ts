import { describe, expect, test } from "vitest";
import { asId } from "../model/id";
import type { NetworkAcl, NetworkAclEntry } from "../model/network-acl";
import { BASE_WORLD } from "../testing/base-world";
import { change, networkAcl } from "../testing/network-builder";
import {
  checkNetworkAclAssociation,
  checkNetworkAclEntry,
  checkNetworkAclQuota,
  nextRuleNumber,
} from "./network-acl-check";
import { networkAclOf, subnetsOfNetworkAcl } from "./subnet-association";
import { refused } from "./testing/refused";

const WORLD = change(
  BASE_WORLD,
  networkAcl("web", "A", ["in 100 allow tcp 80 from 0.0.0.0/0"], { subnets: ["pa"] }),
);
const aclNamed = (name: string): NetworkAcl => {
  const acl = WORLD.networkAcls[asId<"networkAcl">(`acl-${name}`)];
  if (acl === undefined) throw new Error(`No ACL ${name}`);
  return acl;
};
const WEB = aclNamed("web");

const entry = (patch: Partial<NetworkAclEntry> = {}): NetworkAclEntry => ({
  ruleNumber: 200,
  direction: "ingress",
  ruleAction: "deny",
  traffic: { ipProtocol: "tcp", ports: { from: 22, to: 22 } },
  remote: { kind: "cidrIpv4", cidrIpv4: "10.0.0.0/8" },
  ...patch,
});
const added = (patch: Partial<NetworkAclEntry>, acl = WEB) =>
  refused(checkNetworkAclEntry(acl, entry(patch)));

describe("an entry of a network ACL", () => {
  test.each<[string, Partial<NetworkAclEntry>]>([
    ["ok", { ruleNumber: 1 }],
    ["ok", { ruleNumber: 32766 }],
    ["InvalidParameterValue aclEntryNumber", { ruleNumber: 0 }],
    ["InvalidParameterValue aclEntryNumber", { ruleNumber: 32767 }],
    ["InvalidParameterValue aclEntryNumber", { ruleNumber: 1.5 }],
    ["NetworkAclEntryAlreadyExists aclEntryTaken", { ruleNumber: 100 }],
    ["ok", { ruleNumber: 100, direction: "egress" }],
    ["InvalidParameterValue portsReversed", { traffic: { ipProtocol: "udp", ports: { from: 9, to: 8 } } }],
    ["ok", { remote: { kind: "cidrIpv6", cidrIpv6: "::/0" } }],
    ["InvalidParameterValue cidrWrongFamily", { remote: { kind: "cidrIpv6", cidrIpv6: "10.0.0.0/8" } }],
    ["InvalidParameterValue cidrInvalid", { remote: { kind: "cidrIpv4", cidrIpv4: "10.0.0.0/33" } }],
  ])("gets %s for %j", (answer, patch) => {
    expect(added(patch)).toBe(answer);
  });

  test("is stored with its CIDR in canonical form", () => {
    const host = entry({ remote: { kind: "cidrIpv4", cidrIpv4: "10.1.2.3/16" } });
    expect(checkNetworkAclEntry(WEB, host)).toMatchObject({ value: { remote: { cidrIpv4: "10.1.0.0/16" } } });
  });

  test("may keep its number when it is replaced, and take no other's", () => {
    const old = { direction: "ingress", ruleNumber: 100 } as const;
    expect(refused(checkNetworkAclEntry(WEB, entry({ ruleNumber: 100 }), old))).toBe("ok");
    const both = { ...WEB, entries: [...WEB.entries, entry()] };
    expect(refused(checkNetworkAclEntry(both, entry({ ruleNumber: 200 }), old))).toBe(
      "NetworkAclEntryAlreadyExists aclEntryTaken",
    );
  });

  test("is one of twenty to a direction and family, the catch-all included", () => {
    const full: NetworkAcl = {
      ...WEB,
      entries: Array.from({ length: 19 }, (_, index) => entry({ ruleNumber: index + 1 })),
    };
    const almost = { ...full, entries: full.entries.slice(1) };
    expect(added({}, almost)).toBe("ok");
    expect(added({}, full)).toBe("NetworkAclEntryLimitExceeded aclEntryLimit");
    expect(added({ direction: "egress" }, full)).toBe("ok");
    expect(added({ remote: { kind: "cidrIpv6", cidrIpv6: "::/0" } }, full)).toBe("ok");
  });

  test("may be changed in an ACL that is beyond its quota", () => {
    const beyond = {
      ...WEB,
      entries: Array.from({ length: 30 }, (_, index) => entry({ ruleNumber: index + 1 })),
    };
    const old = { direction: "ingress", ruleNumber: 1 } as const;
    expect(refused(checkNetworkAclEntry(beyond, entry({ ruleNumber: 1, ruleAction: "allow" }), old))).toBe(
      "ok",
    );
    const other = entry({ ruleNumber: 99, direction: "egress" });
    expect(refused(checkNetworkAclEntry(beyond, other, old))).toBe("ok");
  });
});

describe("the next number", () => {
  const withNumbers = (...numbers: readonly number[]) => ({
    ...WEB,
    entries: numbers.map((ruleNumber) => entry({ ruleNumber })),
  });
  test.each([
    [[], 100],
    [[100], 110],
    [[100, 101], 110],
    [[32766], 1],
    [[1, 2, 32760], 3],
  ])("after %j is %i", (numbers, next) => {
    expect(nextRuleNumber(withNumbers(...numbers), "ingress")).toBe(next);
    expect(nextRuleNumber(withNumbers(...numbers), "egress")).toBe(100);
  });
});

describe("the ACL of a subnet", () => {
  const [pa, ra] = [asId<"subnet">("subnet-pa"), asId<"subnet">("subnet-ra")];
  const aclNameOf = (id: typeof pa) => {
    const subnet = WORLD.subnets[id];
    return subnet && networkAclOf(WORLD, subnet)?.name;
  };

  test("is its own, else its VPC's default one", () => {
    expect([aclNameOf(pa), aclNameOf(ra)]).toEqual(["web", "A"]);
    const names = subnetsOfNetworkAcl(WORLD, aclNamed("A").networkAclId).map(({ name }) => name);
    expect(names.sort()).toEqual(["ia", "pb", "ra", "rb"]);
  });

  test("is of its VPC", () => {
    const subnet = WORLD.subnets[pa];
    const given = (id: string) => subnet && refused(checkNetworkAclAssociation(WORLD, subnet, asId(id)));
    expect(given("acl-A")).toBe("ok");
    expect(given("acl-B")).toBe("InvalidParameterValue networkAclOfOtherVpc");
    expect(given("acl-x")).toBe("InvalidNetworkAclID.NotFound networkAclNotFound");
  });
});

test("a VPC has at most 200 ACLs", () => {
  const A = asId<"vpc">("vpc-A");
  const parts = Array.from({ length: 198 }, (_, index) => networkAcl(`n${index}`, "A", []));
  expect(refused(checkNetworkAclQuota(change(WORLD, ...parts.slice(1)), A))).toBe("ok");
  expect(refused(checkNetworkAclQuota(change(WORLD, ...parts), A))).toBe(
    "NetworkAclLimitExceeded networkAclLimit",
  );
  expect(refused(checkNetworkAclQuota(WORLD, asId("vpc-x")))).toBe("InvalidVpcID.NotFound vpcNotFound");
});
