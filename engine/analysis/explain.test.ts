import { describe, expect, test } from "vitest";
import { BASE_WORLD } from "../testing/base-world";
import {
  ANY_OUT,
  addresses,
  change,
  group,
  ipRange,
  networkInterface,
  type Part,
  subnet,
  vpc,
  wears,
} from "../testing/network-builder";
import type { Answer } from "./answer";
import { explain } from "./explain";
import { type QuestionInput, question } from "./names";

const ask = (input: QuestionInput, ...parts: readonly Part[]): Answer => {
  const network = change(BASE_WORLD, ...parts);
  const asked = question(network, input);
  if (!asked.ok) throw new Error(asked.error.message);
  return explain(network, asked.value);
};

const tcp = (from: string, to: string, port: number): QuestionInput => ({ from, to, protocol: "tcp", port });

const codes = (answer: Answer) => answer.blockers.map(({ code, component }) => `${code} ${component}`);

const hops = (answer: Answer) =>
  answer.path.map(({ component, id, rule }) => [component, id, rule].join(" "));

describe("a path inside a VPC", () => {
  test("goes through both groups, each with the rule that decided", () => {
    expect(hops(ask(tcp("w1", "dw", 5432)))).toEqual([
      "network-interface eni-w1 ",
      "security-group sg-web sgr-web-out-1",
      "security-group sg-dbw sgr-dbw-in-1",
      "network-interface eni-dw ",
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
    expect(answer.assumptions).toEqual(["typedAddressIsLiteral"]);
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
      "address 192.0.2.50 ",
      "internet-gateway vpc-A ",
      "security-group sg-web sgr-web-in-1",
      "network-interface eni-w1 ",
    ]);
    expect(answer.assumptions).toEqual(["internetGatewayRoute", "typedAddressIsLiteral"]);
    expect(answer.path[1]?.message).toBe("The internet gateway of A leads 198.51.100.11 to 10.0.1.11.");
  });

  test("is partial where rules admit some of its addresses, and names them", () => {
    const answer = ask(tcp("203.0.112.0/23", "w1", 22), wears("w1", ["admin"]));
    expect(answer).toMatchObject({ verdict: "partial", reason: "addresses", reply: "allowed" });
    expect(answer.path[2]).toMatchObject({
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
    expect(codes(answer)).toEqual(["NO_ROUTE_TO_DESTINATION range-office"]);
    expect(codes(ask(tcp("192.168.7.1", "w2", 80)))).toEqual(["NO_ROUTE_TO_DESTINATION vpc-A"]);
  });

  test("does not reach a typed private address, whatever public one it has", () => {
    const answer = ask(tcp("192.0.2.50", "10.0.1.11", 80));
    expect(codes(answer)).toEqual(["IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS eni-w1"]);
  });
});

describe("a path to the outside", () => {
  test("needs a public address, and the group is judged all the same", () => {
    expect(codes(ask(tcp("a1", "internet", 443)))).toEqual(["IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS eni-a1"]);
    expect(codes(ask(tcp("a1", "internet", 443), wears("a1", ["none"])))).toEqual([
      "SG_HAS_NO_RULES eni-a1",
      "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS eni-a1",
    ]);
  });

  test("to a public address of the same VPC leaves and comes back, losing the sender's groups", () => {
    const answer = ask(tcp("w2", "198.51.100.11", 8080), wears("w1", ["app"]));
    expect(answer.path.map((hop) => hop.component)).toEqual([
      "network-interface",
      "security-group",
      "internet-gateway",
      "internet-gateway",
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
  const inB: readonly Part[] = [
    subnet("xb6", "B", "10.1.2.0/24"),
    group("gb", "B", ["tcp 5432 from sg:web", ...ANY_OUT]),
    networkInterface("b1", "xb6", "10.1.2.5", { groups: ["gb"], ipv6: ["2001:db8:b::5"] }),
  ];

  test("do not reach each other's private addresses", () => {
    expect(codes(ask(tcp("w2", "b1", 5432), ...inB))).toEqual([
      "NO_ROUTE_TO_DESTINATION vpc-A",
      "ENI_SG_RULES_MISMATCH eni-b1",
    ]);
  });

  test("reach each other over IPv6, where references do not hold and CIDRs do", () => {
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

describe("several ends", () => {
  test("are judged pair by pair, and the path is that of the first that gets through", () => {
    const answer = ask(tcp("10.0.1.0/24", "a1", 8080), wears("w1", ["outonly"]), wears("x1", ["web"]));
    expect(answer).toMatchObject({ verdict: "partial", reason: "pairs" });
    expect(answer.pairs).toEqual([
      { from: "eni-w1", to: "eni-a1", verdict: "blocked" },
      { from: "eni-x1", to: "eni-a1", verdict: "allowed" },
    ]);
    expect(answer.path[0]?.id).toBe("eni-x1");
  });

  test("leave out an interface with itself", () => {
    const answer = ask(tcp("group:web", "group:web", 80));
    expect(answer.pairs).toEqual([
      { from: "eni-w1", to: "eni-w2", verdict: "allowed" },
      { from: "eni-w2", to: "eni-w1", verdict: "allowed" },
    ]);
  });

  test("may be none: a group that nobody wears reaches nothing", () => {
    expect(codes(ask(tcp("group:admin", "w1", 80)))).toEqual(["NO_SOURCE_OR_DESTINATION from"]);
    expect(codes(ask(tcp("w1", "group:admin", 80)))).toEqual(["NO_POSSIBLE_DESTINATION to"]);
  });
});

describe("nobody", () => {
  test("has an address that no interface has", () => {
    expect(codes(ask(tcp("w1", "10.0.1.200", 80)))).toEqual(["NO_POSSIBLE_DESTINATION 10.0.1.200"]);
    expect(codes(ask(tcp("10.0.1.200", "w1", 80)))).toEqual(["NO_SOURCE_OR_DESTINATION 10.0.1.200"]);
  });

  test("is reached on an interface that is attached to nothing", () => {
    const spare = networkInterface("spare", "pa", "10.0.1.50", { groups: ["web"], attachedTo: null });
    expect(codes(ask(tcp("w1", "eni-spare", 80), spare))).toEqual(["NO_POSSIBLE_DESTINATION eni-spare"]);
    expect(codes(ask(tcp("eni-spare", "w1", 80), spare))).toEqual(["NO_SOURCE_OR_DESTINATION eni-spare"]);
  });

  test("speaks IPv6 to an interface that has IPv4 only", () => {
    expect(codes(ask(tcp("2001:db8:ffff::50", "w2", 80)))).toEqual(["NO_POSSIBLE_DESTINATION eni-w2"]);
  });

  test("is asked for what lies outside on both ends", () => {
    expect(codes(ask(tcp("internet", "192.0.2.50", 80)))).toEqual(["NO_SOURCE_OR_DESTINATION internet"]);
  });
});

test("an answer has its keys in the order of the contract", () => {
  const answer = ask(tcp("group:web", "a1", 8080));
  expect(Object.keys(answer).join(" ")).toBe("verdict path blockers reply notJudged assumptions pairs");
});
