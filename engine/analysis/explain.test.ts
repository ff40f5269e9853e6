import { describe, expect, test } from "vitest";
import {
  ALLOW_ALL_ENTRIES,
  ANY_OUT,
  addresses,
  group,
  internetGateway,
  ipRange,
  networkAcl,
  networkInterface,
  type Part,
  routes,
  subnet,
  vpc,
  wears,
} from "../testing/network-builder";
import { ask, codes, hops, tcp } from "./testing/ask";

describe("a path inside a VPC", () => {
  test("goes through both groups, each with the rule that decided", () => {
    expect(hops(ask(tcp("w1", "dw", 5432)))).toEqual([
      "network-interface eni-w1",
      "security-group sg-web sgr-web-out-1",
      "network-acl acl-A egress 100",
      "route-table rtb-pub local",
      "network-acl acl-A ingress 100",
      "security-group sg-dbw sgr-dbw-in-1",
      "network-interface eni-dw",
    ]);
  });

  test("names everything that stops it, not only the first", () => {
    const answer = ask(tcp("w1", "d1", 5432), wears("w1", ["none"]));
    expect(codes(answer)).toEqual(["SG_HAS_NO_RULES eni-w1", "ENI_SG_RULES_MISMATCH eni-d1"]);
    expect(answer.blockers[1]?.message).toBe(
      'No inbound rule of dba admits TCP 5432 from w1 (10.0.1.11); the nearest is "TCP 5432 from members of app".',
    );
  });

  test("keeps group references over IPv6", () => {
    const answer = ask(
      tcp("2001:db8:a:1::11", "2001:db8:a:1::41", 5432),
      addresses("dw", { ipv6: ["2001:db8:a:1::41"] }),
    );
    expect(answer.verdict).toBe("allowed");
    expect(answer.assumptions).toEqual(["typedAddressIsLiteral", "ephemeralPorts1024To65535"]);
  });

  test("says which of several families is open", () => {
    const answer = ask(tcp("w1", "w2", 80), addresses("w2", { ipv6: ["2001:db8:a:1::12"] }));
    expect(answer).toMatchObject({ verdict: "partial", reason: "pairs", reply: "allowed" });
    expect(answer.pairs).toEqual([
      { from: "10.0.1.11", to: "10.0.2.12", verdict: "allowed" },
      { from: "2001:db8:a:1::11", to: "2001:db8:a:1::12", verdict: "blocked" },
    ]);
  });

  test("does not ask for ICMP over IPv6", () => {
    const ping = { from: "w1", to: "x1", protocol: "icmp" };
    const open = group("g", "A", ["icmp from 10.0.0.0/16", ...ANY_OUT]);
    const answer = ask(ping, open, wears("x1", ["g"]), addresses("x1", { ipv6: ["2001:db8:a:1::99"] }));
    expect(answer.verdict).toBe("allowed");
    expect(answer.pairs).toBeUndefined();
  });
});

describe("a path from outside", () => {
  test("goes over the gateway, which leads the public address to the private one", () => {
    const answer = ask(tcp("192.0.2.50", "w1", 80));
    expect(hops(answer)).toEqual([
      "address 192.0.2.50",
      "internet-gateway igw-A",
      "network-acl acl-A ingress 100",
      "security-group sg-web sgr-web-in-1",
      "network-interface eni-w1",
    ]);
    expect(answer.assumptions).toEqual(["typedAddressIsLiteral", "ephemeralPorts1024To65535"]);
    expect(answer.path[1]?.message).toBe("The internet gateway of A translates 198.51.100.11 to 10.0.1.11.");
  });

  test("is partial where rules admit some of its addresses, and names them", () => {
    const answer = ask(tcp("203.0.112.0/23", "w1", 22), wears("w1", ["admin"]));
    expect(answer).toMatchObject({ verdict: "partial", reason: "addresses", reply: "allowed" });
    expect(answer.path[3]).toMatchObject({
      rule: "sgr-admin-in-1",
      message:
        "Inbound rules of admin admit TCP 22 from 203.0.113.0/24 only, not from all of 203.0.112.0/23.",
    });
    expect(answer.blockers[0]?.message).toContain("from 203.0.112.0/24");
  });

  test("is whole where several rules together admit all of its addresses", () => {
    const halves = group("halves", "A", ["tcp 22 from 203.0.112.0/24", "tcp 22 from 203.0.113.0/24"]);
    const answer = ask(tcp("203.0.112.0/23", "w1", 22), halves, wears("w1", ["halves"]));
    expect(answer).toMatchObject({ verdict: "allowed", blockers: [] });
  });

  test("is partial for the Internet where rules leave out a part of it", () => {
    const most = group("most", "A", ["tcp 22 from 0.0.0.0/1", "tcp 22 from 128.0.0.0/2"]);
    const answer = ask(tcp("internet", "w2", 22), most, wears("w2", ["most"]));
    expect(answer).toMatchObject({ verdict: "partial", reason: "addresses" });
    expect(answer.blockers[0]?.message).toMatch(/192\.169\.0\.0 to 223\.255\.255\.255\.$/);
  });

  test("never starts at a private address, which the named range loses", () => {
    const office = ipRange("office", "203.0.113.0/24", "192.168.7.0/24");
    const answer = ask(tcp("office", "w2", 80), office);
    expect(answer).toMatchObject({ verdict: "partial", reason: "addresses" });
    expect(codes(answer)).toEqual(["NO_ROUTE_TO_DESTINATION vpc-A"]);
    expect(answer.blockers[0]?.message).toContain("192.168.7.0/24");
    expect(codes(ask(tcp("192.168.7.1", "w2", 80)))).toEqual(["NO_ROUTE_TO_DESTINATION vpc-A"]);
  });

  test("does not reach a typed private address, whatever public one it has", () => {
    const answer = ask(tcp("192.0.2.50", "10.0.1.11", 80));
    expect(codes(answer)).toEqual(["IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS eni-w1"]);
  });
});

