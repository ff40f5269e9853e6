import type { ManagedResource } from "../model/managed-resource";
import { ok, type Result } from "../result";
import { type Refusal, refuse } from "./refusal";

/** A function is told its groups; other services take the VPC's default group when they are told none. */
export function checkManagedResource(
  { kind }: Pick<ManagedResource, "kind">,
  groupCount: number,
): Result<void, Refusal> {
  return kind === "lambdaFunction" && groupCount === 0 ? refuse("functionWithoutGroups") : ok(undefined);
}
