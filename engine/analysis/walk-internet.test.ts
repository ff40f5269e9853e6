import { describe, expect, test } from "vitest";
import {
  change,
  egressOnlyInternetGateway,
  internetGateway,
  natGateway,
  networkInterface,
  routes,
} from "../testing/network-builder";
import { replyStepsOf, stepsOf, stopsOf, wayOf } from "./testing/way-text";
import { also, C, C6, NONE, WORLD } from "./testing/way-world";

describe("by an internet gateway a packet", () => {
  test("leaves under its public address, and its reply comes the same way back", () => {
    expect(stepsOf(WORLD, "w1", C)).toEqual([
      "acl out pa 192.0.2.50",
      "route pub 0.0.0.0/0",
      "igw-A 10.0.1.11=>198.51.100.11 notTcp25",
    ]);
    expect(replyStepsOf(WORLD, "w1", C)).toEqual(["igw-A 198.51.100.11=>10.0.1.11", "acl in pa 192.0.2.50"]);
  });

  test("leaves over IPv6 as it is", () => {
    expect(stepsOf(WORLD, "w1/6", C6)).toEqual([`acl out pa ${C6}`, "route pub ::/0", "igw-A notTcp25"]);
  });

  test("neither leaves nor arrives under an IPv6 address that is not on the Internet", () => {
    const unique = also(networkInterface("u", "pa", "10.0.1.60", { ...NONE, ipv6: ["fd12:3456::60"] }));
    expect(stopsOf(unique, "u/6", C6)).toEqual(["IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS eni-u"]);
    expect(stopsOf(unique, C6, "u/6")).toContain("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS eni-u");
  });

  test("does not leave without a public address, nor for a private one", () => {
    expect(stopsOf(WORLD, "x1", C)).toEqual(["IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS eni-x1"]);
    expect(stopsOf(WORLD, "w1", "192.168.7.1")).toEqual([
      "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS igw-A",
    ]);
    expect(stopsOf(WORLD, "w1", "100.64.0.1")).toEqual([
      "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS igw-A",
    ]);
    expect(stopsOf(WORLD, "w1", "240.0.0.1")).toEqual(["NO_ROUTE_TO_DESTINATION igw-A"]);
  });

  test("arrives at a public address, which leads to the private one", () => {
    expect(stepsOf(WORLD, C, "w1/public")).toEqual([
      "igw-A 198.51.100.11=>10.0.1.11",
      "acl in pa 192.0.2.50",
    ]);
    expect(replyStepsOf(WORLD, C, "w1/public")).toEqual([
      "acl out pa 192.0.2.50",
      "route pub 0.0.0.0/0",
      "igw-A 10.0.1.11=>198.51.100.11",
    ]);
  });

  test("does not arrive at a private address; what else is in the way is told too", () => {
    expect(stopsOf(WORLD, C, "a1")).toEqual([
      "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS eni-a1",
      "< NO_ROUTE_TO_DESTINATION rtb-priv",
    ]);
    expect(stepsOf(WORLD, C, "a1")).toContain("acl in ra 192.0.2.50");
  });

  test("does not arrive in a VPC that has none", () => {
    expect(stopsOf(WORLD, C6, "b1/6")).toEqual([
      "NO_ROUTE_TO_DESTINATION vpc-B",
      "< NO_ROUTE_TO_DESTINATION rtb-B",
    ]);
  });

  test("is answered by it or not at all", () => {
    const byNat = also(networkInterface("m1", "ra", "10.0.11.5", { ...NONE, public: "198.51.100.61" }));
    expect(stopsOf(byNat, C, "m1/public")).toEqual(["< NO_ROUTE_TO_DESTINATION rtb-priv"]);
    const hole = also(routes("pub", ["0.0.0.0/0 -> igw:Z"]));
    expect(stopsOf(hole, C, "w1/public")).toEqual(["< BAD_STATE_ROUTE rtb-pub 0.0.0.0/0"]);
  });

  test("comes from no private address, and from none that is nowhere", () => {
    expect(stopsOf(WORLD, "192.168.7.1", "w1/public")).toEqual(["NO_ROUTE_TO_DESTINATION vpc-A"]);
    expect(stopsOf(WORLD, C, "203.0.113.7")).toEqual(["NO_SOURCE_OR_DESTINATION 192.0.2.50"]);
  });

  test("goes out and in again to a public address of the design, and so does its reply", () => {
    expect(stepsOf(WORLD, "w2", "w1/public")).toEqual([
      "acl out pb 198.51.100.11",
      "route pub 0.0.0.0/0",
      "igw-A 10.0.2.12=>198.51.100.12 notTcp25",
      "igw-A 198.51.100.11=>10.0.1.11",
      "acl in pa 198.51.100.12",
    ]);
    expect(replyStepsOf(WORLD, "w2", "w1/public")).toEqual([
      "acl out pa 198.51.100.12",
      "route pub 0.0.0.0/0",
      "igw-A 10.0.1.11=>198.51.100.11",
      "igw-A 198.51.100.12=>10.0.2.12",
      "acl in pb 198.51.100.11",
    ]);
    expect(wayOf(WORLD, "w2", "w1/public").keepsIdentity).toEqual({ ingress: false, egress: false });
  });

  test("is sent under a public address only where it leaves by it", () => {
    expect(stopsOf(WORLD, "w2/public", "w1/public")).toEqual([]);
    expect(stopsOf(WORLD, "w2/public", "w1")).toEqual(["NO_ROUTE_TO_DESTINATION vpc-A"]);
  });
});

