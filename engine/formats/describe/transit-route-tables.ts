import { asId, type TransitGatewayAttachmentId, type TransitGatewayRouteTableId } from "../../model/id";
import type {
  TransitGateway,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
} from "../../model/transit-gateway";
import { formatCidr } from "../../net/cidr";
import { cidrOfField, fieldOf, idOf, nameOf, objectsOf, type Source, textOf } from "../json-source";
import { entriesBy } from "./entries-by-id";
import type { Lists } from "./lists";
import { defaultTable, impliedTableId, type TransitEntries } from "./transit-gateways";

/** The first attachment of a route; EC2 lists several for paths of equal cost. */
const attachmentOfRoute = (route: Source): TransitGatewayAttachmentId => {
  const [first] = objectsOf(route, "TransitGatewayAttachments");
  return asId<"transitGatewayAttachment">(textOf(first ?? route, "TransitGatewayAttachmentId"));
};

function routeOf(route: Source, { attachments }: TransitEntries): readonly TransitGatewayRoute[] {
  const block = cidrOfField(route, "DestinationCidrBlock");
  if (block === null) return [];
  const [cidr, target] = [formatCidr(block), attachmentOfRoute(route)];
  if (textOf(route, "State") === "blackhole" || target === "") return [{ cidr, attachmentId: null }];
  if (attachments.has(target)) return [{ cidr, attachmentId: target }];
  route.input.notes.add("transitRouteToUnmodelled", route.path, { cidr, target });
  return [{ cidr, attachmentId: null }];
}

const isPropagated = (route: Source): boolean => textOf(route, "Type") === "propagated";

type TableDetails = Readonly<{
  source: Source;
  more: readonly Source[];
  byDefault: readonly TransitGatewayAttachmentId[];
}>;

/** Attachments that a table learns from, as its propagations or its learned routes tell, else as is the default. */
function propagatedFrom({ source, more, byDefault }: TableDetails, learned: readonly Source[]) {
  const key = "TransitGatewayRouteTablePropagations";
  const telling = [source, ...more].filter((each) => fieldOf(each, key) !== undefined);
  const told = telling
    .flatMap((each) => objectsOf(each, key))
    .filter((each) => !/^disabl/.test(textOf(each, "State")))
    .flatMap((each) => idOf<"transitGatewayAttachment">(each, "TransitGatewayAttachmentId") ?? []);
  return [...(telling.length === 0 ? byDefault : told), ...learned.map(attachmentOfRoute)];
}

function tableOf(
  id: TransitGatewayRouteTableId,
  details: TableDetails,
  entries: TransitEntries,
): TransitGatewayRouteTable | null {
  const { source, more } = details;
  const transitGatewayId = idOf<"transitGateway">(source, "TransitGatewayId");
  if (transitGatewayId === null) {
    source.input.notes.add("noParent", source.path, { id, parent: "transit gateway" });
    return null;
  }
  const routes = [source, ...more].flatMap((each) => objectsOf(each, "Routes"));
  const propagated = propagatedFrom(details, routes.filter(isPropagated));
  return {
    transitGatewayRouteTableId: id,
    transitGatewayId,
    name: nameOf(source),
    routes: routes.filter((each) => !isPropagated(each)).flatMap((each) => routeOf(each, entries)),
    propagatedFrom: [...new Set(propagated)].filter((each) => entries.attachments.has(each)),
  };
}

/** Routes and propagations, which stand in lists of their own. */
const tableDetails = (lists: Lists): readonly Source[] => [
  ...lists.entries("TransitGatewayStaticRoutes"),
  ...lists.entries("TransitGatewayPropagations"),
  ...lists.entries("TransitGatewayTableDetails"),
];

/** Details that do not say of which table they are can only be those of the one table there is. */
function looseDetails(details: readonly Source[], { routeTables }: TransitEntries): readonly Source[] {
  if (routeTables.size === 1) return details;
  for (const { input, path } of details) input.notes.add("detailsWithoutTable", path);
  return [];
}

function toldTables(lists: Lists, entries: TransitEntries): readonly TransitGatewayRouteTable[] {
  const more = entriesBy(tableDetails(lists), "TransitGatewayRouteTableId");
  const loose = looseDetails(more.get("") ?? [], entries);
  return [...entries.routeTables].flatMap(([id, source]) => {
    const transitGatewayId = asId<"transitGateway">(textOf(source, "TransitGatewayId"));
    const isDefault = defaultTable(entries, transitGatewayId, "Propagation") === id;
    const byDefault = (isDefault ? entries.attachmentsByGateway.get(transitGatewayId) : undefined) ?? [];
    return tableOf(id, { source, more: [...(more.get(id) ?? []), ...loose], byDefault }, entries) ?? [];
  });
}

/** For a gateway of which no table is told: one that all its attachments share. */
function impliedTable(
  { transitGatewayId }: TransitGateway,
  entries: TransitEntries,
): readonly TransitGatewayRouteTable[] {
  const attachments = entries.attachmentsByGateway.get(transitGatewayId) ?? [];
  const source =
    entries.gateways.get(transitGatewayId) ?? entries.attachments.get(attachments[0] ?? asId(""));
  if (entries.tablesByGateway.has(transitGatewayId) || source === undefined) return [];
  source.input.notes.add("impliedTransitRouteTable", source.path, { transitGateway: transitGatewayId });
  const transitGatewayRouteTableId = impliedTableId(transitGatewayId);
  return [
    { transitGatewayRouteTableId, transitGatewayId, name: "", routes: [], propagatedFrom: attachments },
  ];
}

/** The route tables of the transit gateways. */
export const readTransitGatewayRouteTables = (
  lists: Lists,
  entries: TransitEntries,
  gateways: readonly TransitGateway[],
): readonly TransitGatewayRouteTable[] => [
  ...toldTables(lists, entries),
  ...gateways.flatMap((each) => impliedTable(each, entries)),
];
