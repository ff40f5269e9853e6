import { describe, expect, test } from "vitest";
import { asId } from "../model/id";
import type { Network } from "../model/network";
import type { Route, RouteDestination, RouteTable, RouteTarget } from "../model/route-table";
import { BASE_WORLD } from "../testing/base-world";
import {
  change,
  egressOnlyInternetGateway,
  internetGateway,
  networkInterface,
  peering,
  prefixList,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  vpc,
  vpcEndpoint,
} from "../testing/network-builder";
import { checkRoute, checkRouteTableAssociation, checkRouteTableQuota } from "./route-table-check";
import { routeTableOf, subnetsOfRouteTable } from "./subnet-association";
import { refused } from "./testing/refused";

const WORLD = change(
  BASE_WORLD,
  vpc("C", "10.2.0.0/16"),
  internetGateway("B"),
  internetGateway("free", null),
  egressOnlyInternetGateway("A"),
  peering("AB", "A", "B"),
  transitGateway("hub"),
  transitGatewayAttachment("A", "hub", "A", ["ra"]),
  vpcEndpoint("s3", "A", "gateway"),
  vpcEndpoint("ssm", "A", "interface"),
  prefixList("offices", ["203.0.113.0/24"], 60),
  prefixList("six", ["2001:db8::/32"]),
);

const tableNamed = (network: Network, name: string): RouteTable => {
  const table = network.routeTables[asId<"routeTable">(`rtb-${name}`)];
  if (table === undefined) throw new Error(`No table ${name}`);
  return table;
};

const to = (text: string): RouteDestination => {
  if (text.startsWith("pl-")) return { kind: "prefixList", prefixListId: asId<"prefixList">(text) };
  return text.includes(":") ? { kind: "cidrIpv6", cidrIpv6: text } : { kind: "cidrIpv4", cidrIpv4: text };
};
const by = (kind: RouteTarget["kind"], id: string) => ({ kind, id }) as RouteTarget;
const IGW = by("internetGateway", "igw-A");
const ENI = by("networkInterface", "eni-a1");
const NAT = by("natGateway", "nat-n1");
const route = (destination: string, target: RouteTarget, patch: Partial<Route> = {}): Route => ({
  destination: to(destination),
  target,
  state: "active",
  isPropagated: false,
  ...patch,
});
const added = (destination: string, target: RouteTarget, table = "main", world = WORLD) =>
  refused(checkRoute(world, tableNamed(world, table), route(destination, target)));

describe("a route's destination", () => {
  test.each([
    ["0.0.0.0/0", IGW, "ok"],
    ["::/0", IGW, "ok"],
    ["pl-offices", IGW, "ok"],
    ["pl-gone", IGW, "InvalidPrefixListID.NotFound prefixListNotFound"],
    ["203.0.113.300/24", IGW, "InvalidParameterValue cidrInvalid"],
    ["10.0.0.0/16", IGW, "InvalidParameterValue routeInsideLocal"],
    ["10.0.0.0/16", ENI, "InvalidParameterValue routeInsideLocal"],
    ["10.0.128.0/24", ENI, "InvalidParameterValue routeInsideLocal"],
    ["10.0.12.0/24", ENI, "ok"],
    ["10.0.12.0/24", NAT, "ok"],
    ["10.0.12.0/24", by("instance", "i-a1"), "ok"],
    ["10.0.12.0/24", IGW, "InvalidParameterValue routeInsideLocal"],
    ["10.0.12.0/25", ENI, "InvalidParameterValue routeInsideLocal"],
    ["10.0.0.0/8", IGW, "ok"],
    ["2001:db8:a::/56", IGW, "InvalidParameterValue routeInsideLocal"],
    ["169.254.168.0/22", ENI, "InvalidParameterValue routeReserved"],
    ["169.254.169.253/32", ENI, "InvalidParameterValue routeReserved"],
    ["fd00:ec2::253/128", ENI, "InvalidParameterValue routeReserved"],
    ["169.254.0.0/16", ENI, "ok"],
  ])("%s by %j is answered with %s", (destination, target, answer) => {
    expect(added(destination, target)).toBe(answer);
  });

  test("is never the whole VPC, even where one subnet fills it", () => {
    const world = change(WORLD, subnet("all", "C", "10.2.0.0/16"), routeTable("C", "C", []));
    const inC = networkInterface("c", "all", "10.2.0.9", { groups: [] });
    expect(added("10.2.0.0/16", by("networkInterface", "eni-c"), "C", change(world, inC))).toBe(
      "InvalidParameterValue routeInsideLocal",
    );
  });

  test("is stored in canonical form, and the route as active", () => {
    const asked = route("192.0.2.9/24", IGW, { state: "blackhole" });
    expect(checkRoute(WORLD, tableNamed(WORLD, "main"), asked)).toMatchObject({
      value: { destination: { cidrIpv4: "192.0.2.0/24" }, state: "active" },
    });
  });
});

