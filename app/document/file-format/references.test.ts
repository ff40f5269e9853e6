import { describe, expect, test } from "vitest";
import { type RouteTable, recordOf, recordsOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import {
  associated,
  change,
  egressOnlyInternetGateway,
  group,
  loadBalancer,
  managedResource,
  networkInterface,
  peering,
  prefixList,
  routeTable,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  vpcEndpoint,
} from "../../../engine/testing/network-builder";
import { deleteElements } from "../commands/delete";
import { formatDesignFile, parseDesignFile } from "../design-file";
import { after, diagramOf, unwrap } from "../testing/expect";

/** One of everything. */
const WORLD = change(
  BASE_WORLD,
  associated("web", "B"),
  egressOnlyInternetGateway("A"),
  peering("AB", "A", "B"),
  transitGateway("hub"),
  transitGatewayRouteTable("hub", "hub", ["10.0.0.0/16 -> A", "10.9.0.0/16 -> blackhole"], ["A"]),
  transitGatewayAttachment("A", "hub", "A", ["ra"], { table: "hub" }),
  prefixList("s3", ["52.216.0.0/15"]),
  vpcEndpoint("s3", "A", "gateway"),
  vpcEndpoint("ssm", "A", "interface"),
  networkInterface("e0", "ra", "10.0.11.60", { groups: ["web"], attachedTo: { vpcEndpoint: "ssm" } }),
  loadBalancer("front", "network", ["tcp 80 -> 8080 a1"]),
  networkInterface("lb0", "pa", "10.0.1.60", { groups: [], attachedTo: { loadBalancer: "front" } }),
  managedResource("cache", "cacheCluster"),
  networkInterface("c0", "ra", "10.0.11.61", { groups: ["web"], attachedTo: { managedResource: "cache" } }),
  routeTable("ways", "A", [
    "pl:s3 -> vpce:s3",
    "10.1.0.0/16 -> pcx:AB",
    "10.4.0.0/16 -> nat:gone blackhole",
    "10.5.0.0/16 -> other:vgw-1",
    "10.5.0.0/16 -> other:vgw-2 propagated",
  ]),
);
const TEXT = formatDesignFile(diagramOf(WORLD));

/** The file with the value at a path ("natGateways.0.subnetId") exchanged. */
const errorWith = (path: string, value: unknown): string => {
  const json = JSON.parse(TEXT);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<Record<string, unknown>>(
    (part, key) => part[key] as Record<string, unknown>,
    json,
  );
  holder[last] = value;
  const file = parseDesignFile(JSON.stringify(json));
  return file.ok ? "ok" : `${file.error.path}: ${file.error.message}`;
};

test("a file gives every kind of thing back", () => {
  expect(unwrap(parseDesignFile(TEXT)).diagram.network).toEqual(WORLD);
  for (const table of Object.values(WORLD)) {
    if (table !== WORLD.ipRanges && table !== WORLD.dbInstances) expect(table).not.toEqual({});
  }
});

test("a file gives back which gateways a route table serves", () => {
  const [first] = recordsOf<RouteTable>(WORLD.routeTables);
  if (first === undefined) throw new Error("No route table");
  const edge = { ...first, gatewayIds: ["igw-A"] };
  const world = { ...WORLD, routeTables: { ...WORLD.routeTables, [first.routeTableId]: edge } };
  expect(unwrap(parseDesignFile(formatDesignFile(diagramOf(world)))).diagram.network).toEqual(world);
});

describe("what a file names is in it:", () => {
  test.each([
    ["subnets.0.routeTableId", "route table"],
    ["subnets.0.networkAclId", "network ACL"],
    ["securityGroups.0.associatedVpcIds.0", "VPC"],
    ["networkAcls.0.vpcId", "VPC"],
    ["routeTables.0.vpcId", "VPC"],
    ["internetGateways.0.vpcId", "VPC"],
    ["egressOnlyInternetGateways.0.vpcId", "VPC"],
    ["natGateways.0.subnetId", "subnet"],
    ["vpcPeeringConnections.0.requesterVpcId", "VPC"],
    ["vpcPeeringConnections.0.accepterVpcId", "VPC"],
    ["transitGatewayAttachments.0.transitGatewayId", "transit gateway"],
    ["transitGatewayAttachments.0.vpcId", "VPC"],
    ["transitGatewayAttachments.0.routeTableId", "transit gateway route table"],
    ["transitGatewayAttachments.0.subnetIds.0", "subnet"],
    ["transitGatewayRouteTables.0.transitGatewayId", "transit gateway"],
    ["transitGatewayRouteTables.0.propagatedFrom.0", "transit gateway attachment"],
    ["vpcEndpoints.0.vpcId", "VPC"],
    ["loadBalancers.0.listeners.0.targetIds.0", "network interface"],
    ["routeTables.4.routes.0.destination.prefixListId", "prefix list"],
  ])("%s", (path, kind) => {
    const shown = path.replaceAll(/\.(\d+)/gu, "[$1]");
    expect(errorWith(path, "x-1")).toBe(`${shown}: there is no ${kind} x-1 in this file`);
  });

  test("attachments", () => {
    const at = Object.keys(WORLD.networkInterfaces).sort();
    const path = (id: string) => `networkInterfaces.${at.indexOf(id)}.attachment`;
    expect(errorWith(`${path("eni-lb0")}.loadBalancerId`, "x-1")).toMatch(/there is no load balancer x-1/u);
    expect(errorWith(`${path("eni-c0")}.managedResourceId`, "x-1")).toMatch(
      /there is no managed resource x-1/u,
    );
    expect(errorWith(`${path("eni-e0")}.vpcEndpointId`, "x-1")).toMatch(/there is no VPC endpoint x-1/u);
    expect(errorWith(path("eni-lb0"), null)).toBe("loadBalancers[0]: no network interface is attached to it");
    expect(errorWith(path("eni-c0"), null)).toBe(
      "managedResources[0]: no network interface is attached to it",
    );
  });

  test("but where a route leads may be gone: it is a black hole then", () => {
    expect(errorWith("routeTables.4.routes.1.target.id", "pcx-gone")).toBe("ok");
    expect(errorWith("transitGatewayRouteTables.0.routes.0.attachmentId", "tgw-attach-gone")).toBe("ok");
    const kept = unwrap(parseDesignFile(TEXT)).diagram.network;
    expect(recordOf(kept.routeTables, "rtb-ways")?.routes[2]?.target.id).toBe("nat-gone");
  });
});

test("the group that a rule means may be gone: the rule is stale then, and kept", () => {
  const at = Object.keys(WORLD.securityGroups).sort().indexOf("sg-web");
  expect(errorWith(`securityGroups.${at}.rules.0.remote`, { kind: "group", groupId: "sg-gone" })).toBe("ok");
  const both = change(WORLD, group("lonely", "A", []), group("far", "B", ["tcp 443 from sg:lonely"]));
  const left = after(diagramOf(both), deleteElements(["sg-lonely"]));
  const kept = unwrap(parseDesignFile(formatDesignFile(left))).diagram.network;
  expect(recordOf(kept.securityGroups, "sg-far")?.rules[0]?.remote).toEqual({
    kind: "group",
    groupId: "sg-lonely",
  });
});

describe("what has no id is there once:", () => {
  test("an ACL's entry by direction and number", () => {
    expect(errorWith("networkAcls.0.entries.1.ruleNumber", 100)).toBe(
      "networkAcls[0].entries[1]: ingress rule 100 is there already",
    );
    expect(errorWith("networkAcls.0.entries.0.ruleNumber", 32767)).toBe(
      "networkAcls[0].entries[0].ruleNumber: should be a whole number from 1 to 32766",
    );
  });

  test("a listener by its protocol and ports", () => {
    const listener = { protocol: "tcp", port: 80, targetPort: 8080, targetIds: [] };
    const listeners = (...ports: readonly number[]) =>
      ports.map((targetPort) => ({ ...listener, targetPort }));
    expect(errorWith("loadBalancers.0.listeners", listeners(8080, 8081))).toBe("ok");
    expect(errorWith("loadBalancers.0.listeners", listeners(8080, 8081, 8080))).toBe(
      "loadBalancers[0].listeners[2]: a TCP listener on port 80 to port 8080 is there already",
    );
  });

  test("a route by its destination, static and propagated ones apart", () => {
    const twin = { kind: "cidrIpv4", cidrIpv4: "10.1.0.0/16" };
    expect(errorWith("routeTables.4.routes.2.destination", twin)).toBe(
      "routeTables[4].routes[2]: a route to 10.1.0.0/16 is there already",
    );
    expect(errorWith("transitGatewayRouteTables.0.routes.1.cidr", "10.0.0.0/16")).toBe(
      "transitGatewayRouteTables[0].routes[1]: a route to 10.0.0.0/16 is there already",
    );
  });
});

describe("each record has its fields and no other:", () => {
  test.each([
    ["networkAcls.0.entries.0.remote", { kind: "group", groupId: "sg-web" }],
    ["networkAcls.0.entries.0.ruleAction", "drop"],
    ["routeTables.0.routes", 7],
    ["routeTables.4.routes.0.target", { kind: "moon", id: "x" }],
    ["routeTables.4.routes.0.state", "odd"],
    ["internetGateways.0.color", "red"],
    ["natGateways.0.state", "odd"],
    ["natGateways.0.addresses.0.privateIpAddress", "10.0.300.1"],
    ["vpcPeeringConnections.0.status", "odd"],
    ["transitGateways.0.region", null],
    ["transitGatewayAttachments.0.state", "odd"],
    ["vpcEndpoints.0.vpcEndpointType", "odd"],
    ["loadBalancers.0.listeners.0.port", 0],
    ["managedResources.0.kind", "odd"],
  ])("%s = %j", (path, value) => {
    expect(errorWith(path, value)).toContain(path.split(".")[0]);
  });
});
