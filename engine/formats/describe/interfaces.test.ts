import { describe, expect, test } from "vitest";
import { BASE, codesOf, imported, instance, networkInterface } from "../testing/account";

describe("instances", () => {
  test("that are terminated are left out with their interfaces, stopped ones stay", () => {
    const entries = [
      instance("i-1", [networkInterface("eni-1", "10.0.1.4")], { State: { Name: "terminated" } }),
      instance("i-2", [networkInterface("eni-2", "10.0.1.5")], { State: { Name: "stopped" } }),
    ];
    const { network, report } = imported({ ...BASE, Reservations: [{ Instances: entries }] });
    expect(network.instances).toMatchObject({ "i-2": { state: "stopped" } });
    expect(Object.keys(network.networkInterfaces)).toEqual(["eni-2"]);
    expect(codesOf(report)).toEqual(["terminatedInstance Reservations[0].Instances[0]"]);
  });

  test("without a list of interfaces have one from their address and groups", () => {
    const own = {
      InstanceId: "i-1",
      VpcId: "vpc-1",
      SubnetId: "subnet-1",
      PrivateIpAddress: "10.0.1.4",
      PublicIpAddress: "198.51.100.4",
      SecurityGroups: [{ GroupId: "sg-1" }],
    };
    expect(imported({ ...BASE, Instances: [own] }).network.networkInterfaces).toMatchObject({
      "eni-of-i-1": {
        attachment: { kind: "instance", instanceId: "i-1", deviceIndex: 0 },
        privateIpAddresses: [{ privateIpAddress: "10.0.1.4", publicIp: "198.51.100.4" }],
        groupIds: ["sg-1"],
      },
    });
  });

  test("that show the same interface id have an interface each", () => {
    const entries = ["i-1", "i-2"].map((id, at) =>
      instance(id, [networkInterface("eni-1", `10.0.1.${at + 4}`)]),
    );
    const { network, report } = imported({ ...BASE, Instances: entries });
    expect(Object.keys(network.networkInterfaces)).toEqual(["eni-1", "eni-0-of-i-2"]);
    expect(codesOf(report)).toEqual(["sharedInterface Instances[1].NetworkInterfaces[0]"]);
  });
});

describe("network interfaces", () => {
  test("told with their instance and by themselves are one, without a word", () => {
    const own = networkInterface("eni-1", "10.0.1.4", {
      PrivateIpAddresses: [
        { PrivateIpAddress: "10.0.1.5", Primary: false },
        { PrivateIpAddress: "10.0.1.4", Primary: true, Association: { PublicIp: "198.51.100.4" } },
      ],
      Ipv6Addresses: [{ Ipv6Address: "2001:DB8::0:4" }],
      SourceDestCheck: false,
      TagSet: [{ Key: "Name", Value: "first" }],
    });
    const machines = [instance("i-1", [networkInterface("eni-1", "10.0.1.4")])];
    const { network, report } = imported({
      ...BASE,
      NetworkInterfaces: [own],
      Reservations: [{ Instances: machines }],
    });
    expect(Object.values(network.networkInterfaces)).toEqual([
      {
        networkInterfaceId: "eni-1",
        name: "first",
        subnetId: "subnet-1",
        attachment: { kind: "instance", instanceId: "i-1", deviceIndex: 0 },
        privateIpAddresses: [
          { privateIpAddress: "10.0.1.4", publicIp: "198.51.100.4" },
          { privateIpAddress: "10.0.1.5", publicIp: null },
        ],
        ipv6Addresses: ["2001:db8::4"],
        groupIds: ["sg-1"],
        requesterManaged: false,
        sourceDestCheck: false,
      },
    ]);
    expect(report).toEqual([]);
  });

  test("have the Elastic IPs that only describe-addresses tells", () => {
    const addresses = [
      { NetworkInterfaceId: "eni-1", PrivateIpAddress: "10.0.1.4", PublicIp: "198.51.100.4" },
    ];
    const { network } = imported({
      ...BASE,
      NetworkInterfaces: [networkInterface("eni-1", "10.0.1.4")],
      Addresses: addresses,
    });
    expect(network.networkInterfaces).toMatchObject({
      "eni-1": { attachment: null, privateIpAddresses: [{ publicIp: "198.51.100.4" }] },
    });
  });

  test("without any address, or with a prefix, are told", () => {
    const entries = [
      networkInterface("eni-1", "10.0.1.999"),
      networkInterface("eni-2", "10.0.1.4", { Ipv4Prefixes: [{ Ipv4Prefix: "10.0.1.16/28" }] }),
    ];
    const { network, report } = imported({ ...BASE, NetworkInterfaces: entries });
    expect(Object.keys(network.networkInterfaces)).toEqual(["eni-2"]);
    expect(codesOf(report)).toEqual([
      "badAddress NetworkInterfaces[0].PrivateIpAddress",
      "addressPrefix NetworkInterfaces[1].Ipv4Prefixes[0]",
      "noAddress NetworkInterfaces[0]",
    ]);
  });
});
