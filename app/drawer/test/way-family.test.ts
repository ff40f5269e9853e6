import { describe, expect, test } from "vitest";
import type { ComponentKind, Hop } from "../../../engine";
import { group, network, networkInterface, subnet, vpc } from "../../../engine/testing/network-builder";
import { wayFamily } from "./way-family";

const world = network(
  vpc("shop", "10.0.0.0/16"),
  subnet("a", "shop", "10.0.1.0/24"),
  group("web", "shop", []),
  networkInterface("four", "a", "10.0.1.11", { groups: ["web"] }),
  networkInterface("both", "a", "10.0.1.12", { groups: ["web"], ipv6: ["2001:db8::12"] }),
);

const hop = (component: ComponentKind, id: string, rule = ""): Hop => ({ component, id, rule, message: "" });
const both = hop("network-interface", "eni-both");
const familyOf = (...hops: readonly Hop[]) => wayFamily(world, [both, ...hops, both]);

describe("the family of a way", () => {
  test("is told by an address, a route, a gateway or an end that has one family only", () => {
    expect(familyOf(hop("address", "2001:db8::1"))).toBe("IPv6");
    expect(familyOf(hop("address", "192.0.2.1"))).toBe("IPv4");
    expect(familyOf(hop("route-table", "rtb-a", "::/0"))).toBe("IPv6");
    expect(familyOf(hop("route-table", "rtb-a", "0.0.0.0/0"))).toBe("IPv4");
    expect(familyOf(hop("egress-only-internet-gateway", "eigw-a"))).toBe("IPv6");
    expect(familyOf(hop("network-interface", "eni-four"))).toBe("IPv4");
  });

  test("is not guessed", () => {
    expect(familyOf(hop("route-table", "rtb-a", "local"), hop("network-acl", "acl-a", "egress *"))).toBe(
      null,
    );
  });
});
