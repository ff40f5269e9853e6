import { describe, expect, test } from "vitest";
import { asId, EMPTY_NETWORK, type Network, type Route, type Subnet } from "../../../engine";
import { type RouteTexts, readRoute, routeForm } from "./route-form";
import { routeStatus } from "./route-status";
import { readTarget, targetGroups } from "./route-targets";
import { exposureOf } from "./subnet-exposure";

const VPC = asId<"vpc">("vpc-1");
const IGW = asId<"internetGateway">("igw-1");
const LIST = asId<"prefixList">("pl-1");
const TABLE = asId<"routeTable">("rtb-1");
const NAT = asId<"natGateway">("nat-1");

const SUBNET: Subnet = {
  subnetId: asId<"subnet">("subnet-1"),
  vpcId: VPC,
  name: "web",
  availabilityZone: "us-east-1a",
  cidrBlock: "10.0.1.0/24",
  ipv6CidrBlock: null,
  mapPublicIpOnLaunch: true,
  routeTableId: null,
  networkAclId: null,
};

const route = (cidrIpv4: string, target: Route["target"]): Route => ({
  destination: { kind: "cidrIpv4", cidrIpv4 },
  target,
  state: "active",
  isPropagated: false,
});

const TO_IGW: Route["target"] = { kind: "internetGateway", id: IGW };
const TO_NAT: Route["target"] = { kind: "natGateway", id: NAT };

const networkWith = (routes: readonly Route[]): Network => ({
  ...EMPTY_NETWORK,
  subnets: { [SUBNET.subnetId]: SUBNET },
  internetGateways: { [IGW]: { internetGatewayId: IGW, name: "main", vpcId: VPC } },
  natGateways: {
    [NAT]: {
      natGatewayId: NAT,
      name: "nat-a",
      subnetId: SUBNET.subnetId,
      connectivityType: "public",
      state: "available",
      addresses: [],
    },
  },
  prefixLists: {
    [LIST]: {
      prefixListId: LIST,
      prefixListName: "partners",
      addressFamily: "IPv4",
      maxEntries: 10,
      ownerId: "",
      entries: [],
    },
  },
  routeTables: { [TABLE]: { routeTableId: TABLE, vpcId: VPC, name: "public", isMain: true, routes } },
});

const NETWORK = networkWith([]);

const read = (texts: RouteTexts, inForce: Route | null = null) => readRoute(NETWORK, texts, inForce);

describe("a row of a route table", () => {
  test("says a route by its CIDR and target", () => {
    expect(read({ destination: "0.0.0.0/0", target: IGW })).toEqual({
      ok: true,
      value: route("0.0.0.0/0", TO_IGW),
    });
    expect(read({ destination: "::/0", target: IGW })).toMatchObject({
      value: { destination: { cidrIpv6: "::/0" } },
    });
    expect(read({ destination: "192.0.2.9/24", target: IGW })).toMatchObject({
      value: { destination: { cidrIpv4: "192.0.2.0/24" } },
    });
  });

  test("names prefix lists by name or id", () => {
    for (const destination of ["partners", "PARTNERS", "pl-1"])
      expect(read({ destination, target: IGW })).toMatchObject({
        value: { destination: { prefixListId: LIST } },
      });
    expect(read({ destination: "friends", target: IGW })).toMatchObject({
      error: { destination: { kind: "wrong", text: "“friends” is no CIDR and no prefix list" } },
    });
  });

  test("does not count until it has both", () => {
    expect(read({ destination: "", target: "" })).toMatchObject({
      ok: false,
      error: { destination: { kind: "missing" }, target: { kind: "missing" } },
    });
  });

  test("keeps a target that is not in the design, and one that is not modelled", () => {
    const old = route("0.0.0.0/0", { kind: "other", id: "vgw-1" });
    const form = routeForm(NETWORK, TABLE);
    expect(form.read({ ...form.textsOf(old), destination: "10.9.0.0/16" }, old)).toMatchObject({
      value: { target: old.target },
    });
    expect(readTarget(NETWORK, "nat-gone")).toEqual({ kind: "natGateway", id: "nat-gone" });
    expect(readTarget(NETWORK, "vgw-1")).toEqual({ kind: "other", id: "vgw-1" });
  });

  test("offers the targets that the VPC has, by kind", () => {
    expect(
      targetGroups(NETWORK, VPC).map(({ label, options }) => [label, options.map(({ value }) => value)]),
    ).toEqual([
      ["Internet gateway", [IGW]],
      ["NAT gateway", [NAT]],
    ]);
    expect(targetGroups(NETWORK, asId<"vpc">("vpc-2"))).toEqual([]);
  });
});

describe("a route's status", () => {
  const statusOf = (network: Network, target: Route["target"]) =>
    routeStatus(network, VPC, route("0.0.0.0/0", target));

  test("is active while its target serves the VPC", () => {
    expect(statusOf(NETWORK, TO_IGW)).toEqual({ state: "active", why: null });
  });

  test("is a blackhole with the reason where it leads nowhere", () => {
    const detached: Network = {
      ...NETWORK,
      internetGateways: { [IGW]: { internetGatewayId: IGW, name: "main", vpcId: null } },
    };
    expect(statusOf(detached, TO_IGW)).toEqual({
      state: "blackhole",
      why: "main is not attached to this VPC",
    });
    expect(statusOf(EMPTY_NETWORK, TO_IGW).why).toBe("igw-1 is not in this design");
    const failed = Object.values(NETWORK.natGateways).map((nat) => ({ ...nat, state: "failed" as const }));
    const broken: Network = { ...NETWORK, natGateways: Object.fromEntries(failed.map((nat) => [NAT, nat])) };
    expect(statusOf(broken, TO_NAT)).toEqual({ state: "blackhole", why: "nat-a is failed" });
  });

  test("says what is not modelled", () => {
    expect(statusOf(NETWORK, { kind: "other", id: "vgw-1" })).toEqual({
      state: "active",
      why: "vgw-1 is not modelled: verdicts stop there",
    });
  });
});

describe("a subnet", () => {
  test("is public by a live route to an internet gateway, and private else", () => {
    expect(exposureOf(networkWith([route("0.0.0.0/0", TO_IGW)]), SUBNET)).toEqual({
      kind: "public",
      why: "Route table public sends 0.0.0.0/0 to main.",
    });
    expect(exposureOf(networkWith([route("0.0.0.0/0", TO_NAT)]), SUBNET)).toEqual({
      kind: "private",
      why: "Route table public sends 0.0.0.0/0 to nat-a, not to an internet gateway.",
    });
    expect(exposureOf(NETWORK, SUBNET)).toEqual({
      kind: "private",
      why: "Route table public has no route to the Internet.",
    });
    const gone = { ...networkWith([route("0.0.0.0/0", TO_IGW)]), internetGateways: {} };
    expect(exposureOf(gone, SUBNET).kind).toBe("private");
  });

  test("is private where its VPC has tables, but none for it", () => {
    const main = NETWORK.routeTables[TABLE];
    const others = main === undefined ? {} : { [TABLE]: { ...main, isMain: false } };
    expect(exposureOf({ ...NETWORK, routeTables: others }, SUBNET).kind).toBe("private");
  });

  test("is neither where its VPC has no route table", () => {
    expect(exposureOf({ ...NETWORK, routeTables: {} }, SUBNET).kind).toBe("unknown");
  });
});
