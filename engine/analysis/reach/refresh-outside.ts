import type { IpRange } from "../../model/ip-range";
import { recordOf, recordsOf } from "../../model/network";
import type { Replaced } from "../../model/network-changes";
import type { Vpc } from "../../model/vpc";
import {
  type AddressSet,
  addressSetOfTexts,
  equalAddressSets,
  intersectAddresses,
  isEmptyAddressSet,
  NO_ADDRESSES,
  subtractAddresses,
  uniteAddresses,
} from "../../net/address-set";
import { INTERNET_ADDRESSES } from "../../net/internet-addresses";
import { INTERNET, type TierId } from "../answer";
import { endAt, type OutsideEnd } from "./end";
import type { ReachIndex } from "./reach-index";
import { replaceEnd } from "./refresh-ends";

/** Works out anew the Internet and the named ranges. Gives the slots of those of which something is another. */
export function refreshOutside(index: ReachIndex, replaced: Replaced): readonly number[] {
  const isNew = endAt(index.ends, INTERNET) === null;
  if (!isNew && replaced.vpcs.size + replaced.ipRanges.size === 0) return [];
  const inside = vpcAddresses(index);
  const ranges = recordsOf<IpRange>(index.network.ipRanges).map((range) => rangeEnd(range, inside));
  const gone = [...replaced.ipRanges.values()].flatMap((before) => goneRange(index, before));
  const named = ranges.map((range) => range.reachable).reduce(uniteAddresses, NO_ADDRESSES);
  const internet = subtractAddresses(subtractAddresses(INTERNET_ADDRESSES, inside), named);
  const ends = [internetEnd(internet), ...ranges].flatMap((end) => putOutside(index, end));
  return [...gone, ...ends];
}

function vpcAddresses({ network }: ReachIndex): AddressSet {
  const vpcs = recordsOf<Vpc>(network.vpcs);
  return addressSetOfTexts(
    vpcs.flatMap((vpc) => [vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks]),
  );
}

/** The Internet as a tier is what no range on the canvas covers. */
const internetEnd = (reachable: AddressSet): OutsideEnd => ({
  kind: "outside",
  endId: INTERNET,
  tierId: INTERNET,
  name: "Internet",
  reachable,
  hasUnreachable: NOWHERE_UNREACHABLE,
});

const NOWHERE_UNREACHABLE = { 4: false, 6: false };

/** What a range has of the Internet; a block that has nothing of it (a private one) is a part that nothing leads to. */
function rangeEnd({ ipRangeId, name, cidrBlocks }: IpRange, inside: AddressSet): OutsideEnd {
  const blocks = cidrBlocks.map((block) => subtractAddresses(addressSetOfTexts([block]), inside));
  const onInternet = (block: AddressSet) => intersectAddresses(block, INTERNET_ADDRESSES);
  const unreachable = blocks.filter((block) => isEmptyAddressSet(onInternet(block)));
  return {
    kind: "outside",
    endId: ipRangeId,
    tierId: `${ipRangeId}` as TierId,
    name,
    reachable: blocks.map(onInternet).reduce(uniteAddresses, NO_ADDRESSES),
    hasUnreachable: {
      4: unreachable.some((block) => block[4].length > 0),
      6: unreachable.some((block) => block[6].length > 0),
    },
  };
}

function goneRange(index: ReachIndex, before: IpRange | undefined): readonly number[] {
  if (before === undefined || recordOf(index.network.ipRanges, before.ipRangeId) !== undefined) return [];
  return endAt(index.ends, before.ipRangeId) === null ? [] : [replaceEnd(index, before.ipRangeId, null)];
}

function putOutside(index: ReachIndex, now: OutsideEnd): readonly number[] {
  const before = endAt(index.ends, now.endId);
  if (before?.kind !== "outside") return [replaceEnd(index, now.endId, now)];
  const isSame =
    equalAddressSets(before.reachable, now.reachable) &&
    before.hasUnreachable[4] === now.hasUnreachable[4] &&
    before.hasUnreachable[6] === now.hasUnreachable[6];
  if (isSame && before.name === now.name) return [];
  const kept = { reachable: before.reachable, hasUnreachable: before.hasUnreachable };
  return [replaceEnd(index, now.endId, isSame ? { ...now, ...kept } : now)];
}
