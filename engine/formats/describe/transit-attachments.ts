import type { TransitGatewayAttachmentId } from "../../model/id";
import type { TransitGatewayAttachment } from "../../model/transit-gateway";
import { idOf, idsOf, nameOf, objectOf, type Source, textOf } from "../json-source";
import { defaultTable, optionOf, type TransitEntries } from "./transit-gateways";

const STATES: readonly (readonly [TransitGatewayAttachment["state"], RegExp])[] = [
  ["pending", /^(pending|initiating|rollingBack)/],
  ["deleted", /^delet/],
  ["failed", /^fail/],
  ["rejected", /^reject/],
];

/** `modifying` and what is not told count as available. */
const stateOf = (source: Source): TransitGatewayAttachment["state"] =>
  STATES.find(([, pattern]) => pattern.test(textOf(source, "State")))?.[0] ?? "available";

const associatedTable = (source: Source) => {
  const association = objectOf(source, "Association");
  return association === null
    ? null
    : idOf<"transitGatewayRouteTable">(association, "TransitGatewayRouteTableId");
};

function attachmentOf(
  transitGatewayAttachmentId: TransitGatewayAttachmentId,
  source: Source,
  entries: TransitEntries,
): TransitGatewayAttachment | null {
  const transitGatewayId = idOf<"transitGateway">(source, "TransitGatewayId");
  const vpcId = idOf<"vpc">(source, "VpcId") ?? idOf<"vpc">(source, "ResourceId");
  if (transitGatewayId === null || vpcId === null) {
    source.input.notes.add("noParent", source.path, { id: transitGatewayAttachmentId, parent: "VPC" });
    return null;
  }
  return {
    transitGatewayAttachmentId,
    transitGatewayId,
    name: nameOf(source),
    vpcId,
    subnetIds: idsOf<"subnet">(source, "SubnetIds"),
    state: stateOf(source),
    securityGroupReferencingSupport: optionOf(source, "SecurityGroupReferencingSupport") !== "disable",
    routeTableId: associatedTable(source) ?? defaultTable(entries, transitGatewayId, "Association"),
  };
}

/** The VPCs' attachments of the input. What its association does not tell is taken to be the gateway's default. */
export const readTransitGatewayAttachments = (entries: TransitEntries): readonly TransitGatewayAttachment[] =>
  [...entries.attachments].flatMap(([id, source]) => attachmentOf(id, source, entries) ?? []);
