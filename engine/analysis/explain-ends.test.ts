import { describe, expect, test } from "vitest";
import {
  ANY_OUT,
  group,
  networkAcl,
  networkInterface,
  type Part,
  peering,
  routes,
  routeTable,
  subnet,
  vpc,
  wears,
} from "../testing/network-builder";
import { ask, codes, tcp } from "./testing/ask";

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

describe("a typed address that two VPCs have", () => {
  const twins = (...more: readonly Part[]): readonly Part[] => [
    vpc("C", "10.1.0.0/16"),
    subnet("xc", "C", "10.1.1.0/24"),
    routeTable("C", "C", [], { main: true }),
    routes("priv", ["0.0.0.0/0 -> nat:n1", "10.1.0.0/16 -> pcx:AB"]),
    routes("B", ["10.0.0.0/16 -> pcx:AB"]),
    ...["B", "C"].map((name) => group(`g${name}`, name, ["tcp 80 from 10.0.0.0/8", ...ANY_OUT])),
    group("app", "A", ["tcp 80 from 10.1.0.0/16", ...ANY_OUT]),
    networkInterface("c1", "xc", "10.1.1.5", { groups: ["gC"] }),
    networkInterface("b1", "xb", "10.1.1.5", { groups: ["gB"] }),
    ...more,
  ];

  test("is the one that routes lead to", () => {
    const answer = ask(tcp("a1", "10.1.1.5", 80), ...twins(peering("AB", "A", "B")));
    expect(answer).toMatchObject({ verdict: "allowed" });
    expect(answer.pairs).toBeUndefined();
    expect(answer.path.at(-1)?.id).toBe("eni-b1");
    const from = ask(tcp("10.1.1.5", "a1", 80), ...twins(peering("AB", "A", "B")));
    expect(from).toMatchObject({ verdict: "allowed" });
    expect(from.path[0]?.id).toBe("eni-b1");
  });

  test("is the one in whose VPC the route ends, even if that does not work", () => {
    const shut = networkAcl("xb", "B", [], { subnets: ["xb"] });
    const answer = ask(tcp("a1", "10.1.1.5", 80), ...twins(peering("AB", "A", "B"), shut));
    expect(codes(answer)).toEqual(["SUBNET_ACL_RESTRICTION acl-xb", "< SUBNET_ACL_RESTRICTION acl-xb"]);
  });

  test("is either where nothing leads to one of them", () => {
    const answer = ask(tcp("a1", "10.1.1.5", 80), ...twins());
    expect(answer.verdict).toBe("blocked");
    expect(answer.pairs).toHaveLength(2);
  });
});

describe("nobody", () => {
  test("has an address that no interface has", () => {
    expect(codes(ask(tcp("w1", "10.0.1.200", 80)))).toEqual(["NO_POSSIBLE_DESTINATION 10.0.1.200"]);
    expect(codes(ask(tcp("10.0.1.200", "w1", 80)))).toEqual(["NO_SOURCE_OR_DESTINATION 10.0.1.200"]);
  });

  test("takes connections at a NAT gateway's private address, which is told by its name", () => {
    const answer = ask(tcp("w1", "10.0.1.250", 80));
    expect(codes(answer)).toEqual(["NO_POSSIBLE_DESTINATION 10.0.1.250"]);
    expect(answer.blockers[0]?.message).toBe(
      "NAT gateway n1 has the address 10.0.1.250, and takes no connections.",
    );
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
  expect(Object.keys(answer).join(" ")).toBe(
    "verdict path blockers reply replyPath notJudged assumptions pairs",
  );
});
