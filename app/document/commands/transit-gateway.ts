import {
  checkTransitGatewayAttachment,
  DEFAULT_TRANSIT_ROUTE_TABLE,
  defaultTransitRouteTableOf,
  type Network,
  ok,
  type SubnetId,
  type TransitGateway,
  type TransitGatewayAttachment,
  type TransitGatewayAttachmentId,
  type TransitGatewayId,
  type TransitGatewayRouteTableId,
  type VpcId,
} from "../../../engine";
import { type Command, commandOf, networkCommand } from "../command";
import type { Place } from "../diagram";
import { nameOf } from "../find";
import { placedAt } from "../places";
import { checkNewIds, findRecord, withRecord } from "../records";
import { withTransitRouteTable } from "./transit-gateway-route-table";

export type CreateTransitGateway = Readonly<{
  transitGatewayId: TransitGatewayId;
  /** Of its default route table. */
  routeTableId: TransitGatewayRouteTableId;
  name: string;
  region: string;
  place: Place;
}>;

export type TransitGatewayPatch = Readonly<
  Partial<Pick<TransitGateway, "name" | "securityGroupReferencingSupport">>
>;

export type CreateTransitGatewayVpcAttachment = Readonly<{
  transitGatewayAttachmentId: TransitGatewayAttachmentId;
  transitGatewayId: TransitGatewayId;
  vpcId: VpcId;
  /** One in each zone that it serves. */
  subnetIds: readonly SubnetId[];
  name: string;
}>;

export type TransitGatewayVpcAttachmentPatch = Readonly<
  Partial<
    Pick<
      TransitGatewayAttachment,
      "name" | "subnetIds" | "state" | "securityGroupReferencingSupport" | "routeTableId"
    >
  >
>;

/** With a route table that new attachments are associated with. It does not preserve group references until told to. */
export const createTransitGateway = (input: CreateTransitGateway): Command =>
  commandOf(`Create transit gateway ${input.name}`.trimEnd(), (diagram) => {
    const { transitGatewayId, routeTableId, name, region, place } = input;
    const ids = checkNewIds(diagram.network, [transitGatewayId, routeTableId]);
    if (!ids.ok) return ids;
    const gateway: TransitGateway = {
      transitGatewayId,
      name,
      region,
      securityGroupReferencingSupport: false,
    };
    const network = withTransitRouteTable(
      withRecord(diagram.network, "transitGateways", transitGatewayId, gateway),
      {
        transitGatewayRouteTableId: routeTableId,
        transitGatewayId,
        name: DEFAULT_TRANSIT_ROUTE_TABLE,
        routes: [],
        propagatedFrom: [],
      },
    );
    return ok(placedAt({ ...diagram, network }, transitGatewayId, place));
  });

export const modifyTransitGateway = (
  id: TransitGatewayId,
  patch: TransitGatewayPatch,
  mergeKey?: string,
): Command =>
  networkCommand(
    (network) =>
      patch.name === undefined
        ? `Change group references of ${nameOf(network, id)}`
        : `Rename ${nameOf(network, id)} to ${patch.name}`,
    (network) => {
      const before = findRecord(network, "transitGateways", id, "transitGatewayNotFound");
      return before.ok
        ? ok(withRecord(network, "transitGateways", id, { ...before.value, ...patch }))
        : before;
    },
    mergeKey,
  );

const withAttachment = (network: Network, attachment: TransitGatewayAttachment): Network =>
  withRecord(network, "transitGatewayAttachments", attachment.transitGatewayAttachmentId, attachment);

/**
 * Attaches a VPC. The gateway's default table routes what comes from it, and learns its CIDRs; the VPC's own tables need
 * routes to the gateway besides (Transit Gateways guide, "Amazon VPC attachments").
 */
export const createTransitGatewayVpcAttachment = (input: CreateTransitGatewayVpcAttachment): Command =>
  networkCommand(
    (network) => `Attach ${nameOf(network, input.vpcId)} to ${nameOf(network, input.transitGatewayId)}`,
    (network) => {
      const table = defaultTransitRouteTableOf(network, input.transitGatewayId);
      const attachment: TransitGatewayAttachment = {
        ...input,
        subnetIds: [...new Set(input.subnetIds)],
        state: "available",
        securityGroupReferencingSupport: true,
        routeTableId: table?.transitGatewayRouteTableId ?? null,
      };
      const may = checkTransitGatewayAttachment(network, attachment);
      if (!may.ok) return may;
      const id = input.transitGatewayAttachmentId;
      const ids = checkNewIds(network, [id]);
      if (!ids.ok) return ids;
      const attached = withAttachment(network, attachment);
      if (table === null) return ok(attached);
      return ok(withTransitRouteTable(attached, { ...table, propagatedFrom: [...table.propagatedFrom, id] }));
    },
  );

const attachmentLabel =
  (id: TransitGatewayAttachmentId, patch: TransitGatewayVpcAttachmentPatch) => (network: Network) => {
    const name = nameOf(network, id);
    if (patch.name !== undefined) return `Rename ${name} to ${patch.name}`;
    if (patch.subnetIds !== undefined) return `Change subnets of ${name}`;
    if (patch.routeTableId !== undefined) return `Change route table of ${name}`;
    return patch.state === undefined ? `Change group references of ${name}` : `Change state of ${name}`;
  };

export const modifyTransitGatewayVpcAttachment = (
  id: TransitGatewayAttachmentId,
  patch: TransitGatewayVpcAttachmentPatch,
  mergeKey?: string,
): Command =>
  networkCommand(
    attachmentLabel(id, patch),
    (network) => {
      const before = findRecord(network, "transitGatewayAttachments", id, "attachmentNotFound");
      if (!before.ok) return before;
      const after = { ...before.value, ...patch };
      const attachment = { ...after, subnetIds: [...new Set(after.subnetIds)] };
      const may = checkTransitGatewayAttachment(network, attachment);
      return may.ok ? ok(withAttachment(network, attachment)) : may;
    },
    mergeKey,
  );

export {
  createTransitGatewayRoute,
  createTransitGatewayRouteTable,
  deleteTransitGatewayRoute,
  modifyTransitGatewayRouteTable,
  setTransitGatewayPropagation,
} from "./transit-gateway-route-table";
