import type { TransitGatewayId } from "../model/id";
import { type Network, recordOf, recordsOf } from "../model/network";
import type { TransitGatewayAttachment, TransitGatewayRouteTable } from "../model/transit-gateway";
import { ok, type Result } from "../result";
import { type Refusal, refuse } from "./refusal";
import { checkOnePerZone, checkSubnets } from "./subnets-check";

/** The name of the table that a transit gateway brings along; new attachments are associated with it and propagate to it. */
export const DEFAULT_TRANSIT_ROUTE_TABLE = "default";

/** The table for new attachments: the one named `default`, else the first by id; null when there is none left. */
export const defaultTransitRouteTableOf = (
  network: Network,
  id: TransitGatewayId,
): TransitGatewayRouteTable | null => {
  const tables = recordsOf(network.transitGatewayRouteTables)
    .filter((each) => each.transitGatewayId === id)
    .sort((a, b) => (a.transitGatewayRouteTableId < b.transitGatewayRouteTableId ? -1 : 1));
  return tables.find((each) => each.name === DEFAULT_TRANSIT_ROUTE_TABLE) ?? tables[0] ?? null;
};

const isOver = ({ state }: TransitGatewayAttachment): boolean =>
  state === "deleted" || state === "failed" || state === "rejected";

function checkAlone(network: Network, attachment: TransitGatewayAttachment): Result<void, Refusal> {
  const twin = recordsOf(network.transitGatewayAttachments).find(
    (each) =>
      each.transitGatewayAttachmentId !== attachment.transitGatewayAttachmentId &&
      each.transitGatewayId === attachment.transitGatewayId &&
      each.vpcId === attachment.vpcId &&
      !isOver(each),
  );
  if (twin === undefined || isOver(attachment)) return ok(undefined);
  return refuse("attachmentExists", { name: twin.name || twin.transitGatewayAttachmentId });
}

/** The table that an attachment is associated with belongs to its transit gateway. */
function checkAssociation(network: Network, attachment: TransitGatewayAttachment): Result<void, Refusal> {
  if (attachment.routeTableId === null) return ok(undefined);
  const table = recordOf(network.transitGatewayRouteTables, attachment.routeTableId);
  if (table === undefined) return refuse("transitRouteTableNotFound", { id: attachment.routeTableId });
  return table.transitGatewayId === attachment.transitGatewayId
    ? ok(undefined)
    : refuse("transitRouteTableOfOtherGateway", { name: table.name || table.transitGatewayRouteTableId });
}

/**
 * An attachment as EC2 would take it, new or changed: the VPC is in the gateway's Region and attached once; at least one
 * subnet of it, one to a zone (Transit Gateways guide, "Amazon VPC attachments").
 */
export function checkTransitGatewayAttachment(
  network: Network,
  attachment: TransitGatewayAttachment,
): Result<void, Refusal> {
  const gateway = recordOf(network.transitGateways, attachment.transitGatewayId);
  if (gateway === undefined) return refuse("transitGatewayNotFound", { id: attachment.transitGatewayId });
  const vpc = recordOf(network.vpcs, attachment.vpcId);
  if (vpc === undefined) return refuse("vpcNotFound", { id: attachment.vpcId });
  if (vpc.region !== gateway.region) {
    return refuse("transitGatewayInOtherRegion", { vpc: vpc.name || vpc.vpcId, region: gateway.region });
  }
  const alone = checkAlone(network, attachment);
  if (!alone.ok) return alone;
  const subnets = checkSubnets(network, attachment.subnetIds, vpc.vpcId);
  if (!subnets.ok) return subnets;
  const zones = checkOnePerZone(subnets.value, "subnetsInOneZone");
  return zones.ok ? checkAssociation(network, attachment) : zones;
}
