import type { PrefixListId } from "./id";

export type PrefixListEntry = Readonly<{ cidr: string; description: string }>;

/** A managed prefix list. `maxEntries` (for AWS-managed lists: the weight) is what a reference costs of a quota. */
export type PrefixList = Readonly<{
  prefixListId: PrefixListId;
  prefixListName: string;
  addressFamily: "IPv4" | "IPv6";
  maxEntries: number;
  ownerId: string;
  entries: readonly PrefixListEntry[];
}>;
