import type { CidrError, Refusal, RefusalReason } from "../../engine";
import { addressProblem } from "./address-sentences";
import { NETWORK_SENTENCES } from "./network-sentences";
import { type Facts, type Sentence, said, TRAFFIC_SENTENCES } from "./traffic-sentences";

const CHARACTERS = "letters, digits, blanks and ._-:/()#,@[]+=&;{}!$*";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the user wrote stays as it was written. */
const problem = ({ problem: code, part = "" }: Facts): string => {
  const clause = addressProblem({ code: code as CidrError["code"], part });
  return part !== "" && clause.startsWith(part) ? clause : capital(clause);
};

const side = (direction: string): string => (direction === "egress" ? "outbound" : "inbound");

const groupUsers = ({ interfaces = "", groups = "" }: Facts): string => {
  const worn = interfaces === "" ? "" : `is worn by ${interfaces}`;
  const named = groups === "" ? "" : `is named in rules of ${groups}`;
  return [worn, named].filter((part) => part !== "").join(" and ");
};

const listUsers = ({ name = "", groups = "", tables = "" }: Facts): string => {
  const rules = groups === "" ? "" : `in rules of ${groups}`;
  const routes = tables === "" ? "" : `in routes of ${tables}`;
  return `${name} is named ${[rules, routes].filter((part) => part !== "").join(" and ")}`;
};

