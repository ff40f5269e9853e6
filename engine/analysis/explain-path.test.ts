import { describe, expect, test } from "vitest";
import { BASE_WORLD } from "../testing/base-world";
import {
  ALLOW_ALL_ENTRIES,
  ANY_OUT,
  group,
  networkAcl,
  networkInterface,
  type Part,
  prefixList,
  routes,
  routeTable,
  rules,
  vpcEndpoint,
  wears,
} from "../testing/network-builder";
import { explain } from "./explain";
import { question } from "./names";
import { ask, codes, hops, tcp, udp } from "./testing/ask";

const C = "192.0.2.50";

const onPa = (...entries: readonly string[]): Part => networkAcl("pa", "A", entries, { subnets: ["pa"] });

describe("a network ACL", () => {
  test("decides by the first entry that matches, and says by which", () => {
    const denied = onPa("in 90 deny tcp 22 from 0.0.0.0/0", ...ALLOW_ALL_ENTRIES);
    const answer = ask(tcp("203.0.113.7", "198.51.100.11", 22), denied, wears("w1", ["admin"]));
    expect(answer.blockers).toMatchObject([
      { code: "SUBNET_ACL_RESTRICTION", component: "acl-pa", rule: "ingress 90", direction: "forward" },
    ]);
  });

  test("that treats some of an outside end otherwise makes it partial, and names them", () => {
    const some = onPa(
      "in 90 deny tcp 443 from 192.0.2.0/24",
      "in 91 deny tcp 22 from 198.18.0.0/15",
      ...ALLOW_ALL_ENTRIES,
    );
    const answer = ask(tcp("192.0.0.0/16", "198.51.100.11", 443), some);
    expect(answer).toMatchObject({ verdict: "partial", reason: "addresses", reply: "allowed" });
    expect(answer.blockers).toHaveLength(1);
    expect(answer.blockers[0]?.message).toContain("in from 192.0.2.0/24, by entry 90");
    expect(answer.path[2]).toMatchObject({ rule: "ingress 100" });
  });

  test("is not told of where the network tells none, and the answer says so", () => {
    const untold = { ...BASE_WORLD, networkAcls: {}, routeTables: {}, internetGateways: {} };
    const asked = question(untold, tcp(C, "198.51.100.11", 80));
    const answer = asked.ok ? explain(untold, asked.value) : null;
    expect(answer).toMatchObject({
      verdict: "allowed",
      notJudged: ["networkAcls", "routeTables", "gateways", "dns", "hostFirewalls", "listeningProcesses"],
      assumptions: ["internetGatewayRoute", "typedAddressIsLiteral"],
    });
    expect(hops(answer ?? { path: [] })).toEqual([
      "address 192.0.2.50",
      "internet-gateway vpc-A",
      "security-group sg-web sgr-web-in-1",
      "network-interface eni-w1",
    ]);
  });

  test("is never asked between neighbours", () => {
    const answer = ask(tcp("w1", "x1", 80), onPa(), rules("outonly", ["tcp 80 from 10.0.0.0/16"]));
    expect(answer.verdict).toBe("allowed");
    expect(answer.notJudged).toEqual(["dns", "hostFirewalls", "listeningProcesses"]);
    expect(answer.assumptions).toEqual([]);
  });
});

