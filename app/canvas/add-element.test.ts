import { describe, expect, test } from "vitest";
import { recordsOf } from "../../engine";
import { type Diagram, EMPTY_DIAGRAM, INTERNET_PLACE } from "../document/diagram";
import { bottomOf, overlap, rightOf } from "../scene/geometry";
import { layoutOf } from "../scene/layout-of";
import { isAddable } from "./add-element";
import { FIRST_SHAPE } from "./new-vpc";
import { type Addable, PALETTE } from "./palette-items";
import { added, additionTo } from "./testing/adding";
import { diagramOf } from "./testing/diagram";

const add = (resource: Addable, diagram = diagramOf(), selected: readonly string[] = []) => {
  const addition = additionTo(diagram, resource, selected);
  const result = addition.ok ? addition.value.command.run(diagram) : addition;
  return {
    addition,
    network: result.ok ? result.value.network : null,
    places: result.ok ? result.value.layout.places : {},
  };
};

/** Adds one after the other, each into what came before it. */
const addAll = (...resources: readonly Addable[]): Diagram =>
  resources.reduce<Diagram>((diagram, resource) => added(diagram, resource).diagram, EMPTY_DIAGRAM);

const refusalOf = (resource: Addable, diagram: Diagram, ...selected: readonly string[]) => {
  const addition = additionTo(diagram, resource, selected);
  const result = addition.ok ? addition.value.command.run(diagram) : addition;
  return result.ok ? null : result.error;
};

describe("adding from the palette", () => {
  test("needs a VPC for a subnet, and says so", () => {
    expect(add("subnet", EMPTY_DIAGRAM).addition).toMatchObject({
      ok: false,
      error: expect.stringContaining("VPC"),
    });
  });
  test("needs a subnet for an instance, and says so", () => {
    expect(add("instance", EMPTY_DIAGRAM).addition).toMatchObject({
      ok: false,
      error: expect.stringContaining("subnet"),
    });
  });
  test("gives a second VPC another block", () => {
    expect(Object.values(add("vpc").network?.vpcs ?? {}).map((vpc) => vpc.cidrBlock)).toEqual([
      "10.0.0.0/16",
      "10.1.0.0/16",
    ]);
  });
  test("slides a VPC that is dropped on the edge of another beside it", () => {
    const first = addAll("vpc");
    const { diagram } = added(first, "vpc", [], null, { x: 900, y: 300 });
    const [one, other] = layoutOf(diagram).frames.map(({ rect }) => rect);
    expect(one && other && overlap(one, other)).toBe(false);
  });
  test("puts an instance into the selected subnet, with the default group", () => {
    const { network } = add("instance", diagramOf(), ["subnet-b"]);
    const added = Object.values(network?.networkInterfaces ?? {}).find(
      ({ subnetId, groupIds }) =>
        subnetId === "subnet-b" && groupIds.length === 1 && groupIds[0] !== "sg-closed",
    );
    expect(added).toMatchObject({ groupIds: ["sg-default"] });
  });
  test("attaches an interface to the selected instance", () => {
    const { network } = add("networkInterface", diagramOf(), ["i-w1"]);
    const attached = Object.values(network?.networkInterfaces ?? {}).filter(
      ({ attachment }) => attachment?.kind === "instance" && attachment.instanceId === "i-w1",
    );
    expect(attached.map(({ name }) => name)).toContain("eth1");
  });
  test("does not stand on top of what is there", () => {
    const { places, addition } = add("instance", diagramOf(), ["subnet-a"]);
    const { cards } = layoutOf(diagramOf());
    const place = addition.ok ? places[addition.value.id] : undefined;
    expect(place).toBeDefined();
    expect(cards.map(({ rect }) => rect.x)).not.toContain(place?.x);
  });
});