const SENTENCES: Readonly<Record<RefusalReason, Sentence>> = {
  groupNameMissing: () => "A security group needs a name.",
  groupNameTooLong: (fact) => `The name has ${fact("length")} characters; 255 is the most.`,
  groupNameCharacter: (fact) => `A group's name cannot hold “${fact("character")}”: use ${CHARACTERS}.`,
  groupNameLooksLikeId: () => "A group's name cannot start with sg-, which ids do: choose another.",
  groupNameReserved: () => "The name default belongs to the group that each VPC brings: choose another.",
  groupNameTaken: (fact) =>
    `This VPC has a group ${fact("name")} already: choose another name (case does not count).`,
  groupDescriptionMissing: () => "A security group needs a description.",
  descriptionTooLong: (fact) => `The description has ${fact("length")} characters; 255 is the most.`,
  descriptionCharacter: (fact) => `A description cannot hold “${fact("character")}”: use ${CHARACTERS}.`,
  groupNotFound: (fact) => `There is no security group ${fact("id")} any more.`,
  groupOfOtherVpc: (fact) =>
    `${fact("name")} belongs to another VPC: choose a group of this interface's VPC.`,
  groupInUse: (fact, facts) =>
    `${fact("name")} ${groupUsers(facts)}: change that first, or delete both together.`,
  defaultGroupStays: () => "The default group stays as long as its VPC does. You may delete its rules.",
  defaultGroupKeepsName: () => "The default group keeps its name.",
  groupLimit: (fact) =>
    `A Region holds at most ${fact("limit")} security groups: delete one that nothing wears.`,

  ...TRAFFIC_SENTENCES,
  ruleDuplicate: (fact) =>
    `${fact("group")} has the same ${side(fact("direction"))} rule already (${fact("twin")}): change one of the two.`,
  ruleTwiceInCall: (fact) =>
    `The same ${side(fact("direction"))} rule is given twice: leave one of them out.`,
  ruleLimit: (fact) =>
    `${fact("group")} would have ${fact("count")} ${side(fact("direction"))} ${fact("family")} rules; ${fact("limit")} is the most. A prefix list counts by its size.`,
  ruleNotFound: (fact) => `There is no rule ${fact("id")} any more.`,
  ruleKindOfRemote: (fact) =>
    `The kind of ${fact("direction") === "egress" ? "destination" : "source"} of a saved rule stays: delete the rule and add another.`,
  ruleDirection: () => "A rule cannot change from inbound to outbound: delete it and add another.",
  remoteGroupNotFound: (fact) =>
    `There is no security group ${fact("id")}: choose one of this VPC, or of a peered one.`,
  remoteGroupInOtherVpc: (fact) =>
    `${fact("name")} is in another VPC, where rules of ${fact("group")} cannot name it: use its addresses.`,
  prefixListNotFound: (fact) => `There is no prefix list ${fact("id")}.`,
  prefixListInUse: (_, facts) => `${listUsers(facts)}: delete those first.`,
  prefixListMaxEntries: (fact) =>
    `A list for ${fact("maxEntries")} entries cannot hold ${fact("entries")}: its size is 1 to ${fact("limit")}, and at least what it holds.`,
  prefixListName: () => "A prefix list's name has 1 to 255 characters and does not start with com.amazonaws.",
  prefixListManaged: (fact) => `${fact("name")} is managed by AWS and cannot be changed.`,

  cidrInvalid: (_, facts) => `${problem(facts)}.`,
  cidrWrongFamily: (fact) =>
    `${fact("text")} is not ${fact("wanted")}: write an ${fact("wanted")} address here.`,
  cidrRepeated: (fact) => `${fact("cidr")} is in the list twice: leave one out.`,
  vpcSize: (fact) => `${fact("cidr")} has the wrong size: a VPC's block is a /16 to a /28.`,
  vpcIpv6Size: (fact) =>
    `${fact("cidr")} has the wrong size: a VPC's IPv6 block is a /44 to a /60, in steps of four.`,
  vpcLinkLocal: (fact) => `${fact("cidr")} is link-local, which a VPC cannot have: choose a private range.`,
  vpcBlocksOverlap: (fact) =>
    `${fact("cidr")} overlaps ${fact("other")} of the same VPC: choose another block.`,
  vpcBlocksMixed: (fact) =>
    `${fact("cidr")} cannot join ${fact("other")}, by AWS's rules for private ranges: choose another block.`,
  vpcBlockInUse: (fact) =>
    `These subnets would lie outside the VPC: ${fact("subnets")}. Move or delete them first.`,
  vpcBlockLimit: (fact) =>
    `A VPC has at most ${fact("limit")} ${fact("family")} blocks: take one away first.`,
  vpcLimit: (fact) => `${fact("region")} holds at most ${fact("limit")} VPCs: delete one first.`,
  vpcNotFound: (fact) => `There is no VPC ${fact("id")} any more.`,
  subnetOutsideVpc: (fact) =>
    fact("blocks") === ""
      ? `${fact("name")} has no block of this family: give the VPC one first.`
      : `${fact("cidr")} lies outside ${fact("name")}: choose a block inside ${fact("blocks")}.`,
  subnetSize: (fact) =>
    `${fact("cidr")} has the wrong size: a subnet is ${fact("family") === "IPv4" ? "a /16 to a /28" : "a /44 to a /64, in steps of four"}.`,
  subnetOverlaps: (fact) =>
    `${fact("cidr")} overlaps ${fact("name")} (${fact("other")}): choose a free block.`,
  subnetLimit: (fact) => `A VPC holds at most ${fact("limit")} subnets: delete one first.`,
  subnetNotFound: (fact) => `There is no subnet ${fact("id")} any more.`,
  zoneNotInRegion: (fact) =>
    `${fact("zone")} is not a zone of ${fact("region")}: write ${fact("region")}a, for example.`,

  addressInvalid: (_, facts) => `${problem(facts)}.`,
  addressOutsideSubnet: (fact) =>
    `${fact("address")} lies outside ${fact("subnet")} (${fact("cidr")}): choose one inside.`,
  addressReserved: (fact) =>
    `AWS keeps ${fact("address")} for itself: the first four addresses of a subnet and the last one. Choose another.`,
  addressInUse: (fact) => `${fact("address")} belongs to ${fact("by")}: choose a free address.`,
  addressNotOnInterface: (fact) => `The interface does not have ${fact("address")}.`,
  addressPrimaryStays: (fact) => `${fact("address")} is the primary address and stays. You may change it.`,
  addressLimit: (fact) =>
    `${fact("name")} is a ${fact("instanceType")}, which has at most ${fact("limit")} addresses on an interface: choose a larger instance type, or take one off.`,
  addressesExhausted: (fact) =>
    `${fact("subnet")} (${fact("cidr")}) has no free address left: choose another subnet, or free an address there.`,
  publicAddressesExhausted: () => "There is no free public address left.",
  publicAddressNotPublic: (fact) =>
    `${fact("address")} is not a public address: choose one outside the private and reserved ranges.`,
  publicAddressInUse: (fact) => `${fact("address")} belongs to ${fact("by")}: take it from there first.`,
  elasticIpLimit: (fact) =>
    `${fact("region")} holds at most ${fact("limit")} Elastic IP addresses, of which each public NAT gateway has one.`,
  subnetWithoutIpv6: (fact) => `${fact("subnet")} has no IPv6 block: give it one first.`,

  interfaceNotFound: (fact) => `There is no network interface ${fact("id")} any more.`,
  interfaceWithoutGroup: () =>
    "A network interface always wears a group: add another before you take this one off.",
  interfaceGroupLimit: (fact) =>
    `A network interface wears at most ${fact("limit")} groups: take one off first.`,
  interfaceAttached: (fact) => `${fact("name")} is attached: detach it first.`,
  interfacePrimary: (fact) => `${fact("name")} is the primary interface and stays with its instance.`,
  interfaceManaged: (fact) => `${fact("name")} is managed by its service and stays with it.`,
  interfaceInOtherVpc: () => "That lies in another VPC, where its security groups do not exist.",
  interfaceInOtherZone: (fact) =>
    `That would split it over two zones: its interface in ${fact("subnet")} is in ${fact("zone")}, not ${fact("otherZone")}.`,
  interfaceLimit: (fact) =>
    `${fact("name")} is a ${fact("instanceType")}, which takes at most ${fact("limit")} network interfaces: choose a larger instance type, or detach one.`,
  interfacesInZoneLimit: (fact) =>
    `${fact("zone")} holds at most ${fact("limit")} network interfaces: choose a subnet in another zone.`,
  instanceNotFound: (fact) => `There is no instance ${fact("id")} any more.`,
  dbInstanceNotFound: (fact) => `There is no database ${fact("id")} any more.`,

  ...NETWORK_SENTENCES,

  nameMissing: () => "Give it a name.",
  idTaken: (fact) => `The id ${fact("id")} cannot be used, or is in use.`,
  elementNotFound: (fact) => `There is nothing with the id ${fact("id")} any more.`,
  elementDoesNotMove: () => "This cannot be moved into a subnet.",
  pasteNeedsContainer: (fact) => `Choose a ${fact("container")} to paste ${fact("name")} into.`,
  pasteNeedsSubnetSpace: (fact) =>
    `${fact("vpc")} has no room for another subnet the size of ${fact("name")}.`,
  rangeNotFound: (fact) => `There is no IP range ${fact("id")} any more.`,
  rangeWithoutCidr: () => "An IP range needs at least one CIDR, such as 203.0.113.0/24.",
};

/** What is wrong, where, and what to do, in a plain sentence. */
export const sentenceOf = (refusal: Refusal): string => said(SENTENCES[refusal.reason], refusal);

/** As the console says it: EC2's code, then the sentence. */
export const refusalText = (refusal: Refusal): string => `${refusal.code}: ${sentenceOf(refusal)}`;
