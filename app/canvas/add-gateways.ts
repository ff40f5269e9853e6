/** New gateways, peerings and gateway endpoints: what leads out of a VPC. */
import { asId, fail, type Network, ok, recordsOf, type Vpc, type VpcId } from "../../engine";
import type { Command } from "../document/command";
import { all } from "../document/commands/all";
import {
  createEgressOnlyInternetGateway,
  createInternetGateway,
} from "../document/commands/internet-gateway";
import {
  createTransitGateway,
  createTransitGatewayVpcAttachment,
} from "../document/commands/transit-gateway";
import { createVpcEndpoint } from "../document/commands/vpc-endpoint";
import { createVpcPeeringConnection } from "../document/commands/vpc-peering-connection";
import { nameOf } from "../document/find";
import { newId } from "../document/new-id";
import { TRANSIT_SIZE } from "../scene/sizes";

import type { Adding, Addition } from "./adding";
import { freeName } from "./free-name";
import { placeBeside } from "./place-in";

/** Adds what belongs to a VPC, or says that there is none. */
const inVpc =
  (add: (network: Network, vpc: Vpc) => Addition) =>
  ({ network, target }: Adding): Addition => {
    const vpc = network.vpcs[asId<"vpc">(target.vpcId ?? "")];
    return vpc ? add(network, vpc) : fail("It belongs to a VPC. Add a VPC first, or drop it onto one.");
  };

export const addInternetGateway = inVpc((network, { vpcId }) => {
  const internetGatewayId = newId("internetGateway");
  const name = freeName("igw", Object.values(network.internetGateways));
  return ok({ command: createInternetGateway({ internetGatewayId, name, vpcId }), id: internetGatewayId });
});

export const addEgressOnlyGateway = inVpc((network, { vpcId }) => {
  const egressOnlyInternetGatewayId = newId("egressOnlyInternetGateway");
  const name = freeName("eigw", Object.values(network.egressOnlyInternetGateways));
  const command = createEgressOnlyInternetGateway({ egressOnlyInternetGatewayId, name, vpcId });
  return ok({ command, id: egressOnlyInternetGatewayId });
});

/** S3, or DynamoDB where the VPC has an endpoint for S3; with a route in each of the VPC's tables. */
export const addGatewayEndpoint = inVpc((network, { vpcId, region }) => {
  const vpcEndpointId = newId("vpcEndpoint");
  const serviceOf = (service: string) => `com.amazonaws.${region}.${service}`;
  const hasS3 = recordsOf(network.vpcEndpoints).some(
    (each) => each.vpcId === vpcId && each.serviceName === serviceOf("s3"),
  );
  const service = hasS3 ? "dynamodb" : "s3";
  const command = createVpcEndpoint({
    vpcEndpointId,
    name: freeName(`${service}-endpoint`, Object.values(network.vpcEndpoints)),
    vpcId,
    vpcEndpointType: "gateway",
    serviceName: serviceOf(service),
    subnetIds: [],
    networkInterfaceIds: [],
    groupIds: [],
    routeTableIds: recordsOf(network.routeTables)
      .filter((table) => table.vpcId === vpcId)
      .map(({ routeTableId }) => routeTableId),
    prefixListId: newId("prefixList"),
    place: null,
  });
  return ok({ command, id: vpcEndpointId });
});

/** The two VPCs to be joined: both selected ones, or the selected one and the only other one of the design. */
const pairOf = ({ network, chosenVpcIds, target }: Adding): readonly VpcId[] => {
  if (chosenVpcIds.length > 1) return chosenVpcIds;
  const first = chosenVpcIds[0] ?? target.vpcId;
  const vpcIds = recordsOf(network.vpcs).map(({ vpcId }) => vpcId);
  return vpcIds.length === 2
    ? vpcIds.toSorted((a, b) => Number(b === first) - Number(a === first))
    : chosenVpcIds;
};

export const addPeering = (adding: Adding): Addition => {
  const { network } = adding;
  if (recordsOf(network.vpcs).length < 2) return fail("A peering joins two VPCs. Add another VPC first.");
  const [requesterVpcId, accepterVpcId, third] = pairOf(adding);
  if (requesterVpcId === undefined || accepterVpcId === undefined || third !== undefined)
    return fail("A peering joins two VPCs. Select both (Shift and click), then add the peering again.");
  const vpcPeeringConnectionId = newId("vpcPeeringConnection");
  const command = createVpcPeeringConnection({
    vpcPeeringConnectionId,
    name: freeName("peering", Object.values(network.vpcPeeringConnections)),
    requesterVpcId,
    accepterVpcId,
    status: "active",
  });
  return ok({ command, id: vpcPeeringConnectionId });
};

/** A subnet in each zone of the VPC, where the attachment's interfaces are. */
const subnetPerZone = (network: Network, vpcId: VpcId) => {
  const subnets = recordsOf(network.subnets).filter((subnet) => subnet.vpcId === vpcId);
  const perZone = new Map(subnets.toReversed().map((each) => [each.availabilityZone, each.subnetId]));
  return [...perZone.values()];
};

const attachTo = (
  network: Network,
  transitGatewayId: ReturnType<typeof newId<"transitGateway">>,
  vpcId: VpcId,
) => {
  const id = newId("transitGatewayAttachment");
  const command = createTransitGatewayVpcAttachment({
    transitGatewayAttachmentId: id,
    transitGatewayId,
    vpcId,
    subnetIds: subnetPerZone(network, vpcId),
    name: freeName("attachment", Object.values(network.transitGatewayAttachments)),
  });
  return { id, command };
};

const newGateway = ({ network, scene, point, target }: Adding) => {
  const id = newId("transitGateway");
  const onCanvas = target.vpcId === null ? point : null;
  const command = createTransitGateway({
    transitGatewayId: id,
    routeTableId: newId("transitGatewayRouteTable"),
    name: freeName("tgw", Object.values(network.transitGateways)),
    region: recordsOf(network.vpcs)[0]?.region ?? "us-east-1",
    place: { ...placeBeside(scene, TRANSIT_SIZE, onCanvas), size: null },
  });
  return { id, command };
};

/** Attaches the chosen VPCs to the design's transit gateway, making it if need be; without any, a further one is made. */
export const addTransitGateway = (adding: Adding): Addition => {
  const { network, chosenVpcIds } = adding;
  const bare = chosenVpcIds.find((vpcId) => subnetPerZone(network, vpcId).length === 0);
  if (bare !== undefined)
    return fail(`A transit gateway is attached to subnets. Add one to ${nameOf(network, bare)} first.`);
  const known = recordsOf(network.transitGateways)[0];
  if (known !== undefined && chosenVpcIds.length > 0) {
    const attachments = chosenVpcIds.map((vpcId) => attachTo(network, known.transitGatewayId, vpcId));
    const id = attachments[0]?.id ?? known.transitGatewayId;
    return ok({ command: inOne(attachments.map(({ command }) => command)), id });
  }
  const { id, command } = newGateway(adding);
  const attaching = chosenVpcIds.map((vpcId) => attachTo(network, id, vpcId).command);
  return ok({ command: inOne([command, ...attaching]), id });
};

/** One undo step, called after its first command. */
const inOne = (commands: readonly Command[]): Command => {
  const [first] = commands;
  return { ...all("", commands), ...(first === undefined ? {} : { label: first.label }) };
};
