import { checkSubnet, type Network, ok, type Subnet, type SubnetId } from "../../../engine";
import { type Command, commandOf, networkCommand } from "../command";
import type { Place } from "../diagram";
import { nameOf } from "../find";
import { placedAt } from "../places";
import { checkNewIds, findSubnet, withRecord } from "../records";
import { changeSubnet } from "../renumber";

export { nextFreeSubnetCidr } from "../../../engine";

export type CreateSubnet = Subnet & Readonly<{ place: Place }>;

export type SubnetPatch = Readonly<Partial<Omit<Subnet, "subnetId" | "vpcId">>>;

export const createSubnet = ({ place, ...subnet }: CreateSubnet): Command =>
  commandOf(`Create subnet ${subnet.name}`, (diagram) => {
    const checked = checkSubnet(diagram.network, subnet);
    if (!checked.ok) return checked;
    const ids = checkNewIds(diagram.network, [subnet.subnetId]);
    if (!ids.ok) return ids;
    const network = withRecord(diagram.network, "subnets", subnet.subnetId, checked.value);
    return ok(placedAt({ ...diagram, network }, subnet.subnetId, place));
  });

const modifyLabel = (subnetId: SubnetId, patch: SubnetPatch) => (network: Network) => {
  const name = nameOf(network, subnetId);
  if (patch.name !== undefined) return `Rename ${name} to ${patch.name}`;
  if (patch.availabilityZone !== undefined) return `Move ${name} to ${patch.availabilityZone}`;
  if (patch.cidrBlock !== undefined) return `Change CIDR of ${name} to ${patch.cidrBlock}`;
  return patch.ipv6CidrBlock === undefined ? `Change public addresses of ${name}` : `Change IPv6 of ${name}`;
};

/** EC2 would replace the subnet for another block or zone: the interfaces in it then get addresses of the new block. */
export const modifySubnet = (subnetId: SubnetId, patch: SubnetPatch, mergeKey?: string): Command =>
  networkCommand(
    modifyLabel(subnetId, patch),
    (network) => {
      const before = findSubnet(network, subnetId);
      if (!before.ok) return before;
      const subnet = checkSubnet(network, { ...before.value, ...patch });
      return subnet.ok ? changeSubnet(network, before.value, subnet.value) : subnet;
    },
    mergeKey,
  );
