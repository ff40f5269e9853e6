import { describe, expect, test } from "vitest";
import {
  ALLOW_ALL_ENTRIES,
  ANY_OUT,
  group,
  networkAcl,
  networkInterface,
  type Part,
  routes,
  rules,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
} from "../testing/network-builder";
import { ask, codes, tcp, udp } from "./testing/ask";

const C = "192.0.2.50";

const onPa = (...entries: readonly string[]): Part => networkAcl("pa", "A", entries, { subnets: ["pa"] });

describe("a network ACL on the way back", () => {
  const web = ["in 100 allow tcp 80 from 0.0.0.0/0"];

  test("that lets out only some client ports answers some clients", () => {
    const linux = onPa(...web, "out 100 allow tcp 32768-61000 to 0.0.0.0/0");
    const answer = ask(tcp(C, "198.51.100.11", 80), linux);
    expect(answer).toMatchObject({ verdict: "partial", reason: "ephemeral", reply: "partial" });
    expect(codes(answer)).toEqual(["< SUBNET_ACL_RESTRICTION acl-pa"]);
    expect(answer.blockers[0]).toMatchObject({ rule: "egress *" });
    expect(answer.blockers[0]?.message).toBe(
      "Network ACL pa of subnet pa denies the reply to ports 1024-32767 and 61001-65535 out to 192.0.2.50, by its catch-all entry *.",
    );
    expect(answer.replyPath[1]?.message).toBe(
      "Network ACL pa of subnet pa lets the reply to ports 32768-61000 out to 192.0.2.50 only, by entry 100.",
    );
    expect(answer.assumptions).toContain("ephemeralPorts1024To65535");
  });

  test("that answers some clients of some addresses tells what it denies these, and what all others", () => {
    const narrow = onPa(...web, "out 100 allow tcp 32768-61000 to 192.0.2.0/24");
    const { blockers } = ask(tcp("internet", "198.51.100.11", 80), narrow);
    expect(blockers.map(({ message }) => message)).toEqual([
      "Network ACL pa of subnet pa denies the reply to ports 1024-32767 and 61001-65535 out to 192.0.2.0/24, by its catch-all entry *.",
      expect.stringMatching(
        /^Network ACL pa of subnet pa denies the reply to ports 1024-65535 out to .+, by its catch-all/,
      ),
    ]);
  });

  test("is judged for the client's own port where the question gives one", () => {
    const linux = onPa(...web, "out 100 allow tcp 32768-61000 to 0.0.0.0/0");
    const from = (sourcePort: number) => ask({ ...tcp(C, "198.51.100.11", 80), sourcePort }, linux);
    expect(from(40000)).toMatchObject({ verdict: "allowed", reply: "allowed" });
    expect(from(2000)).toMatchObject({ verdict: "blocked", reply: "blocked" });
    expect(from(2000).blockers[0]?.message).toContain("the reply to port 2000 out");
    expect(from(40000).assumptions).toEqual(["typedAddressIsLiteral"]);
  });

  test("is judged for the ports of one kind of client where the question tells it", () => {
    const linux = onPa(...web, "out 100 allow tcp 32768-61000 to 0.0.0.0/0");
    const by = (client: string) => ask({ ...tcp(C, "198.51.100.11", 80), client }, linux);
    expect(by("linux")).toMatchObject({ verdict: "allowed", reply: "allowed", blockers: [] });
    expect(by("windows")).toMatchObject({ verdict: "partial", reason: "ephemeral" });
    expect(by("windows").blockers[0]?.message).toContain("the reply to ports 61001-65535 out");
    expect(by("windows2003")).toMatchObject({ verdict: "blocked", reply: "blocked" });
    expect(by("linux").assumptions).toContain("ephemeralPorts32768To61000");
    expect(by("windows2003").assumptions).not.toContain("ephemeralPorts1024To65535");
  });

  test("that answers nobody blocks TCP, and of UDP only the reply", () => {
    const mute = onPa("in 100 allow all from 0.0.0.0/0");
    expect(ask(tcp(C, "198.51.100.11", 80), mute)).toMatchObject({ verdict: "blocked", reply: "blocked" });
    const open = rules("web", ["udp 53 from 0.0.0.0/0"]);
    const answer = ask(udp(C, "198.51.100.11", 53), mute, open);
    expect(answer).toMatchObject({ verdict: "allowed", reply: "blocked" });
    expect(answer.blockers).toMatchObject([
      { code: "SUBNET_ACL_RESTRICTION", component: "acl-pa", rule: "egress *", direction: "return" },
    ]);
    expect(answer.replyPath.map(({ code }) => code)).toContain("SUBNET_ACL_RESTRICTION");
  });

  test("names what stops a reply that nobody waits for only where the request gets through", () => {
    const mute = onPa("in 100 allow all from 0.0.0.0/0");
    const icmp = (icmpType: number) => ({ from: C, to: "198.51.100.11", protocol: "icmp", icmpType });
    const open = rules("web", ["icmp 8 from 0.0.0.0/0"]);
    expect(codes(ask(icmp(8), mute, open))).toEqual(["< SUBNET_ACL_RESTRICTION acl-pa"]);
    expect(codes(ask(icmp(13), mute, open))).toEqual(["ENI_SG_RULES_MISMATCH eni-w1"]);
    const noUdp = ask(udp(C, "198.51.100.11", 53), mute);
    expect(noUdp).toMatchObject({ verdict: "blocked", reply: null });
    expect(codes(noUdp)).toEqual(["ENI_SG_RULES_MISMATCH eni-w1"]);
  });

  test("is asked for an echo reply to an echo, and for a timestamp reply to a timestamp", () => {
    const open = rules("web", ["icmp from 0.0.0.0/0"]);
    const icmp = (icmpType: number) => ({
      from: C,
      to: "198.51.100.11",
      protocol: "icmp",
      icmpType,
      icmpCode: 0,
    });
    const out = (type: number) =>
      onPa("in 100 allow all from 0.0.0.0/0", `out 100 allow icmp ${type}/0 to 0.0.0.0/0`);
    expect([ask(icmp(8), open, out(0)).reply, ask(icmp(8), open, out(8)).reply]).toEqual([
      "allowed",
      "blocked",
    ]);
    expect([ask(icmp(13), open, out(14)).reply, ask(icmp(13), open, out(13)).reply]).toEqual([
      "allowed",
      "blocked",
    ]);
  });

  test("lets pass together what several of them let pass of the reply's ports", () => {
    const low = networkAcl(
      "ra",
      "A",
      [...ALLOW_ALL_ENTRIES.slice(0, 2), "out 100 allow tcp 1024-30000 to 0.0.0.0/0"],
      { subnets: ["ra"] },
    );
    const high = networkAcl(
      "pa",
      "A",
      ["in 100 allow tcp 30001-65535 from 0.0.0.0/0", "out 100 allow all to 0.0.0.0/0"],
      { subnets: ["pa"] },
    );
    expect(ask(tcp("w1", "dw", 5432), low)).toMatchObject({ verdict: "partial", reason: "ephemeral" });
    expect(ask(tcp("w1", "dw", 5432), low, high)).toMatchObject({ verdict: "blocked", reply: "blocked" });
  });

  test("and the groups of an appliance that only the reply goes through may leave some client ports", () => {
    const onlyBack = [
      group("f", "A", ["tcp 32768-61000 from 10.0.0.0/16", ...ANY_OUT]),
      networkInterface("f1", "ia", "10.0.21.9", { groups: ["f"], sourceDestCheck: false }),
      routes("priv", ["10.0.1.0/24 -> eni:f1"]),
    ];
    const answer = ask(tcp("w1", "dw", 5432), ...onlyBack);
    expect(answer).toMatchObject({ verdict: "partial", reason: "ephemeral", reply: "partial" });
    expect(codes(answer)).toEqual(["< ENI_SG_RULES_MISMATCH eni-f1"]);
    expect(answer.replyPath.every(({ code }) => code === undefined)).toBe(true);
    const from = (sourcePort: number) => ask({ ...tcp("w1", "dw", 5432), sourcePort }, ...onlyBack).verdict;
    expect([from(32767), from(32768), from(61000), from(61001)]).toEqual([
      "blocked",
      "allowed",
      "allowed",
      "blocked",
    ]);
  });
});

