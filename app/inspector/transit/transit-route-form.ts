import {
  asId,
  fail,
  type Network,
  ok,
  type Result,
  type TransitGatewayRoute,
  type TransitGatewayRouteTableId,
} from "../../../engine";
import { all } from "../../document/commands/all";
import {
  createTransitGatewayRoute,
  deleteTransitGatewayRoute,
} from "../../document/commands/transit-gateway";
import { nameOf } from "../../document/find";
import type { RowFaults, RowForm } from "../rows/row-form";
import { readCidrText } from "../rules/cidr-fault";
import { missing } from "../rules/fault";

/** The texts of one row: a CIDR, and the id of an attachment, or "blackhole". */
export type TransitRouteTexts = Readonly<{ cidr: string; target: string }>;

export const BLACKHOLE = "blackhole";
export const NEW_TRANSIT_ROUTE: TransitRouteTexts = { cidr: "", target: "" };

/** The route that a row says, or what is wrong in which field. */
export const readTransitRoute = ({
  cidr,
  target,
}: TransitRouteTexts): Result<TransitGatewayRoute, RowFaults<TransitRouteTexts>> => {
  const block = readCidrText(cidr);
  if (block.ok && target !== "")
    return ok({
      cidr: block.value,
      attachmentId: target === BLACKHOLE ? null : asId<"transitGatewayAttachment">(target),
    });
  return fail({
    ...(block.ok ? {} : { cidr: block.error }),
    ...(target === "" ? { target: missing("Choose an attachment") } : {}),
  });
};

const targetName = (network: Network, { attachmentId }: TransitGatewayRoute): string =>
  attachmentId === null ? "blackhole" : nameOf(network, attachmentId);

/** A transit gateway table's static routes as rows. */
export const transitRouteForm = (
  network: Network,
  tableId: TransitGatewayRouteTableId,
): RowForm<TransitGatewayRoute, TransitRouteTexts> => ({
  id: tableId,
  keyOf: ({ cidr }) => cidr,
  textsOf: ({ cidr, attachmentId }) => ({ cidr, target: attachmentId ?? BLACKHOLE }),
  blank: NEW_TRANSIT_ROUTE,
  read: readTransitRoute,
  wholeField: "cidr",
  inForceText: (route, field) => {
    if (field === "cidr") return route.cidr;
    return field === "target" ? targetName(network, route) : `${route.cidr} to ${targetName(network, route)}`;
  },
  put: (inForce, next) =>
    inForce === null
      ? createTransitGatewayRoute(tableId, next)
      : all(`Edit route to ${inForce.cidr} of ${nameOf(network, tableId)}`, [
          deleteTransitGatewayRoute(tableId, inForce.cidr),
          createTransitGatewayRoute(tableId, next),
        ]),
  remove: ({ cidr }) => deleteTransitGatewayRoute(tableId, cidr),
});
