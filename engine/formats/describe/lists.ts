/** Finds the lists of describe commands in an input, whatever they are wrapped in. */
import { fieldOf, type Input, objectsOf, pathTo, type Source, sourceOf } from "../json-source";

/** Collectors write `network_acls` for `NetworkAcls`. */
const plain = (key: string): string => key.replaceAll(/[_-]/g, "").toLowerCase();

/** The lists that are read, as the AWS CLI names them. */
const LIST_NAMES = [
  "Addresses",
  "DBInstances",
  "EgressOnlyInternetGateways",
  "Entries",
  "Instances",
  "InternetGateways",
  "Listeners",
  "LoadBalancerDescriptions",
  "LoadBalancerListeners",
  "LoadBalancerTargetHealth",
  "LoadBalancers",
  "ManagedPrefixLists",
  "NatGateways",
  "NetworkAcls",
  "NetworkInterfaces",
  "PrefixLists",
  "Reservations",
  "RouteTables",
  "SecurityGroupRules",
  "SecurityGroupVpcAssociations",
  "SecurityGroups",
  "Subnets",
  "TargetGroups",
  "TransitGatewayAttachments",
  "TransitGatewayPropagations",
  "TransitGatewayRouteTables",
  "TransitGatewayStaticRoutes",
  "TransitGatewayVpcAttachments",
  "TransitGateways",
  "VpcEndpoints",
  "VpcPeeringConnections",
  "Vpcs",
] as const;

/** `search-transit-gateway-routes` and its like print lists that do not say of which table they are. */
const TABLE_DETAILS = "TransitGatewayTableDetails";

const DETAIL_LISTS: readonly string[] = ["Routes", "TransitGatewayRouteTablePropagations"].map((key) =>
  plain(key),
);

export type ListName = (typeof LIST_NAMES)[number] | typeof TABLE_DETAILS;

const NAMES: ReadonlyMap<string, ListName> = new Map(LIST_NAMES.map((name) => [plain(name), name]));

/** Lists beside those, whose absence takes nothing from a network: they are passed over without a word. */
const NO_MATTER: ReadonlySet<string> = new Set(
  ["AvailabilityZones", "Regions", "Tags", "DhcpOptions", "KeyPairs", "Images", "Volumes", "Snapshots"].map(
    plain,
  ),
);

/** Keyed by command (also by Region), wrapped as `{ status_code, data }`, or both: lists lie at most so deep. */
const DEEPEST = 4;

export type Lists = Readonly<{
  /** The entries of all lists of this name. */
  entries(name: ListName): readonly Source[];
  /** Is there such a list at all, be it empty? */
  has(name: ListName): boolean;
  isEmpty: boolean;
}>;

type Found = Map<ListName, Source[]>;

function findIn(source: Source, depth: number, found: Found): void {
  for (const key of Object.keys(source.object)) {
    const value = fieldOf(source, key);
    if (Array.isArray(value)) takeList(source, key, value.length, found);
    else if (depth < DEEPEST) findBelow(source, key, value, depth, found);
  }
  if (typeof fieldOf(source, "NextToken") === "string")
    source.input.notes.add("incompleteList", pathTo(source, "NextToken"));
}

function takeList(source: Source, key: string, length: number, found: Found): void {
  const name = NAMES.get(plain(key));
  if (name !== undefined) {
    const before = found.get(name) ?? [];
    for (const entry of objectsOf(source, key)) before.push(entry);
    found.set(name, before);
  } else if (DETAIL_LISTS.includes(plain(key))) {
    const before = found.get(TABLE_DETAILS) ?? [];
    if (before.at(-1)?.object !== source.object) found.set(TABLE_DETAILS, [...before, source]);
  } else if (length > 0 && !NO_MATTER.has(plain(key))) {
    source.input.notes.add("listNotRead", pathTo(source, key), { list: key });
  }
}

function findBelow(source: Source, key: string, value: unknown, depth: number, found: Found): void {
  const below = sourceOf(value, pathTo(source, key), source.input);
  if (below !== null && key !== "ResponseMetadata") findIn(below, depth + 1, found);
}

/** The lists of several files together. */
export function findLists(files: readonly unknown[], input: Input): Lists {
  const found: Found = new Map();
  files.forEach((file, at) => {
    const source = sourceOf(file, files.length === 1 ? "" : `[${at}]`, input);
    if (source !== null) findIn(source, 0, found);
  });
  return {
    entries: (name) => found.get(name) ?? [],
    has: (name) => found.has(name),
    isEmpty: found.size === 0,
  };
}
