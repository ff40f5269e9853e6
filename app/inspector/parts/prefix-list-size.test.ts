import { expect, test } from "vitest";
import { asId, type PrefixList } from "../../../engine";
import { entryCount } from "./prefix-list-size";

const listOf = (ownerId: string, entries: number): PrefixList => ({
  prefixListId: asId<"prefixList">("pl-1"),
  prefixListName: "list",
  addressFamily: "IPv4",
  maxEntries: 10,
  ownerId,
  entries: Array.from({ length: entries }, (_, at) => ({ cidr: `10.0.${at}.0/24`, description: "" })),
});

test("one of our lists is told with the room that it has, one of AWS's by its entries alone", () => {
  expect(entryCount(listOf("111122223333", 4))).toBe("4 of 10 entries");
  expect(entryCount(listOf("AWS", 4))).toBe("4 entries");
  expect(entryCount(listOf("AWS", 1))).toBe("1 entry");
});
