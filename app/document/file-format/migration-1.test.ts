import { describe, expect, test } from "vitest";
import { recordOf, recordsOf, routeKey } from "../../../engine";
import { formatDesignFile, parseDesignFile } from "../design-file";
import { unwrap } from "../testing/expect";
import versionOne from "./testing/version-1.pathlight.json?raw";

const { diagram } = unwrap(parseDesignFile(versionOne));
const { network } = diagram;

/** The main table's routes of a VPC, by destination and target. */
const routesOf = (vpcId: string) =>
  recordsOf(network.routeTables)
    .filter((table) => table.vpcId === vpcId && table.isMain)
    .flatMap(({ routes }) =>
      routes.map(({ destination, target }) => `${routeKey(destination)} ${target.id}`),
    );

const entriesOf = (vpcId: string) =>
  recordsOf(network.networkAcls)
    .filter((acl) => acl.vpcId === vpcId && acl.isDefault)
    .flatMap(({ entries }) =>
      entries.map((each) => `${each.direction} ${each.ruleNumber} ${each.ruleAction}`),
    );

describe("a design of version 1", () => {
  test("gets an internet gateway and a route to it where something has a public address", () => {
    expect(routesOf("vpc-0aaaaaaaaaaaaaaa1")).toEqual(["0.0.0.0/0 igw-0aaaaaaaaaaaaaaa1"]);
    expect(recordOf(network.internetGateways, "igw-0aaaaaaaaaaaaaaa1")?.vpcId).toBe("vpc-0aaaaaaaaaaaaaaa1");
  });

  test("gets both routes where something has an IPv6 address", () => {
    expect(routesOf("vpc-0aaaaaaaaaaaaaaa2")).toEqual([
      "0.0.0.0/0 igw-0aaaaaaaaaaaaaaa2",
      "::/0 igw-0aaaaaaaaaaaaaaa2",
    ]);
  });

  test("gets an empty table and no gateway where nothing has either", () => {
    expect(routesOf("office-network")).toEqual([]);
    expect(routesOf("vpc-0aaaaaaaaaaaaaaa4")).toEqual([]);
    expect(Object.keys(network.internetGateways)).toHaveLength(2);
    expect(Object.keys(network.routeTables)).toEqual([
      "rtb-0aaaaaaaaaaaaaaa1",
      "rtb-0aaaaaaaaaaaaaaa2",
      "rtb-office-network",
      "rtb-0aaaaaaaaaaaaaaa4",
    ]);
  });

  test("gets default ACLs that allow everything, IPv6 where there is any", () => {
    expect(entriesOf("vpc-0aaaaaaaaaaaaaaa1")).toEqual(["ingress 100 allow", "egress 100 allow"]);
    expect(entriesOf("vpc-0aaaaaaaaaaaaaaa4")).toEqual([
      "ingress 100 allow",
      "ingress 101 allow",
      "egress 100 allow",
      "egress 101 allow",
    ]);
    expect(recordsOf(network.networkAcls)).toHaveLength(4);
  });

  test("keeps everything else as it was, and is the same each time", () => {
    const json = JSON.parse(versionOne);
    for (const list of ["vpcs", "instances", "dbInstances", "ipRanges"] as const) {
      expect(recordsOf<unknown>(network[list])).toEqual(json[list]);
    }
    expect(recordsOf(network.subnets)).toEqual(
      json.subnets.map((subnet: object) => ({ ...subnet, routeTableId: null, networkAclId: null })),
    );
    expect(recordsOf(network.networkInterfaces)).toEqual(
      json.networkInterfaces.map((each: object) => ({ ...each, sourceDestCheck: true })),
    );
    expect(Object.keys(diagram.layout.places).sort()).toEqual(["i-1", "internet", "vpc-0aaaaaaaaaaaaaaa1"]);
    expect(unwrap(parseDesignFile(versionOne)).diagram).toEqual(diagram);
  });

  test("is written as version 2, which reads the same", () => {
    const text = formatDesignFile(diagram);
    expect(JSON.parse(text).pathlight).toBe(2);
    expect(unwrap(parseDesignFile(text)).diagram).toEqual(diagram);
  });

  test("keeps an id that the new things would have taken", () => {
    const text = versionOne.replaceAll('"i-3"', '"rtb-office-network"');
    const read = unwrap(parseDesignFile(text)).diagram.network;
    expect(Object.keys(read.instances)).toContain("rtb-office-network");
    expect(Object.keys(read.routeTables)).toContain("rtb-office-network-2");
  });

  test("that holds what version 1 did not know is refused, and nothing of it is lost", () => {
    for (const field of ["networkAcls", "routeTables", "internetGateways", "natGateways", "colour"]) {
      const text = JSON.stringify({ ...JSON.parse(versionOne), [field]: [] });
      const path = field;
      const message = "is not a field of this file's version";
      expect(parseDesignFile(text)).toEqual({ ok: false, error: { path, message } });
    }
  });

  test("of 9 MB with a thousand VPCs is read in a moment", () => {
    const vpcs = Array.from({ length: 1000 }, (_, index) => ({
      vpcId: `vpc-${index}`,
      name: "x".repeat(9000),
      region: "us-east-1",
      cidrBlock: "10.0.0.0/16",
      secondaryCidrBlocks: [],
      ipv6CidrBlocks: [],
    }));
    const text = JSON.stringify({ pathlight: 1, name: "many", vpcs });
    const start = performance.now();
    expect(parseDesignFile(text).ok).toBe(true);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("with a fault in it is refused by the place of the fault", () => {
    const refused = (from: string, to: string) => {
      const file = parseDesignFile(versionOne.replace(from, to));
      return file.ok ? "ok" : `${file.error.path}: ${file.error.message}`;
    };
    expect(refused('"vpcId": "office-network"', '"vpcId": 7')).toBe(
      "vpcs[2].vpcId: should be text in quotes, not 7",
    );
    expect(refused('"publicIp": "198.51.100.10"', '"publicIp": true')).toMatch(
      /^networkInterfaces\[0\]\.privateIpAddresses\[0\]\.publicIp: /u,
    );
    expect(parseDesignFile('{"pathlight": 1, "name": "x", "vpcs": 7}')).toMatchObject({
      error: { path: "vpcs" },
    });
  });
});
