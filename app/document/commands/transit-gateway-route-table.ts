import {
  checkAnyCidr,
  formatCidr,
  type Network,
  ok,
  type Refusal,
  type Result,
  recordOf,
  refuse,
  type TransitGatewayAttachmentId,
  type TransitGatewayId,
  type TransitGatewayRoute,
  type TransitGatewayRouteTable,
  type TransitGatewayRouteTableId,
} from "../../../engine";
import { type Command, networkCommand } from "../command";
import { nameOf } from "../find";
import { checkNewIds, findRecord, withRecord } from "../records";
import { recordCommandOf } from "./record-command";

export type CreateTransitGatewayRouteTable = Readonly<{
  transitGatewayRouteTableId: TransitGatewayRouteTableId;
  transitGatewayId: TransitGatewayId;
  name: string;
}>;

export const withTransitRouteTable = (network: Network, table: TransitGatewayRouteTable): Network =>
  withRecord(network, "transitGatewayRouteTables", table.transitGatewayRouteTableId, table);

const tableCommand = recordCommandOf("transitGatewayRouteTables", "transitRouteTableNotFound");

/** A further table, for attachments that are to be kept apart. It routes nobody until one is associated with it. */
export const createTransitGatewayRouteTable = (input: CreateTransitGatewayRouteTable): Command =>
  networkCommand(`Create transit gateway route table ${input.name}`.trimEnd(), (network) => {
    const gateway = findRecord(network, "transitGateways", input.transitGatewayId, "transitGatewayNotFound");
    if (!gateway.ok) return gateway;
    const ids = checkNewIds(network, [input.transitGatewayRouteTableId]);
    return ids.ok ? ok(withTransitRouteTable(network, { ...input, routes: [], propagatedFrom: [] })) : ids;
  });

export const modifyTransitGatewayRouteTable = (
  id: TransitGatewayRouteTableId,
  { name }: Readonly<{ name: string }>,
  mergeKey?: string,
): Command =>
  tableCommand(
    id,
    (network) => `Rename ${nameOf(network, id)} to ${name}`,
    (table) => ok({ ...table, name }),
    mergeKey,
  );

/** Is the attachment there, and one of this table's gateway? */
const checkOwnAttachment = (
  network: Network,
  table: TransitGatewayRouteTable,
  id: TransitGatewayAttachmentId,
): Result<void, Refusal> => {
  const attachment = recordOf(network.transitGatewayAttachments, id);
  if (attachment === undefined) return refuse("attachmentNotFound", { id });
  return attachment.transitGatewayId === table.transitGatewayId
    ? ok(undefined)
    : refuse("attachmentOfOtherGateway", { name: attachment.name || id });
};

/** A static route to an attachment; to null it is a black hole (API Reference, CreateTransitGatewayRoute). */
export const createTransitGatewayRoute = (
  tableId: TransitGatewayRouteTableId,
  route: TransitGatewayRoute,
): Command =>
  tableCommand(
    tableId,
    (network) => `Add route to ${route.cidr} to ${nameOf(network, tableId)}`,
    (table, network) => {
      const block = checkAnyCidr(route.cidr);
      if (!block.ok) return block;
      const cidr = formatCidr(block.value);
      const own =
        route.attachmentId === null ? ok(undefined) : checkOwnAttachment(network, table, route.attachmentId);
      if (!own.ok) return own;
      if (table.routes.some((each) => each.cidr === cidr)) return refuse("routeTaken", { destination: cidr });
      return ok({ ...table, routes: [...table.routes, { ...route, cidr }] });
    },
  );

export const deleteTransitGatewayRoute = (tableId: TransitGatewayRouteTableId, cidr: string): Command =>
  tableCommand(
    tableId,
    (network) => `Delete route to ${cidr} from ${nameOf(network, tableId)}`,
    (table) =>
      table.routes.some((each) => each.cidr === cidr)
        ? ok({ ...table, routes: table.routes.filter((each) => each.cidr !== cidr) })
        : refuse("routeNotFound", { destination: cidr }),
  );

/** Whether the table learns the CIDRs of an attachment's VPC by itself. */
export const setTransitGatewayPropagation = (
  tableId: TransitGatewayRouteTableId,
  attachmentId: TransitGatewayAttachmentId,
  on: boolean,
): Command =>
  tableCommand(
    tableId,
    (network) =>
      `${on ? "Propagate" : "Stop propagating"} ${nameOf(network, attachmentId)} to ${nameOf(network, tableId)}`,
    (table, network) => {
      const own = checkOwnAttachment(network, table, attachmentId);
      if (!own.ok) return own;
      const others = table.propagatedFrom.filter((each) => each !== attachmentId);
      return ok({ ...table, propagatedFrom: on ? [...others, attachmentId] : others });
    },
  );
