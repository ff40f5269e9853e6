import { describe, expect, test } from "vitest";
import { BASE, codesOf, imported } from "../testing/account";

describe("prefix lists", () => {
  test("have their entries from whichever command tells them", () => {
    const lists = [
      { PrefixListId: "pl-1", PrefixListName: "com.amazonaws.us-east-1.s3", Cidrs: ["198.51.100.9/24", 7] },
      {
        PrefixListId: "pl-2",
        AddressFamily: "IPv6",
        MaxEntries: 10,
        Entries: [{ Cidr: "2001:DB8::/32", Description: "x" }],
      },
      { PrefixListId: "pl-3", AddressFamily: "IPv4" },
    ];
    const entries = { Entries: [{ Cidr: "203.0.113.0/24" }, { Cidr: "203.0.113.0/24" }] };
    const { network, report } = imported({
      ...BASE,
      PrefixLists: lists,
      "get-managed-prefix-list-entries": entries,
    });
    expect(network.prefixLists).toMatchObject({
      "pl-1": { ownerId: "AWS", addressFamily: "IPv4", entries: [{ cidr: "198.51.100.0/24" }] },
      "pl-2": { maxEntries: 10, entries: [{ cidr: "2001:db8::/32", description: "x" }] },
      "pl-3": { maxEntries: 1, entries: [{ cidr: "203.0.113.0/24", description: "" }] },
    });
    expect(codesOf(report)).toEqual(["badCidr PrefixLists[0]"]);
  });

  test("without entries stay, and that is told; entries of nobody knows which list are not guessed", () => {
    const lists = [{ PrefixListId: "pl-1" }, { PrefixListId: "pl-2" }];
    const { network, report } = imported({ PrefixLists: lists, Entries: [{ Cidr: "203.0.113.0/24" }] });
    expect(network.prefixLists).toMatchObject({ "pl-1": { entries: [] }, "pl-2": { entries: [] } });
    expect(codesOf(report)).toEqual([
      "entriesWithoutPrefixList Entries[0]",
      "prefixListWithoutEntries PrefixLists[0]",
      "prefixListWithoutEntries PrefixLists[1]",
    ]);
  });
});
