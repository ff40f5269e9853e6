import {
  checkAnyCidr,
  formatCidr,
  type IpRange,
  type IpRangeId,
  ok,
  type Refusal,
  type Result,
  recordOf,
  refuse,
} from "../../../engine";
import { type Command, commandOf, networkCommand } from "../command";
import type { Place } from "../diagram";
import { nameOf } from "../find";
import { placedAt } from "../places";
import { checkNewIds, withRecord } from "../records";

export type CreateIpRange = IpRange & Readonly<{ place: Place }>;
export type IpRangePatch = Readonly<Partial<Omit<IpRange, "ipRangeId">>>;

/** The range with canonical CIDRs: at least one, none twice. */
const checkRange = (range: IpRange): Result<IpRange, Refusal> => {
  const cidrBlocks: string[] = [];
  for (const text of range.cidrBlocks) {
    const cidr = checkAnyCidr(text);
    if (!cidr.ok) return cidr;
    const canonical = formatCidr(cidr.value);
    if (cidrBlocks.includes(canonical)) return refuse("cidrRepeated", { cidr: canonical });
    cidrBlocks.push(canonical);
  }
  return cidrBlocks.length === 0 ? refuse("rangeWithoutCidr") : ok({ ...range, cidrBlocks });
};

export const createIpRange = ({ place, ...range }: CreateIpRange): Command =>
  commandOf(`Add IP range ${range.name}`, (diagram) => {
    const checked = checkRange(range);
    if (!checked.ok) return checked;
    const ids = checkNewIds(diagram.network, [range.ipRangeId]);
    if (!ids.ok) return ids;
    const network = withRecord(diagram.network, "ipRanges", range.ipRangeId, checked.value);
    return ok(placedAt({ ...diagram, network }, range.ipRangeId, place));
  });

export const modifyIpRange = (id: IpRangeId, patch: IpRangePatch, mergeKey?: string): Command =>
  networkCommand(
    (network) =>
      patch.name === undefined
        ? `Change addresses of ${nameOf(network, id)}`
        : `Rename ${nameOf(network, id)} to ${patch.name}`,
    (network) => {
      const before = recordOf(network.ipRanges, id);
      if (before === undefined) return refuse("rangeNotFound", { id });
      const range = { ...before, ...patch };
      const checked = patch.cidrBlocks === undefined ? ok(range) : checkRange(range);
      return checked.ok ? ok(withRecord(network, "ipRanges", id, checked.value)) : checked;
    },
    mergeKey,
  );
