import { assumptionText, type Coverage, type NotJudged } from "../../../engine";

const NAMES: Readonly<Record<NotJudged, string>> = {
  networkAcls: "network ACLs",
  routeTables: "route tables",
  gateways: "gateways",
  vpcPeering: "VPC peering",
  transitGateways: "transit gateways",
  dns: "DNS",
  hostFirewalls: "firewalls inside the machines",
  listeningProcesses: "whether a process listens",
  port25Restriction: "AWS's block of TCP port 25",
};

/** What a verdict speaks about, what it does not, and what it takes for granted. */
export const coverageLines = ({ notJudged, assumptions }: Coverage): readonly string[] => [
  `Considered: security groups, addresses. Not considered: ${notJudged.map((code) => NAMES[code]).join(", ")}.`,
  ...assumptions.map(assumptionText),
];
