import {
  type EgressOnlyInternetGatewayId,
  type Id,
  type IdKind,
  type InternetGatewayId,
  type NatGatewayId,
  type Network,
  nextFreeSubnetCidr,
  nextFreeSubnetIpv6Cidr,
  ok,
  parseCidr,
  type Result,
  type Route,
  type RouteTableId,
  type SubnetId,
} from "../../../engine";
import { type Command, commandOf, type Refusal } from "../command";
import type { Diagram, Point } from "../diagram";
import { createEgressOnlyInternetGateway, createInternetGateway } from "./internet-gateway";
import { createNatGateway } from "./nat-gateway";
import { associateRouteTable, createRoute, createRouteTable } from "./route-table";
import { createSubnet } from "./subnet";
import { type CreateVpc, createVpc } from "./vpc";
import { NAT_PLACE, subnetPlace, vpcSize, type WizardShape } from "./vpc-wizard-places";

export { vpcSize } from "./vpc-wizard-places";

/** What the wizard is asked: the VPC itself, and what is made in each of its zones. */
export type VpcWizard = Omit<CreateVpc, "place"> &
  WizardShape &
  Readonly<{
    /** Names of Availability Zones, such as us-east-1a; one column each. */
    zones: readonly string[];
    natGateways: "none" | "one" | "onePerZone";
    /** Is there one for the private subnets? Without an IPv6 block there is nothing for it to do, and none is made. */
    hasEgressOnlyGateway: boolean;
    /** Do instances in the public subnets get a public address? AWS's wizard leaves that off. */
    mapPublicIpOnLaunch: boolean;
    place: Point;
  }>;

type ZoneIds = Readonly<{
  publicSubnetId: SubnetId;
  natGatewayId: NatGatewayId;
  privateSubnets: readonly Readonly<{ subnetId: SubnetId; routeTableId: RouteTableId }>[];
}>;

export type WizardIds = Readonly<{
  internetGatewayId: InternetGatewayId;
  egressOnlyInternetGatewayId: EgressOnlyInternetGatewayId;
  publicRouteTableId: RouteTableId;
  zones: readonly ZoneIds[];
}>;

type NewId = <Kind extends IdKind>(kind: Kind) => Id<Kind>;

/** The ids that a wizard may need. */
export const wizardIds = ({ zones, privateSubnetsPerZone }: VpcWizard, newId: NewId): WizardIds => ({
  internetGatewayId: newId("internetGateway"),
  egressOnlyInternetGatewayId: newId("egressOnlyInternetGateway"),
  publicRouteTableId: newId("routeTable"),
  zones: zones.map(() => ({
    publicSubnetId: newId("subnet"),
    natGatewayId: newId("natGateway"),
    privateSubnets: Array.from({ length: privateSubnetsPerZone }, () => ({
      subnetId: newId("subnet"),
      routeTableId: newId("routeTable"),
    })),
  })),
});

type Plan = Readonly<{ wizard: VpcWizard; ids: WizardIds; hasIpv6: boolean; leadsIpv6Out: boolean }>;

const planOf = (wizard: VpcWizard, ids: WizardIds): Plan => {
  const hasIpv6 = (wizard.ipv6CidrBlocks?.length ?? 0) > 0;
  const leadsIpv6Out = hasIpv6 && wizard.hasEgressOnlyGateway && wizard.privateSubnetsPerZone > 0;
  return { wizard, ids, hasIpv6, leadsIpv6Out };
};

/** A command that depends on what was made before it. */
type Step = (network: Network) => Command;

