import { describe, expect, test } from "vitest";
import { asId, ID_PREFIX, type IdKind, recordsOf, routeTableOf } from "../../../engine";
import { type Diagram, EMPTY_DIAGRAM } from "../diagram";
import { historyOf, push, undo } from "../history";
import { after, reasonOf } from "../testing/expect";
import { createVpcWithSubnets, type VpcWizard, vpcSize, wizardIds } from "./vpc-wizard";

const counter = () => {
  let made = 0;
  return <Kind extends IdKind>(kind: Kind) => asId<Kind>(`${ID_PREFIX[kind]}${made++}`);
};

const SHOP: VpcWizard = {
  vpcId: asId<"vpc">("vpc-shop"),
  defaultGroupId: asId<"securityGroup">("sg-shop"),
  mainRouteTableId: asId<"routeTable">("rtb-shop"),
  defaultNetworkAclId: asId<"networkAcl">("acl-shop"),
  ruleIds: { ingress: asId("sgr-in"), egress: asId("sgr-out"), egressIpv6: asId("sgr-out6") },
  name: "shop",
  cidrBlock: "10.0.0.0/16",
  region: "us-east-1",
  zones: ["us-east-1a", "us-east-1b"],
  hasPublicSubnets: true,
  privateSubnetsPerZone: 1,
  natGateways: "none",
  hasEgressOnlyGateway: true,
  mapPublicIpOnLaunch: true,
  place: { x: 40, y: 80 },
};

const command = (patch: Partial<VpcWizard> = {}) => {
  const wizard = { ...SHOP, ...patch };
  return createVpcWithSubnets(wizard, wizardIds(wizard, counter()));
};
const made = (patch: Partial<VpcWizard> = {}) => after(EMPTY_DIAGRAM, command(patch));

/** "public-a 10.0.0.0/20 by public: 0.0.0.0/0 internetGateway". */
const subnetsOf = ({ network }: Diagram) =>
  recordsOf(network.subnets).map((subnet) => {
    const table = routeTableOf(network, subnet);
    const routes = table?.routes.map(({ destination, target }) =>
      [Object.values(destination)[1], target.kind].join(" "),
    );
    return `${subnet.name} ${subnet.cidrBlock} by ${table?.name}: ${routes?.join(", ")}`;
  });

