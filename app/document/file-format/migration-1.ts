/**
 * From version 1 to 2. Version 1 knew no route tables, network ACLs and gateways: whatever had a public or an IPv6 address was
 * taken to be routed to an internet gateway. Now a design says so itself, and each path stays as it was. A field that version 1
 * did not know is refused: what is put here would take the place of what it holds.
 */
import { ok, type Result } from "../../../engine";
import { type FileError, fileError } from "./file-error";
import { UNKNOWN_FIELD } from "./issue";

type Json = Readonly<Record<string, unknown>>;

const isObject = (json: unknown): json is Json =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** The records of a list. What has another shape is left for the schema to complain about. */
const recordsIn = (json: Json, key: string): readonly Json[] => {
  const list = json[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
};

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

const hasPublicIp = (networkInterface: Json): boolean =>
  recordsIn(networkInterface, "privateIpAddresses").some(({ publicIp }) => typeof publicIp === "string");

type Facts = Readonly<{
  vpcId: string;
  hasIpv6: boolean;
  isOnline: boolean;
  idOf: (prefix: string) => string;
}>;

/** All texts in a file: whatever is an id is among them. Without recursion, since a file may be nested deeply. */
const textsIn = (json: Json): ReadonlySet<string> => {
  const texts = new Set<string>();
  const left: unknown[] = [json];
  while (left.length > 0) {
    const part = left.pop();
    if (typeof part === "string") texts.add(part);
    else if (typeof part === "object" && part !== null)
      for (const each of Object.values(part)) left.push(each);
  }
  return texts;
};

/** Ids follow from the VPC's, so that a file gives the same design whenever it is read. */
const idFrom =
  (texts: ReadonlySet<string>, vpcId: string) =>
  (prefix: string): string => {
    let id = prefix + vpcId.replace(/^vpc-/u, "");
    while (texts.has(id)) id += "-2";
    return id;
  };

/** The VPCs in which some interface is of this kind. */
const vpcsWith = (json: Json, isOfKind: (networkInterface: Json) => boolean): ReadonlySet<unknown> => {
  const vpcOf = new Map(recordsIn(json, "subnets").map(({ subnetId, vpcId }) => [subnetId, vpcId]));
  return new Set(
    recordsIn(json, "networkInterfaces")
      .filter(isOfKind)
      .map(({ subnetId }) => vpcOf.get(subnetId)),
  );
};

const factsIn = (json: Json): readonly Facts[] => {
  const texts = textsIn(json);
  const withIpv6 = vpcsWith(json, ({ ipv6Addresses }) => isFilled(ipv6Addresses));
  const withPublicIp = vpcsWith(json, hasPublicIp);
  return recordsIn(json, "vpcs").map(({ vpcId, ipv6CidrBlocks }) => ({
    vpcId: String(vpcId),
    hasIpv6: withIpv6.has(vpcId) || isFilled(ipv6CidrBlocks),
    isOnline: withIpv6.has(vpcId) || withPublicIp.has(vpcId),
    idOf: idFrom(texts, String(vpcId)),
  }));
};

const IPV4 = { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" };
const IPV6 = { kind: "cidrIpv6", cidrIpv6: "::/0" };

const aclOf = ({ vpcId, hasIpv6, idOf }: Facts): Json => {
  const remotes = hasIpv6 ? [IPV4, IPV6] : [IPV4];
  const entries = ["ingress", "egress"].flatMap((direction) =>
    remotes.map((remote, index) => ({
      direction,
      ruleNumber: 100 + index,
      ruleAction: "allow",
      traffic: { ipProtocol: "all" },
      remote,
    })),
  );
  return { networkAclId: idOf("acl-"), vpcId, name: "", isDefault: true, entries };
};

const gatewayOf = ({ vpcId, idOf }: Facts): Json => ({ internetGatewayId: idOf("igw-"), name: "", vpcId });

const tableOf = ({ vpcId, hasIpv6, isOnline, idOf }: Facts): Json => {
  const destinations = hasIpv6 ? [IPV4, IPV6] : [IPV4];
  const routes = destinations.map((destination) => ({
    destination,
    target: { kind: "internetGateway", id: idOf("igw-") },
    state: "active",
    isPropagated: false,
  }));
  return { routeTableId: idOf("rtb-"), vpcId, name: "", isMain: true, routes: isOnline ? routes : [] };
};

const FIELDS: ReadonlySet<string> = new Set([
  "pathlight",
  "name",
  "vpcs",
  "subnets",
  "instances",
  "dbInstances",
  "networkInterfaces",
  "securityGroups",
  "prefixLists",
  "ipRanges",
  "places",
  "groupColors",
  "drafts",
]);

/** Each VPC gets its main route table and default ACL; one with a public or IPv6 address an internet gateway too. */
export const withRoutesAndAcls = (json: Json): Result<Json, FileError> => {
  const unknown = Object.keys(json).find((field) => !FIELDS.has(field));
  if (unknown !== undefined) return fileError(unknown, UNKNOWN_FIELD);
  const facts = factsIn(json);
  return ok({
    ...json,
    networkAcls: facts.map(aclOf),
    routeTables: facts.map(tableOf),
    internetGateways: facts.filter(({ isOnline }) => isOnline).map(gatewayOf),
  });
};
