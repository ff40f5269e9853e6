/** Whether an interface sends and receives, whatever the rules say. */

import { recordOf } from "../model/network";
import type { NetworkInterface } from "../model/network-interface";
import type { ExplanationCode } from "./answer";
import type { NetworkIndex } from "./explain-index";
import type { Side } from "./explain-places";

/** Why an interface cannot be this end of a connection; null if it can. */
export const faultOf = (
  { network }: NetworkIndex,
  { attachment }: NetworkInterface,
  side: Side,
): ExplanationCode | null => {
  if (attachment === null) return side === "from" ? "NO_SOURCE_OR_DESTINATION" : "NO_POSSIBLE_DESTINATION";
  if (attachment.kind === "vpcEndpoint") return side === "from" ? "VPCE_INTRA_VPC_TRAFFIC" : null;
  if (attachment.kind !== "instance") return null;
  const state = recordOf(network.instances, attachment.instanceId)?.state ?? "running";
  return state === "running" ? null : "BAD_STATE_INSTANCE";
};
