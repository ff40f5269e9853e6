/** Random commands about transit gateways, endpoints, load balancers and other services. */
import { recordOf, serviceNameIn } from "../../../engine";
import type { Command } from "../command";
import { createLoadBalancer, modifyLoadBalancer } from "../commands/load-balancer";
import { createManagedResource } from "../commands/managed-resource";
import {
  createTransitGateway,
  createTransitGatewayRoute,
  createTransitGatewayRouteTable,
  createTransitGatewayVpcAttachment,
  modifyTransitGateway,
  modifyTransitGatewayVpcAttachment,
  setTransitGatewayPropagation,
} from "../commands/transit-gateway";
import { createVpcEndpoint } from "../commands/vpc-endpoint";
import { CIDRS, type Hand, PLACE } from "./hand";

const vpc = (hand: Hand) => hand.any("vpc", "vpcs");
const subnet = (hand: Hand) => hand.any("subnet", "subnets");
const table = (hand: Hand) => hand.any("routeTable", "routeTables");
const group = (hand: Hand) => hand.any("securityGroup", "securityGroups");
const attachment = (hand: Hand) => hand.any("transitGatewayAttachment", "transitGatewayAttachments");
const transitTable = (hand: Hand) => hand.any("transitGatewayRouteTable", "transitGatewayRouteTables");

/** One subnet, or two, with an interface for each. */
const stand = (hand: Hand) => {
  const subnetIds = hand.pick([[subnet(hand)], [subnet(hand), subnet(hand)]], []);
  return {
    subnetIds,
    networkInterfaceIds: subnetIds.map(() => hand.id("networkInterface")),
    groupIds: hand.pick([[], [group(hand)]], []),
    place: PLACE,
  };
};

const newEndpoint = (hand: Hand): Command => {
  const vpcId = vpc(hand);
  const region = recordOf(hand.diagram.network.vpcs, vpcId)?.region ?? "us-east-1";
  return createVpcEndpoint({
    ...stand(hand),
    vpcEndpointId: hand.id("vpcEndpoint"),
    name: "endpoint",
    vpcId,
    vpcEndpointType: hand.pick(["gateway", "interface"], "gateway"),
    serviceName: serviceNameIn(region, hand.pick(["s3", "dynamodb", "ssm"], "s3")),
    routeTableIds: [table(hand)],
    prefixListId: hand.id("prefixList"),
  });
};

const newBalancer = (hand: Hand): Command =>
  createLoadBalancer({
    ...stand(hand),
    loadBalancerId: hand.id("loadBalancer"),
    name: "front",
    loadBalancerType: hand.pick(["application", "network"], "network"),
    scheme: hand.pick(["internet-facing", "internal"], "internal"),
  });

const listeners = (hand: Hand): Command =>
  modifyLoadBalancer(hand.any("loadBalancer", "loadBalancers"), {
    listeners: [
      {
        protocol: "tcp",
        port: hand.pick([80, 0], 80),
        targetPort: 8080,
        targetIds: [hand.any("networkInterface", "networkInterfaces")],
      },
    ],
  });

const attach = (hand: Hand): Command => {
  const vpcId = vpc(hand);
  const own = Object.values(hand.diagram.network.subnets).filter((each) => each.vpcId === vpcId);
  return createTransitGatewayVpcAttachment({
    transitGatewayAttachmentId: hand.id("transitGatewayAttachment"),
    transitGatewayId: hand.any("transitGateway", "transitGateways"),
    vpcId,
    subnetIds: own.slice(0, 1).map(({ subnetId }) => subnetId),
    name: "attachment",
  });
};

export const SERVICE_COMMANDS: readonly ((hand: Hand) => Command)[] = [
  (hand) =>
    createTransitGateway({
      transitGatewayId: hand.id("transitGateway"),
      routeTableId: hand.id("transitGatewayRouteTable"),
      name: "hub",
      region: hand.pick(["us-east-1", "eu-west-1"], ""),
      place: PLACE,
    }),
  (hand) =>
    modifyTransitGateway(hand.any("transitGateway", "transitGateways"), {
      securityGroupReferencingSupport: hand.number(2) === 0,
    }),
  attach,
  (hand) =>
    modifyTransitGatewayVpcAttachment(attachment(hand), {
      routeTableId: hand.pick([null, transitTable(hand)], null),
    }),
  (hand) =>
    createTransitGatewayRouteTable({
      transitGatewayRouteTableId: hand.id("transitGatewayRouteTable"),
      transitGatewayId: hand.any("transitGateway", "transitGateways"),
      name: "apart",
    }),
  (hand) =>
    createTransitGatewayRoute(transitTable(hand), {
      cidr: hand.pick(CIDRS, ""),
      attachmentId: hand.pick([null, attachment(hand)], null),
    }),
  (hand) => setTransitGatewayPropagation(transitTable(hand), attachment(hand), hand.number(2) === 0),
  newEndpoint,
  newBalancer,
  listeners,
  (hand) =>
    modifyLoadBalancer(hand.any("loadBalancer", "loadBalancers"), {
      loadBalancerType: hand.pick(["application", "network"], "network"),
    }),
  (hand) =>
    modifyLoadBalancer(hand.any("loadBalancer", "loadBalancers"), {
      groupIds: hand.pick([[], [group(hand)]], []),
      scheme: hand.pick(["internet-facing", "internal"], "internal"),
    }),
  (hand) =>
    createManagedResource({
      ...stand(hand),
      managedResourceId: hand.id("managedResource"),
      name: "cache",
      kind: hand.pick(["cacheCluster", "lambdaFunction", "ecsTask"], "other"),
    }),
];