describe("the VPC wizard", () => {
  test("makes public and private subnets in each zone, each with its way out", () => {
    expect(subnetsOf(made({ natGateways: "onePerZone" }))).toEqual([
      "public-a 10.0.0.0/20 by public: 0.0.0.0/0 internetGateway",
      "public-b 10.0.16.0/20 by public: 0.0.0.0/0 internetGateway",
      "private-a 10.0.32.0/20 by private-a: 0.0.0.0/0 natGateway",
      "private-b 10.0.48.0/20 by private-b: 0.0.0.0/0 natGateway",
    ]);
  });

  test("makes as many NAT gateways as it is told", () => {
    const names = (patch: Partial<VpcWizard>) =>
      recordsOf(made(patch).network.natGateways).map(({ name }) => name);
    expect(names({ natGateways: "none" })).toEqual([]);
    expect(names({ natGateways: "one" })).toEqual(["nat-a"]);
    expect(names({ natGateways: "onePerZone" })).toEqual(["nat-a", "nat-b"]);
    expect(names({ natGateways: "one", privateSubnetsPerZone: 0 })).toEqual([]);
    expect(names({ natGateways: "one", hasPublicSubnets: false })).toEqual([]);
    const { network } = made({ natGateways: "one" });
    const targets = recordsOf(network.routeTables).flatMap(({ routes }) =>
      routes.map(({ target }) => target.id),
    );
    const nat = Object.keys(network.natGateways)[0];
    expect(targets.filter((id) => id === nat)).toHaveLength(2);
  });

  test("leaves private subnets without a NAT gateway on their own", () => {
    expect(subnetsOf(made()).slice(2)).toEqual([
      "private-a 10.0.32.0/20 by private-a: ",
      "private-b 10.0.48.0/20 by private-b: ",
    ]);
    expect(
      subnetsOf(made({ hasPublicSubnets: false, zones: ["us-east-1c"], privateSubnetsPerZone: 2 })),
    ).toEqual(["private1-c 10.0.0.0/20 by private1-c: ", "private2-c 10.0.16.0/20 by private2-c: "]);
  });

  test("leads IPv6 out by the internet gateway, and from private subnets by an egress-only one", () => {
    const diagram = made({ ipv6CidrBlocks: ["2001:db8:1234::/56"], zones: ["us-east-1a"] });
    expect(subnetsOf(diagram)).toEqual([
      "public-a 10.0.0.0/20 by public: 0.0.0.0/0 internetGateway, ::/0 internetGateway",
      "private-a 10.0.16.0/20 by private-a: ::/0 egressOnlyInternetGateway",
    ]);
    expect(recordsOf(diagram.network.subnets).map(({ ipv6CidrBlock }) => ipv6CidrBlock)).toEqual([
      "2001:db8:1234::/64",
      "2001:db8:1234:1::/64",
    ]);
  });

  test("makes no egress-only gateway where none is asked for, or none would be of use", () => {
    const gateways = (patch: Partial<VpcWizard>) =>
      recordsOf(made(patch).network.egressOnlyInternetGateways).map(({ name }) => name);
    const ipv6CidrBlocks = ["2001:db8:1234::/56"];
    expect(gateways({ ipv6CidrBlocks })).toEqual(["shop-eigw"]);
    expect(gateways({ ipv6CidrBlocks, hasEgressOnlyGateway: false })).toEqual([]);
    expect(gateways({ ipv6CidrBlocks, privateSubnetsPerZone: 0 })).toEqual([]);
    expect(gateways({})).toEqual([]);
    expect(subnetsOf(made({ ipv6CidrBlocks, hasEgressOnlyGateway: false })).at(-1)).toBe(
      "private-b 10.0.48.0/20 by private-b: ",
    );
  });

  test("gives public addresses in public subnets where it is told to", () => {
    const flags = (patch: Partial<VpcWizard>) =>
      recordsOf(made(patch).network.subnets).map(({ mapPublicIpOnLaunch }) => mapPublicIpOnLaunch);
    expect(flags({})).toEqual([true, true, false, false]);
    expect(flags({ mapPublicIpOnLaunch: false })).toEqual([false, false, false, false]);
  });

  const IPV6 = { ipv6CidrBlocks: ["2001:db8:1234::/56"] };
  test.each([{}, IPV6])("puts everything in rows and columns inside the VPC: %o", (patch) => {
    const { layout, network } = made({ natGateways: "one", ...patch });
    const frame = layout.places["vpc-shop"];
    expect(frame).toEqual({ x: 40, y: 80, size: vpcSize({ ...SHOP, ...patch }) });
    for (const { subnetId } of recordsOf(network.subnets)) {
      const { x = 0, y = 0, size } = layout.places[subnetId] ?? {};
      expect(x + (size?.width ?? 0)).toBeLessThanOrEqual((frame?.size?.width ?? 0) - 32);
      expect(y + (size?.height ?? 0)).toBeLessThanOrEqual((frame?.size?.height ?? 0) - 32);
    }
    expect(new Set(Object.values(layout.places).map(({ x, y }) => `${x} ${y}`)).size).toBe(6);
  });

  test("is one undo step, and makes nothing when a part is refused", () => {
    const history = push(historyOf(EMPTY_DIAGRAM), made(), command().label(EMPTY_DIAGRAM));
    expect(undo(history).diagram).toBe(EMPTY_DIAGRAM);
    expect(command().label(EMPTY_DIAGRAM)).toBe("Create VPC shop with subnets");
    expect(reasonOf(command({ cidrBlock: "10.0.0.0/28" }).run(EMPTY_DIAGRAM))).toBe("subnetOverlaps");
    expect(reasonOf(command({ zones: ["eu-west-1a"] }).run(EMPTY_DIAGRAM))).toBe("zoneNotInRegion");
  });
});
