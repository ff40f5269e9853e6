import { type IpRange, type IpRangeId, refuse } from "../../../engine";
import { type Command, commandOf } from "../command";
import type { Place } from "../diagram";

export type CreateIpRange = IpRange & Readonly<{ place: Place }>;
export type IpRangePatch = Readonly<Partial<Omit<IpRange, "ipRangeId">>>;

export const createIpRange = (input: CreateIpRange): Command =>
  commandOf(`Add IP range ${input.name}`, () => refuse("rangeNotFound"));

export const modifyIpRange = (id: IpRangeId, patch: IpRangePatch, mergeKey?: string): Command =>
  commandOf(`Modify ${id} ${Object.keys(patch)}`, () => refuse("rangeNotFound"), mergeKey);
