import { describe, expect, test } from "vitest";
import { asId, type NetworkAclEntry, recordOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import type { Diagram } from "../diagram";
import { after, diagramOf, reasonOf } from "../testing/expect";
import {
  createNetworkAcl,
  createNetworkAclEntry,
  deleteNetworkAcl,
  deleteNetworkAclEntries,
  modifyNetworkAcl,
  replaceNetworkAclAssociation,
  replaceNetworkAclEntry,
} from "./network-acl";

const START = diagramOf(BASE_WORLD);
const ACL = asId<"networkAcl">("acl-strict");
const A = asId<"vpc">("vpc-A");
const PA = asId<"subnet">("subnet-pa");
const NEW = createNetworkAcl({ networkAclId: ACL, vpcId: A, name: "strict" });

const entry = (ruleNumber: number, patch: Partial<NetworkAclEntry> = {}): NetworkAclEntry => ({
  ruleNumber,
  direction: "ingress",
  ruleAction: "allow",
  traffic: { ipProtocol: "all" },
  remote: { kind: "cidrIpv4", cidrIpv4: "10.0.0.9/8" },
  ...patch,
});
const inbound = (ruleNumber: number) => ({ direction: "ingress", ruleNumber }) as const;
const lines = ({ network }: Diagram) =>
  recordOf(network.networkAcls, ACL)?.entries.map((each) => `${each.direction} ${each.ruleNumber}`);

describe("a network ACL", () => {
  test("is made empty: it denies everything", () => {
    expect(recordOf(after(START, NEW).network.networkAcls, ACL)).toEqual({
      networkAclId: ACL,
      vpcId: A,
      name: "strict",
      isDefault: false,
      entries: [],
    });
    expect(NEW.label(START)).toBe("Create network ACL strict");
    expect(reasonOf(NEW.run(after(START, NEW)))).toBe("idTaken");
  });

  test("keeps its entries by number, inbound ones first", () => {
    const made = after(
      START,
      NEW,
      createNetworkAclEntry(ACL, entry(200)),
      createNetworkAclEntry(ACL, entry(100, { direction: "egress" })),
      createNetworkAclEntry(ACL, entry(90)),
    );
    expect(lines(made)).toEqual(["ingress 90", "ingress 200", "egress 100"]);
    expect(recordOf(made.network.networkAcls, ACL)?.entries[0]?.remote).toEqual({
      kind: "cidrIpv4",
      cidrIpv4: "10.0.0.0/8",
    });
    expect(reasonOf(createNetworkAclEntry(ACL, entry(90)).run(made))).toBe("aclEntryTaken");
    const moved = replaceNetworkAclEntry(ACL, inbound(90), entry(300), "number");
    expect(lines(after(made, moved))).toEqual(["ingress 200", "ingress 300", "egress 100"]);
    expect(moved.mergeKey).toBe("number");
    expect(reasonOf(replaceNetworkAclEntry(ACL, inbound(91), entry(300)).run(made))).toBe("aclEntryNotFound");
    expect(lines(after(made, deleteNetworkAclEntries(ACL, [inbound(200), inbound(90)])))).toEqual([
      "egress 100",
    ]);
    expect(reasonOf(deleteNetworkAclEntries(ACL, [inbound(90), inbound(1)]).run(made))).toBe(
      "aclEntryNotFound",
    );
  });

  test("is named in the words of the undo list", () => {
    const made = after(START, NEW);
    expect(modifyNetworkAcl(ACL, { name: "front" }).label(made)).toBe("Rename strict to front");
    expect(
      recordOf(after(made, modifyNetworkAcl(ACL, { name: "front" })).network.networkAcls, ACL)?.name,
    ).toBe("front");
    expect(createNetworkAclEntry(ACL, entry(90)).label(made)).toBe("Add inbound rule 90 to strict");
    expect(deleteNetworkAclEntries(ACL, [inbound(90)]).label(made)).toBe(
      "Delete inbound rule 90 from strict",
    );
    expect(deleteNetworkAclEntries(ACL, [inbound(1), inbound(2)]).label(made)).toBe(
      "Delete 2 rules from strict",
    );
    expect(replaceNetworkAclAssociation(PA, ACL).label(made)).toBe("Give pa the network ACL strict");
    expect(replaceNetworkAclAssociation(PA, null).label(made)).toBe("Give pa the default network ACL");
  });

  test("judges the subnets that it is given to, until they get another", () => {
    const given = after(START, NEW, replaceNetworkAclAssociation(PA, ACL));
    expect(given.network.subnets[PA]?.networkAclId).toBe(ACL);
    expect(reasonOf(deleteNetworkAcl(ACL).run(given))).toBe("networkAclInUse");
    const back = after(given, replaceNetworkAclAssociation(PA, null));
    expect(back.network.subnets[PA]?.networkAclId).toBeNull();
    expect(after(back, deleteNetworkAcl(ACL)).network.networkAcls).toEqual(BASE_WORLD.networkAcls);
    const other = asId<"subnet">("subnet-xb");
    expect(reasonOf(replaceNetworkAclAssociation(other, ACL).run(given))).toBe("networkAclOfOtherVpc");
  });

  test("stays with its VPC when it is the default one", () => {
    expect(reasonOf(deleteNetworkAcl(asId<"networkAcl">("acl-A")).run(START))).toBe("networkAclIsDefault");
  });
});