describe("a route's target", () => {
  test.each([
    ["0.0.0.0/0", by("internetGateway", "igw-B"), "InvalidParameterValue routeTargetOfOtherVpc"],
    ["0.0.0.0/0", by("internetGateway", "igw-free"), "InvalidParameterValue routeTargetOfOtherVpc"],
    [
      "0.0.0.0/0",
      by("internetGateway", "igw-x"),
      "InvalidInternetGatewayID.NotFound internetGatewayNotFound",
    ],
    ["::/0", by("egressOnlyInternetGateway", "eigw-A"), "ok"],
    ["0.0.0.0/0", by("egressOnlyInternetGateway", "eigw-A"), "InvalidParameterValue routeTargetFamily"],
    [
      "::/0",
      by("egressOnlyInternetGateway", "eigw-x"),
      "InvalidGatewayID.NotFound egressOnlyInternetGatewayNotFound",
    ],
    ["0.0.0.0/0", NAT, "ok"],
    ["::/0", NAT, "InvalidParameterValue routeTargetFamily"],
    ["pl-six", NAT, "InvalidParameterValue routeTargetFamily"],
    ["64:ff9b::/96", NAT, "ok"],
    ["64:ff9b::c000:200/120", NAT, "ok"],
    ["64:ff9b::/64", NAT, "InvalidParameterValue routeTargetFamily"],
    ["0.0.0.0/0", by("natGateway", "nat-x"), "NatGatewayNotFound natGatewayNotFound"],
    ["0.0.0.0/0", by("networkInterface", "eni-x"), "InvalidNetworkInterfaceID.NotFound interfaceNotFound"],
    ["0.0.0.0/0", by("instance", "i-x"), "InvalidInstanceID.NotFound instanceNotFound"],
    ["10.1.0.0/16", by("vpcPeeringConnection", "pcx-AB"), "ok"],
    [
      "10.1.0.0/16",
      by("vpcPeeringConnection", "pcx-x"),
      "InvalidVpcPeeringConnectionID.NotFound peeringNotFound",
    ],
    ["10.1.0.0/16", by("transitGateway", "tgw-hub"), "ok"],
    ["10.1.0.0/16", by("transitGateway", "tgw-x"), "InvalidTransitGatewayID.NotFound transitGatewayNotFound"],
    ["0.0.0.0/0", by("vpcEndpoint", "vpce-s3"), "InvalidParameterValue routeToEndpoint"],
    ["pl-offices", by("vpcEndpoint", "vpce-ssm"), "InvalidParameterValue routeToEndpoint"],
    ["pl-offices", by("vpcEndpoint", "vpce-x"), "InvalidVpcEndpointId.NotFound endpointNotFound"],
    ["10.9.0.0/16", by("other", "vgw-1"), "ok"],
  ])("for %s %j is answered with %s", (destination, target, answer) => {
    expect(added(destination, target)).toBe(answer);
  });

  test("belongs to the table's VPC, or joins it", () => {
    expect(added("10.0.0.0/16", ENI, "B")).toBe("InvalidParameterValue routeTargetOfOtherVpc");
    expect(added("10.0.0.0/16", by("instance", "i-a1"), "B")).toBe(
      "InvalidParameterValue routeTargetOfOtherVpc",
    );
    expect(added("10.0.0.0/16", NAT, "B")).toBe("InvalidParameterValue routeTargetOfOtherVpc");
    expect(added("10.0.0.0/16", by("vpcPeeringConnection", "pcx-AB"), "B")).toBe("ok");
    expect(added("10.0.0.0/16", by("transitGateway", "tgw-hub"), "B")).toBe(
      "InvalidTransitGatewayID.NotFound routeTargetUnattached",
    );
    for (const state of ["deleted", "failed", "rejected"] as const) {
      const over = change(WORLD, transitGatewayAttachment("A", "hub", "A", ["ra"], { state }));
      expect(added("10.0.0.0/8", by("transitGateway", "tgw-hub"), "main", over)).toBe(
        "InvalidTransitGatewayID.NotFound routeTargetUnattached",
      );
    }
    const world = change(WORLD, routeTable("C", "C", [], { main: true }));
    expect(added("10.0.0.0/16", by("vpcPeeringConnection", "pcx-AB"), "C", world)).toBe(
      "InvalidParameterValue routeTargetOfOtherVpc",
    );
  });

  test("is a gateway endpoint for its own service's list", () => {
    const lists = change(WORLD, prefixList("s3", ["52.216.0.0/15"]));
    const list = lists.prefixLists[asId<"prefixList">("pl-s3")];
    const named = list && { ...list, prefixListName: "com.amazonaws.us-east-1.s3", ownerId: "AWS" };
    const world = named && { ...lists, prefixLists: { ...lists.prefixLists, [named.prefixListId]: named } };
    expect(world && added("pl-s3", by("vpcEndpoint", "vpce-s3"), "main", world)).toBe("ok");
  });
});

