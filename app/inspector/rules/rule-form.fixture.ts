/** A small design with names that are easily mistaken, and rows read in it. For tests. */
import {
  asId,
  EMPTY_NETWORK,
  type Network,
  type Remote,
  type SecurityGroup,
  type SecurityGroupRule,
  type Traffic,
} from "../../../engine";
import type { RuleContext } from "./rule-context";
import { draftOf, EMPTY_FIELDS, type RuleFields, readRule } from "./rule-draft-form";

const VPC = asId<"vpc">("vpc-1");
export const OWN = asId<"securityGroup">("sg-db");

const group = (id: string, groupName: string, vpcId = VPC): SecurityGroup => ({
  groupId: asId<"securityGroup">(id),
  groupName,
  description: "",
  vpcId,
  associatedVpcIds: [],
  rules: [],
});

export const GROUPS = [
  group("sg-db", "database"),
  group("sg-app", "app-server"),
  // Names that are not what they seem: an address, an id of another group, the name of a prefix list.
  group("sg-odd", "10.0.0.0/8"),
  group("sg-twin", "sg-app"),
  group("sg-list", "partners"),
  group("sg-far", "web", asId<"vpc">("vpc-2")),
];

const NETWORK: Network = {
  ...EMPTY_NETWORK,
  securityGroups: Object.fromEntries(GROUPS.map((each) => [each.groupId, each])),
  prefixLists: {
    [asId<"prefixList">("pl-1")]: {
      prefixListId: asId<"prefixList">("pl-1"),
      prefixListName: "partners",
      addressFamily: "IPv4",
      maxEntries: 10,
      ownerId: "",
      entries: [],
    },
  },
};

export const contextFor = (inForce: SecurityGroupRule | null, myIp: string | null = null): RuleContext => ({
  network: NETWORK,
  vpcId: VPC,
  groupId: OWN,
  direction: "ingress",
  myIp,
  inForce,
});

export const ruleOf = (traffic: Traffic, remote: Remote, description = ""): SecurityGroupRule => ({
  securityGroupRuleId: asId<"securityGroupRule">("sgr-1"),
  direction: "ingress",
  traffic,
  remote,
  description,
});

export const SSH_FROM_SUBNET = ruleOf(
  { ipProtocol: "tcp", ports: { from: 22, to: 22 } },
  { kind: "cidrIpv4", cidrIpv4: "10.0.1.0/24" },
);

export const draftWith = (fields: Partial<RuleFields>) =>
  draftOf(
    { ...EMPTY_FIELDS, type: "ssh", remote: "10.0.1.0/24", ...fields },
    {
      draftId: "sgr-1",
      groupId: OWN,
      direction: "ingress",
      ruleId: null,
    },
  );

/** What a row with these texts, otherwise SSH from 10.0.1.0/24, says. */
export const read = (fields: Partial<RuleFields>, context = contextFor(null)) =>
  readRule(draftWith(fields), context);

export const remoteOf = (fields: Partial<RuleFields>, context = contextFor(null)) => {
  const rule = read(fields, context);
  return rule.ok ? rule.value.remote : rule.error;
};
