import type { IpRangeId } from "./id";

/** A named set of outside addresses, such as "Office 203.0.113.0/24". Ours, not AWS's. */
export type IpRange = Readonly<{ ipRangeId: IpRangeId; name: string; cidrBlocks: readonly string[] }>;
