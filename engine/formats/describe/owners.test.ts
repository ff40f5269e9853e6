import { describe, expect, test } from "vitest";
import { BASE, codesOf, imported, networkInterface } from "../testing/account";

type Json = Readonly<Record<string, unknown>>;

const owned = (more: Json, rest: Json = {}) => {
  const own = networkInterface("eni-1", "10.0.1.4", { RequesterManaged: true, ...more });
  return imported({ ...BASE, NetworkInterfaces: [own], ...rest });
};

const UUID = "0b1c2d3e-0000-1111-2222-333344445555";

describe("an interface that a service made", () => {
  test.each([
    [
      "lambdaFunction",
      "resize",
      { Description: `AWS Lambda VPC ENI-resize-${UUID}`, InterfaceType: "lambda" },
    ],
    [
      "lambdaFunction",
      "lambdaFunction",
      { Description: `AWS Lambda VPC ENI: ${UUID}`, RequesterManaged: false },
    ],
    ["ecsTask", UUID, { Description: `arn:aws:ecs:us-east-1:1:attachment/${UUID}` }],
    ["eksCluster", "prod", { Description: "Amazon EKS prod" }],
    ["efsMountTarget", "fs-1 (fsmt-1)", { Description: "EFS mount target for fs-1 (fsmt-1)" }],
    ["cacheCluster", "redis-001", { Description: "ElastiCache redis-001" }],
    ["redshiftCluster", "redshiftCluster", { Description: "RedshiftNetworkInterface" }],
    ["other", "ES search", { Description: "ES search" }],
    ["other", "branch", { InterfaceType: "branch", RequesterManaged: false }],
    [
      "other",
      "attached by AWS",
      { Description: "attached by AWS", RequesterManaged: false, Attachment: { DeviceIndex: 1 } },
    ],
  ])("belongs to a %s called %s", (kind, name, more) => {
    const { network } = owned(more);
    const [resource] = Object.values(network.managedResources);
    expect(resource).toMatchObject({ kind, name });
    expect(resource?.managedResourceId).not.toMatch(/\s/);
    expect(network.networkInterfaces).toMatchObject({
      "eni-1": {
        attachment: { kind: "managedResource", managedResourceId: resource?.managedResourceId },
        requesterManaged: true,
      },
    });
  });

  test("shares its resource with the others of the same name", () => {
    const entries = [4, 5].map((at) =>
      networkInterface(`eni-${at}`, `10.0.1.${at}`, { Description: `AWS Lambda VPC ENI-resize-${UUID}` }),
    );
    const { network } = imported({ ...BASE, NetworkInterfaces: entries });
    expect(Object.keys(network.managedResources)).toHaveLength(1);
    expect(Object.keys(network.networkInterfaces)).toHaveLength(2);
  });

  test("of a transit gateway is no end of a path", () => {
    expect(owned({ InterfaceType: "transit_gateway", Groups: [] }).network.networkInterfaces).toEqual({});
  });

  test("for an instance is the instance's", () => {
    const attachment = { InstanceId: "i-1", DeviceIndex: 2 };
    const { network } = owned({ Description: "Amazon EKS prod", Attachment: attachment });
    expect(network.networkInterfaces).toMatchObject({
      "eni-1": { attachment: { kind: "instance", instanceId: "i-1", deviceIndex: 2 } },
    });
  });

  test("for nobody stands alone", () => {
    const { network } = owned({ RequesterManaged: false, Description: "spare", InterfaceType: "interface" });
    expect(network.networkInterfaces).toMatchObject({
      "eni-1": { attachment: null, requesterManaged: false },
    });
  });
});

describe("VPC endpoints", () => {
  const endpoint = {
    VpcEndpointId: "vpce-1",
    VpcEndpointType: "Interface",
    VpcId: "vpc-1",
    ServiceName: "sqs",
  };

  test("have the interfaces they list, or that are described as theirs", () => {
    const told = owned(
      {},
      { VpcEndpoints: [{ ...endpoint, NetworkInterfaceIds: ["eni-1"], State: "Available" }] },
    );
    const described = owned({ InterfaceType: "vpc_endpoint", Description: "VPC Endpoint Interface vpce-1" });
    for (const { network } of [told, described]) {
      expect(network.networkInterfaces).toMatchObject({
        "eni-1": { attachment: { kind: "vpcEndpoint", vpcEndpointId: "vpce-1" } },
      });
      expect(network.vpcEndpoints).toMatchObject({
        "vpce-1": { vpcEndpointType: "interface", vpcId: "vpc-1" },
      });
    }
    expect([codesOf(told.report), codesOf(described.report)]).toEqual([
      [],
      ["impliedVpcEndpoint NetworkInterfaces[0]"],
    ]);
  });

  test("without an interface, gone, or of a kind that is not modelled are left out", () => {
    const endpoints = [
      endpoint,
      { ...endpoint, VpcEndpointId: "vpce-2", State: "deleted" },
      { ...endpoint, VpcEndpointId: "vpce-3", VpcEndpointType: "GatewayLoadBalancer" },
      { ...endpoint, VpcEndpointId: "vpce-4", VpcEndpointType: "Gateway" },
    ];
    const { network, report } = imported({ ...BASE, VpcEndpoints: endpoints });
    expect(Object.keys(network.vpcEndpoints)).toEqual(["vpce-4"]);
    expect(codesOf(report)).toEqual([
      "notModelled VpcEndpoints[1]",
      "notModelled VpcEndpoints[2]",
      "noInterface VpcEndpoints[0]",
    ]);
  });
});

describe("databases", () => {
  const database = (id: string, more: Json = {}) => ({
    DBInstanceIdentifier: id,
    Engine: "aurora-mysql",
    AvailabilityZone: "us-east-1a",
    VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-1" }],
    DBSubnetGroup: { Subnets: [{ SubnetIdentifier: "subnet-1" }] },
    ...more,
  });
  const own = { Description: "RDSNetworkInterface", AvailabilityZone: "us-east-1a" };

  test("have the interface that stands where they may and wears what they wear", () => {
    const databases = [
      database("other-groups", { VpcSecurityGroups: [] }),
      database("other-subnet", { DBSubnetGroup: { Subnets: [] } }),
      database("other-zone", { AvailabilityZone: "us-east-1b" }),
      database("orders"),
    ];
    const { network, report } = owned(own, { DBInstances: databases });
    expect(network.dbInstances).toEqual({
      orders: { dbInstanceId: "orders", name: "orders", engine: "mysql" },
    });
    expect(network.networkInterfaces).toMatchObject({
      "eni-1": { attachment: { kind: "dbInstance", dbInstanceId: "orders" } },
    });
    expect(codesOf(report)).toEqual([0, 1, 2].map((at) => `noInterface DBInstances[${at}]`));
  });

  test("are put for an interface that is none's, and told", () => {
    const { network, report } = owned(own);
    expect(network.dbInstances).toMatchObject({ "db-of-eni-1": { engine: "postgres" } });
    expect(codesOf(report)).toEqual(["guessedDatabase NetworkInterfaces[0]"]);
  });

  test("of an engine that is not modelled are told", () => {
    const { network, report } = owned(own, { DBInstances: [database("graph", { Engine: "neptune" })] });
    expect(network.dbInstances).toMatchObject({ graph: { engine: "postgres" } });
    expect(codesOf(report)).toEqual(["unknownEngine DBInstances[0]"]);
  });
});
