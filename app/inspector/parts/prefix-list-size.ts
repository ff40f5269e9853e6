import type { PrefixList } from "../../../engine";

/** The owner of those lists that nobody else can change. */
const AWS = "AWS";

export const isOfAws = ({ ownerId }: PrefixList): boolean => ownerId === AWS;

/**
 * How many entries a list has. One of ours has room for some more; the size of AWS's says only what they cost of a quota.
 */
export const entryCount = (list: PrefixList): string => {
  const { length } = list.entries;
  if (!isOfAws(list)) return `${length} of ${list.maxEntries} entries`;
  return length === 1 ? "1 entry" : `${length} entries`;
};
