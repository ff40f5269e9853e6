import { assumptionText, type Coverage, type NotJudged } from "../../../engine";

const NAMES: Readonly<Record<NotJudged, string>> = {
  networkAcls: "network ACLs",
  routeTables: "route tables",
  gateways: "gateways",
  unmodelledTargets: "what a route leads to that Pathlight does not know",
  prefixLists: "prefix lists without entries",
  loadBalancerTargets: "a load balancer’s listeners and targets",
  edgeRouteTables: "route tables of gateways",
  dns: "DNS",
  hostFirewalls: "firewalls inside the machines",
  listeningProcesses: "whether a process listens",
};

/** What is judged wherever the network tells it. */
const JUDGED = ["networkAcls", "routeTables", "gateways"] as const satisfies readonly NotJudged[];

/** What a verdict speaks about, what it does not, and what it takes for granted. */
export const coverageLines = ({ notJudged, assumptions }: Coverage): readonly string[] => {
  const judged = JUDGED.filter((code) => !notJudged.includes(code)).map((code) => NAMES[code]);
  const considered = ["security groups", ...judged, "addresses"].join(", ");
  return [
    `Considered: ${considered}. Not considered: ${notJudged.map((code) => NAMES[code]).join(", ")}.`,
    ...assumptions.map(assumptionText),
  ];
};
