import { describe, expect, test } from "vitest";
import { asId, nextFreeSubnetIpv6Cidr, recordOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { change, networkInterface } from "../../../engine/testing/network-builder";
import { EMPTY_DIAGRAM, type Place } from "../diagram";
import { after, diagramOf, reasonOf } from "../testing/expect";
import { createSubnet, modifySubnet } from "./subnet";
import { type CreateVpc, createVpc, modifyVpc } from "./vpc";

const PLACE: Place = { x: 0, y: 0, size: { width: 320, height: 200 } };
const SHOP: CreateVpc = {
  vpcId: asId<"vpc">("vpc-shop"),
  defaultGroupId: asId<"securityGroup">("sg-shop"),
  mainRouteTableId: asId<"routeTable">("rtb-shop"),
  defaultNetworkAclId: asId<"networkAcl">("acl-shop"),
  ruleIds: {
    ingress: asId<"securityGroupRule">("sgr-in"),
    egress: asId<"securityGroupRule">("sgr-out"),
    egressIpv6: asId<"securityGroupRule">("sgr-out6"),
  },
  name: "shop",
  cidrBlock: "10.5.6.7/16",
  region: "us-east-1",
  place: PLACE,
};
const START = diagramOf(BASE_WORLD);
const A = asId<"vpc">("vpc-A");
const PA = asId<"subnet">("subnet-pa");

describe("a new VPC", () => {
  test("brings its default group: in from itself, out to everywhere, in the neutral colour", () => {
    const { network, layout } = after(EMPTY_DIAGRAM, createVpc(SHOP));
    expect(network.vpcs[SHOP.vpcId]?.cidrBlock).toBe("10.5.0.0/16");
    expect(network.securityGroups[SHOP.defaultGroupId]).toMatchObject({
      groupName: "default",
      description: "default VPC security group",
      rules: [
        {
          direction: "ingress",
          traffic: { ipProtocol: "all" },
          remote: { kind: "group", groupId: "sg-shop" },
        },
        { direction: "egress", traffic: { ipProtocol: "all" }, remote: { cidrIpv4: "0.0.0.0/0" } },
      ],
    });
    expect(layout).toEqual({ places: { "vpc-shop": PLACE }, groupColors: { "sg-shop": 11 } });
  });

  test("brings its main route table, and a network ACL that allows everything of its families", () => {
    const entries = (ipv6CidrBlocks: readonly string[]) => {
      const { network } = after(EMPTY_DIAGRAM, createVpc({ ...SHOP, ipv6CidrBlocks }));
      expect(recordOf(network.routeTables, "rtb-shop")).toEqual({
        routeTableId: "rtb-shop",
        vpcId: "vpc-shop",
        name: "",
        isMain: true,
        routes: [],
      });
      const acl = recordOf(network.networkAcls, "acl-shop");
      expect(acl).toMatchObject({ vpcId: "vpc-shop", name: "", isDefault: true });
      return acl?.entries.map(
        ({ direction, ruleNumber, ruleAction, remote }) =>
          `${direction} ${ruleNumber} ${ruleAction} ${Object.values(remote)[1]}`,
      );
    };
    expect(entries([])).toEqual(["ingress 100 allow 0.0.0.0/0", "egress 100 allow 0.0.0.0/0"]);
    expect(entries(["2001:db8::/56"])).toEqual([
      "ingress 100 allow 0.0.0.0/0",
      "ingress 101 allow ::/0",
      "egress 100 allow 0.0.0.0/0",
      "egress 101 allow ::/0",
    ]);
  });

  test("with an IPv6 block lets IPv6 out as well", () => {
    const made = after(EMPTY_DIAGRAM, createVpc({ ...SHOP, ipv6CidrBlocks: ["2001:db8::/56"] }));
    expect(made.network.securityGroups[SHOP.defaultGroupId]?.rules.at(-1)?.remote).toEqual({
      kind: "cidrIpv6",
      cidrIpv6: "::/0",
    });
  });

  test("does not take the id of something else", () => {
    const twice = { ...SHOP, defaultGroupId: asId<"securityGroup">("eni-w1") };
    expect(reasonOf(createVpc(twice).run(START))).toBe("idTaken");
    const odd = { ...SHOP, vpcId: asId<"vpc">("constructor") };
    expect(reasonOf(createVpc(odd).run(START))).toBe("idTaken");
  });
});

describe("a changed VPC", () => {
  test("takes its subnets and their addresses along when its block moves", () => {
    const { network } = after(START, modifyVpc(A, { cidrBlock: "10.9.0.0/16" }));
    expect(network.subnets[PA]?.cidrBlock).toBe("10.9.1.0/24");
    expect(recordOf(network.networkInterfaces, "eni-w1")?.privateIpAddresses).toEqual([
      { privateIpAddress: "10.9.1.11", publicIp: "198.51.100.11" },
    ]);
    expect(after(diagramOf(network), modifyVpc(A, { cidrBlock: "10.0.0.0/16" })).network).toEqual(BASE_WORLD);
  });

  test("leaves them where they are when they still fit", () => {
    const { network } = after(START, modifyVpc(A, { cidrBlock: "10.0.0.0/17" }));
    expect(network.subnets).toEqual(BASE_WORLD.subnets);
  });

  test("is refused where a subnet would not fit", () => {
    expect(reasonOf(modifyVpc(A, { cidrBlock: "10.9.0.0/20" }).run(START))).toBe("vpcBlockInUse");
    expect(reasonOf(modifyVpc(asId<"vpc">("vpc-x"), { name: "x" }).run(START))).toBe("vpcNotFound");
  });

  test("says in its label what changes", () => {
    expect(modifyVpc(A, { name: "shop" }).label(START)).toBe("Rename A to shop");
    expect(modifyVpc(A, { cidrBlock: "10.0.0.0/16" }).label(START)).toBe("Change CIDR blocks of A");
  });
});

describe("a subnet", () => {
  test("is made in its VPC", () => {
    const command = createSubnet({
      subnetId: asId<"subnet">("subnet-new"),
      vpcId: A,
      name: "new",
      cidrBlock: "10.0.50.9/24",
      ipv6CidrBlock: nextFreeSubnetIpv6Cidr(BASE_WORLD, A),
      availabilityZone: "us-east-1b",
      mapPublicIpOnLaunch: true,
      routeTableId: null,
      networkAclId: null,
      place: PLACE,
    });
    const { network, layout } = after(START, command);
    expect(recordOf(network.subnets, "subnet-new")).toMatchObject({
      cidrBlock: "10.0.50.0/24",
      ipv6CidrBlock: "2001:db8:a::/64",
    });
    expect(layout.places).toEqual({ "subnet-new": PLACE });
    expect(reasonOf(command.run(diagramOf(network)))).not.toBe("ok");
  });

  test("renumbers what is in it when its block changes, and back", () => {
    const moved = after(START, modifySubnet(PA, { cidrBlock: "10.0.30.0/24" }));
    expect(recordOf(moved.network.networkInterfaces, "eni-w1")?.privateIpAddresses[0]?.privateIpAddress).toBe(
      "10.0.30.11",
    );
    expect(after(moved, modifySubnet(PA, { cidrBlock: "10.0.1.0/24" })).network).toEqual(BASE_WORLD);
  });

  test("leaves addresses alone that a wider block still holds", () => {
    const { network } = after(START, modifySubnet(PA, { cidrBlock: "10.0.0.0/23" }));
    expect(network.networkInterfaces).toEqual(BASE_WORLD.networkInterfaces);
  });

  test("gives free addresses to what does not fit at the same distance", () => {
    const { network } = after(START, modifySubnet(PA, { cidrBlock: "10.0.30.0/28" }));
    const addresses = ["eni-w1", "eni-x1"].map(
      (id) => recordOf(network.networkInterfaces, id)?.privateIpAddresses[0]?.privateIpAddress,
    );
    expect(addresses).toEqual(["10.0.30.11", "10.0.30.4"]);
  });

  test("takes the IPv6 addresses along, and away when it has no IPv6 any more", () => {
    const moved = after(START, modifySubnet(PA, { ipv6CidrBlock: "2001:db8:a:7::/64" }));
    expect(recordOf(moved.network.networkInterfaces, "eni-w1")?.ipv6Addresses).toEqual(["2001:db8:a:7::11"]);
    const without = after(START, modifySubnet(PA, { ipv6CidrBlock: null }));
    expect(recordOf(without.network.networkInterfaces, "eni-w1")?.ipv6Addresses).toEqual([]);
  });

  test("does not change its zone under an instance that also lies elsewhere", () => {
    const split = change(
      BASE_WORLD,
      networkInterface("w1b", "ra", "10.0.11.51", { groups: ["none"], attachedTo: "w1", deviceIndex: 1 }),
    );
    const command = modifySubnet(PA, { availabilityZone: "us-east-1c" });
    expect(reasonOf(command.run(diagramOf(split)))).toBe("interfaceInOtherZone");
    expect(reasonOf(command.run(START))).toBe("ok");
  });
});
