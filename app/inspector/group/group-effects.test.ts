import { describe, expect, test } from "vitest";
import { asId, type Direction, type Network, recordOf, type SecurityGroup } from "../../../engine";
import {
  group,
  ipRange,
  network,
  networkInterface,
  prefixList,
  subnet,
  vpc,
} from "../../../engine/testing/network-builder";
import { groupEffects, openAdminServices } from "./group-effects";

const WORLD = [
  vpc("A", "10.0.0.0/16"),
  subnet("a", "A", "10.0.1.0/24"),
  subnet("b", "A", "10.0.11.0/24"),
  group("app", "A", []),
  group("nobody", "A", []),
  networkInterface("a1", "a", "10.0.1.11", { groups: ["app"] }),
  networkInterface("a2", "a", "10.0.1.12", { groups: ["app"] }),
  ipRange("Office", "203.0.113.0/24"),
  prefixList("partners", ["192.0.2.0/25"]),
  prefixList("empty", [], 5),
] as const;

const database = (
  rules: readonly string[],
  members = ["10.0.11.20"],
  ipv6: readonly string[] = [],
): Network =>
  network(
    ...WORLD,
    group("db", "A", rules),
    ...members.map((address, index) => networkInterface(`d${index}`, "b", address, { groups: ["db"], ipv6 })),
  );

const groupIn = (of: Network): SecurityGroup => {
  const found = recordOf(of.securityGroups, asId<"securityGroup">("sg-db"));
  if (found === undefined) throw new Error("The world has a group db");
  return found;
};

const said = (of: Network, direction: Direction = "ingress") =>
  groupEffects(of, groupIn(of), direction).map(
    ({ traffic, aside, why }) => `${traffic} | ${aside}${why === null ? "" : ` | ${why}`}`,
  );

describe("what a group does in effect", () => {
  test.each([
    [["tcp 5432 from sg:app"], ["TCP 5432 | 2 interfaces"]],
    [["tcp 80 from 0.0.0.0/0", "tcp 443 from 0.0.0.0/0"], ["TCP 80, 443 | any IPv4 address"]],
    [["tcp 80 from 0.0.0.0/0", "udp 53 from 0.0.0.0/0"], ["TCP 80 and UDP 53 | any IPv4 address"]],
    [["all from 0.0.0.0/0", "tcp 22 from 0.0.0.0/0"], ["all traffic | any IPv4 address"]],
    [["tcp 22 from 203.0.113.0/24"], ["TCP 22 | Office"]],
    [["tcp 22 from 203.0.113.7/32"], ["TCP 22 | "]],
    [["tcp 22 from 10.0.1.0/24"], ["TCP 22 | subnet a"]],
    [["tcp 22 from 10.0.0.0/16"], ["TCP 22 | 3 interfaces"]],
    [["tcp 22 from pl:partners"], ["TCP 22 | prefix list"]],
    [["icmp 8/all from sg:app"], ["ICMP echo request | 2 interfaces"]],
  ])("is told for %j", (rules, expected) => {
    expect(said(database(rules))).toEqual(expected);
  });

  test("is told far end by far end, in the order of the rules", () => {
    const rules = ["tcp 22 from 10.0.1.0/24", "tcp 80 from sg:app", "tcp 23 from 10.0.1.0/24"];
    expect(said(database(rules))).toEqual(["TCP 22-23 | subnet a", "TCP 80 | 2 interfaces"]);
  });

  test("keeps the directions apart", () => {
    const of = database(["tcp 22 from 10.0.1.0/24", "tcp 443 to 0.0.0.0/0"]);
    expect(said(of, "egress")).toEqual(["TCP 443 | any IPv4 address"]);
  });

  test.each([
    ["tcp 1 from sg:nobody", "no interface wears nobody"],
    ["tcp 1 from sg:gone", "that group is not in this design"],
    ["tcp 1 from sg:db", "only one interface wears db"],
    ["tcp 1 from pl:empty", "empty has no entries"],
    ["tcp 1 from pl:gone", "the prefix list is not in this design"],
    ["tcp 1 from ::/0", "no interface of db has an IPv6 address"],
  ])("says why %s does nothing", (rule, why) => {
    expect(said(database([rule]))[0]).toMatch(new RegExp(`\\| ${why}$`));
  });

  test("says of every rule that nobody wears the group", () => {
    const of = database(["tcp 22 from 0.0.0.0/0"], []);
    expect(said(of)).toEqual(["TCP 22 | any IPv4 address | no interface wears db"]);
  });

  test("takes back what has come true", () => {
    const two = database(
      ["tcp 1 from sg:db", "tcp 2 from ::/0"],
      ["10.0.11.20", "10.0.11.21"],
      ["2001:db8::1"],
    );
    expect(said(two)).toEqual(["TCP 1 | its own members", "TCP 2 | any IPv6 address"]);
  });
});

describe("services for administration open to every address", () => {
  test.each([
    [["tcp 22 from 0.0.0.0/0"], ["SSH"]],
    [["tcp 3389 from ::/0"], ["RDP"]],
    [["all from 0.0.0.0/0"], ["SSH", "RDP"]],
    [["tcp 20-30 from 0.0.0.0/0"], ["SSH"]],
    [["udp 22 from 0.0.0.0/0"], []],
    [["tcp 22 from 203.0.113.0/24"], []],
    [["tcp 22 to 0.0.0.0/0"], []],
    [["tcp 80 from 0.0.0.0/0"], []],
  ])("are found in %j", (rules, services) => {
    expect(openAdminServices(groupIn(database(rules)))).toEqual(services);
  });
});
