import { asId } from "../model/id";
import type { Direction, Remote, SecurityGroup, SecurityGroupRule, Traffic } from "../model/security-group";
import { anyHost, HOSTS, INTERNET_BLOCKS, idText, SMALL_BLOCKS, subnetCidr, VPC_ID } from "./fixture-places";
import { pickService, rareServices } from "./fixture-services";
import { type FixtureSize, RULES_PER_GROUP, SUBNETS } from "./fixture-size";
import type { Random } from "./random";

export const groupIdAt = (number: number) => asId<"securityGroup">(idText("sg", number));

const ANY_IPV4: Remote = { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" };

const cidr = (cidrIpv4: string): Remote => ({ kind: "cidrIpv4", cidrIpv4 });

/** What a rule for addresses names, in per cent: any, 10/8, a subnet, a /24, one host, a range on the Internet. */
function pickCidr(random: Random): Remote {
  const turn = random.below(100);
  if (turn < 16) return ANY_IPV4;
  if (turn < 32) return cidr("10.0.0.0/8");
  if (turn < 52) return cidr(subnetCidr(random.below(SUBNETS)));
  if (turn < 71) return cidr(random.pick(SMALL_BLOCKS));
  if (turn < 81) return cidr(anyHost(random.below(SUBNETS), random.below(HOSTS)));
  return cidr(random.pick(INTERNET_BLOCKS));
}

/** All groups. Half of the rules name a group, half name addresses. */
export function fixtureGroups(size: FixtureSize, random: Random): readonly SecurityGroup[] {
  const rare = rareServices(size.rareServices);
  return Array.from({ length: size.groups }, (_, number) => ({
    groupId: groupIdAt(number),
    groupName: `group ${number}`,
    description: "",
    vpcId: VPC_ID,
    associatedVpcIds: [],
    rules: groupRules(size, number, random, rare),
  }));
}

function groupRules(
  size: FixtureSize,
  group: number,
  random: Random,
  rare: readonly Traffic[],
): readonly SecurityGroupRule[] {
  const isOpen = size.openOutbound && group % 2 === 1;
  const inbound = RULES_PER_GROUP - (isOpen ? 1 : size.outboundRules);
  const seen = new Set<string>();
  return Array.from({ length: RULES_PER_GROUP }, (_, number) => {
    const securityGroupRuleId = asId<"securityGroupRule">(idText("sgr", group * RULES_PER_GROUP + number));
    const direction: Direction = number < inbound ? "ingress" : "egress";
    const told: Told =
      isOpen && direction === "egress"
        ? { remote: ANY_IPV4, traffic: { ipProtocol: "all" } }
        : newRule(random, number % 2 === 0, { size, rare, direction, seen });
    return { securityGroupRuleId, direction, ...told, description: "" };
  });
}

type Told = Pick<SecurityGroupRule, "remote" | "traffic">;

type Choice = Readonly<{
  size: FixtureSize;
  rare: readonly Traffic[];
  direction: Direction;
  seen: Set<string>;
}>;

/** EC2 refuses a second rule that says the same. */
function newRule(random: Random, namesGroup: boolean, choice: Choice): Told {
  for (;;) {
    const remote: Remote = namesGroup
      ? { kind: "group", groupId: groupIdAt(random.below(choice.size.groups)) }
      : pickCidr(random);
    const traffic = pickService(random, choice.rare, namesGroup);
    const key = JSON.stringify([choice.direction, remote, traffic]);
    if (choice.seen.has(key)) continue;
    choice.seen.add(key);
    return { remote, traffic };
  }
}
