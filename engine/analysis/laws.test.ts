/** What AWS promises of security groups, each law as a drawing and what passes in it. */
import { describe, expect, test } from "vitest";
import { createEngine } from "../engine";
import {
  ANY_OUT,
  change,
  group,
  networkInterface,
  type Part,
  rules,
  wears,
} from "../testing/network-builder";
import { amountPassing, drawing, inGroup, inPublic, passes } from "./testing/what-passes";

const both = [inGroup("x", "10.0.1.10", "x"), inGroup("y", "10.0.1.11", "y")];

describe("security groups", () => {
  test("L1 let nothing in and nothing out that no rule names", () => {
    const drawn = drawing(
      group("x", "A", ["tcp 80 from 10.0.0.0/16"]),
      group("y", "A", [...ANY_OUT]),
      ...both,
    );
    expect(passes(drawn, "x", "y")).toBe("nothing");
    expect(passes(drawn, "y", "x")).toBe("TCP 80 · HTTP");
  });

  test("L2 of one interface are one set of rules, of which the widest wins", () => {
    const drawn = drawing(
      group("narrow", "A", ["tcp 22 from 10.0.9.0/24"]),
      group("wide", "A", ["tcp 22 from 10.0.0.0/8", "tcp 80 from sg:quiet"]),
      inGroup("server", "10.0.1.10", "narrow", "wide"),
      inGroup("client", "10.0.1.11", "quiet"),
    );
    expect(passes(drawn, "client", "server")).toBe("TCP 22, 80 · SSH, HTTP");
  });

  test("L3 of another interface of the same instance do not count", () => {
    const drawn = drawing(
      group("open", "A", ["all from 0.0.0.0/0"]),
      networkInterface("first", "a", "10.0.1.10", { groups: ["open"], attachedTo: "host" }),
      networkInterface("second", "a", "10.0.1.11", { groups: ["quiet"], attachedTo: "host", deviceIndex: 1 }),
      inGroup("client", "10.0.1.12", "quiet"),
    );
    expect(passes(drawn, "client", "first")).toBe("All traffic");
    expect(passes(drawn, "client", "second")).toBe("nothing");
  });

  test("L4 are asked at both ends, and what passes is what both let pass", () => {
    const drawn = drawing(
      group("x", "A", ["tcp 80-443 to sg:y"]),
      group("y", "A", ["tcp 443-500 from sg:x"]),
      ...both,
    );
    expect(passes(drawn, "x", "y")).toBe("TCP 443 · HTTPS");
  });

  test("L5 let the receiver answer, but not start: no outbound rule is needed, and none is given", () => {
    const drawn = drawing(
      group("x", "A", ["tcp 5432 from sg:y"]),
      group("y", "A", ["tcp 5432 to sg:x"]),
      ...both,
    );
    expect(passes(drawn, "y", "x")).toBe("TCP 5432 · PostgreSQL");
    expect(passes(drawn, "x", "y")).toBe("nothing");
  });

  test("L6 named by a rule mean their members' addresses, and import none of their rules", () => {
    const drawn = drawing(
      group("x", "A", ["udp 53 from 0.0.0.0/0", ...ANY_OUT]),
      group("y", "A", ["tcp 80 from sg:x"]),
      ...both,
      inGroup("z", "10.0.1.12", "quiet"),
    );
    expect(passes(drawn, "x", "y")).toBe("TCP 80 · HTTP");
    expect(passes(drawn, "z", "y")).toBe("nothing");
  });

  test("L6 named by a rule and worn by nobody, or gone, match nothing", () => {
    const drawn = drawing(
      group("empty", "A", []),
      group("x", "A", ["tcp 80 from sg:empty", "tcp 81 from sg:gone"]),
      inGroup("x", "10.0.1.10", "x"),
      networkInterface("client", "a", "10.0.1.11", { groups: ["quiet", "gone"] }),
    );
    expect(passes(drawn, "client", "x")).toBe("nothing");
  });

  test("L7 are not passed on: what accepts app does not accept what app accepts", () => {
    const drawn = drawing(
      group("web", "A", [...ANY_OUT]),
      group("app", "A", ["tcp 8080 from sg:web", ...ANY_OUT]),
      group("database", "A", ["tcp 5432 from sg:app"]),
      inGroup("w", "10.0.1.10", "web"),
      inGroup("a", "10.0.1.11", "app"),
      inGroup("d", "10.0.1.12", "database"),
    );
    expect([passes(drawn, "w", "a"), passes(drawn, "a", "d")]).toEqual(["TCP 8080", "TCP 5432 · PostgreSQL"]);
    expect(passes(drawn, "w", "d")).toBe("nothing");
    expect(passes(change(drawn, wears("w", ["web", "app"])), "w", "d")).toBe("TCP 5432 · PostgreSQL");
  });

  test("L8 give their members no access to each other, unless a rule names the group itself", () => {
    const drawn = drawing(inGroup("one", "10.0.1.10", "quiet"), inGroup("two", "10.0.1.11", "quiet"));
    expect(passes(drawn, "one", "two")).toBe("nothing");
    const open = change(drawn, rules("quiet", ["all from sg:quiet", ...ANY_OUT]));
    expect(passes(open, "one", "two")).toBe("All traffic");
  });

  test("L9 are not recognised where the path hides the sender: over the gateways of two VPCs", () => {
    const ipv6 = (name: string, subnetName: string, address: string): Part =>
      networkInterface(name, subnetName, null, { groups: ["six"], ipv6: [address] });
    const drawn = drawing(
      group("six", "A", ["tcp 80 from sg:six", "tcp 443 from 2600:a::/56", ...ANY_OUT]),
      ipv6("here", "a", "2600:a::10"),
      ipv6("beside", "a", "2600:a::11"),
      ipv6("there", "b", "2600:b::10"),
    );
    expect(passes(drawn, "here", "beside")).toBe("TCP 80, 443 · HTTP, HTTPS");
    expect(passes(drawn, "here", "there")).toBe("TCP 443 · HTTPS");
  });

  test("L13 speak of IPv4 and IPv6 apart: 0.0.0.0/0 says nothing of IPv6, nor ICMP of ICMPv6", () => {
    const drawn = drawing(
      group("x", "A", ["tcp 80 from 0.0.0.0/0", "icmp all from ::/0", "icmpv6 all from 0.0.0.0/0"]),
      networkInterface("four", "a", "10.0.1.10", { groups: ["x"] }),
      networkInterface("six", "a", null, { groups: ["x"], ipv6: ["2600:a::10"] }),
      networkInterface("client", "a", "10.0.1.11", { groups: ["quiet"], ipv6: ["2600:a::11"] }),
    );
    expect(passes(drawn, "client", "four")).toBe("TCP 80 · HTTP");
    expect(passes(drawn, "client", "six")).toBe("nothing");
  });

  test("L13 with both families at both ends say for which of them something passes", () => {
    const drawn = drawing(
      group("x", "A", ["tcp 80 from 0.0.0.0/0", "icmp 8/all from 0.0.0.0/0"]),
      networkInterface("server", "a", "10.0.1.10", { groups: ["x"], ipv6: ["2600:a::10"] }),
      networkInterface("client", "a", "10.0.1.11", { groups: ["quiet"], ipv6: ["2600:a::11"] }),
    );
    expect(passes(drawn, "client", "server")).toBe("some TCP 80 · ICMP echo request");
    const dual = change(
      drawn,
      rules("x", ["tcp 80 from 0.0.0.0/0", "tcp 80 from ::/0", "icmp 8/all from 0.0.0.0/0"]),
    );
    expect(passes(dual, "client", "server")).toBe("TCP 80 · ICMP echo request");
  });

  test("L13 for ICMP are asked in IPv4 alone: all traffic over IPv6 is no ping over IPv4", () => {
    const drawn = drawing(
      group("x", "A", ["all from ::/0"]),
      networkInterface("server", "a", "10.0.1.10", { groups: ["x"], ipv6: ["2600:a::10"] }),
      networkInterface("client", "a", "10.0.1.11", { groups: ["quiet"], ipv6: ["2600:a::11"] }),
    );
    const amounts = [
      amountPassing(drawn, "client", "server", { protocol: 1, icmpType: 8, icmpCode: 0 }),
      amountPassing(drawn, "client", "server", { protocol: 58, icmpType: 128, icmpCode: 0 }),
      amountPassing(drawn, "client", "server", { protocol: 6, port: 80 }),
    ];
    expect(amounts).toEqual(["none", "whole", "some"]);
  });

  test("L15 changed by one edit change for all who wear them, for what is started from now on", () => {
    const drawn = drawing(
      group("x", "A", ["tcp 80 from 0.0.0.0/0"]),
      inGroup("one", "10.0.1.10", "x"),
      inGroup("two", "10.0.1.11", "x"),
      inGroup("client", "10.0.1.12", "quiet"),
    );
    const engine = createEngine();
    expect(engine.load(drawn).paths).toBe(2);
    const closed = change(drawn, rules("x", []));
    engine.apply({ securityGroups: { "sg-x": closed.securityGroups["sg-x" as never] ?? null } });
    expect(engine.settle()).toMatchObject({ opened: 0, closed: 2 });
  });

  test("L16 do not make an interface reachable: from outside it needs a public address or IPv6", () => {
    const drawn = drawing(
      group("open", "A", ["tcp 80 from 0.0.0.0/0", "tcp 80 from ::/0", ...ANY_OUT]),
      inGroup("hidden", "10.0.1.10", "open"),
      inPublic("seen", "10.0.1.11", "198.51.100.11", "open"),
      networkInterface("six", "a", "10.0.1.12", { groups: ["open"], ipv6: ["2600:a::12"] }),
    );
    expect([passes(drawn, "internet", "hidden"), passes(drawn, "hidden", "internet")]).toEqual([
      "nothing",
      "nothing",
    ]);
    expect(passes(drawn, "internet", "seen")).toBe("TCP 80 · HTTP");
    expect(passes(drawn, "seen", "internet")).toBe("All but TCP 25");
    expect(passes(drawn, "internet", "six")).toBe("TCP 80 · HTTP");
  });
});
