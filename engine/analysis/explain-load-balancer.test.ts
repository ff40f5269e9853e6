import { describe, expect, test } from "vitest";
import { createEngine } from "../engine";
import { BASE_WORLD } from "../testing/base-world";
import {
  ALLOW_ALL_ENTRIES,
  ANY_OUT,
  change,
  group,
  loadBalancer,
  networkAcl,
  networkInterface,
  type Part,
  peering,
  routes,
  rules,
  vpc,
} from "../testing/network-builder";
import { ask, codes, hops, tcp, udp } from "./testing/ask";

const C = "192.0.2.50";

describe("behind a network load balancer", () => {
  const balancer = (
    keeps: boolean,
    groups: readonly string[],
    appRules: readonly string[],
  ): readonly Part[] => [
    loadBalancer("n", "network", ["tcp 80 -> 8080 a1"], { preservesClientIp: keeps }),
    group("n", "A", ["tcp 80 from 0.0.0.0/0"]),
    networkInterface("n", "pa", "10.0.1.80", {
      public: "198.51.100.80",
      groups,
      attachedTo: { loadBalancer: "n" },
    }),
    rules("app", [...appRules, ...ANY_OUT]),
  ];

  test("a target sees the client, whose groups it does not know", () => {
    const fromGroup = ask(tcp(C, "198.51.100.80", 80), ...balancer(true, [], ["tcp 8080 from sg:web"]));
    expect(codes(fromGroup)).toEqual(["ENI_SG_RULES_MISMATCH eni-a1"]);
    expect(fromGroup.blockers[0]?.message).toContain(`TCP 8080 from ${C}`);
    const open = ask(tcp(C, "198.51.100.80", 80), ...balancer(true, [], ["tcp 8080 from 192.0.2.0/24"]));
    expect(open).toMatchObject({ verdict: "allowed", reply: "allowed" });
    expect(hops(open)).toContain("load-balancer lb-n");
    expect(open.path.at(-1)?.id).toBe("eni-a1");
  });

  test("a target sees the balancer where that does not keep the client's address", () => {
    const inner = balancer(false, [], ["tcp 8080 from 10.0.1.80/32"]);
    expect(ask(tcp(C, "198.51.100.80", 80), ...inner).verdict).toBe("allowed");
    const outer = balancer(true, [], ["tcp 8080 from 10.0.1.80/32"]);
    expect(ask(tcp(C, "198.51.100.80", 80), ...outer).verdict).toBe("blocked");
  });

  test("a target knows the balancer by its groups either way", () => {
    for (const keeps of [true, false]) {
      const grouped = balancer(keeps, ["n"], ["tcp 8080 from sg:n"]);
      expect(ask(tcp(C, "198.51.100.80", 80), ...grouped).verdict).toBe("allowed");
    }
  });

  test("a target's ACL sees the client too, and cuts an outside end", () => {
    const acl = networkAcl("ra", "A", ["in 90 deny tcp 8080 from 192.0.2.0/24", ...ALLOW_ALL_ENTRIES], {
      subnets: ["ra"],
    });
    const parts = [...balancer(true, [], ["tcp 8080 from 0.0.0.0/0"]), acl];
    expect(codes(ask(tcp(C, "198.51.100.80", 80), ...parts))).toEqual(["SUBNET_ACL_RESTRICTION acl-ra"]);
    expect(ask(tcp("192.0.0.0/16", "198.51.100.80", 80), ...parts)).toMatchObject({
      verdict: "partial",
      reason: "addresses",
    });
  });

  test("one of several targets may be shut", () => {
    const two = [
      ...balancer(false, [], ["tcp 8080 from 10.0.0.0/16"]),
      loadBalancer("n", "network", ["tcp 80 -> 8080 dw a1", "tcp 81 -> 8080"]),
    ];
    const answer = ask(tcp(C, "198.51.100.80", 80), ...two);
    expect(answer).toMatchObject({ verdict: "partial", reason: "pairs" });
    expect(answer.path.at(-1)?.id).toBe("eni-a1");
    expect(codes(ask(tcp(C, "198.51.100.80", 81), ...two))).toEqual(["NO_POSSIBLE_DESTINATION lb-n"]);
  });

  test("a target answers to ports that the balancer chooses where that does not keep the client's address", () => {
    const low = networkAcl(
      "ra",
      "A",
      ["in 100 allow all from 0.0.0.0/0", "out 100 allow tcp 32768-61000 to 0.0.0.0/0"],
      { subnets: ["ra"] },
    );
    const linux = (keeps: boolean) =>
      ask(
        { ...tcp(C, "198.51.100.80", 80), client: "linux" },
        ...balancer(keeps, [], ["tcp 8080 from 0.0.0.0/0"]),
        low,
      );
    expect(linux(true)).toMatchObject({ verdict: "allowed" });
    expect(linux(true).assumptions).not.toContain("translatedPorts1024To65535");
    expect(linux(false)).toMatchObject({ verdict: "partial", reason: "ephemeral" });
    expect(linux(false).assumptions).toContain("translatedPorts1024To65535");
  });

  test("a port without a listener is answered by nobody", () => {
    for (const input of [tcp(C, "198.51.100.80", 82), udp(C, "198.51.100.80", 80)]) {
      const answer = ask(input, ...balancer(false, [], ["all from 0.0.0.0/0"]));
      expect(answer.verdict).toBe("blocked");
      expect(codes(answer)).toEqual(["ELBV2_LISTENERS_MISMATCH lb-n"]);
      expect(answer.notJudged).not.toContain("loadBalancerTargets");
    }
  });

  test("an application load balancer, too, answers on its listeners' ports only", () => {
    const front = [
      ...balancer(false, ["n"], []),
      loadBalancer("n", "application", ["tcp 80 -> 8080 a1"]),
      group("n", "A", ["all from 0.0.0.0/0"]),
    ];
    expect(ask(tcp(C, "198.51.100.80", 80), ...front).verdict).toBe("allowed");
    expect(codes(ask(tcp(C, "198.51.100.80", 82), ...front))).toEqual(["ELBV2_LISTENERS_MISMATCH lb-n"]);
  });

  test("the balancer is asked alone where no listener of it is told, and the answer says so", () => {
    const untold = [...balancer(false, [], []), loadBalancer("n", "network", [])];
    const answer = ask(tcp(C, "198.51.100.80", 82), ...untold);
    expect(answer.verdict).toBe("allowed");
    expect(answer.path.at(-1)?.id).toBe("eni-n");
    expect(answer.path.some(({ message }) => message.includes("open to all"))).toBe(true);
    expect(answer.notJudged).toContain("loadBalancerTargets");
  });

  test("listeners of one port fare alike whatever their order: some of their targets answer", () => {
    const open = [
      ...balancer(false, [], ["tcp 8001 from 10.0.0.0/16"]),
      loadBalancer("n", "network", ["tcp 80 -> 8001 a1", "tcp 80 -> 8002 a1"]),
    ];
    const turned = [...open, loadBalancer("n", "network", ["tcp 80 -> 8002 a1", "tcp 80 -> 8001 a1"])];
    for (const parts of [open, turned])
      expect(ask(tcp(C, "198.51.100.80", 80), ...parts)).toMatchObject({
        verdict: "partial",
        reason: "pairs",
      });
  });

  test("a target in another Region does not know the balancer by its groups", () => {
    const afar = (region: string): readonly Part[] => [
      ...balancer(false, ["n"], []),
      loadBalancer("n", "network", ["tcp 80 -> 80 b1"]),
      vpc("B", "10.1.0.0/16", [], { region }),
      peering("AB", "A", "B"),
      routes("pub", ["0.0.0.0/0 -> igw:A", "10.1.0.0/16 -> pcx:AB"]),
      routes("B", ["10.0.0.0/16 -> pcx:AB"]),
      group("gb", "B", ["tcp 80 from sg:n"]),
      networkInterface("b1", "xb", "10.1.1.5", { groups: ["gb"] }),
    ];
    expect(ask(tcp(C, "198.51.100.80", 80), ...afar("us-east-1")).verdict).toBe("allowed");
    const answer = ask(tcp(C, "198.51.100.80", 80), ...afar("eu-west-1"));
    expect(codes(answer)).toEqual(["ENI_SG_RULES_MISMATCH eni-b1"]);
    expect(answer.blockers[0]?.message).toContain("does not count");
  });

  test("is not looked at by paths, which say so", () => {
    const told = (...parts: readonly Part[]) =>
      createEngine().load(change(BASE_WORLD, ...parts)).coverage.notJudged;
    expect(told()).not.toContain("loadBalancerTargets");
    expect(told(...balancer(false, [], []))).toContain("loadBalancerTargets");
  });
});
