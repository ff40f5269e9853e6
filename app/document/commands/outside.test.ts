import { describe, expect, test } from "vitest";
import { asId, type PrefixList, recordOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { change, group } from "../../../engine/testing/network-builder";
import { ruleOf } from "../../../engine/testing/rule-text";
import { after, codeOf, diagramOf, reasonOf } from "../testing/expect";
import { createIpRange, modifyIpRange } from "./ip-range";
import { createManagedPrefixList, deleteManagedPrefixList, modifyManagedPrefixList } from "./prefix-list";
import { authorizeSecurityGroupRules } from "./security-group-rule";

const START = diagramOf(change(BASE_WORLD, group("p", "A", [])));
const RANGE = asId<"ipRange">("range-office");
const place = { x: 0, y: 0, size: null };

describe("a named range", () => {
  const office = createIpRange({ ipRangeId: RANGE, name: "Office", cidrBlocks: ["203.0.113.9/24"], place });

  test("holds canonical CIDRs of both families", () => {
    const made = after(START, office, modifyIpRange(RANGE, { cidrBlocks: ["10.0.0.1/8", "2001:DB8::/32"] }));
    expect(recordOf(made.network.ipRanges, RANGE)?.cidrBlocks).toEqual(["10.0.0.0/8", "2001:db8::/32"]);
    expect(made.layout.places).toEqual({ [RANGE]: place });
    expect(modifyIpRange(RANGE, { name: "Home" }).label(made)).toBe("Rename Office to Home");
  });

  test("needs at least one, and none twice", () => {
    const made = after(START, office);
    const change = (...cidrBlocks: readonly string[]) =>
      reasonOf(modifyIpRange(RANGE, { cidrBlocks }).run(made));
    expect(change()).toBe("rangeWithoutCidr");
    expect(change("10.0.0.0/8", "10.1.0.0/8")).toBe("cidrRepeated");
    expect(change("10.0.0.0/33")).toBe("cidrInvalid");
    expect(reasonOf(modifyIpRange(asId<"ipRange">("range-x"), {}).run(made))).toBe("rangeNotFound");
    expect(reasonOf(office.run(made))).toBe("idTaken");
  });
});

describe("a prefix list", () => {
  const list: PrefixList = {
    prefixListId: asId<"prefixList">("pl-cdn"),
    prefixListName: "cdn",
    addressFamily: "IPv4",
    maxEntries: 55,
    ownerId: "123456789012",
    entries: [{ cidr: "203.0.113.9/24", description: "" }],
  };
  const made = after(
    START,
    createManagedPrefixList(list),
    authorizeSecurityGroupRules(asId<"securityGroup">("sg-p"), [ruleOf("tcp 443 from pl:cdn", "sgr-1")]),
  );

  test("is made with canonical entries, and stays while a rule names it", () => {
    expect(recordOf(made.network.prefixLists, "pl-cdn")?.entries[0]?.cidr).toBe("203.0.113.0/24");
    expect(codeOf(deleteManagedPrefixList(list.prefixListId).run(made))).toBe("DependencyViolation");
    expect(deleteManagedPrefixList(list.prefixListId).label(made)).toBe("Delete prefix list cdn");
  });

  test("does not grow beyond the quota of the groups that name it", () => {
    expect(codeOf(modifyManagedPrefixList(list.prefixListId, { maxEntries: 61 }).run(made))).toBe(
      "RulesPerSecurityGroupLimitExceeded",
    );
    expect(codeOf(modifyManagedPrefixList(list.prefixListId, { maxEntries: 60 }).run(made))).toBe("ok");
    expect(codeOf(modifyManagedPrefixList(asId<"prefixList">("pl-x"), {}).run(made))).toBe(
      "InvalidPrefixListID.NotFound",
    );
  });
});
