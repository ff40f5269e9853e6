import type { Direction, SecurityGroup } from "../model/security-group";
import { ok, type Result } from "../result";
import { QUOTAS } from "./quotas";
import { type Refusal, refuse } from "./refusal";
import type { FamilyCounts } from "./rules-in-use";

const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];
const FAMILIES = ["ipv4", "ipv6"] as const;

type InUse = Readonly<Record<Direction, FamilyCounts>>;

/**
 * May a group use so much of its quota? One beyond it (a foreign file) may still be edited where that takes no more of it.
 */
export function checkRuleQuota(
  { groupName: group }: Pick<SecurityGroup, "groupName">,
  before: InUse,
  after: InUse,
): Result<void, Refusal> {
  const limit = QUOTAS.rulesPerSecurityGroup;
  for (const direction of DIRECTIONS) {
    const [was, is] = [before[direction], after[direction]];
    const over = FAMILIES.find((each) => is[each] > limit && is[each] > was[each]);
    if (over === undefined) continue;
    const family = over === "ipv4" ? "IPv4" : "IPv6";
    return refuse("ruleLimit", { group, direction, family, count: `${is[over]}`, limit: `${limit}` });
  }
  return ok(undefined);
}