describe("by a NAT gateway a packet", () => {
  test("enters its subnet, leaves it under the gateway's address, and comes back by it", () => {
    expect(stepsOf(WORLD, "a1", C)).toEqual([
      "acl out ra 192.0.2.50",
      "route priv 0.0.0.0/0",
      "acl in pa 10.0.11.21",
      "nat-n 10.0.11.21=>10.0.1.250 tcpUdpIcmp",
      "acl out pa 192.0.2.50",
      "route pub 0.0.0.0/0",
      "igw-A 10.0.1.250=>198.51.100.250 notTcp25",
    ]);
    expect(replyStepsOf(WORLD, "a1", C)).toEqual([
      "igw-A 198.51.100.250=>10.0.1.250",
      "acl in pa 192.0.2.50",
      "nat-n 10.0.1.250=>10.0.11.21",
      "acl out pa 10.0.11.21",
      "route pub local",
      "acl in ra 192.0.2.50",
    ]);
  });

  test("reaches a public address of the design; the reply finds the gateway, then the way back", () => {
    expect(replyStepsOf(WORLD, "a1", "w2/public")).toEqual([
      "acl out pb 198.51.100.250",
      "route pub 0.0.0.0/0",
      "igw-A 10.0.2.12=>198.51.100.12",
      "igw-A 198.51.100.250=>10.0.1.250",
      "acl in pa 198.51.100.12",
      "nat-n 10.0.1.250=>10.0.11.21",
      "acl out pa 10.0.11.21",
      "route pub local",
      "acl in ra 198.51.100.12",
    ]);
    expect(wayOf(WORLD, "a1", "w2/public").seenSource).toEqual({ family: 4, value: 0xc63364fan });
  });

  test("does not leave when it speaks IPv6, or comes from another VPC", () => {
    const ipv6 = also(routes("priv", ["::/0 -> nat:n"]));
    expect(stopsOf(ipv6, "a1/6", C6)).toEqual(["PROTOCOL_RESTRICTION nat-n"]);
    const foreign = also(routes("B", ["0.0.0.0/0 -> nat:n"]));
    expect(stopsOf(foreign, "b1", C)).toEqual(["NGW_REQUIRES_SOURCE_IN_VPC nat-n"]);
  });

  test("finds no public face on a private one", () => {
    const inside = also(natGateway("n", "pa", "10.0.1.250"));
    expect(stopsOf(inside, "a1", C)).toEqual(["IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS nat-n"]);
  });

  test("goes round in no circle", () => {
    const circle = also(routes("pub", ["0.0.0.0/0 -> nat:n"]));
    expect(stopsOf(circle, "a1", C)).toEqual(["NO_ROUTE_TO_DESTINATION rtb-pub"]);
  });

  test("comes in to nobody: its own address takes no new flow", () => {
    expect(stopsOf(WORLD, C, "nobody 198.51.100.250")).toEqual([
      "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS nat-n",
    ]);
    expect(stopsOf(WORLD, "w1", "nobody 198.51.100.250")).toEqual([
      "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS nat-n",
    ]);
    expect(stopsOf(WORLD, "w1", "nobody 10.0.1.250")).toEqual(["NO_POSSIBLE_DESTINATION 10.0.1.250"]);
  });

  test("goes straight to a receiver in the gateway's own subnet", () => {
    const nearer = also(routes("priv", ["10.0.1.0/24 -> nat:n"]));
    expect(stepsOf(nearer, "a1", "x1")).toEqual([
      "acl out ra 10.0.1.99",
      "route priv 10.0.1.0/24",
      "acl in pa 10.0.11.21",
      "nat-n 10.0.11.21=>10.0.1.250 tcpUdpIcmp",
    ]);
    expect(replyStepsOf(nearer, "a1", "x1")).toEqual([
      "nat-n 10.0.1.250=>10.0.11.21",
      "acl out pa 10.0.11.21",
      "route pub local",
      "acl in ra 10.0.1.99",
    ]);
  });
});

describe("by an egress-only gateway a packet", () => {
  const eigw = also(egressOnlyInternetGateway("e", "A"), routes("priv", ["::/0 -> eigw:e"]));

  test("leaves, and is answered", () => {
    expect(stepsOf(eigw, "a1/6", C6)).toEqual([`acl out ra ${C6}`, "route priv ::/0", "eigw-e notTcp25"]);
    expect(replyStepsOf(eigw, "a1/6", C6)).toEqual(["eigw-e", `acl in ra ${C6}`]);
  });

  test("does not leave from an address that is not on the Internet", () => {
    const unique = change(
      eigw,
      networkInterface("u", "ra", "10.0.11.60", { ...NONE, ipv6: ["fd12:3456::60"] }),
    );
    expect(stopsOf(unique, "u/6", C6)).toEqual(["NO_ROUTE_TO_DESTINATION eigw-e"]);
  });

  test("does not come in", () => {
    expect(stopsOf(eigw, C6, "a1/6")).toEqual(["< NO_ROUTE_TO_DESTINATION rtb-priv"]);
  });

  test("is answered from another VPC though its own has no internet gateway", () => {
    const both = change(
      { ...eigw, internetGateways: {} },
      internetGateway("B"),
      routes("B", ["::/0 -> igw:B"]),
    );
    expect(stopsOf(both, "a1/6", "b1/6")).toEqual([]);
    expect(stopsOf(both, "b1/6", "a1/6")).toEqual([
      "NO_ROUTE_TO_DESTINATION vpc-A",
      "< NO_ROUTE_TO_DESTINATION rtb-priv",
    ]);
  });
});