describe("frames never overlap", () => {
  const wizard = added(EMPTY_DIAGRAM, "vpc", [], { ...FIRST_SHAPE, privateSubnetsPerZone: 2 }).diagram;
  const subnetNamed = (name: string) =>
    recordsOf(wizard.network.subnets).find((each) => each.name === name)?.subnetId ?? "";
  const expectApart = (diagram: Diagram) => {
    for (const kind of ["vpc", "subnet"]) {
      const rects = layoutOf(diagram)
        .frames.filter((frame) => frame.kind === kind)
        .map(({ rect }) => rect);
      for (const [index, rect] of rects.entries())
        expect(rects.slice(index + 1).some((other) => overlap(rect, other))).toBe(false);
    }
  };
  test("when a wizard's subnet is filled by keyboard", () => {
    const crowded = ["instance", "lambdaFunction", "loadBalancer"] as const;
    const names = ["public-a", "private-a", "private-b"];
    const below = added(wizard, "vpc", [], FIRST_SHAPE, { x: 300, y: 1100 }).diagram;
    const full = names.reduce(
      (diagram, name) =>
        crowded.reduce((each, resource) => added(each, resource, [subnetNamed(name)]).diagram, diagram),
      below,
    );
    expectApart(full);
  });
  test("when cards and subnets are dropped onto each other", () => {
    const rect = layoutOf(wizard).frames.find(({ id }) => id === subnetNamed("private-a"))?.rect;
    const corner = { x: (rect?.x ?? 0) + 300, y: (rect?.y ?? 0) + 190 };
    const dropped = (["instance", "instance", "subnet", "instance"] as const).reduce(
      (diagram, resource) => added(diagram, resource, [subnetNamed("private-a")], null, corner).diagram,
      wizard,
    );
    expectApart(dropped);
    const cards = layoutOf(dropped).cards.map((card) => card.rect);
    for (const [index, card] of cards.entries())
      expect(cards.slice(index + 1).some((other) => overlap(card, other))).toBe(false);
  });
});

describe("the palette", () => {
  test("offers nothing that cannot be added, and nothing twice", () => {
    const offered = PALETTE.flatMap(({ items }) => items.map(({ resource }) => resource));
    expect(offered.filter((resource) => !isAddable(resource))).toEqual([]);
    expect(new Set(offered).size).toBe(offered.length);
  });
  test("does not know what a drag from elsewhere may carry", () => {
    expect(isAddable("toString")).toBe(false);
  });
});

describe("adding a gateway", () => {
  test("attaches an internet gateway to the VPC; a second one is refused with EC2's code", () => {
    const diagram = addAll("vpc", "internetGateway");
    const [vpc] = recordsOf(diagram.network.vpcs);
    expect(recordsOf(diagram.network.internetGateways)).toMatchObject([{ vpcId: vpc?.vpcId }]);
    expect(refusalOf("internetGateway", diagram)).toMatchObject({ code: "Resource.AlreadyAssociated" });
  });
  test("puts the Internet beside the VPC with it, unless it is on the canvas already", () => {
    const at = { x: 900, y: 1200 };
    const wizard = added(EMPTY_DIAGRAM, "vpc", [], FIRST_SHAPE, at).diagram;
    for (const diagram of [
      wizard,
      added(added(EMPTY_DIAGRAM, "vpc", [], null, at).diagram, "internetGateway").diagram,
    ]) {
      const { frames, outsides } = layoutOf(diagram);
      const [vpc, internet] = [frames.find(({ kind }) => kind === "vpc")?.rect, outsides[0]?.rect];
      if (vpc === undefined || internet === undefined) throw new Error("Both are there");
      expect(rightOf(internet)).toBeLessThan(vpc.x - 100);
      expect([internet.y > vpc.y, internet.y < bottomOf(vpc)]).toEqual([true, true]);
    }
    const placed = addAll("internet", "vpc", "internetGateway").layout.places;
    expect(placed[INTERNET_PLACE]).toEqual(addAll("internet", "vpc").layout.places[INTERNET_PLACE]);
    expect(Object.keys(addAll("vpc", "subnet").layout.places)).not.toContain(INTERNET_PLACE);
  });
  test("needs a VPC, and says so", () => {
    expect(refusalOf("egressOnlyInternetGateway", EMPTY_DIAGRAM)).toContain("VPC");
  });
  test("makes a NAT gateway public where its VPC has an internet gateway, else private", () => {
    const diagram = addAll("vpc", "internetGateway", "subnet", "natGateway");
    expect(recordsOf(diagram.network.natGateways)).toMatchObject([
      { connectivityType: "public", state: "available" },
    ]);
    const inside = addAll("vpc", "subnet", "natGateway");
    expect(recordsOf(inside.network.natGateways)).toMatchObject([
      { connectivityType: "private", addresses: [{ publicIp: null }] },
    ]);
  });
  test("gives a gateway endpoint for S3 a route in every table, then one for DynamoDB", () => {
    const { network } = addAll("vpc", "gatewayEndpoint", "gatewayEndpoint");
    expect(recordsOf(network.vpcEndpoints).map(({ serviceName }) => serviceName)).toEqual([
      "com.amazonaws.us-east-1.s3",
      "com.amazonaws.us-east-1.dynamodb",
    ]);
    expect(recordsOf(network.routeTables)[0]?.routes).toHaveLength(2);
  });
});

