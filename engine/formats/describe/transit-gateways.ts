import { asId, type Id, type TransitGatewayAttachmentId, type TransitGatewayId } from "../../model/id";
import type { TransitGateway } from "../../model/transit-gateway";
import { flagOf, idOf, nameOf, objectOf, type Source, textOf } from "../json-source";
import { entriesBy, entriesById, joined } from "./entries-by-id";
import type { Lists } from "./lists";
import { regionOfArn } from "./regions";

type TransitKind = "transitGateway" | "transitGatewayAttachment" | "transitGatewayRouteTable";

/** The entries of a kind by id, before they are records. */
type Entries<Kind extends TransitKind> = ReadonlyMap<Id<Kind>, Source>;

/** All that an input tells of transit gateways. */
export type TransitEntries = Readonly<{
  gateways: Entries<"transitGateway">;
  attachments: Entries<"transitGatewayAttachment">;
  routeTables: Entries<"transitGatewayRouteTable">;
  tablesByGateway: ReadonlyMap<string, readonly Source[]>;
  attachmentsByGateway: ReadonlyMap<string, readonly TransitGatewayAttachmentId[]>;
}>;

export const optionOf = (source: Source, key: string): string => {
  const options = objectOf(source, "Options");
  return options === null ? "" : textOf(options, key);
};

/** VPCs' attachments, from the list of all attachments and from that of VPCs' alone. */
function attachmentEntries(lists: Lists): Entries<"transitGatewayAttachment"> {
  const key = "TransitGatewayAttachmentId";
  const found = new Map(
    entriesById<"transitGatewayAttachment">(lists.entries("TransitGatewayVpcAttachments"), key),
  );
  for (const [id, source] of entriesById<"transitGatewayAttachment">(
    lists.entries("TransitGatewayAttachments"),
    key,
  )) {
    const kind = textOf(source, "ResourceType");
    const before = found.get(id);
    if (kind !== "" && kind !== "vpc") source.input.notes.add("notModelled", source.path, { name: id, kind });
    else found.set(id, before === undefined ? source : joined(before, source));
  }
  return found;
}

function idsByGateway(attachments: Entries<"transitGatewayAttachment">) {
  const found = new Map<string, TransitGatewayAttachmentId[]>();
  for (const [id, source] of attachments) {
    const gateway = textOf(source, "TransitGatewayId");
    const before = found.get(gateway);
    if (before === undefined) found.set(gateway, [id]);
    else before.push(id);
  }
  return found;
}

export function transitEntries(lists: Lists): TransitEntries {
  const tables = lists.entries("TransitGatewayRouteTables");
  const attachments = attachmentEntries(lists);
  return {
    gateways: entriesById<"transitGateway">(lists.entries("TransitGateways"), "TransitGatewayId"),
    attachments,
    routeTables: entriesById<"transitGatewayRouteTable">(tables, "TransitGatewayRouteTableId"),
    tablesByGateway: entriesBy(tables, "TransitGatewayId"),
    attachmentsByGateway: idsByGateway(attachments),
  };
}

/** References to groups are off by default here, and on at attachments. */
const transitGatewayOf = (transitGatewayId: TransitGatewayId, source: Source): TransitGateway => ({
  transitGatewayId,
  name: nameOf(source),
  region: regionOfArn(textOf(source, "TransitGatewayArn")),
  securityGroupReferencingSupport: optionOf(source, "SecurityGroupReferencingSupport") === "enable",
});

/** The transit gateways of the input, also those that only attachments name. */
export function readTransitGateways({ gateways, attachments }: TransitEntries): readonly TransitGateway[] {
  const found = new Map([...gateways].map(([id, source]) => [id, transitGatewayOf(id, source)]));
  for (const source of attachments.values()) {
    const id = idOf<"transitGateway">(source, "TransitGatewayId");
    if (id === null || found.has(id)) continue;
    source.input.notes.add("impliedTransitGateway", source.path, { transitGateway: id });
    found.set(id, { transitGatewayId: id, name: "", region: "", securityGroupReferencingSupport: false });
  }
  return [...found.values()];
}

/** The id of the table that is put for a gateway of which no table is told. */
export const impliedTableId = (transitGatewayId: TransitGatewayId) =>
  asId<"transitGatewayRouteTable">(`tgw-rtb-of-${transitGatewayId}`);

/** The table that attachments of a gateway are associated with, or propagate to, by themselves; null where there is none. */
export function defaultTable(
  entries: TransitEntries,
  transitGatewayId: TransitGatewayId,
  purpose: "Association" | "Propagation",
): Id<"transitGatewayRouteTable"> | null {
  const tables = entries.tablesByGateway.get(transitGatewayId) ?? [];
  if (tables.length === 0) return impliedTableId(transitGatewayId);
  const gateway = entries.gateways.get(transitGatewayId);
  const told = gateway === undefined ? "" : optionOf(gateway, `${purpose}DefaultRouteTableId`);
  if (told !== "") return asId<"transitGatewayRouteTable">(told);
  const flagged = tables.find((each) => flagOf(each, `Default${purpose}RouteTable`, false));
  return flagged === undefined
    ? null
    : idOf<"transitGatewayRouteTable">(flagged, "TransitGatewayRouteTableId");
}
