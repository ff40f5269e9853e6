import { describe, expect, test } from "vitest";
import { asId } from "../model/id";
import { type Network, recordOf } from "../model/network";
import { BASE_WORLD } from "../testing/base-world";
import { change, networkInterface } from "../testing/network-builder";
import { INSTANCE_TYPES, limitsOf } from "./instance-type-limits";
import { checkAddressCount, checkAttach, checkInterfaceGroups, checkInterfaceQuota } from "./interface-check";
import { refused } from "./testing/refused";

const groups = (...names: readonly string[]) =>
  refused(
    checkInterfaceGroups(
      BASE_WORLD,
      "vpc-A",
      names.map((name) => asId<"securityGroup">(`sg-${name}`)),
    ),
  );

test("a zone holds 5,000 interfaces", () => {
  const parts = Array.from({ length: 5000 }, (_, index) => `eni-n${index}`);
  const { networkInterfaces: some } = BASE_WORLD;
  const [one] = Object.values(some);
  const added = parts.map((id) => [id, { ...one, networkInterfaceId: id }]);
  const inZone = (count: number) => {
    const networkInterfaces = Object.fromEntries(added.slice(0, count)) as Network["networkInterfaces"];
    const world = { ...BASE_WORLD, networkInterfaces };
    return ["us-east-1a", "us-east-1b"].map((availabilityZone) =>
      refused(checkInterfaceQuota(world, { availabilityZone })),
    );
  };
  expect(inZone(4999)).toEqual(["ok", "ok"]);
  expect(inZone(5000)).toEqual(["NetworkInterfaceLimitExceeded interfacesInZoneLimit", "ok"]);
});

describe("an interface's groups", () => {
  test("are one to five of its VPC", () => {
    expect(groups()).toBe("InvalidParameterValue interfaceWithoutGroup");
    expect(groups("web", "app", "dba", "dbw", "none")).toBe("ok");
    expect(groups("web", "app", "dba", "dbw", "none", "admin")).toBe(
      "SecurityGroupsPerInterfaceLimitExceeded interfaceGroupLimit",
    );
    expect(groups("gone")).toBe("InvalidGroup.NotFound groupNotFound");
    expect(groups("B-default")).toBe("InvalidParameter groupOfOtherVpc");
  });

  test("count once each", () => {
    expect(groups("web", "web", "web", "web", "web", "web")).toBe("ok");
  });
});

const inZone = (network: Network, subnetId: string, availabilityZone: string): Network => {
  const subnet = recordOf(network.subnets, subnetId);
  if (subnet === undefined) throw new Error(`No subnet ${subnetId}`);
  return { ...network, subnets: { ...network.subnets, [subnetId]: { ...subnet, availabilityZone } } };
};

const attach = (network: Network, name: string, instanceId: string) => {
  const networkInterface = recordOf(network.networkInterfaces, `eni-${name}`);
  if (networkInterface === undefined) throw new Error(`No interface ${name}`);
  return refused(checkAttach(network, networkInterface, instanceId));
};

describe("an interface", () => {
  const loose = { groups: ["none"], attachedTo: null };
  const world = change(
    BASE_WORLD,
    networkInterface("n1", "ra", "10.0.11.5", loose),
    networkInterface("n2", "ra", "10.0.11.6", loose),
    networkInterface("b1", "xb", "10.1.1.5", { ...loose, groups: ["B-default"] }),
  );

  test("is attached to an instance of its zone and VPC that takes one more", () => {
    expect(attach(world, "n1", "i-w1")).toBe("ok");
    expect(attach(world, "n1", "i-gone")).toBe("InvalidInstanceID.NotFound instanceNotFound");
    expect(attach(world, "w2", "i-w1")).toBe("InvalidNetworkInterface.InUse interfaceAttached");
    expect(attach(world, "b1", "i-w1")).toBe("InvalidParameterCombination interfaceInOtherVpc");
    expect(attach(inZone(world, "subnet-ra", "us-east-1b"), "n1", "i-w1")).toBe(
      "InvalidParameterCombination interfaceInOtherZone",
    );
    const two = change(
      world,
      networkInterface("n2", "ra", "10.0.11.6", { groups: ["none"], attachedTo: "w1", deviceIndex: 1 }),
    );
    expect(attach(two, "n1", "i-w1")).toBe("AttachmentLimitExceeded interfaceLimit");
  });

  test("has as many addresses as the type of its instance takes", () => {
    const w1 = recordOf(world.networkInterfaces, "eni-w1");
    const n1 = recordOf(world.networkInterfaces, "eni-n1");
    expect(w1 && refused(checkAddressCount(world, w1, 2))).toBe("ok");
    expect(w1 && refused(checkAddressCount(world, w1, 3))).toBe("PrivateIpAddressLimitExceeded addressLimit");
    expect(n1 && refused(checkAddressCount(world, n1, 99))).toBe("ok");
  });
});

test("limits are known for the usual instance types", () => {
  expect(limitsOf("t3.micro")).toEqual({ networkInterfaces: 2, addressesPerInterface: 2 });
  expect(limitsOf("c5n.18xlarge")).toEqual({ networkInterfaces: 15, addressesPerInterface: 50 });
  expect(limitsOf("z9.huge")).toBeNull();
  expect(INSTANCE_TYPES[0]).toBe("t2.nano");
});
