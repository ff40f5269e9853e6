import { checkDeletion, DEFAULT_GROUP_NAME, type Network, ok, refuse } from "../../../engine";
import { type Command, commandOf } from "../command";
import { INTERNET_PLACE } from "../diagram";
import { filterEntries } from "../filter-entries";
import { findElement, nameOf, TABLE_OF } from "../find";
import { withoutPlaces } from "../places";
import { withContent } from "./delete-content";
import { withoutReferences } from "./delete-references";

export type Deletion = Readonly<{
  /** All that goes, content included. */
  ids: ReadonlySet<string>;
  /** "Delete VPC shop and its 12 resources". */
  label: string;
  /** Resources that go beside those that were named. What every VPC and every machine brings along is not counted. */
  count: number;
}>;

/** Does it come along with something else, so that nobody would count it? */
const comesAlong = (network: Network, id: string): boolean => {
  const element = findElement(network, id);
  switch (element?.kind) {
    case "networkInterface":
      return element.record.attachment !== null;
    case "securityGroup":
      return element.record.groupName === DEFAULT_GROUP_NAME;
    case "networkAcl":
      return element.record.isDefault;
    case "routeTable":
      return element.record.isMain;
    default:
      return false;
  }
};

const KIND_WORDS: Readonly<Record<string, string>> = {
  vpc: "VPC ",
  subnet: "subnet ",
  securityGroup: "security group ",
  networkInterface: "network interface ",
  prefixList: "prefix list ",
  routeTable: "route table ",
  networkAcl: "network ACL ",
  internetGateway: "internet gateway ",
  egressOnlyInternetGateway: "egress-only internet gateway ",
  natGateway: "NAT gateway ",
  vpcPeeringConnection: "peering connection ",
  transitGateway: "transit gateway ",
  transitGatewayAttachment: "attachment ",
  transitGatewayRouteTable: "transit gateway route table ",
  vpcEndpoint: "endpoint ",
  loadBalancer: "load balancer ",
};

const labelOf = (network: Network, named: readonly string[], count: number): string => {
  const [id = ""] = named;
  if (named.length !== 1) return `Delete ${named.length + count} resources`;
  const kind = findElement(network, id)?.kind ?? "";
  const content = count === 0 ? "" : ` and its ${count} ${count === 1 ? "resource" : "resources"}`;
  return `Delete ${KIND_WORDS[kind] ?? ""}${nameOf(network, id)}${content}`;
};

/** What deleting these things takes with it, for the question before it and for undo. */
export const deletionOf = (network: Network, ids: readonly string[]): Deletion => {
  const named = [...new Set(ids)];
  const all = withContent(network, named);
  const count = [...all].filter((id) => !named.includes(id) && !comesAlong(network, id)).length;
  return { ids: all, label: labelOf(network, named, count), count };
};

const withoutRecords = (network: Network, goes: ReadonlySet<string>): Network => {
  let left = network;
  for (const table of Object.values(TABLE_OF)) {
    const records = filterEntries(left[table], (id) => !goes.has(id));
    if (records !== left[table]) left = { ...left, [table]: records };
  }
  return left;
};

/** Deletes things with all that lies in them, in one step, or nothing when something that stays needs one of them. */
export const deleteElements = (ids: readonly string[]): Command =>
  commandOf(
    (network) => deletionOf(network, ids).label,
    (diagram) => {
      const { network, layout } = diagram;
      const unknown = ids.find((id) => id !== INTERNET_PLACE && findElement(network, id) === null);
      if (unknown !== undefined) return refuse("elementNotFound", { id: unknown });
      const goes = withContent(network, ids);
      const may = checkDeletion(network, goes);
      if (!may.ok) return may;
      const left = withoutReferences(withoutRecords(network, goes), goes);
      return ok({ ...diagram, network: left, layout: withoutPlaces(layout, goes) });
    },
  );
