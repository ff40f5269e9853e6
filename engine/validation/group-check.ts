import type { VpcId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import { DEFAULT_GROUP_NAME, type SecurityGroup } from "../model/security-group";
import { ok, type Result } from "../result";
import { QUOTAS } from "./quotas";
import { type Refusal, type RefusalReason, refuse } from "./refusal";

const MAX_LENGTH = 255;
const OUTSIDE_CHARACTER = /[^a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]/u;

const wrongCharacter = (text: string, reason: RefusalReason): Result<never, Refusal> | null => {
  const character = OUTSIDE_CHARACTER.exec(text)?.[0];
  return character === undefined ? null : refuse(reason, { character });
};

/**
 * A group's name as EC2 stores it: trailing blanks gone; 1 to 255 of the characters EC2 takes; not like an id; not
 * `default`; no other group of the VPC has it, whatever the case (API Reference, CreateSecurityGroup).
 * `exceptId` is the group that is being renamed.
 */
export function checkGroupName(
  network: Network,
  vpcId: VpcId,
  name: string,
  exceptId?: string,
): Result<string, Refusal> {
  const trimmed = name.trimEnd();
  const renamed = exceptId === undefined ? undefined : recordOf(network.securityGroups, exceptId);
  if (renamed?.groupName === trimmed) return ok(trimmed);
  if (renamed?.groupName === DEFAULT_GROUP_NAME) return refuse("defaultGroupKeepsName");
  return groupNameForm(trimmed) ?? checkNameIsFree(network, vpcId, trimmed, exceptId);
}

const groupNameForm = (name: string): Result<never, Refusal> | null => {
  const lower = name.toLowerCase();
  if (name === "") return refuse("groupNameMissing");
  if (name.length > MAX_LENGTH) return refuse("groupNameTooLong", { length: `${name.length}` });
  if (lower.startsWith("sg-")) return refuse("groupNameLooksLikeId", { name });
  if (lower === DEFAULT_GROUP_NAME) return refuse("groupNameReserved");
  return wrongCharacter(name, "groupNameCharacter");
};

function checkNameIsFree(
  network: Network,
  vpcId: VpcId,
  name: string,
  exceptId?: string,
): Result<string, Refusal> {
  const twin = recordsOf(network.securityGroups).find(
    (group) =>
      group.vpcId === vpcId &&
      group.groupId !== exceptId &&
      group.groupName.toLowerCase() === name.toLowerCase(),
  );
  return twin === undefined ? ok(name) : refuse("groupNameTaken", { name: twin.groupName });
}

/** A group's description: required, at most 255 characters (API Reference, CreateSecurityGroup). */
export const checkGroupDescription = (description: string): Result<string, Refusal> =>
  description.trim() === "" ? refuse("groupDescriptionMissing") : checkDescription(description);

/** A rule's or an entry's description: may be empty, at most 255 characters. */
export function checkDescription(description: string): Result<string, Refusal> {
  if (description.length > MAX_LENGTH)
    return refuse("descriptionTooLong", { length: `${description.length}` });
  return wrongCharacter(description, "descriptionCharacter") ?? ok(description);
}

/** Is there room for another group in the Region of this VPC? */
export function checkGroupQuota(network: Network, vpcId: VpcId): Result<void, Refusal> {
  const region = recordOf(network.vpcs, vpcId)?.region;
  const groups = recordsOf(network.securityGroups).filter(
    (group) => recordOf(network.vpcs, group.vpcId)?.region === region,
  );
  return groups.length < QUOTAS.securityGroupsPerRegion
    ? ok(undefined)
    : refuse("groupLimit", { limit: `${QUOTAS.securityGroupsPerRegion}` });
}

/** The group that a VPC brings along; interfaces without a group wear it. */
export const defaultGroupOf = (network: Network, vpcId: VpcId): SecurityGroup | null =>
  recordsOf(network.securityGroups).find(
    (group) => group.vpcId === vpcId && group.groupName === DEFAULT_GROUP_NAME,
  ) ?? null;
