import { asId } from "../model/id";
import type { CidrRemote, NetworkAcl, NetworkAclEntry } from "../model/network-acl";
import type { Direction } from "../model/security-group";
import { INTERNET_BLOCKS, idText, SMALL_BLOCKS, subnetCidr, VPC_ID } from "./fixture-places";
import { COARSE_SERVICES, COMMON_SERVICES } from "./fixture-services";
import { NETWORK_ACLS, SUBNETS } from "./fixture-size";
import type { Random } from "./random";

const LINES = 6;

/** The ACLs: in each direction six lines that allow and deny, then one that allows the rest. */
export const fixtureAcls = (random: Random): readonly NetworkAcl[] =>
  Array.from({ length: NETWORK_ACLS }, (_, number) => ({
    networkAclId: asId<"networkAcl">(idText("acl", number)),
    vpcId: VPC_ID,
    name: `acl ${number}`,
    isDefault: false,
    entries: [...lines(random, "ingress"), ...lines(random, "egress")],
  }));

const lines = (random: Random, direction: Direction): readonly NetworkAclEntry[] => [
  ...Array.from({ length: LINES }, (_, at) => line(random, direction, 100 + at * 10)),
  {
    ruleNumber: 1000,
    direction,
    ruleAction: "allow",
    traffic: { ipProtocol: "all" },
    remote: { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" },
  },
];

const line = (random: Random, direction: Direction, ruleNumber: number): NetworkAclEntry => ({
  ruleNumber,
  direction,
  ruleAction: random.below(2) === 0 ? "allow" : "deny",
  traffic: random.pick(random.below(2) === 0 ? COARSE_SERVICES : COMMON_SERVICES),
  remote: lineRemote(random),
});

function lineRemote(random: Random): CidrRemote {
  const turn = random.below(100);
  if (turn < 50) return { kind: "cidrIpv4", cidrIpv4: subnetCidr(random.below(SUBNETS)) };
  if (turn < 70) return { kind: "cidrIpv4", cidrIpv4: random.pick(SMALL_BLOCKS) };
  if (turn < 80) return { kind: "cidrIpv4", cidrIpv4: "10.0.0.0/8" };
  return { kind: "cidrIpv4", cidrIpv4: random.pick(INTERNET_BLOCKS) };
}
