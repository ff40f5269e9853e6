import { describe, expect, test } from "vitest";
import { asId, recordOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { change, subnet } from "../../../engine/testing/network-builder";
import { after, diagramOf, reasonOf } from "../testing/expect";
import {
  attachInternetGateway,
  createEgressOnlyInternetGateway,
  createInternetGateway,
  detachInternetGateway,
  modifyEgressOnlyInternetGateway,
  modifyInternetGateway,
} from "./internet-gateway";
import { associateAddress } from "./ip-address";
import { moveToSubnet } from "./move";
import { createNatGateway, modifyNatGateway } from "./nat-gateway";
import { modifySubnet } from "./subnet";
import { modifyVpc } from "./vpc";

const START = diagramOf(change(BASE_WORLD, subnet("xc", "B", "10.1.2.0/24")));
const PLACE = { x: 4, y: 8, size: null };
const A = asId<"vpc">("vpc-A");
const B = asId<"vpc">("vpc-B");
const IGW = asId<"internetGateway">("igw-B");
const subnetId = (name: string) => asId<"subnet">(`subnet-${name}`);

describe("an internet gateway", () => {
  const forB = createInternetGateway({ internetGatewayId: IGW, name: "B", vpcId: B });

  test("is made for a VPC, or for none yet", () => {
    expect(recordOf(after(START, forB).network.internetGateways, IGW)?.vpcId).toBe(B);
    const alone = after(START, createInternetGateway({ internetGatewayId: IGW, name: "B", vpcId: null }));
    expect(recordOf(after(alone, attachInternetGateway(IGW, B)).network.internetGateways, IGW)?.vpcId).toBe(
      B,
    );
    expect(reasonOf(attachInternetGateway(IGW, A).run(alone))).toBe("vpcHasInternetGateway");
    expect(reasonOf(detachInternetGateway(IGW).run(alone))).toBe("internetGatewayNotAttached");
    const renamed = after(alone, modifyInternetGateway(IGW, { name: "edge" }));
    expect(recordOf(renamed.network.internetGateways, IGW)?.name).toBe("edge");
  });

  test("stays while something has a public address through it, and leaves routes behind", () => {
    expect(reasonOf(detachInternetGateway(asId("igw-A")).run(START))).toBe("internetGatewayInUse");
    const free = after(after(START, forB), detachInternetGateway(IGW));
    expect(recordOf(free.network.internetGateways, IGW)?.vpcId).toBeNull();
    expect(detachInternetGateway(IGW).label(after(START, forB))).toBe("Detach B from B");
  });

  test("is what a public address needs", () => {
    const inA = asId<"networkInterface">("eni-a1");
    expect(reasonOf(associateAddress(inA, "10.0.11.21", null).run(START))).toBe("ok");
    const igwless = { ...START, network: { ...START.network, internetGateways: {} } };
    expect(reasonOf(associateAddress(inA, "10.0.11.21", null).run(igwless))).toBe(
      "publicAddressNeedsGateway",
    );
  });
});

test("an egress-only internet gateway belongs to a VPC", () => {
  const id = asId<"egressOnlyInternetGateway">("eigw-A");
  const make = (vpcId: typeof A) =>
    createEgressOnlyInternetGateway({ egressOnlyInternetGatewayId: id, name: "out", vpcId });
  const made = after(START, make(A));
  expect(recordOf(made.network.egressOnlyInternetGateways, id)).toMatchObject({ name: "out", vpcId: A });
  expect(reasonOf(make(asId("vpc-x")).run(START))).toBe("vpcNotFound");
  const renamed = after(made, modifyEgressOnlyInternetGateway(id, { name: "six" }));
  expect(recordOf(renamed.network.egressOnlyInternetGateways, id)?.name).toBe("six");
});

describe("a NAT gateway", () => {
  const NAT = asId<"natGateway">("nat-new");
  const make = (name: string, connectivityType: "public" | "private") =>
    createNatGateway({
      natGatewayId: NAT,
      name: "nat",
      subnetId: subnetId(name),
      connectivityType,
      place: PLACE,
    });
  const natOf = (diagram: typeof START, id = "nat-new") => recordOf(diagram.network.natGateways, id);

  test("has a free private address, and a public one if it is public", () => {
    const made = after(START, make("pa", "public"));
    expect(natOf(made)).toMatchObject({
      state: "available",
      addresses: [{ privateIpAddress: "10.0.1.4", publicIp: "198.51.100.1" }],
    });
    expect(made.layout.places).toEqual({ "nat-new": PLACE });
    expect(natOf(after(START, make("xb", "private")))?.addresses).toEqual([
      { privateIpAddress: "10.1.1.4", publicIp: null },
    ]);
    expect(reasonOf(make("xb", "public").run(START))).toBe("publicAddressNeedsGateway");
  });

  test("can be renamed and broken", () => {
    const broken = after(START, modifyNatGateway(asId("nat-n1"), { state: "failed" }));
    expect(natOf(broken, "nat-n1")?.state).toBe("failed");
    expect(modifyNatGateway(asId("nat-n1"), { state: "failed" }).label(START)).toBe("Change state of n1");
    expect(modifyNatGateway(asId("nat-n1"), { name: "x" }).label(START)).toBe("Rename n1 to x");
  });

  test("gives its public address up when it becomes private, and needs an internet gateway to be public", () => {
    const toPrivate = modifyNatGateway(NAT, { connectivityType: "private" });
    const made = after(START, make("pa", "public"));
    expect(toPrivate.label(made)).toBe("Change connectivity of nat");
    expect(natOf(after(made, toPrivate))).toMatchObject({
      connectivityType: "private",
      addresses: [{ privateIpAddress: "10.0.1.4", publicIp: null }],
    });
    const toPublic = modifyNatGateway(NAT, { connectivityType: "public" });
    expect(after(made, toPrivate, toPublic).network).toEqual(made.network);
    const inB = after(START, make("xb", "private"));
    expect(reasonOf(toPublic.run(inB))).toBe("publicAddressNeedsGateway");
  });

  test("moves within its VPC and keeps its public address", () => {
    const moved = after(START, moveToSubnet("nat-n1", subnetId("pb"), PLACE));
    expect(natOf(moved, "nat-n1")).toMatchObject({
      subnetId: "subnet-pb",
      addresses: [{ privateIpAddress: "10.0.2.4", publicIp: "198.51.100.250" }],
    });
    expect(moved.layout.places["nat-n1"]).toEqual(PLACE);
    expect(reasonOf(moveToSubnet("nat-n1", subnetId("xb"), PLACE).run(START))).toBe("natGatewayInOtherVpc");
    const stayed = after(START, moveToSubnet("nat-n1", subnetId("pa"), PLACE));
    expect(stayed.network).toBe(START.network);
  });

  test("goes along when its subnet's block moves, and back", () => {
    const moved = after(START, modifySubnet(subnetId("pa"), { cidrBlock: "10.0.30.0/24" }));
    expect(natOf(moved, "nat-n1")?.addresses[0]?.privateIpAddress).toBe("10.0.30.250");
    const back = after(moved, modifySubnet(subnetId("pa"), { cidrBlock: "10.0.1.0/24" }));
    expect(back.network).toEqual(START.network);
    const shifted = after(START, modifyVpc(A, { cidrBlock: "10.9.0.0/16" }));
    expect(natOf(shifted, "nat-n1")?.addresses).toEqual([
      { privateIpAddress: "10.9.1.250", publicIp: "198.51.100.250" },
    ]);
    const small = after(START, modifySubnet(subnetId("pa"), { cidrBlock: "10.0.30.0/28" }));
    expect(natOf(small, "nat-n1")?.addresses[0]?.privateIpAddress).toBe("10.0.30.5");
  });
});
