/** The copies of what joins VPCs: peering connections and transit gateways. They come along only with both their ends. */
import {
  checkTransitGatewayAttachment,
  checkVpcPeeringConnection,
  type Network,
  ok,
  type Refusal,
  type Result,
  recordsOf,
  type TransitGatewayAttachment,
  type TransitGatewayRouteTable,
} from "../../../engine";
import { withRecord } from "../records";
import { copyId, freeNameIn, isCopied, type Paste } from "./context";

/** Of what is to be copied, the connections that would have an end outside. */
export const looseConnections = (network: Network, ids: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([
    ...recordsOf(network.vpcPeeringConnections)
      .filter((each) => !ids.has(each.requesterVpcId) || !ids.has(each.accepterVpcId))
      .map((each) => each.vpcPeeringConnectionId),
    ...recordsOf(network.transitGatewayAttachments)
      .filter((each) => !ids.has(each.vpcId) || !ids.has(each.transitGatewayId))
      .map((each) => each.transitGatewayAttachmentId),
    ...recordsOf(network.transitGatewayRouteTables)
      .filter((each) => !ids.has(each.transitGatewayId))
      .map((each) => each.transitGatewayRouteTableId),
  ]);

const pastePeerings = (paste: Paste, network: Network): Network => {
  let pasted = network;
  for (const each of recordsOf(paste.clip.network.vpcPeeringConnections)) {
    const copy = {
      ...each,
      vpcPeeringConnectionId: copyId(paste, each.vpcPeeringConnectionId),
      name: freeNameIn(pasted.vpcPeeringConnections, each.name),
      requesterVpcId: copyId(paste, each.requesterVpcId),
      accepterVpcId: copyId(paste, each.accepterVpcId),
    };
    if (!checkVpcPeeringConnection(pasted, copy).ok) continue;
    pasted = withRecord(pasted, "vpcPeeringConnections", copy.vpcPeeringConnectionId, copy);
  }
  return pasted;
};

const pasteGateways = (paste: Paste, network: Network): Network => {
  let pasted = network;
  for (const each of recordsOf(paste.clip.network.transitGateways)) {
    const transitGatewayId = copyId(paste, each.transitGatewayId);
    const name = freeNameIn(pasted.transitGateways, each.name);
    pasted = withRecord(pasted, "transitGateways", transitGatewayId, { ...each, transitGatewayId, name });
  }
  return pasted;
};

const tableCopy = (paste: Paste, table: TransitGatewayRouteTable): TransitGatewayRouteTable => ({
  ...table,
  transitGatewayRouteTableId: copyId<"transitGatewayRouteTable">(paste, table.transitGatewayRouteTableId),
  transitGatewayId: copyId<"transitGateway">(paste, table.transitGatewayId),
  routes: table.routes
    .filter(
      ({ attachmentId }) =>
        attachmentId === null || isCopied(paste, "transitGatewayAttachments", attachmentId),
    )
    .map((route) => ({
      ...route,
      attachmentId: route.attachmentId && copyId<"transitGatewayAttachment">(paste, route.attachmentId),
    })),
  propagatedFrom: table.propagatedFrom
    .filter((id) => isCopied(paste, "transitGatewayAttachments", id))
    .map((id) => copyId<"transitGatewayAttachment">(paste, id)),
});

const attachmentCopy = (paste: Paste, original: TransitGatewayAttachment): TransitGatewayAttachment => ({
  ...original,
  transitGatewayAttachmentId: copyId<"transitGatewayAttachment">(paste, original.transitGatewayAttachmentId),
  transitGatewayId: copyId<"transitGateway">(paste, original.transitGatewayId),
  vpcId: copyId<"vpc">(paste, original.vpcId),
  subnetIds: original.subnetIds.map((id) => copyId<"subnet">(paste, id)),
  routeTableId: original.routeTableId && copyId<"transitGatewayRouteTable">(paste, original.routeTableId),
});

export const pasteConnections = (paste: Paste, network: Network): Result<Network, Refusal> => {
  let pasted = pasteGateways(paste, pastePeerings(paste, network));
  for (const each of recordsOf<TransitGatewayRouteTable>(paste.clip.network.transitGatewayRouteTables)) {
    const copy = tableCopy(paste, each);
    pasted = withRecord(pasted, "transitGatewayRouteTables", copy.transitGatewayRouteTableId, copy);
  }
  for (const each of recordsOf<TransitGatewayAttachment>(paste.clip.network.transitGatewayAttachments)) {
    const copy = attachmentCopy(paste, each);
    const may = checkTransitGatewayAttachment(pasted, copy);
    if (!may.ok) return may;
    pasted = withRecord(pasted, "transitGatewayAttachments", copy.transitGatewayAttachmentId, copy);
  }
  return ok(pasted);
};
