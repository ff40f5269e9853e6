import type { NotJudged } from "./answer";

/** The layers and facts that no verdict speaks about yet, in the order in which they are told. */
export const NOT_JUDGED: readonly NotJudged[] = [
  "networkAcls",
  "routeTables",
  "gateways",
  "vpcPeering",
  "transitGateways",
  "dns",
  "hostFirewalls",
  "listeningProcesses",
  "port25Restriction",
];
