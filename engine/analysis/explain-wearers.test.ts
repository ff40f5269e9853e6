import { describe, expect, test } from "vitest";
import {
  ANY_OUT,
  associated,
  group,
  instanceState,
  networkInterface,
  type Part,
  peering,
  routes,
  rules,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  vpcEndpoint,
  wears,
} from "../testing/network-builder";
import { ask, codes, tcp, udp } from "./testing/ask";

describe("what no rule judges", () => {
  test.each([
    ["10.0.0.2", "udp", 53],
    ["169.254.169.253", "tcp", 53],
    ["169.254.169.254", "tcp", 80],
    ["169.254.169.123", "udp", 123],
    ["169.254.170.2", "tcp", 80],
    ["169.254.169.250", "tcp", 1688],
    ["10.0.11.1", "tcp", 7],
  ])("is %s for %s %i", (to, protocol, port) => {
    expect(ask({ from: "a1", to, protocol, port }, wears("a1", ["none"])).verdict).toBe("allowed");
  });

  test("is none of this on another port, nor another VPC's resolver, nor for who sends nothing", () => {
    expect(ask(udp("a1", "10.0.0.2", 54)).verdict).toBe("blocked");
    expect(ask(udp("a1", "10.1.0.2", 53)).verdict).toBe("blocked");
    expect(codes(ask(udp("a1", "10.0.0.2", 53), instanceState("a1", "stopped")))[0]).toBe(
      "BAD_STATE_INSTANCE eni-a1",
    );
    expect(ask(udp("a1", "10.0.0.0/24", 53)).verdict).toBe("blocked");
  });
});

describe("who takes part", () => {
  test("is no instance that does not run", () => {
    expect(codes(ask(tcp("w1", "dw", 5432), instanceState("w1", "stopped")))).toEqual([
      "BAD_STATE_INSTANCE eni-w1",
    ]);
    expect(codes(ask(tcp("w1", "dw", 5432), instanceState("dw", "terminated")))).toEqual([
      "BAD_STATE_INSTANCE eni-dw",
    ]);
  });

  test("is an interface endpoint as a receiver only", () => {
    const endpoint = [
      vpcEndpoint("e", "A", "interface"),
      group("ep", "A", ["tcp 443 from 10.0.0.0/16", ...ANY_OUT]),
      networkInterface("e", "ra", "10.0.11.60", { groups: ["ep"], attachedTo: { vpcEndpoint: "e" } }),
      rules("app", ["tcp 8080 from 10.0.0.0/16", ...ANY_OUT]),
    ];
    expect(ask(tcp("a1", "eni-e", 443), ...endpoint).verdict).toBe("allowed");
    expect(codes(ask(tcp("eni-e", "a1", 8080), ...endpoint))).toEqual(["VPCE_INTRA_VPC_TRAFFIC eni-e"]);
  });

  test("is a member of a group also in a VPC that the group is associated with", () => {
    const joined = [
      peering("AB", "A", "B"),
      routes("pub", ["10.1.0.0/16 -> pcx:AB"]),
      routes("B", ["10.0.0.0/16 -> pcx:AB"]),
      networkInterface("b1", "xb", "10.1.1.5", { groups: ["dbw"] }),
      associated("dbw", "B"),
    ];
    expect(ask(tcp("w1", "b1", 5432), ...joined).verdict).toBe("allowed");
  });
});

describe("rules that name a group", () => {
  const hub = (references: boolean): readonly Part[] => [
    transitGateway("t", { references }),
    transitGatewayAttachment("A", "t", "A", ["pa"], { table: "t" }),
    transitGatewayAttachment("B", "t", "B", ["xb"], { table: "t" }),
    transitGatewayRouteTable("t", "t", [], ["A", "B"]),
    routes("pub", ["10.1.0.0/16 -> tgw:t"]),
    routes("B", ["10.0.0.0/16 -> tgw:t"]),
    group("gb", "B", ["tcp 5432 from sg:web", ...ANY_OUT]),
    networkInterface("b1", "xb", "10.1.1.5", { groups: ["gb"] }),
  ];

  test("hold inbound over a transit gateway that supports them, never outbound", () => {
    expect(ask(tcp("w1", "b1", 5432), ...hub(true)).verdict).toBe("allowed");
    const refused = ask(tcp("w1", "b1", 5432), ...hub(false));
    expect(codes(refused)).toEqual(["ENI_SG_RULES_MISMATCH eni-b1"]);
    expect(refused.blockers[0]?.message).toContain(
      "this transit gateway does not pass the other end's groups on",
    );
    const out = ask(tcp("w1", "b1", 5432), ...hub(true), rules("web", ["tcp 5432 to sg:gb"]));
    expect(codes(out)).toEqual(["ENI_SG_RULES_MISMATCH eni-w1"]);
  });

  test("do not hold behind a NAT gateway, whose address is named instead", () => {
    const toApp = rules("web", ["tcp 8080 from sg:app", ...ANY_OUT]);
    const answer = ask(tcp("a1", "198.51.100.11", 8080), toApp);
    expect(codes(answer)).toEqual(["ENI_SG_RULES_MISMATCH eni-w1"]);
    expect(answer.blockers[0]?.message).toContain("from 198.51.100.250");
    expect(ask(tcp("a1", "10.0.1.11", 8080), toApp).verdict).toBe("allowed");
  });
});
