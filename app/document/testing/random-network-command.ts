/** Random commands about filters, routes and gateways. */
import {
  type CidrRemote,
  type NetworkAclEntry,
  type Route,
  type RouteTarget,
  recordOf,
} from "../../../engine";
import type { Command } from "../command";
import {
  attachInternetGateway,
  createEgressOnlyInternetGateway,
  createInternetGateway,
  detachInternetGateway,
} from "../commands/internet-gateway";
import { createNatGateway, modifyNatGateway } from "../commands/nat-gateway";
import {
  createNetworkAcl,
  createNetworkAclEntry,
  deleteNetworkAclEntries,
  nextRuleNumber,
  replaceNetworkAclAssociation,
  replaceNetworkAclEntry,
} from "../commands/network-acl";
import { modifyNetworkInterfaceAttribute } from "../commands/network-interface";
import {
  associateRouteTable,
  createRoute,
  createRouteTable,
  deleteRoutes,
  replaceMainRouteTable,
  replaceRoute,
} from "../commands/route-table";
import { associateSecurityGroupVpc, disassociateSecurityGroupVpc } from "../commands/security-group";
import { createVpcPeeringConnection, modifyVpcPeeringConnection } from "../commands/vpc-peering-connection";
import { CIDRS, type Hand, PLACE, traffic } from "./hand";

const vpc = (hand: Hand) => hand.any("vpc", "vpcs");
const subnet = (hand: Hand) => hand.any("subnet", "subnets");
const acl = (hand: Hand) => hand.any("networkAcl", "networkAcls");
const table = (hand: Hand) => hand.any("routeTable", "routeTables");
const group = (hand: Hand) => hand.any("securityGroup", "securityGroups");
const gateway = (hand: Hand) => hand.any("internetGateway", "internetGateways");

const cidrRemote = (hand: Hand): CidrRemote =>
  hand.pick<CidrRemote>(
    [
      { kind: "cidrIpv4", cidrIpv4: hand.pick(CIDRS, "") },
      { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" },
      { kind: "cidrIpv6", cidrIpv6: "::/0" },
    ],
    { kind: "cidrIpv6", cidrIpv6: "::/0" },
  );

const entry = (hand: Hand, ruleNumber: number): NetworkAclEntry => ({
  ruleNumber,
  direction: hand.pick(["ingress", "egress"], "ingress"),
  ruleAction: hand.pick(["allow", "deny"], "allow"),
  traffic: traffic(hand),
  remote: cidrRemote(hand),
});

const newEntry = (hand: Hand): Command => {
  const id = acl(hand);
  const holder = recordOf(hand.diagram.network.networkAcls, id);
  const number = holder === undefined ? 100 : nextRuleNumber(holder, "ingress");
  return createNetworkAclEntry(id, entry(hand, hand.pick([number, 100], number)));
};

const someEntry = (hand: Hand) => {
  const id = acl(hand);
  const entries = recordOf(hand.diagram.network.networkAcls, id)?.entries ?? [];
  return { id, old: hand.pick(entries, entry(hand, 100)) };
};

const target = (hand: Hand): RouteTarget =>
  hand.pick<RouteTarget>(
    [
      { kind: "internetGateway", id: gateway(hand) },
      { kind: "natGateway", id: hand.any("natGateway", "natGateways") },
      { kind: "networkInterface", id: hand.any("networkInterface", "networkInterfaces") },
      { kind: "instance", id: hand.any("instance", "instances") },
      { kind: "vpcPeeringConnection", id: hand.any("vpcPeeringConnection", "vpcPeeringConnections") },
      { kind: "transitGateway", id: hand.any("transitGateway", "transitGateways") },
      {
        kind: "egressOnlyInternetGateway",
        id: hand.any("egressOnlyInternetGateway", "egressOnlyInternetGateways"),
      },
    ],
    { kind: "other", id: "vgw-1" },
  );

const route = (hand: Hand): Route => ({
  destination: hand.pick<Route["destination"]>(
    [cidrRemote(hand), { kind: "prefixList", prefixListId: hand.any("prefixList", "prefixLists") }],
    cidrRemote(hand),
  ),
  target: target(hand),
  state: "active",
  isPropagated: false,
});

const someRoute = (hand: Hand) => {
  const id = table(hand);
  const routes = recordOf(hand.diagram.network.routeTables, id)?.routes ?? [];
  return { id, old: hand.pick(routes, route(hand)).destination };
};

export const NETWORK_COMMANDS: readonly ((hand: Hand) => Command)[] = [
  (hand) => createNetworkAcl({ networkAclId: hand.id("networkAcl"), vpcId: vpc(hand), name: "strict" }),
  newEntry,
  (hand) => {
    const { id, old } = someEntry(hand);
    return replaceNetworkAclEntry(id, old, entry(hand, hand.pick([old.ruleNumber, 7], 7)), "typing");
  },
  (hand) => {
    const { id, old } = someEntry(hand);
    return deleteNetworkAclEntries(id, [old]);
  },
  (hand) => replaceNetworkAclAssociation(subnet(hand), hand.pick([null, acl(hand)], null)),
  (hand) => createRouteTable({ routeTableId: hand.id("routeTable"), vpcId: vpc(hand), name: "private" }),
  (hand) => createRoute(table(hand), route(hand)),
  (hand) => createRoute(table(hand), route(hand)),
  (hand) => {
    const { id, old } = someRoute(hand);
    return replaceRoute(id, old, route(hand));
  },
  (hand) => {
    const { id, old } = someRoute(hand);
    return deleteRoutes(id, [old]);
  },
  (hand) => associateRouteTable(subnet(hand), hand.pick([null, table(hand)], null)),
  (hand) => replaceMainRouteTable(table(hand)),
  (hand) =>
    createInternetGateway({
      internetGatewayId: hand.id("internetGateway"),
      name: "igw",
      vpcId: hand.pick([null, vpc(hand), vpc(hand)], null),
    }),
  (hand) => attachInternetGateway(gateway(hand), vpc(hand)),
  (hand) => detachInternetGateway(gateway(hand)),
  (hand) =>
    createEgressOnlyInternetGateway({
      egressOnlyInternetGatewayId: hand.id("egressOnlyInternetGateway"),
      name: "out",
      vpcId: vpc(hand),
    }),
  (hand) =>
    createNatGateway({
      natGatewayId: hand.id("natGateway"),
      name: "nat",
      subnetId: subnet(hand),
      connectivityType: hand.pick(["public", "private"], "private"),
      place: PLACE,
    }),
  (hand) => modifyNatGateway(hand.any("natGateway", "natGateways"), { state: "failed" }),
  (hand) =>
    createVpcPeeringConnection({
      vpcPeeringConnectionId: hand.id("vpcPeeringConnection"),
      name: "peer",
      requesterVpcId: vpc(hand),
      accepterVpcId: vpc(hand),
      status: "pending-acceptance",
    }),
  (hand) =>
    modifyVpcPeeringConnection(hand.any("vpcPeeringConnection", "vpcPeeringConnections"), {
      status: hand.pick(["active", "rejected"], "active"),
    }),
  (hand) =>
    modifyNetworkInterfaceAttribute(hand.any("networkInterface", "networkInterfaces"), {
      sourceDestCheck: hand.number(2) === 0,
    }),
  (hand) => associateSecurityGroupVpc(group(hand), vpc(hand)),
  (hand) => disassociateSecurityGroupVpc(group(hand), vpc(hand)),
];
