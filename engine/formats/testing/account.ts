/** Parts of what describe commands print, for tests: each with as little as a test needs. */
import { expect } from "vitest";
import type { ImportNote } from "../import-note";
import { type Imported, readDescribe } from "../read-describe";

type Json = Readonly<Record<string, unknown>>;

export const vpc = (id: string, cidr: string, more: Json = {}): Json => ({
  VpcId: id,
  CidrBlock: cidr,
  ...more,
});

export const subnet = (id: string, cidr: string, more: Json = {}): Json => ({
  SubnetId: id,
  VpcId: "vpc-1",
  CidrBlock: cidr,
  AvailabilityZone: "us-east-1a",
  ...more,
});

export const networkInterface = (id: string, address: string, more: Json = {}): Json => ({
  NetworkInterfaceId: id,
  VpcId: "vpc-1",
  SubnetId: "subnet-1",
  PrivateIpAddress: address,
  Groups: [{ GroupId: "sg-1", GroupName: "web" }],
  ...more,
});

export const group = (id: string, ingress: readonly Json[], egress: readonly Json[] = []): Json => ({
  GroupId: id,
  GroupName: id === "sg-0" ? "default" : `name of ${id}`,
  VpcId: "vpc-1",
  IpPermissions: ingress,
  IpPermissionsEgress: egress,
});

export const instance = (id: string, networkInterfaces: readonly Json[], more: Json = {}): Json => ({
  InstanceId: id,
  State: { Name: "running" },
  VpcId: "vpc-1",
  SubnetId: "subnet-1",
  NetworkInterfaces: networkInterfaces,
  ...more,
});

export const routeTable = (
  id: string,
  routes: readonly Json[],
  associations: readonly Json[] = [],
): Json => ({
  RouteTableId: id,
  VpcId: "vpc-1",
  Routes: routes,
  Associations: associations,
});

/** A VPC with a subnet and a default group, to which a test adds what it is about. */
export const BASE = {
  Vpcs: [vpc("vpc-1", "10.0.0.0/16")],
  Subnets: [subnet("subnet-1", "10.0.1.0/24")],
  SecurityGroups: [group("sg-0", []), group("sg-1", [])],
};

/** What is read of an input that can be read. */
export const imported = (json: unknown): Imported => {
  const result = readDescribe(json);
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** The codes of a report with their places. */
export const codesOf = (report: readonly ImportNote[]): readonly string[] =>
  report.map(({ code, path }) => `${code} ${path}`);
