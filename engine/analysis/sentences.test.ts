/** What answers say, where another wording once said more, less or the opposite. */
import { describe, expect, test } from "vitest";
import {
  addresses,
  group,
  type Part,
  peering,
  routes,
  rules,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  wears,
} from "../testing/network-builder";
import { notJudgedText } from "./sentences";
import { ask, tcp } from "./testing/ask";

const blockersOf = (...[input, ...parts]: Parameters<typeof ask>): readonly string[] =>
  ask(input, ...parts).blockers.map(({ message }) => message);

const pathOf = (...[input, ...parts]: Parameters<typeof ask>): readonly string[] =>
  ask(input, ...parts).path.map(({ message }) => message);

describe("what is said of groups", () => {
  test("counts them: none, one without rules, several without rules", () => {
    const said = (...groups: readonly string[]) => blockersOf(tcp("w2", "w1", 80), wears("w1", groups))[0];
    expect(said()).toBe("w1 wears no security group.");
    expect(said("none")).toBe("none of w1 has no inbound rules at all.");
    expect(said("none", "outonly")).toBe("none and outonly of w1 have no inbound rules at all.");
  });

  test("names the one that nobody wears", () => {
    expect(blockersOf(tcp("admin", "w1", 80))).toEqual(["The source admin stands for no interface."]);
    expect(blockersOf(tcp("w1", "group:none", 80))).toEqual([
      "The destination group:none stands for no interface.",
    ]);
  });

  test("joins several names with a word, also where a name holds a comma", () => {
    const odd = group("a, b", "A", ["tcp 23 from 203.0.113.0/24"]);
    expect(blockersOf(tcp("w2", "w1", 25), odd, wears("w1", ["web", "admin", "a, b"]))[0]).toContain(
      "No inbound rule of web, admin or a, b admits TCP 25",
    );
    expect(pathOf(tcp("203.0.112.0/23", "w1", 22), wears("w1", ["admin", "none"])).join()).toContain(
      "Inbound rules of admin and none admit TCP 22 from 203.0.113.0/24 only",
    );
  });

  test("says of the nearest rule that it is for the other family", () => {
    const overIpv6 = tcp("w1", "2001:db8:a:1::12", 80);
    const ipv6 = addresses("x1", { ipv6: ["2001:db8:a:1::12"] });
    expect(blockersOf(overIpv6, ipv6, wears("x1", ["web"]))[0]).toMatch(
      /the nearest is "TCP 80 from 0\.0\.0\.0\/0", which covers IPv4 only\.$/,
    );
    const only6 = rules("web", ["tcp 80 from ::/0"]);
    expect(blockersOf(tcp("x1", "w1", 80), only6).at(-1)).toMatch(
      /"TCP 80 from ::\/0", which covers IPv6 only\.$/,
    );
    expect(blockersOf(tcp("w1", "d1", 80))[0]).not.toContain("covers");
  });
});

describe("what is said of the way", () => {
  test("tells a packet to port 25 that it does not pass, not that nothing does", () => {
    expect(blockersOf(tcp("w1", "192.0.2.1", 25))[0]).toBe(
      "AWS lets no TCP 25 out to public addresses, so this packet does not pass the internet gateway of A.",
    );
  });

  test("tells which address a gateway translates to which", () => {
    expect(pathOf(tcp("192.0.2.50", "w1", 80))).toContain(
      "The internet gateway of A translates 198.51.100.11 to 10.0.1.11.",
    );
    expect(pathOf(tcp("w1", "192.0.2.50", 80))).toContain(
      "The internet gateway of A replaces the source 10.0.1.11 with its public address 198.51.100.11.",
    );
  });

  test.each<[string, readonly Part[]]>([
    ["Transit gateway t has no attachment to this VPC.", []],
    [
      "Transit gateway attachment A is pending, so it carries nothing.",
      [transitGatewayAttachment("A", "t", "A", ["pa"], { state: "pending" })],
    ],
    [
      "Transit gateway attachment A has no subnet in the Availability Zone that this packet comes from.",
      [transitGatewayAttachment("A", "t", "A", ["pb"]), subnet("pb", "A", "10.0.2.0/24", null, "us-east-1b")],
    ],
  ])("tells why a transit gateway does not serve: %s", (message, parts) => {
    const toB = routes("pub", ["10.1.0.0/16 -> tgw:t"]);
    expect(blockersOf(tcp("w1", "10.1.1.5", 80), transitGateway("t"), toB, ...parts)).toContain(message);
  });

  test("names the internet gateway that a reply has to leave by", () => {
    const away = [routes("pub", ["192.0.2.0/24 -> pcx:AB"]), peering("AB", "A", "B")];
    expect(blockersOf(tcp("192.0.2.50", "w1", 80), ...away)).toEqual([
      "Route table pub leads packets for 192.0.2.50 to peering connection AB, but what came in by the internet gateway of A can only be answered by that gateway.",
    ]);
  });

  test("says of what an input leaves out that the design does not hold it", () => {
    for (const code of ["networkAcls", "routeTables", "gateways", "prefixLists"] as const)
      expect(notJudgedText(code)).toContain("are not in this design");
  });
});