const ANY_IPV4: Route["destination"] = { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" };
const ANY_IPV6: Route["destination"] = { kind: "cidrIpv6", cidrIpv6: "::/0" };

const letterOf = (zone: string): string => zone.at(-1) ?? "";

/** Sixteen subnets fit into the VPC, as in AWS's wizard: a /20 in a /16. */
const sizeIn = (cidrBlock: string): number => {
  const block = parseCidr(cidrBlock);
  return Math.min(28, (block.ok ? block.value.prefixLength : 16) + 4);
};

/** A subnet in the next free block. Where there is none left, the VPC's own block is asked for, and refused as a clash. */
const subnetStep =
  (
    { wizard, hasIpv6 }: Plan,
    subnetId: SubnetId,
    name: string,
    at: Readonly<{ zone: number; row: number }>,
  ): Step =>
  (network) =>
    createSubnet({
      subnetId,
      vpcId: wizard.vpcId,
      name,
      cidrBlock: nextFreeSubnetCidr(network, wizard.vpcId, sizeIn(wizard.cidrBlock)) ?? wizard.cidrBlock,
      ipv6CidrBlock: hasIpv6 ? nextFreeSubnetIpv6Cidr(network, wizard.vpcId) : null,
      availabilityZone: wizard.zones[at.zone] ?? "",
      mapPublicIpOnLaunch: name.startsWith("public") && wizard.mapPublicIpOnLaunch,
      routeTableId: null,
      networkAclId: null,
      place: subnetPlace(wizard, at.zone, at.row),
    });

/** The internet gateway, and one table with a default route to it for all public subnets. */
const publicSteps = (plan: Plan): readonly Step[] => {
  const { wizard, ids, hasIpv6 } = plan;
  if (!wizard.hasPublicSubnets) return [];
  const { internetGatewayId, publicRouteTableId } = ids;
  const target: Route["target"] = { kind: "internetGateway", id: internetGatewayId };
  const destinations = hasIpv6 ? [ANY_IPV4, ANY_IPV6] : [ANY_IPV4];
  return [
    () => createInternetGateway({ internetGatewayId, name: `${wizard.name}-igw`, vpcId: wizard.vpcId }),
    () => createRouteTable({ routeTableId: publicRouteTableId, vpcId: wizard.vpcId, name: "public" }),
    ...destinations.map((destination) => () => createRoute(publicRouteTableId, { destination, target })),
    ...ids.zones.flatMap(({ publicSubnetId }, zone): readonly Step[] => [
      subnetStep(plan, publicSubnetId, `public-${letterOf(wizard.zones[zone] ?? "")}`, { zone, row: 0 }),
      () => associateRouteTable(publicSubnetId, publicRouteTableId),
    ]),
  ];
};

/** Which zone's NAT gateway serves this one; null: none does. */
const natZoneOf = ({ natGateways, hasPublicSubnets }: VpcWizard, zone: number): number | null => {
  if (natGateways === "none" || !hasPublicSubnets) return null;
  return natGateways === "one" ? 0 : zone;
};

const natSteps = ({ wizard, ids }: Plan): readonly Step[] =>
  ids.zones.flatMap(({ natGatewayId, publicSubnetId }, zone): readonly Step[] => {
    if (natZoneOf(wizard, zone) !== zone || wizard.privateSubnetsPerZone === 0) return [];
    const name = `nat-${letterOf(wizard.zones[zone] ?? "")}`;
    const place = NAT_PLACE;
    return [
      () =>
        createNatGateway({ natGatewayId, name, subnetId: publicSubnetId, connectivityType: "public", place }),
    ];
  });

/** What private subnets may reach: IPv4 by a NAT gateway, IPv6 by the egress-only gateway. */
const privateRoutes = (
  { wizard, ids, leadsIpv6Out }: Plan,
  zone: number,
): readonly Pick<Route, "destination" | "target">[] => {
  const natZone = natZoneOf(wizard, zone);
  const nat = natZone === null ? undefined : ids.zones[natZone]?.natGatewayId;
  const out = { kind: "egressOnlyInternetGateway", id: ids.egressOnlyInternetGatewayId } as const;
  return [
    ...(nat === undefined
      ? []
      : [{ destination: ANY_IPV4, target: { kind: "natGateway", id: nat } as const }]),
    ...(leadsIpv6Out ? [{ destination: ANY_IPV6, target: out }] : []),
  ];
};

/** Each private subnet has a table of its own, as AWS's wizard makes them. */
const privateSteps = (plan: Plan): readonly Step[] => {
  const { wizard, ids, leadsIpv6Out } = plan;
  const { egressOnlyInternetGatewayId } = ids;
  const gateway = { egressOnlyInternetGatewayId, name: `${wizard.name}-eigw`, vpcId: wizard.vpcId };
  const subnets = ids.zones.flatMap(({ privateSubnets }, zone) =>
    privateSubnets.flatMap(({ subnetId, routeTableId }, index): readonly Step[] => {
      const number = wizard.privateSubnetsPerZone > 1 ? `${index + 1}` : "";
      const name = `private${number}-${letterOf(wizard.zones[zone] ?? "")}`;
      const row = index + (wizard.hasPublicSubnets ? 1 : 0);
      return [
        subnetStep(plan, subnetId, name, { zone, row }),
        () => createRouteTable({ routeTableId, vpcId: wizard.vpcId, name }),
        ...privateRoutes(plan, zone).map((route) => () => createRoute(routeTableId, route)),
        () => associateRouteTable(subnetId, routeTableId),
      ];
    }),
  );
  return [...(leadsIpv6Out ? [() => createEgressOnlyInternetGateway(gateway)] : []), ...subnets];
};

const stepsOf = (plan: Plan): readonly Step[] => [
  () => createVpc({ ...plan.wizard, place: { ...plan.wizard.place, size: vpcSize(plan.wizard) } }),
  ...publicSteps(plan),
  ...natSteps(plan),
  ...privateSteps(plan),
];

/**
 * A VPC as the console's wizard makes it ("VPC and more"): public and private subnets in each zone, an internet gateway,
 * route tables, NAT gateways. One undo step, and nothing at all when a part of it is refused.
 */
export const createVpcWithSubnets = (wizard: VpcWizard, ids: WizardIds): Command =>
  commandOf(`Create VPC ${wizard.name} with subnets`, (diagram) =>
    stepsOf(planOf(wizard, ids)).reduce<Result<Diagram, Refusal>>(
      (result, step) => (result.ok ? step(result.value.network).run(result.value) : result),
      ok(diagram),
    ),
  );
