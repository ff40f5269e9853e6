import { describe, expect, test } from "vitest";
import { asId, interfacesOf, recordOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { change, routeTable } from "../../../engine/testing/network-builder";
import type { Diagram } from "../diagram";
import { after, diagramOf, reasonOf } from "../testing/expect";
import { enis, groups, PLACE, START, subnets } from "../testing/services";
import { createManagedResource, modifyManagedResource, setManagedResourceSubnets } from "./managed-resource";
import { modifyNetworkInterfaceAttribute } from "./network-interface";
import {
  type CreateVpcEndpoint,
  createVpcEndpoint,
  modifyVpcEndpoint,
  setVpcEndpointSubnets,
} from "./vpc-endpoint";

const interfacesIn = ({ network }: Diagram, owner: string) =>
  interfacesOf(network, owner).map(({ subnetId, groupIds }) => ({ subnetId, groupIds }));

describe("another service's resource", () => {
  const CACHE = asId<"managedResource">("managed-cache");
  const make = (kind: "cacheCluster" | "lambdaFunction", groupIds = groups()) =>
    createManagedResource({
      managedResourceId: CACHE,
      name: "cache",
      kind,
      subnetIds: subnets("ra", "rb"),
      networkInterfaceIds: enis("c0", "c1"),
      groupIds,
      place: PLACE,
    });

  test("has an interface in each subnet, with its groups or the default one", () => {
    const made = after(START, make("cacheCluster"));
    expect(interfacesIn(made, CACHE).map(({ subnetId, groupIds }) => [subnetId, groupIds])).toEqual([
      ["subnet-ra", ["sg-default"]],
      ["subnet-rb", ["sg-default"]],
    ]);
    expect(reasonOf(make("cacheCluster", groups("B-default")).run(START))).toBe("groupOfOtherVpc");
    const renamed = after(made, modifyManagedResource(CACHE, { name: "sessions" }));
    expect(recordOf(renamed.network.managedResources, CACHE)?.name).toBe("sessions");
  });

  test("stands in other subnets of its VPC as well, also two of a zone", () => {
    const set = (names: readonly string[], ...ids: readonly string[]) =>
      setManagedResourceSubnets(CACHE, { subnetIds: subnets(...names), networkInterfaceIds: enis(...ids) });
    const made = after(START, make("lambdaFunction", groups("app")));
    const moved = after(made, set(["rb", "pa"], "c2"));
    expect(interfacesIn(moved, CACHE)).toEqual([
      { subnetId: "subnet-rb", groupIds: ["sg-app"] },
      { subnetId: "subnet-pa", groupIds: ["sg-app"] },
    ]);
    expect(recordOf(moved.network.networkInterfaces, "eni-c2")).toMatchObject({ requesterManaged: true });
    expect(reasonOf(set([]).run(made))).toBe("subnetsMissing");
    expect(reasonOf(set(["xb"], "c2").run(made))).toBe("subnetOfOtherVpc");
  });

  test("is told its groups when it is a function", () => {
    expect(reasonOf(make("lambdaFunction").run(START))).toBe("functionWithoutGroups");
    expect(reasonOf(make("lambdaFunction", groups("app")).run(START))).toBe("ok");
  });

  test("needs an id for each interface", () => {
    const command = createManagedResource({
      managedResourceId: CACHE,
      name: "cache",
      kind: "other",
      subnetIds: subnets("ra", "rb"),
      networkInterfaceIds: enis("c0"),
      groupIds: [],
      place: PLACE,
    });
    expect(reasonOf(command.run(START))).toBe("interfaceNotFound");
  });
});

describe("an endpoint", () => {
  const S3 = asId<"vpcEndpoint">("vpce-s3");
  const make = (patch: Partial<CreateVpcEndpoint> = {}) =>
    createVpcEndpoint({
      vpcEndpointId: S3,
      name: "s3",
      vpcId: asId("vpc-A"),
      vpcEndpointType: "gateway",
      serviceName: "com.amazonaws.us-east-1.s3",
      subnetIds: [],
      networkInterfaceIds: [],
      groupIds: [],
      routeTableIds: [asId("rtb-priv"), asId("rtb-main")],
      prefixListId: asId("pl-new"),
      place: null,
      ...patch,
    });

  test("finds no room in a table that is full", () => {
    const texts = Array.from({ length: 500 }, (_, index) => `11.${index >> 8}.${index & 255}.0/24 -> igw:A`);
    const full = diagramOf(change(BASE_WORLD, routeTable("full", "A", texts)));
    expect(reasonOf(make({ routeTableIds: [asId("rtb-full")] }).run(full))).toBe("routeLimit");
  });

  test("of type gateway brings AWS's list, and a route in each table named", () => {
    const { network, layout } = after(START, make());
    expect(recordOf(network.prefixLists, "pl-new")).toMatchObject({
      prefixListName: "com.amazonaws.us-east-1.s3",
      ownerId: "AWS",
      maxEntries: 1,
    });
    const route = {
      destination: { kind: "prefixList", prefixListId: "pl-new" },
      target: { kind: "vpcEndpoint", id: S3 },
      state: "active",
      isPropagated: false,
    };
    expect(recordOf(network.routeTables, "rtb-priv")?.routes.at(-1)).toEqual(route);
    expect(recordOf(network.routeTables, "rtb-main")?.routes).toEqual([route]);
    expect(layout).toBe(START.layout);
  });

  test("of type gateway uses the list that is there, and no table twice", () => {
    const made = after(START, make({ routeTableIds: [asId("rtb-priv")] }));
    const again = make({
      vpcEndpointId: asId("vpce-2"),
      routeTableIds: [asId("rtb-main")],
      prefixListId: asId("pl-2"),
    });
    expect(Object.keys(after(made, again).network.prefixLists)).toEqual(["pl-new"]);
    const twice = make({ vpcEndpointId: asId("vpce-2"), routeTableIds: [asId("rtb-priv")] });
    expect(reasonOf(twice.run(made))).toBe("routeTaken");
    const ofB = make({ routeTableIds: [asId("rtb-B")] });
    expect(reasonOf(ofB.run(START))).toBe("routeTableOfOtherVpc");
    expect(reasonOf(make({ routeTableIds: [asId("rtb-x")] }).run(START))).toBe("routeTableNotFound");
  });

  test("of type interface has an interface in each zone, at its place", () => {
    const ssm = make({
      vpcEndpointType: "interface",
      serviceName: "com.amazonaws.us-east-1.ssm",
      subnetIds: subnets("ra", "zb"),
      networkInterfaceIds: enis("e0", "e1"),
      place: PLACE,
    });
    const made = after(START, ssm);
    expect(interfacesIn(made, S3).map(({ subnetId }) => subnetId)).toEqual(["subnet-ra", "subnet-zb"]);
    expect(made.layout.places).toEqual({ "vpce-s3": PLACE });
    expect(made.network.prefixLists).toBe(START.network.prefixLists);
    const none = make({ vpcEndpointType: "interface", serviceName: "x" });
    expect(reasonOf(none.run(START))).toBe("subnetsMissing");
    const renamed = after(made, modifyVpcEndpoint(S3, { name: "manager" }));
    expect(recordOf(renamed.network.vpcEndpoints, S3)?.name).toBe("manager");
  });

  test("of type interface may be for another service, and stand in more zones or fewer", () => {
    const made = after(
      START,
      make({
        vpcEndpointType: "interface",
        subnetIds: subnets("ra"),
        networkInterfaceIds: enis("e0"),
        groupIds: groups("app"),
        place: PLACE,
      }),
    );
    const sqs = modifyVpcEndpoint(S3, { serviceName: "com.amazonaws.us-east-1.sqs" });
    expect(recordOf(after(made, sqs).network.vpcEndpoints, S3)?.serviceName).toBe(
      "com.amazonaws.us-east-1.sqs",
    );
    expect(sqs.label(made)).toBe("Change service of s3");
    expect(reasonOf(modifyVpcEndpoint(S3, { serviceName: "" }).run(made))).toBe("endpointService");
    const set = (names: readonly string[], ...ids: readonly string[]) =>
      setVpcEndpointSubnets(S3, { subnetIds: subnets(...names), networkInterfaceIds: enis(...ids) });
    expect(interfacesIn(after(made, set(["ra", "zb"], "e1")), S3)).toEqual([
      { subnetId: "subnet-ra", groupIds: ["sg-app"] },
      { subnetId: "subnet-zb", groupIds: ["sg-app"] },
    ]);
    expect(reasonOf(set(["ra", "pa"], "e1").run(made))).toBe("subnetsInOneZone");
    expect(reasonOf(set(["xb"], "e1").run(made))).toBe("subnetOfOtherVpc");
    expect(reasonOf(set([]).run(made))).toBe("subnetsMissing");
  });

  test("of type gateway keeps its service, and has no subnets", () => {
    const made = after(START, make());
    const other = modifyVpcEndpoint(S3, { serviceName: "com.amazonaws.us-east-1.dynamodb" });
    expect(reasonOf(other.run(made))).toBe("endpointIsGateway");
    const subnet = setVpcEndpointSubnets(S3, { subnetIds: subnets("ra"), networkInterfaceIds: enis("e0") });
    expect(reasonOf(subnet.run(made))).toBe("endpointIsGateway");
  });
});

test("an interface forwards for others once its source/destination check is off", () => {
  const off = modifyNetworkInterfaceAttribute(asId("eni-a1"), { sourceDestCheck: false });
  expect(recordOf(after(START, off).network.networkInterfaces, "eni-a1")?.sourceDestCheck).toBe(false);
  expect(off.label(START)).toBe("Turn source/destination check of a1 off");
});
