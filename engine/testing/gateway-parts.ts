/** Parts: gateways, peering, transit gateways, endpoints and load balancers. */
import { asId } from "../model/id";
import type { Listener, LoadBalancer } from "../model/load-balancer";
import type { NatGateway } from "../model/nat-gateway";
import type { TransitGatewayAttachment, TransitGatewayRoute } from "../model/transit-gateway";
import type { VpcEndpoint } from "../model/vpc-endpoint";
import type { VpcPeeringStatus } from "../model/vpc-peering-connection";
import type { Part } from "./network-part";

/** Attached to the VPC of its own name unless said otherwise; null: to none. */
export const internetGateway =
  (name: string, vpcName: string | null = name): Part =>
  (before) => {
    const internetGatewayId = asId<"internetGateway">(`igw-${name}`);
    const vpcId = vpcName === null ? null : asId<"vpc">(`vpc-${vpcName}`);
    const record = { internetGatewayId, name, vpcId };
    return { ...before, internetGateways: { ...before.internetGateways, [internetGatewayId]: record } };
  };

export const egressOnlyInternetGateway =
  (name: string, vpcName: string = name): Part =>
  (before) => {
    const egressOnlyInternetGatewayId = asId<"egressOnlyInternetGateway">(`eigw-${name}`);
    const record = { egressOnlyInternetGatewayId, name, vpcId: asId<"vpc">(`vpc-${vpcName}`) };
    const all = { ...before.egressOnlyInternetGateways, [egressOnlyInternetGatewayId]: record };
    return { ...before, egressOnlyInternetGateways: all };
  };

/** Public with an address of its own, else private. */
export const natGateway =
  (
    name: string,
    subnetName: string,
    privateIpAddress: string,
    options: Readonly<{ public?: string; state?: NatGateway["state"] }> = {},
  ): Part =>
  (before) => {
    const record: NatGateway = {
      natGatewayId: asId<"natGateway">(`nat-${name}`),
      name,
      subnetId: asId<"subnet">(`subnet-${subnetName}`),
      connectivityType: options.public === undefined ? "private" : "public",
      state: options.state ?? "available",
      addresses: [{ privateIpAddress, publicIp: options.public ?? null }],
    };
    return { ...before, natGateways: { ...before.natGateways, [record.natGatewayId]: record } };
  };

export const peering =
  (name: string, requester: string, accepter: string, status: VpcPeeringStatus = "active"): Part =>
  (before) => {
    const vpcPeeringConnectionId = asId<"vpcPeeringConnection">(`pcx-${name}`);
    const [requesterVpcId, accepterVpcId] = [asId<"vpc">(`vpc-${requester}`), asId<"vpc">(`vpc-${accepter}`)];
    const record = { vpcPeeringConnectionId, name, requesterVpcId, accepterVpcId, status };
    const all = { ...before.vpcPeeringConnections, [vpcPeeringConnectionId]: record };
    return { ...before, vpcPeeringConnections: all };
  };

/** `references`: whether groups may be referenced across it, off as AWS has it. */
export const transitGateway =
  (name: string, { references = false, region = "us-east-1" } = {}): Part =>
  (before) => {
    const transitGatewayId = asId<"transitGateway">(`tgw-${name}`);
    const record = { transitGatewayId, name, region, securityGroupReferencingSupport: references };
    return { ...before, transitGateways: { ...before.transitGateways, [transitGatewayId]: record } };
  };

type AttachmentOptions = Readonly<{
  /** The transit gateway's route table for what comes from this VPC. */
  table?: string;
  state?: TransitGatewayAttachment["state"];
  references?: boolean;
}>;

