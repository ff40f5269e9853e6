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

/** One that was deleted, failed or was rejected joins nothing any more. */
export const isAttachmentOver = ({ state }: TransitGatewayAttachment): boolean =>
  state === "deleted" || state === "failed" || state === "rejected";

function checkAlone(network: Network, attachment: TransitGatewayAttachment): Result<void, Refusal> {
  const twin = recordsOf(network.transitGatewayAttachments).find(
    (each) =>
      each.transitGatewayAttachmentId !== attachment.transitGatewayAttachmentId &&
      each.transitGatewayId === attachment.transitGatewayId &&
      each.vpcId === attachment.vpcId &&
      !isAttachmentOver(each),
  );
  if (twin === undefined || isAttachmentOver(attachment)) return ok(undefined);
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

function checkSides(network: Network, attachment: TransitGatewayAttachment): Result<void, Refusal> {
  const gateway = recordOf(network.transitGateways, attachment.transitGatewayId);
  if (gateway === undefined) return refuse("transitGatewayNotFound", { id: attachment.transitGatewayId });
  const vpc = recordOf(network.vpcs, attachment.vpcId);
  if (vpc === undefined) return refuse("vpcNotFound", { id: attachment.vpcId });
  return vpc.region === gateway.region
    ? ok(undefined)
    : refuse("transitGatewayInOtherRegion", { vpc: vpc.name || vpc.vpcId, region: gateway.region });
}

function checkOwnSubnets(network: Network, attachment: TransitGatewayAttachment): Result<void, Refusal> {
  const subnets = checkSubnets(network, attachment.subnetIds, attachment.vpcId);
  return subnets.ok ? checkOnePerZone(subnets.value, "subnetsInOneZone") : subnets;
}

/** Does it leave subnets out, keep some, and bring none? That makes no subnet wrong. */
const hasFewerSubnets = (
  before: TransitGatewayAttachment,
  { subnetIds }: TransitGatewayAttachment,
): boolean =>
  (subnetIds.length > 0 || before.subnetIds.length === 0) &&
  subnetIds.every((id) => before.subnetIds.includes(id));

/**
 * An attachment as EC2 would take it, new or changed: the VPC is in the gateway's Region and attached once; at least one
 * subnet of it, one to a zone (Transit Gateways guide, "Amazon VPC attachments"). What stays as it was is not checked.
 */
export function checkTransitGatewayAttachment(
  network: Network,
  attachment: TransitGatewayAttachment,
): Result<void, Refusal> {
  const before = recordOf(network.transitGatewayAttachments, attachment.transitGatewayAttachmentId);
  const sides = before === undefined ? checkSides(network, attachment) : ok(undefined);
  if (!sides.ok) return sides;
  const wasThere = before !== undefined && !isAttachmentOver(before);
  const alone = wasThere ? ok(undefined) : checkAlone(network, attachment);
  if (!alone.ok) return alone;
  const keepsSubnets = before !== undefined && hasFewerSubnets(before, attachment);
  const subnets = keepsSubnets ? ok(undefined) : checkOwnSubnets(network, attachment);
  if (!subnets.ok) return subnets;
  const keepsTable = before !== undefined && before.routeTableId === attachment.routeTableId;
  return keepsTable ? ok(undefined) : checkAssociation(network, attachment);
}