describe("a table", () => {
  test("has one static route to a destination, and perhaps a propagated one", () => {
    expect(added("0.0.0.0/0", NAT, "pub")).toBe("RouteAlreadyExists routeTaken");
    const propagated = route("0.0.0.0/0", NAT, { isPropagated: true });
    expect(refused(checkRoute(WORLD, tableNamed(WORLD, "pub"), propagated))).toBe("ok");
  });

  test("takes another route in the place of one, with the same destination or another free one", () => {
    const pub = tableNamed(WORLD, "pub");
    const replaced = (destination: string) =>
      refused(checkRoute(WORLD, pub, route(destination, NAT), to("0.0.0.0/0")));
    expect(replaced("0.0.0.0/0")).toBe("ok");
    expect(replaced("192.0.2.0/24")).toBe("ok");
    expect(replaced("::/0")).toBe("InvalidParameterValue routeTargetFamily");
    expect(refused(checkRoute(WORLD, pub, route("::/0", IGW), to("0.0.0.0/0")))).toBe(
      "RouteAlreadyExists routeTaken",
    );
  });

  test("holds 500 routes of a family; a list counts by its size", () => {
    const texts = Array.from({ length: 499 }, (_, index) => `11.${index >> 8}.${index & 255}.0/24 -> igw:A`);
    const world = change(WORLD, routeTable("full", "A", texts));
    expect(added("0.0.0.0/0", IGW, "full", world)).toBe("ok");
    expect(added("pl-offices", IGW, "full", world)).toBe("RouteLimitExceeded routeLimit");
    expect(added("pl-six", IGW, "full", world)).toBe("ok");
    const more = change(world, routeTable("full", "A", [...texts, "12.0.0.0/8 -> igw:A"]));
    expect(added("0.0.0.0/0", IGW, "full", more)).toBe("RouteLimitExceeded routeLimit");
    const propagated = change(
      world,
      routeTable("full", "A", [...texts, "12.0.0.0/8 -> other:vgw propagated"]),
    );
    expect(added("0.0.0.0/0", IGW, "full", propagated)).toBe("ok");
  });

  test("routes the subnets that name it, the main one all others", () => {
    const names = (name: string) =>
      subnetsOfRouteTable(WORLD, asId<"routeTable">(`rtb-${name}`)).map((subnet) => subnet.name);
    expect([names("pub"), names("main")]).toEqual([["pa", "pb"], ["ia"]]);
    const gone = WORLD.subnets[asId<"subnet">("subnet-pa")];
    expect(gone && routeTableOf(WORLD, { ...gone, routeTableId: asId("rtb-gone") })?.name).toBe("main");
  });

  test("routes subnets of its own VPC, and has at most 199 others beside it", () => {
    const subnet = WORLD.subnets[asId<"subnet">("subnet-pa")];
    const given = (id: string) => subnet && refused(checkRouteTableAssociation(WORLD, subnet, asId(id)));
    expect(given("rtb-priv")).toBe("ok");
    expect(given("rtb-B")).toBe("InvalidParameterValue routeTableOfOtherVpc");
    expect(given("rtb-x")).toBe("InvalidRouteTableID.NotFound routeTableNotFound");
    const parts = Array.from({ length: 197 }, (_, index) => routeTable(`n${index}`, "A", []));
    const A = asId<"vpc">("vpc-A");
    expect(refused(checkRouteTableQuota(change(WORLD, ...parts.slice(1)), A))).toBe("ok");
    expect(refused(checkRouteTableQuota(change(WORLD, ...parts), A))).toBe(
      "RouteTableLimitExceeded routeTableLimit",
    );
  });
});
