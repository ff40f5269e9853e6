import type { Blocker, ExplanationCode, Network } from "../../../engine";
import { findElement } from "../../document/find";

type Cure = (network: Network, blocker: Pick<Blocker, "component" | "rule">) => string;

/** Only a subnet's routes can be added to; what else has no way on says so itself. */
const addRoute: Cure = (network, { component }) =>
  findElement(network, component)?.kind === "routeTable" ? "Add a route to it that leads there." : "";

/** AWS gives the interfaces of services their addresses itself. */
const giveAddress: Cure = (network, { component }) => {
  const element = findElement(network, component);
  if (element?.kind !== "networkInterface") return "";
  const owner = element.record.attachment?.kind ?? "instance";
  return owner === "instance"
    ? "Associate a public address with it."
    : "Reach it from inside the VPC, or through a load balancer.";
};

/** The catch-all is last: any entry comes before it. */
const addEntry: Cure = (_, { rule = "*" }) =>
  rule.endsWith("*")
    ? "Add an entry to this ACL that allows it."
    : "Delete that entry, or allow it by one with a lower number.";

const addRule: Cure = () => "Add a rule for it to one of these groups.";

const nameAddresses: Cure = () => "Add a rule that names addresses instead of a group.";

const CURES: Readonly<Partial<Record<ExplanationCode, Cure>>> = {
  ENI_SG_RULES_MISMATCH: addRule,
  SG_HAS_NO_RULES: addRule,
  SG_REFERENCES_NOT_PRESERVED: nameAddresses,
  SG_REFERENCING_SUPPORT: nameAddresses,
  SUBNET_ACL_RESTRICTION: addEntry,
  NO_ROUTE_TO_DESTINATION: addRoute,
  BAD_STATE_ROUTE: () => "Lead this route to something that is there, or delete it.",
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: giveAddress,
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: () =>
    "Associate a public address with it, or lead the subnet's route to a NAT gateway.",
  ENI_SOURCE_DEST_CHECK_RESTRICTION: () => "Switch this check off.",
  PORT_25_RESTRICTION: () => "Send mail on port 587, or ask AWS to open port 25 to the account.",
};

/** What to do about something that stops a packet; empty where its own sentence says all there is. */
export const cureText = (network: Network, blocker: Pick<Blocker, "code" | "component" | "rule">): string =>
  CURES[blocker.code]?.(network, blocker) ?? "";
