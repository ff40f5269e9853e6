import { fail, type Result } from "../result";
import type { Ec2ErrorCode } from "./ec2-error-code";

/**
 * Everything that can be wrong with an edit, and the code with which EC2 refuses it (domain facts: EC2 API Reference,
 * "Error codes"; where AWS documents none, the code it was seen to answer with). Ours alone are the reasons at the end.
 */
const CODE_OF = {
  groupNameMissing: "InvalidParameterValue",
  groupNameTooLong: "InvalidParameterValue",
  groupNameCharacter: "InvalidParameterValue",
  groupNameLooksLikeId: "InvalidParameterValue",
  groupNameReserved: "InvalidGroup.Reserved",
  groupNameTaken: "InvalidGroup.Duplicate",
  groupDescriptionMissing: "MissingParameter",
  descriptionTooLong: "InvalidParameterValue",
  descriptionCharacter: "InvalidParameterValue",
  groupNotFound: "InvalidGroup.NotFound",
  groupOfOtherVpc: "InvalidParameter",
  groupInUse: "DependencyViolation",
  defaultGroupStays: "CannotDelete",
  defaultGroupKeepsName: "InvalidParameterValue",
  groupLimit: "SecurityGroupLimitExceeded",

  portOutOfRange: "InvalidParameterValue",
  portsReversed: "InvalidParameterValue",
  icmpOutOfRange: "InvalidParameterValue",
  icmpCodeWithoutType: "InvalidParameterValue",
  protocolOutOfRange: "InvalidParameterValue",
  protocolHasName: "InvalidParameterValue",
  ruleDuplicate: "InvalidPermission.Duplicate",
  ruleTwiceInCall: "InvalidParameterValue",
  ruleLimit: "RulesPerSecurityGroupLimitExceeded",
  ruleNotFound: "InvalidSecurityGroupRuleId.NotFound",
  ruleKindOfRemote: "InvalidParameterValue",
  ruleDirection: "InvalidParameterValue",
  remoteGroupNotFound: "InvalidGroup.NotFound",
  remoteGroupInOtherVpc: "InvalidGroup.NotFound",
  prefixListNotFound: "InvalidPrefixListID.NotFound",
  prefixListInUse: "DependencyViolation",
  prefixListMaxEntries: "InvalidParameterValue",
  prefixListName: "InvalidParameterValue",
  prefixListManaged: "OperationNotPermitted",

  cidrInvalid: "InvalidParameterValue",
  cidrWrongFamily: "InvalidParameterValue",
  cidrRepeated: "InvalidParameterValue",
  vpcSize: "InvalidVpc.Range",
  vpcIpv6Size: "InvalidVpc.Range",
  vpcLinkLocal: "InvalidVpc.Range",
  vpcBlocksOverlap: "VpcCidrConflict",
  vpcBlocksMixed: "VpcCidrConflict",
  vpcBlockInUse: "DependencyViolation",
  vpcBlockLimit: "CidrLimitExceeded",
  vpcLimit: "VpcLimitExceeded",
  vpcNotFound: "InvalidVpcID.NotFound",
  subnetOutsideVpc: "InvalidSubnet.Range",
  subnetSize: "InvalidSubnet.Range",
  subnetOverlaps: "InvalidSubnet.Conflict",
  subnetLimit: "SubnetLimitExceeded",
  subnetNotFound: "InvalidSubnetID.NotFound",
  zoneNotInRegion: "InvalidZone.NotFound",

  addressInvalid: "InvalidParameterValue",
  addressOutsideSubnet: "InvalidParameterValue",
  addressReserved: "InvalidParameterValue",
  addressInUse: "InvalidIPAddress.InUse",
  addressNotOnInterface: "InvalidParameterValue",
  addressPrimaryStays: "OperationNotPermitted",
  addressLimit: "PrivateIpAddressLimitExceeded",
  addressesExhausted: "InsufficientFreeAddressesInSubnet",
  publicAddressesExhausted: "InsufficientFreeAddressesInSubnet",
  publicAddressNotPublic: "InvalidParameterValue",
  publicAddressInUse: "Resource.AlreadyAssociated",
  subnetWithoutIpv6: "InvalidParameterValue",

  interfaceNotFound: "InvalidNetworkInterfaceID.NotFound",
  interfaceWithoutGroup: "InvalidParameterValue",
  interfaceGroupLimit: "SecurityGroupsPerInterfaceLimitExceeded",
  interfaceAttached: "InvalidNetworkInterface.InUse",
  interfacePrimary: "OperationNotPermitted",
  interfaceManaged: "OperationNotPermitted",
  interfaceInOtherVpc: "InvalidParameterCombination",
  interfaceInOtherZone: "InvalidParameterCombination",
  interfaceLimit: "AttachmentLimitExceeded",
  instanceNotFound: "InvalidInstanceID.NotFound",
  dbInstanceNotFound: "DBInstanceNotFound",

  nameMissing: "InvalidParameterValue",
  idTaken: "InvalidParameterValue",
  elementNotFound: "InvalidParameterValue",
  elementDoesNotMove: "InvalidParameterValue",
  pasteNeedsContainer: "InvalidParameterValue",
  pasteNeedsSubnetSpace: "InvalidSubnet.Conflict",
  rangeNotFound: "InvalidParameterValue",
  rangeWithoutCidr: "InvalidParameterValue",
} as const satisfies Record<string, Ec2ErrorCode>;

export type RefusalReason = keyof typeof CODE_OF;

/** Why something was refused: EC2's code, our finer reason, and the facts that a sentence about it needs. Never a sentence. */
export type Refusal = Readonly<{
  code: Ec2ErrorCode;
  reason: RefusalReason;
  facts: Readonly<Record<string, string>>;
}>;

export const refuse = (reason: RefusalReason, facts: Refusal["facts"] = {}): Result<never, Refusal> =>
  fail({ code: CODE_OF[reason], reason, facts });