describe("a path to the outside", () => {
  test("needs a public address, and the group is judged all the same", () => {
    const lone = networkInterface("lone", "pa", "10.0.1.77", { groups: ["outonly"] });
    expect(codes(ask(tcp("lone", "internet", 443), lone))).toEqual([
      "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS eni-lone",
    ]);
    expect(codes(ask(tcp("lone", "internet", 443), lone, wears("lone", ["none"])))).toEqual([
      "SG_HAS_NO_RULES eni-lone",
      "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS eni-lone",
    ]);
  });

  test("to a public address of the same VPC leaves and comes back, losing the sender's groups", () => {
    const answer = ask(tcp("w2", "198.51.100.11", 8080), wears("w1", ["app"]));
    expect(answer.path.map((hop) => hop.component)).toEqual([
      "network-interface",
      "security-group",
      "network-acl",
      "route-table",
      "internet-gateway",
      "internet-gateway",
      "network-acl",
      "security-group",
      "network-interface",
    ]);
    expect(answer.blockers[0]?.message).toContain("does not count");
  });
});

describe("a rule that names a group", () => {
  const toWeb = group("out", "A", ["tcp 80 to sg:web"]);

  test("lets out to its members' private addresses, not to their public ones", () => {
    expect(ask(tcp("x1", "10.0.2.12", 80), toWeb, wears("x1", ["out"])).verdict).toBe("allowed");
    const byPublic = ask(tcp("x1", "198.51.100.12", 80), toWeb, wears("x1", ["out"]));
    expect(codes(byPublic)).toEqual(["ENI_SG_RULES_MISMATCH eni-x1"]);
  });
});

describe("VPCs", () => {
  const privateInB: readonly Part[] = [
    subnet("xb6", "B", "10.1.2.0/24"),
    group("gb", "B", ["tcp 5432 from sg:web", ...ANY_OUT]),
    networkInterface("b1", "xb6", "10.1.2.5", { groups: ["gb"], ipv6: ["2001:db8:b::5"] }),
  ];

  test("do not reach each other's private addresses", () => {
    expect(codes(ask(tcp("w2", "b1", 5432), ...privateInB))).toEqual([
      "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS igw-A",
      "ENI_SG_RULES_MISMATCH eni-b1",
      "< NO_ROUTE_TO_DESTINATION rtb-B",
    ]);
  });

  test("reach each other over IPv6, where references do not hold and CIDRs do", () => {
    const inB: readonly Part[] = [
      ...privateInB,
      internetGateway("B"),
      routes("B", ["::/0 -> igw:B"]),
      networkAcl("B", "B", ALLOW_ALL_ENTRIES, { default: true }),
    ];
    const byGroup = ask(tcp("2001:db8:a:1::11", "b1", 5432), ...inB);
    expect(codes(byGroup)).toEqual(["ENI_SG_RULES_MISMATCH eni-b1"]);
    const open = group("gb", "B", ["tcp 5432 from 2001:db8:a::/56", ...ANY_OUT]);
    expect(ask(tcp("2001:db8:a:1::11", "b1", 5432), ...inB, open).verdict).toBe("allowed");
  });

  test("may use the same block: a typed address means the one in the other end's VPC", () => {
    const twin: readonly Part[] = [
      vpc("C", "10.0.0.0/16"),
      subnet("pc", "C", "10.0.11.0/24"),
      group("gc", "C", [...ANY_OUT]),
      networkInterface("c1", "pc", "10.0.11.21", { groups: ["gc"] }),
    ];
    const answer = ask(tcp("w1", "10.0.11.21", 8080), ...twin);
    expect(answer.verdict).toBe("allowed");
    expect(answer.path.at(-1)?.id).toBe("eni-a1");
  });
});