describe("behind a NAT gateway a reply", () => {
  const linux = onPa(
    "in 100 allow tcp 32768-61000 from 0.0.0.0/0",
    "in 110 allow tcp 443 from 10.0.0.0/16",
    "out 100 allow all to 0.0.0.0/0",
  );
  const onRa = (ports: string): Part =>
    networkAcl("ra", "A", [`in 100 allow tcp ${ports} from 0.0.0.0/0`, "out 100 allow all to 0.0.0.0/0"], {
      subnets: ["ra"],
    });
  const told: readonly Readonly<Record<string, unknown>>[] = [{}, { client: "linux" }, { sourcePort: 40000 }];
  const answers = (...parts: readonly Part[]) =>
    told.map((more) => ask({ ...tcp("a1", C, 443), ...more }, ...parts));

  test("goes to ports that the gateway chooses, whatever the client's are", () => {
    for (const answer of answers(linux))
      expect(answer).toMatchObject({ verdict: "partial", reason: "ephemeral", reply: "partial" });
  });

  test("goes to the client's own ports behind it", () => {
    const verdicts = answers(onRa("32768-61000")).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(["partial", "allowed", "allowed"]);
  });

  test("gets back to some where either leaves some, since neither port depends on the other", () => {
    for (const answer of answers(linux, onRa("61001-65535")).slice(0, 1))
      expect(answer).toMatchObject({ verdict: "partial", reason: "ephemeral" });
  });

  test("is said to be judged so where the question told the client's", () => {
    const said = answers().map(({ assumptions }) => assumptions.filter((code) => code.includes("Ports")));
    expect(said).toEqual([
      ["ephemeralPorts1024To65535"],
      ["ephemeralPorts32768To61000", "translatedPorts1024To65535"],
      ["translatedPorts1024To65535"],
    ]);
  });
});