/** The attachment tgw-attach-NAME of a VPC, in the subnets named. */
export const transitGatewayAttachment =
  (
    name: string,
    gateway: string,
    vpcName: string,
    subnets: readonly string[],
    { table, state = "available", references = true }: AttachmentOptions = {},
  ): Part =>
  (before) => {
    const record: TransitGatewayAttachment = {
      transitGatewayAttachmentId: asId<"transitGatewayAttachment">(`tgw-attach-${name}`),
      transitGatewayId: asId<"transitGateway">(`tgw-${gateway}`),
      name,
      vpcId: asId<"vpc">(`vpc-${vpcName}`),
      subnetIds: subnets.map((subnet) => asId<"subnet">(`subnet-${subnet}`)),
      state,
      securityGroupReferencingSupport: references,
      routeTableId: table === undefined ? null : asId<"transitGatewayRouteTable">(`tgw-rtb-${table}`),
    };
    const all = { ...before.transitGatewayAttachments, [record.transitGatewayAttachmentId]: record };
    return { ...before, transitGatewayAttachments: all };
  };

/** "10.1.0.0/16 -> B" (the attachment tgw-attach-B), "10.2.0.0/16 -> blackhole". */
const transitGatewayRouteOf = (text: string): TransitGatewayRoute => {
  const [cidr = "", arrow, to = ""] = text.split(" ");
  if (arrow !== "->" || to === "") throw new Error(`Not a route: "${text}"`);
  const attachmentId = to === "blackhole" ? null : asId<"transitGatewayAttachment">(`tgw-attach-${to}`);
  return { cidr, attachmentId };
};

/** `propagated` names the attachments whose VPCs' blocks it learns. */
export const transitGatewayRouteTable =
  (name: string, gateway: string, routes: readonly string[], propagated: readonly string[] = []): Part =>
  (before) => {
    const transitGatewayRouteTableId = asId<"transitGatewayRouteTable">(`tgw-rtb-${name}`);
    const record = {
      transitGatewayRouteTableId,
      transitGatewayId: asId<"transitGateway">(`tgw-${gateway}`),
      name,
      routes: routes.map(transitGatewayRouteOf),
      propagatedFrom: propagated.map((each) => asId<"transitGatewayAttachment">(`tgw-attach-${each}`)),
    };
    const all = { ...before.transitGatewayRouteTables, [transitGatewayRouteTableId]: record };
    return { ...before, transitGatewayRouteTables: all };
  };

/** Interfaces of an interface endpoint are attached with `attachedTo: { vpcEndpoint: name }`. */
export const vpcEndpoint =
  (
    name: string,
    vpcName: string,
    vpcEndpointType: VpcEndpoint["vpcEndpointType"],
    serviceName = `com.amazonaws.us-east-1.${name}`,
  ): Part =>
  (before) => {
    const vpcEndpointId = asId<"vpcEndpoint">(`vpce-${name}`);
    const vpcId = asId<"vpc">(`vpc-${vpcName}`);
    const record = { vpcEndpointId, name, vpcId, vpcEndpointType, serviceName };
    return { ...before, vpcEndpoints: { ...before.vpcEndpoints, [vpcEndpointId]: record } };
  };

/** "tcp 443 -> 8080 a1 a2": what comes to port 443 goes on to port 8080 of the interfaces eni-a1 and eni-a2. */
const listenerOf = (text: string): Listener => {
  const [protocol, port, arrow, targetPort, ...targets] = text.split(" ");
  if (arrow !== "->" || targetPort === undefined) throw new Error(`Not a listener: "${text}"`);
  return {
    protocol: protocol === "udp" ? "udp" : "tcp",
    port: Number(port),
    targetPort: Number(targetPort),
    targetIds: targets.map((target) => asId<"networkInterface">(`eni-${target}`)),
  };
};

type BalancerOptions = Readonly<{ scheme?: LoadBalancer["scheme"]; preservesClientIp?: boolean }>;

/** Its interfaces are attached with `attachedTo: { loadBalancer: name }`. */
export const loadBalancer =
  (
    name: string,
    loadBalancerType: LoadBalancer["loadBalancerType"],
    listeners: readonly string[],
    { scheme = "internet-facing", preservesClientIp = false }: BalancerOptions = {},
  ): Part =>
  (before) => {
    const loadBalancerId = asId<"loadBalancer">(`lb-${name}`);
    const kept = { loadBalancerType, scheme, preservesClientIp, listeners: listeners.map(listenerOf) };
    const record: LoadBalancer = { loadBalancerId, name, ...kept };
    return { ...before, loadBalancers: { ...before.loadBalancers, [loadBalancerId]: record } };
  };
