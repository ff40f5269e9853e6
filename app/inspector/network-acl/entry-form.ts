import {
  type CidrRemote,
  type Direction,
  fail,
  type NetworkAclEntry,
  type NetworkAclId,
  ok,
  type Result,
} from "../../../engine";
import {
  createNetworkAclEntry,
  deleteNetworkAclEntries,
  replaceNetworkAclEntry,
} from "../../document/commands/network-acl";
import type { RowFaults, RowForm } from "../rows/row-form";
import { ACL_TYPES } from "../rules/acl-types";
import { looksLikeAddress, readCidrText } from "../rules/cidr-fault";
import { type Fault, missing, wrong } from "../rules/fault";
import { trafficText } from "../rules/rule-traffic";
import { readTraffic, trafficFields } from "../rules/traffic-fields";

/** The texts of one row: number, traffic in three columns, the far end's block, "allow" or "deny". */
export type EntryTexts = Readonly<{
  ruleNumber: string;
  type: string;
  protocol: string;
  ports: string;
  remote: string;
  ruleAction: string;
}>;

const LAST_NUMBER = 32766;

/** The block that a CIDR remote names. */
export const cidrText = (remote: CidrRemote): string =>
  remote.kind === "cidrIpv4" ? remote.cidrIpv4 : remote.cidrIpv6;

const cidrRemote = (text: string): CidrRemote =>
  text.includes(":") ? { kind: "cidrIpv6", cidrIpv6: text } : { kind: "cidrIpv4", cidrIpv4: text };

export const entryTexts = ({ ruleNumber, traffic, remote, ruleAction }: NetworkAclEntry): EntryTexts => ({
  ruleNumber: `${ruleNumber}`,
  ...trafficFields(traffic, ACL_TYPES),
  remote: cidrText(remote),
  ruleAction,
});

/** A row as the console adds it: nothing is in force until it has a port. */
export const newEntryTexts = (ruleNumber: number): EntryTexts => ({
  ruleNumber: `${ruleNumber}`,
  type: "custom-tcp",
  protocol: "TCP",
  ports: "",
  remote: "0.0.0.0/0",
  ruleAction: "allow",
});

/** As for every CIDR; whoever comes from security groups may expect that their names count here, too. */
const readRemote = (text: string): Result<string, Fault> => {
  const cidr = readCidrText(text);
  return cidr.ok || text.trim() === "" || looksLikeAddress(text)
    ? cidr
    : fail(wrong("A network ACL takes CIDRs only, such as 10.0.1.0/24, no security groups"));
};

const readNumber = (text: string): Result<number, Fault> => {
  const trimmed = text.trim();
  if (trimmed === "") return fail(missing(`Enter a rule number, 1 to ${LAST_NUMBER}`));
  const number = Number(trimmed);
  return /^\d+$/.test(trimmed) && number >= 1 && number <= LAST_NUMBER
    ? ok(number)
    : fail(wrong(`A rule number is a whole number from 1 to ${LAST_NUMBER}`));
};

/** The entry that a row says, or what is wrong in which field. Host bits are cleared; a bare address stands for itself. */
export const readEntry = (
  direction: Direction,
  texts: EntryTexts,
): Result<NetworkAclEntry, RowFaults<EntryTexts>> => {
  const ruleNumber = readNumber(texts.ruleNumber);
  const traffic = readTraffic(texts);
  const cidr = readRemote(texts.remote);
  if (ruleNumber.ok && traffic.ok && cidr.ok)
    return ok({
      ruleNumber: ruleNumber.value,
      direction,
      ruleAction: texts.ruleAction === "deny" ? "deny" : "allow",
      traffic: traffic.value,
      remote: cidrRemote(cidr.value),
    });
  return fail({
    ...(ruleNumber.ok ? {} : { ruleNumber: ruleNumber.error }),
    ...(traffic.ok ? {} : traffic.error),
    ...(cidr.ok ? {} : { remote: cidr.error }),
  });
};

/** An entry in short: "allow TCP 80, 0.0.0.0/0". */
export const entryText = ({ ruleAction, traffic, remote }: NetworkAclEntry): string =>
  `${ruleAction} ${trafficText([traffic])}, ${cidrText(remote)}`;

const inForceText = (entry: NetworkAclEntry, field: string): string => {
  switch (field) {
    case "ruleNumber":
      return `${entry.ruleNumber}`;
    case "protocol":
    case "ports":
      return trafficText([entry.traffic]);
    case "remote":
      return cidrText(entry.remote);
    default:
      return `${entry.ruleNumber} ${entryText(entry)}`;
  }
};

/** The entries of one direction as rows, by number. */
export const entryForm = (
  networkAclId: NetworkAclId,
  direction: Direction,
): RowForm<NetworkAclEntry, EntryTexts> => ({
  id: `${networkAclId} ${direction}`,
  keyOf: ({ ruleNumber }) => `${ruleNumber}`,
  textsOf: entryTexts,
  blank: newEntryTexts(100),
  read: (texts) => readEntry(direction, texts),
  wholeField: "ruleNumber",
  orderOf: ({ ruleNumber }) => ruleNumber,
  inForceText,
  put: (inForce, next) =>
    inForce === null
      ? createNetworkAclEntry(networkAclId, next)
      : replaceNetworkAclEntry(networkAclId, inForce, next),
  remove: (entry) => deleteNetworkAclEntries(networkAclId, [entry]),
});
