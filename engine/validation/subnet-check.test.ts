import { describe, expect, test } from "vitest";
import { asId } from "../model/id";
import type { Subnet } from "../model/subnet";
import { BASE_WORLD } from "../testing/base-world";
import { change, network, subnet, vpc } from "../testing/network-builder";
import { nextFreeSubnetCidr, nextFreeSubnetIpv6Cidr, nextFreeVpcIpv6Cidr, shiftedCidr } from "./free-block";
import { checkSubnet } from "./subnet-check";
import { refused } from "./testing/refused";

const made = (patch: Partial<Subnet>) =>
  refused(
    checkSubnet(BASE_WORLD, {
      subnetId: asId<"subnet">("subnet-new"),
      vpcId: asId<"vpc">("vpc-A"),
      name: "new",
      availabilityZone: "us-east-1a",
      cidrBlock: "10.0.100.0/24",
      ipv6CidrBlock: null,
      mapPublicIpOnLaunch: false,
      routeTableId: null,
      networkAclId: null,
      ...patch,
    }),
  );

describe("a subnet", () => {
  test.each<[string, Partial<Subnet>]>([
    ["ok", {}],
    ["ok", { ipv6CidrBlock: "2001:db8:a:9::/64" }],
    ["ok", { subnetId: asId<"subnet">("subnet-pa"), cidrBlock: "10.0.1.0/25" }],
    ["InvalidVpcID.NotFound vpcNotFound", { vpcId: asId<"vpc">("vpc-gone") }],
    ["InvalidParameterValue cidrInvalid", { cidrBlock: "" }],
    ["InvalidSubnet.Range subnetSize", { cidrBlock: "10.0.100.0/29" }],
    ["InvalidSubnet.Range subnetSize", { cidrBlock: "10.0.0.0/15" }],
    ["InvalidSubnet.Range subnetSize", { ipv6CidrBlock: "2001:db8:a:9::/66" }],
    ["InvalidSubnet.Range subnetOutsideVpc", { cidrBlock: "10.9.0.0/24" }],
    ["InvalidSubnet.Range subnetOutsideVpc", { ipv6CidrBlock: "2001:db8:b:9::/64" }],
    ["InvalidSubnet.Conflict subnetOverlaps", { cidrBlock: "10.0.1.128/25" }],
    ["InvalidSubnet.Conflict subnetOverlaps", { ipv6CidrBlock: "2001:db8:a:1::/64" }],
    ["InvalidZone.NotFound zoneNotInRegion", { availabilityZone: "eu-west-1a" }],
    ["InvalidZone.NotFound zoneNotInRegion", { availabilityZone: "us-east-1" }],
    ["ok", { availabilityZone: "us-east-1-bos-1a" }],
  ])("gets %s for %j", (answer, patch) => {
    expect(made(patch)).toBe(answer);
  });

  test("is one of at most 200 in its VPC", () => {
    const parts = Array.from({ length: 200 }, (_, index) => subnet(`s${index}`, "N", `10.0.${index}.0/24`));
    const full = network(vpc("N", "10.0.0.0/16"), ...parts);
    const extra = {
      subnetId: asId<"subnet">("subnet-new"),
      vpcId: asId<"vpc">("vpc-N"),
      name: "",
      availabilityZone: "us-east-1a",
      cidrBlock: "10.0.250.0/24",
      ipv6CidrBlock: null,
      mapPublicIpOnLaunch: false,
      routeTableId: null,
      networkAclId: null,
    };
    expect(refused(checkSubnet(full, extra))).toBe("SubnetLimitExceeded subnetLimit");
    expect(
      refused(
        checkSubnet(full, { ...extra, subnetId: asId<"subnet">("subnet-s7"), cidrBlock: "10.0.7.0/25" }),
      ),
    ).toBe("ok");
  });
});

describe("the next free block", () => {
  test("is the lowest gap of the wanted size", () => {
    expect(nextFreeSubnetCidr(BASE_WORLD, "vpc-A")).toBe("10.0.0.0/24");
    const more = change(BASE_WORLD, subnet("z", "A", "10.0.0.0/26"));
    expect(nextFreeSubnetCidr(more, "vpc-A")).toBe("10.0.3.0/24");
    expect(nextFreeSubnetCidr(more, "vpc-A", 26)).toBe("10.0.0.64/26");
  });

  test("is a quarter of a small VPC, and goes on in a secondary block", () => {
    const small = network(vpc("N", "10.0.0.0/27"));
    expect(nextFreeSubnetCidr(small, "vpc-N")).toBe("10.0.0.0/28");
    const full = change(small, subnet("a", "N", "10.0.0.0/27"));
    expect(nextFreeSubnetCidr(full, "vpc-N")).toBeNull();
    expect(nextFreeSubnetCidr(full, "vpc-gone")).toBeNull();
  });

  test("is a /64 of a VPC's IPv6 block, and a /56 for a VPC", () => {
    expect(nextFreeSubnetIpv6Cidr(BASE_WORLD, "vpc-A")).toBe("2001:db8:a::/64");
    expect(nextFreeSubnetIpv6Cidr(BASE_WORLD, "vpc-B")).toBeNull();
    expect(nextFreeVpcIpv6Cidr(network(vpc("N", "10.0.0.0/16", ["2001:db8:1234::/56"])))).toBe(
      "2001:db8:1234:100::/56",
    );
  });

  test("is found beside a larger neighbour", () => {
    const world = network(vpc("N", "10.0.0.0/16"), subnet("a", "N", "10.0.0.0/17"));
    expect(nextFreeSubnetCidr(world, "vpc-N")).toBe("10.0.128.0/24");
  });
});

test("a block moves along with the block around it, where it fits", () => {
  expect(shiftedCidr("10.0.7.0/24", "10.0.0.0/16", "10.5.0.0/16")).toBe("10.5.7.0/24");
  expect(shiftedCidr("10.0.7.0/24", "10.0.0.0/16", "10.5.0.0/22")).toBeNull();
  expect(shiftedCidr("172.16.0.0/24", "10.0.0.0/16", "10.5.0.0/16")).toBe("172.16.0.0/24");
});
