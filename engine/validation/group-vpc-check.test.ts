import { describe, expect, test } from "vitest";
import { asId } from "../model/id";
import { type Network, recordOf } from "../model/network";
import { BASE_WORLD } from "../testing/base-world";
import {
  associated,
  change,
  group,
  networkInterface,
  peering,
  transitGateway,
  transitGatewayAttachment,
  vpc,
} from "../testing/network-builder";
import { mayNameGroup } from "./group-reference";
import { checkAssociateGroup, checkDisassociateGroup } from "./group-vpc-check";
import { checkInterfaceGroups } from "./interface-check";
import { refused } from "./testing/refused";

const WORLD = change(BASE_WORLD, vpc("E", "10.8.0.0/16", [], { region: "eu-west-1" }), group("b", "B", []));
const vpcId = (name: string) => asId<"vpc">(`vpc-${name}`);
const groupNamed = (network: Network, name: string) => {
  const found = recordOf(network.securityGroups, `sg-${name}`);
  if (found === undefined) throw new Error(`No group ${name}`);
  return found;
};

describe("a group in another VPC", () => {
  const shared = (name: string, to: string, world = WORLD) =>
    refused(checkAssociateGroup(world, groupNamed(world, name), vpcId(to)));

  test("is associated first, in its Region, and is no default group", () => {
    expect(shared("b", "A")).toBe("ok");
    expect(shared("b", "B")).toBe("InvalidParameterValue groupAtHome");
    expect(shared("b", "E")).toBe("InvalidParameterValue groupOfOtherRegion");
    expect(shared("b", "x")).toBe("InvalidVpcID.NotFound vpcNotFound");
    expect(shared("default", "B")).toBe("InvalidParameterValue groupDefaultNotShared");
    expect(shared("b", "A", change(WORLD, associated("b", "A")))).toBe("InvalidParameterValue groupAtHome");
  });

  test("can be worn once it is associated", () => {
    const worn = (world: Network) => refused(checkInterfaceGroups(world, "vpc-A", [asId("sg-b")]));
    expect(worn(WORLD)).toBe("InvalidParameter groupOfOtherVpc");
    expect(worn(change(WORLD, associated("b", "A")))).toBe("ok");
  });

  test("stays associated while somebody wears it there", () => {
    const world = change(WORLD, associated("b", "A"));
    const ended = (now: Network, to = "A") =>
      refused(checkDisassociateGroup(now, groupNamed(now, "b"), vpcId(to)));
    expect(ended(world)).toBe("ok");
    expect(ended(world, "E")).toBe("InvalidParameterValue groupNotAssociated");
    const worn = change(world, networkInterface("n", "ra", "10.0.11.99", { groups: ["b"] }));
    expect(ended(worn)).toBe("DependencyViolation groupWornInVpc");
    const atHome = change(world, networkInterface("n", "xb", "10.1.1.99", { groups: ["b"] }));
    expect(ended(atHome)).toBe("ok");
  });
});

describe("a rule names a group", () => {
  const may = (world: Network, direction: "ingress" | "egress", from = "web", to = "b") =>
    mayNameGroup(world, groupNamed(world, from), groupNamed(world, to), direction);
  const joined = (gateway: boolean, one: boolean, other: boolean) =>
    change(
      WORLD,
      transitGateway("t", { references: gateway }),
      transitGatewayAttachment("A", "t", "A", ["ra"], { references: one }),
      transitGatewayAttachment("B", "t", "B", ["xb"], { references: other }),
    );

  test("of its VPC, or of one that shares a VPC with it by association", () => {
    expect(may(WORLD, "egress", "web", "app")).toBe(true);
    expect(may(WORLD, "ingress")).toBe(false);
    expect(may(change(WORLD, associated("b", "A")), "egress")).toBe(true);
    expect(may(change(WORLD, associated("web", "B")), "egress")).toBe(true);
  });

  test("of a peered VPC in its Region, both ways", () => {
    const peered = change(WORLD, peering("AB", "B", "A"));
    expect([may(peered, "ingress"), may(peered, "egress")]).toEqual([true, true]);
    expect(may(change(WORLD, peering("AB", "A", "B", "pending-acceptance")), "ingress")).toBe(false);
    const abroad = change(WORLD, group("e", "E", []), peering("AE", "A", "E"));
    expect(may(abroad, "ingress", "web", "e")).toBe(false);
  });

  test("across a transit gateway inbound only, where all three support it", () => {
    expect([may(joined(true, true, true), "ingress"), may(joined(true, true, true), "egress")]).toEqual([
      true,
      false,
    ]);
    for (const world of [joined(false, true, true), joined(true, false, true), joined(true, true, false)]) {
      expect(may(world, "ingress")).toBe(false);
    }
  });
});