describe("everything that stops it", () => {
  test("is told at once, on all layers and both ways", () => {
    expect(codes(ask(tcp(C, "eni-dw", 5432)))).toEqual([
      "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS eni-dw",
      "ENI_SG_RULES_MISMATCH eni-dw",
      "< NO_ROUTE_TO_DESTINATION rtb-priv",
    ]);
    const shut = [onPa(), wears("w1", ["none"]), networkAcl("ra", "A", [], { subnets: ["ra"] })];
    expect(codes(ask(tcp("w1", "dw", 80), ...shut))).toEqual([
      "SG_HAS_NO_RULES eni-w1",
      "SUBNET_ACL_RESTRICTION acl-pa",
      "SUBNET_ACL_RESTRICTION acl-ra",
      "ENI_SG_RULES_MISMATCH eni-dw",
      "< SUBNET_ACL_RESTRICTION acl-ra",
      "< SUBNET_ACL_RESTRICTION acl-pa",
    ]);
  });

  test("has a hop with its code where it is, the route that leads into it in one with it", () => {
    const hole = routes("pub", ["0.0.0.0/0 -> igw:gone"]);
    const { path } = ask(tcp("w1", C, 443), hole);
    const tables = path.filter(({ component }) => component === "route-table");
    expect(tables).toMatchObject([{ id: "rtb-pub", rule: "0.0.0.0/0", code: "BAD_STATE_ROUTE" }]);
    expect(tables[0]?.message).toContain("into a blackhole by route 0.0.0.0/0");
  });

  test("includes a route to what is not modelled, which is said apart", () => {
    const answer = ask(tcp("w1", C, 443), routes("pub", ["0.0.0.0/0 -> other:vgw-1"]));
    expect(answer.blockers).toMatchObject([
      { code: "UNSUPPORTED_COMPONENT", component: "rtb-pub", rule: "0.0.0.0/0" },
    ]);
    expect(answer.notJudged).toContain("unmodelledTargets");
  });

  test("is TCP 25 to public addresses, by whatever gateway, and not within", () => {
    expect(codes(ask(tcp("x1", C, 25)))).toEqual(["PORT_25_RESTRICTION igw-A"]);
    expect(codes(ask(tcp("a1", C, 25)))).toEqual(["PORT_25_RESTRICTION igw-A"]);
    const mail = rules("web", ["tcp 25 from 10.0.0.0/16", ...ANY_OUT]);
    expect(ask(tcp("x1", "w2", 25), mail).verdict).toBe("allowed");
    expect(ask(udp("x1", C, 25)).verdict).toBe("allowed");
  });

  test("is what a NAT gateway does not carry", () => {
    expect(codes(ask({ from: "a1", to: C, protocol: 50 }))).toEqual(["PROTOCOL_RESTRICTION nat-n1"]);
    expect(ask({ from: "a1", to: C, protocol: "icmp" }).verdict).toBe("allowed");
  });
});

test("IPv6 by a NAT gateway is blocked, and the answer says that NAT64 is not judged", () => {
  const nat64 = routes("pub", ["0.0.0.0/0 -> igw:A", "64:ff9b::/96 -> nat:n1"]);
  const answer = ask(tcp("w1", "64:ff9b::c000:232", 443), nat64, rules("web", [...ANY_OUT]));
  expect(answer.verdict).toBe("blocked");
  expect(codes(answer)).toEqual(["PROTOCOL_RESTRICTION nat-n1"]);
  expect(answer.blockers[0]?.message).toContain("(NAT64) is not judged");
});

describe("an outside end", () => {
  const s3 = [
    prefixList("s3", ["52.216.0.0/15"]),
    vpcEndpoint("s3", "A", "gateway"),
    routes("priv", ["pl:s3 -> vpce:s3"]),
  ];

  test("is cut where routes lead elsewhere", () => {
    const answer = ask(tcp("a1", "52.0.0.0/8", 443), ...s3);
    expect(answer).toMatchObject({ verdict: "partial", reason: "addresses" });
    expect(hops(answer)).toContain("vpc-endpoint vpce-s3");
    expect(codes(answer)).toEqual(["NO_ROUTE_TO_DESTINATION rtb-priv"]);
    expect(ask(tcp("a1", "52.216.0.0/16", 443), ...s3).verdict).toBe("allowed");
  });

  test("has the route told that leads to it, also where another leads to the same gateway", () => {
    const two = routes("pub", ["0.0.0.0/0 -> igw:A", "192.0.2.0/24 -> igw:A"]);
    expect(hops(ask(tcp("w2", "192.0.2.0/25", 443), two))).toContain("route-table rtb-pub 192.0.2.0/24");
  });

  test("is reached over a gateway endpoint by TCP and echoes only", () => {
    expect(codes(ask(udp("a1", "52.216.1.1", 53), ...s3))).toEqual([
      "VPCE_GATEWAY_PROTOCOL_RESTRICTION vpce-s3",
    ]);
    expect(ask({ from: "a1", to: "52.216.1.1", protocol: "icmp" }, ...s3).verdict).toBe("allowed");
  });

  test("is cut by an appliance's rules too", () => {
    const inspected = [
      group("f", "A", ["all from 10.0.0.0/16", "all to 192.0.2.0/25"]),
      networkInterface("f1", "ia", "10.0.21.9", {
        groups: ["f"],
        public: "198.51.100.77",
        sourceDestCheck: false,
      }),
      routes("pub", ["192.0.2.0/24 -> eni:f1", "0.0.0.0/0 -> igw:A"]),
      routeTable("ia", "A", ["0.0.0.0/0 -> igw:A"], { subnets: ["ia"] }),
    ];
    const answer = ask(tcp("x1", "192.0.2.0/24", 443), ...inspected);
    expect(answer).toMatchObject({ verdict: "partial", reason: "addresses" });
    expect(answer.blockers[0]).toMatchObject({ code: "ENI_SG_RULES_MISMATCH", component: "eni-f1" });
    expect(answer.blockers[0]?.message).toContain("to 192.0.2.128/25");
  });
});
