import type { Direction, Network, SecurityGroupId, SecurityGroupRule, VpcId } from "../../../engine";

/**
 * What a row's texts are read against. `myIp` is the address the user stated; `inForce` the rule the row edits, whose own
 * texts always mean themselves, even where they name something that is not in this design.
 */
export type RuleContext = Readonly<{
  network: Network;
  vpcId: VpcId;
  /** The group whose rule it is, and the rule's direction: together they tell which other groups it may name. */
  groupId: SecurityGroupId;
  direction: Direction;
  myIp: string | null;
  inForce: SecurityGroupRule | null;
}>;
