import { describe, expect, test } from "vitest";
import { asId } from "../model/id";
import { EMPTY_NETWORK } from "../model/network";
import type { Vpc } from "../model/vpc";
import { change, network, subnet, vpc } from "../testing/network-builder";
import { refused } from "./testing/refused";
import { checkCidrForVpc, checkVpc } from "./vpc-check";

const record = (patch: Partial<Vpc> = {}): Vpc => ({
  vpcId: asId<"vpc">("vpc-N"),
  name: "N",
  region: "us-east-1",
  cidrBlock: "10.0.0.0/16",
  secondaryCidrBlocks: [],
  ipv6CidrBlocks: [],
  ...patch,
});
const made = (patch: Partial<Vpc>) => refused(checkVpc(EMPTY_NETWORK, record(patch)));

describe("a VPC's blocks", () => {
  test.each<[string, Partial<Vpc>]>([
    ["ok", { cidrBlock: "10.0.0.0/28" }],
    ["ok", { secondaryCidrBlocks: ["10.1.0.0/16", "100.64.0.0/16"] }],
    ["ok", { ipv6CidrBlocks: ["2001:db8::/56"] }],
    ["InvalidParameterValue cidrInvalid", { cidrBlock: "10.0.0/16" }],
    ["InvalidParameterValue cidrWrongFamily", { cidrBlock: "2001:db8::/56" }],
    ["InvalidVpc.Range vpcSize", { cidrBlock: "10.0.0.0/15" }],
    ["InvalidVpc.Range vpcSize", { cidrBlock: "10.0.0.0/29" }],
    ["InvalidVpc.Range vpcLinkLocal", { cidrBlock: "169.254.0.0/16" }],
    ["InvalidVpc.Range vpcIpv6Size", { ipv6CidrBlocks: ["2001:db8::/58"] }],
    ["InvalidVpc.Range vpcIpv6Size", { ipv6CidrBlocks: ["2001:db8::/64"] }],
    ["VpcCidrConflict vpcBlocksOverlap", { secondaryCidrBlocks: ["10.0.128.0/17"] }],
    ["VpcCidrConflict vpcBlocksOverlap", { ipv6CidrBlocks: ["2001:db8::/56", "2001:db8::/60"] }],
    ["VpcCidrConflict vpcBlocksMixed", { secondaryCidrBlocks: ["192.168.0.0/16"] }],
    ["VpcCidrConflict vpcBlocksMixed", { secondaryCidrBlocks: ["198.19.0.0/16"] }],
    [
      "VpcCidrConflict vpcBlocksMixed",
      { cidrBlock: "10.1.0.0/16", secondaryCidrBlocks: ["10.2.0.0/16", "10.0.0.0/16"] },
    ],
    ["VpcCidrConflict vpcBlocksMixed", { cidrBlock: "10.0.0.0/24", secondaryCidrBlocks: ["10.0.1.0/24"] }],
    [
      "VpcCidrConflict vpcBlocksMixed",
      { cidrBlock: "172.16.0.0/16", secondaryCidrBlocks: ["172.31.0.0/20"] },
    ],
    ["ok", { cidrBlock: "10.2.0.0/16", secondaryCidrBlocks: ["10.0.0.0/16", "10.1.0.0/16"] }],
    ["ok", { cidrBlock: "172.31.0.0/16", secondaryCidrBlocks: ["172.16.0.0/16"] }],
    [
      "CidrLimitExceeded vpcBlockLimit",
      { secondaryCidrBlocks: ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "10.4.0.0/16", "10.5.0.0/16"] },
    ],
  ])("get %s for %j", (answer, patch) => {
    expect(made(patch)).toBe(answer);
  });

  test("are stored in canonical form", () => {
    expect(checkVpc(EMPTY_NETWORK, record({ cidrBlock: "10.0.7.9/16" }))).toMatchObject({
      value: { cidrBlock: "10.0.0.0/16" },
    });
    expect(checkCidrForVpc("100.68.0.18/18")).toEqual({ ok: true, value: "100.68.0.0/18" });
  });

  test("cannot leave a subnet outside", () => {
    const world = network(vpc("N", "10.0.0.0/16"), subnet("s", "N", "10.0.200.0/24"));
    expect(refused(checkVpc(world, record({ cidrBlock: "10.0.0.0/17" })))).toBe(
      "DependencyViolation vpcBlockInUse",
    );
    expect(refused(checkVpc(world, record({ cidrBlock: "10.0.128.0/17" })))).toBe("ok");
  });

  test("are free to change where a subnet lay outside before", () => {
    const world = network(vpc("N", "10.0.0.0/16"), subnet("s", "N", "172.16.0.0/24"));
    expect(refused(checkVpc(world, record({ cidrBlock: "10.0.0.0/17" })))).toBe("ok");
  });
});

test("a Region holds five VPCs", () => {
  const five = change(EMPTY_NETWORK, ...[1, 2, 3, 4, 5].map((each) => vpc(`${each}`, `10.${each}.0.0/16`)));
  expect(refused(checkVpc(five, record()))).toBe("VpcLimitExceeded vpcLimit");
  expect(refused(checkVpc(five, record({ region: "eu-west-1" })))).toBe("ok");
  expect(refused(checkVpc(five, record({ vpcId: asId<"vpc">("vpc-1") })))).toBe("ok");
});