describe("behind a NAT gateway of another VPC a reply", () => {
  const central = (...back: readonly string[]): readonly Part[] => [
    transitGateway("t"),
    transitGatewayAttachment("A", "t", "A", ["ra"], { table: "t" }),
    transitGatewayAttachment("B", "t", "B", ["xb"], { table: "t" }),
    transitGatewayRouteTable("t", "t", ["0.0.0.0/0 -> A"], ["A", "B"]),
    routes("pub", ["0.0.0.0/0 -> igw:A", ...back]),
    routes("B", ["0.0.0.0/0 -> tgw:t"]),
    group("gb", "B", [...ANY_OUT]),
    networkInterface("b1", "xb", "10.1.1.5", { groups: ["gb"] }),
  ];

  test("is told under the sender's address, by the route that leads it there", () => {
    const answer = ask(tcp("b1", C, 443), ...central("10.1.0.0/16 -> tgw:t"));
    expect(answer.verdict).toBe("allowed");
    expect(answer.replyPath.map(({ message }) => message)).toContain(
      "Route table pub leads packets for 10.1.1.5 to transit gateway t, by route 10.1.0.0/16.",
    );
  });

  test("blocks TCP where no route leads back, and says which gateway it runs into", () => {
    const answer = ask(tcp("b1", C, 443), ...central());
    expect(answer).toMatchObject({ verdict: "blocked", reply: "blocked" });
    expect(answer.blockers).toMatchObject([{ component: "igw-A", direction: "return" }]);
    expect(answer.blockers[0]?.message).toContain("does not take packets to 10.1.1.5");
  });
});