describe("adding a transit gateway", () => {
  test("with nothing selected makes one that nothing is attached to", () => {
    const { network } = addAll("vpc", "subnet", "transitGateway");
    expect(recordsOf(network.transitGateways)).toHaveLength(1);
    expect(recordsOf(network.transitGatewayAttachments)).toEqual([]);
  });
  test("asks for a subnet in the VPC first", () => {
    const diagram = addAll("vpc");
    const [vpc] = recordsOf(diagram.network.vpcs);
    expect(refusalOf("transitGateway", diagram, vpc?.vpcId ?? "")).toContain("Add one to vpc-1 first");
  });
  test("with a VPC selected makes it and attaches the VPC; with another one attaches that", () => {
    const diagram = addAll("vpc", "subnet", "vpc");
    const [first, second] = recordsOf(diagram.network.vpcs).map(({ vpcId }) => vpcId);
    const made = added(diagram, "transitGateway", [first ?? ""]).diagram;
    const withSubnet = added(made, "subnet", [second ?? ""]).diagram;
    const { network } = added(withSubnet, "transitGateway", [second ?? ""]).diagram;
    expect(recordsOf(network.transitGateways)).toHaveLength(1);
    expect(recordsOf(network.transitGatewayAttachments).map(({ vpcId }) => vpcId)).toEqual([first, second]);
  });
});

describe("adding a peering", () => {
  const two = addAll("vpc", "vpc");
  const [first = "", second = ""] = recordsOf(two.network.vpcs).map(({ vpcId }) => vpcId);
  test("joins the selected VPC with the only other one", () => {
    expect(
      recordsOf(added(two, "vpcPeeringConnection", [second]).diagram.network.vpcPeeringConnections),
    ).toEqual([expect.objectContaining({ requesterVpcId: second, accepterVpcId: first, status: "active" })]);
  });
  test("of three VPCs joins the two that are selected, and asks for two otherwise", () => {
    const three = added(two, "vpc").diagram;
    const { network } = added(three, "vpcPeeringConnection", [first, second]).diagram;
    expect(recordsOf(network.vpcPeeringConnections)).toMatchObject([
      { requesterVpcId: first, accepterVpcId: second },
    ]);
    expect(refusalOf("vpcPeeringConnection", three, first)).toContain("Select both");
  });
});

describe("adding a service", () => {
  test("wears the VPC's default group, a function too", () => {
    for (const resource of ["loadBalancer", "lambdaFunction", "eksCluster", "interfaceEndpoint"] as const) {
      const { network } = addAll("vpc", "subnet", resource);
      const [group] = recordsOf(network.securityGroups);
      expect(recordsOf(network.networkInterfaces)).toMatchObject([{ groupIds: [group?.groupId] }]);
    }
  });
  test("lets a load balancer face the Internet in a public subnet, and only there", () => {
    const { diagram } = added(EMPTY_DIAGRAM, "vpc", [], FIRST_SHAPE);
    const schemes = ["public-a", "private-a"].map((name) => {
      const subnet = recordsOf(diagram.network.subnets).find((each) => each.name === name);
      const { network } = added(diagram, "loadBalancer", [subnet?.subnetId ?? ""]).diagram;
      return recordsOf(network.loadBalancers)[0]?.scheme;
    });
    expect(schemes).toEqual(["internet-facing", "internal"]);
  });
});
