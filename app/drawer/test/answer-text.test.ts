import { describe, expect, test } from "vitest";
import { createEngine, type Network, question } from "../../../engine";
import {
  ANY_OUT,
  change,
  group,
  internetGateway,
  ipRange,
  network,
  networkAcl,
  networkInterface,
  routeTable,
  rules,
  subnet,
  vpc,
} from "../../../engine/testing/network-builder";
import { coverageLines } from "./coverage-line";
import { hopCards, replyCards } from "./hop-cards";
import { replyText, type VerdictText, verdictText } from "./verdict-text";

const shop = network(
  vpc("shop", "10.0.0.0/16"),
  subnet("a", "shop", "10.0.1.0/24"),
  group("web", "shop", ["tcp 80 from 0.0.0.0/0", "tcp 22 from 203.0.113.0/24", ...ANY_OUT]),
  group("db", "shop", ["tcp 5432 from sg:web"]),
  networkInterface("w1", "a", "10.0.1.11", { public: "198.51.100.11", groups: ["web"] }),
  networkInterface("w2", "a", "10.0.1.12", { groups: ["web"] }),
  networkInterface("d1", "a", "10.0.1.21", { groups: ["db"], attachedTo: { database: "orders" } }),
  ipRange("Office", "203.0.113.0/24"),
);

const ask = (from: string, to: string, port: number, world: Network = shop, protocol = "tcp") => {
  const asked = question(world, { from, to, protocol, port });
  if (!asked.ok) throw new Error(asked.error.message);
  const engine = createEngine();
  engine.load(world);
  return engine.test(asked.value);
};

const sentence = ({ word, detail, stop, more }: VerdictText) =>
  [word, detail, (stop?.text ?? "") + more].filter((part) => part !== "").join(" ");

const cards = (from: string, to: string, port: number) =>
  hopCards(shop, ask(from, to, port)).map(({ state, kind, title }) => `${kind}: ${title}: ${state}`);

describe("the cards of the way", () => {
  test("name each component and tell outbound from inbound", () => {
    expect(cards("w1", "d1", 5432)).toEqual([
      "Interface, source: w1: passed",
      "Group, outbound: web: passed",
      "Group, inbound: db: passed",
      "Interface, destination: orders: passed",
    ]);
  });

  test("end in what is not reached behind the stop", () => {
    expect(cards("w1", "d1", 22).slice(2)).toEqual([
      "Group, inbound: db: stopped",
      "Interface, destination: orders: notReached",
    ]);
  });

  test("call a group at the start of the inbound way inbound", () => {
    expect(cards("internet", "w1", 80)).toEqual([
      "Outside, source: Internet: passed",
      "Internet gateway: shop: passed",
      "Group, inbound: web: passed",
      "Interface, destination: w1: passed",
    ]);
  });

  test("mark a group that lets only some addresses in", () => {
    expect(cards("internet", "w1", 22)[2]).toBe("Group, inbound: web: partly");
  });

  test("lead to the rule that decided and to the thing itself", () => {
    const [, , inbound] = hopCards(shop, ask("internet", "w1", 80));
    expect(inbound?.elementId).toBe("sg-web");
    expect(inbound?.rule).toBe(
      shop.securityGroups[inbound?.elementId as never]?.rules[0]?.securityGroupRuleId,
    );
  });
});

describe("the cards of a way through ACLs and gateways", () => {
  const closed = change(
    shop,
    internetGateway("shop"),
    routeTable("main", "shop", ["0.0.0.0/0 -> igw:shop"], { main: true }),
    networkAcl(
      "edge",
      "shop",
      ["in 100 allow tcp 80 from 0.0.0.0/0", "out 100 allow tcp 32768-61000 to 0.0.0.0/0"],
      {
        subnets: ["a"],
      },
    ),
  );
  const shown = (kind: "there" | "back", port: number) => {
    const answer = ask("198.51.100.200", "w1", port, closed);
    const all = kind === "there" ? hopCards(closed, answer) : replyCards(closed, answer);
    return all.map((card) => `${card.kind}: ${card.title}: ${card.state}`);
  };

  test("name each of them, there and back, and mark what lets only a part through", () => {
    expect(shown("there", 80)).toEqual([
      "Address, source: 198.51.100.200: passed",
      "Internet gateway: shop: passed",
      "Network ACL, inbound: edge: passed",
      "Group, inbound: web: passed",
      "Interface, destination: w1: passed",
    ]);
    expect(shown("back", 80)).toEqual([
      "Interface, answers: w1: passed",
      "Network ACL, outbound: edge: partly",
      "Route table: main: passed",
      "Internet gateway: shop: passed",
      "Address, gets the reply: 198.51.100.200: passed",
    ]);
  });

  test("have no way back where none gets through", () => {
    expect(shown("back", 81)).toEqual([]);
    expect(shown("there", 81)[2]).toBe("Network ACL, inbound: edge: stopped");
  });

  test("lead to the rule of a group, or to the row of an ACL or route table, that decides", () => {
    const answer = ask("198.51.100.200", "w1", 80, closed);
    const cards = hopCards(closed, answer);
    expect(cards.map(({ rule }) => rule)).toEqual([null, null, null, "sgr-web-in-1", null]);
    expect(cards[2]).toMatchObject({
      elementId: "acl-edge",
      row: { elementId: "acl-edge", row: "ingress 100" },
    });
    expect(cards[3]?.row).toBeNull();
    expect(replyCards(closed, answer)[2]?.row).toEqual({ elementId: "rtb-main", row: "0.0.0.0/0" });
  });

  test("lead to the catch-all of the family that was asked about", () => {
    const deny = change(closed, networkAcl("edge", "shop", [], { subnets: ["a"] }));
    const [, , acl] = hopCards(deny, ask("198.51.100.200", "w1", 80, deny));
    expect(acl?.row).toEqual({ elementId: "acl-edge", row: "ingress * 0.0.0.0/0" });
  });

  test("tell in the verdict where the reply is stopped", () => {
    const mute = change(
      closed,
      networkAcl("edge", "shop", ["in 100 allow all from 0.0.0.0/0"], { subnets: ["a"] }),
    );
    const answer = ask("198.51.100.200", "w1", 80, mute);
    expect(verdictText(mute, answer)).toEqual({
      word: "Blocked",
      detail: "on the way back at",
      stop: { text: "network ACL edge, outbound", stepId: "pl-step-back-1-acl-edge" },
      more: "",
    });
    expect(replyText(answer)).toBe("The reply does not get back.");
  });

  test("tell in the verdict that what needs no reply gets through, and where its reply is stopped", () => {
    const inOnly = networkAcl("edge", "shop", ["in 100 allow all from 0.0.0.0/0"], { subnets: ["a"] });
    const some = networkAcl(
      "edge",
      "shop",
      ["in 100 allow all from 0.0.0.0/0", "out 100 allow udp 1024-5000 to 0.0.0.0/0"],
      { subnets: ["a"] },
    );
    const said = (acl: typeof inOnly) => {
      const world = change(closed, acl, rules("web", ["udp 53 from 0.0.0.0/0"]));
      return sentence(verdictText(world, ask("198.51.100.200", "w1", 53, world, "udp")));
    };
    expect(said(inOnly)).toBe(
      "Allowed but the reply does not get back: stopped at network ACL edge, outbound",
    );
    expect(said(some)).toBe("Allowed but only some replies get back");
  });

  test("tell in the verdict where the rest of the replies stops", () => {
    const answer = ask("198.51.100.200", "w1", 80, closed);
    expect(sentence(verdictText(closed, answer))).toBe(
      "Partly allowed for some of the reply's ports; the rest stops at network ACL edge, outbound",
    );
  });

  test("are said to be considered", () => {
    const [line] = coverageLines(ask("198.51.100.200", "w1", 80, closed));
    expect(line).toMatch(
      /^Considered: security groups, network ACLs, route tables, gateways, addresses\. Not considered: DNS/,
    );
  });
});

describe("the verdict", () => {
  const said = (from: string, to: string, port: number) => sentence(verdictText(shop, ask(from, to, port)));

  test("is a word, with the layer and the place where it stops", () => {
    expect(said("w1", "d1", 5432)).toBe("Allowed and the reply gets back");
    expect(said("w1", "d1", 22)).toBe("Blocked at security group db, inbound");
  });

  test("counts what would have to change", () => {
    expect(said("internet", "orders", 22)).toBe(
      "Blocked at the internet gateway of shop; 2 things would have to change",
    );
  });

  test("counts the pairs that get through", () => {
    expect(said("Office", "web", 22)).toBe("Partly allowed 1 of 2 pairs get through");
  });

  test("says that only some addresses get through, and where the rest stops", () => {
    expect(said("internet", "w1", 22)).toBe(
      "Partly allowed for some of the addresses; the rest stops at security group web, inbound",
    );
  });

  test("tells of the reply only where there is one", () => {
    expect(replyText(ask("w1", "d1", 5432))).toContain("stateful");
    expect(replyText(ask("w1", "d1", 22))).toBe("");
  });

  test("says what it does not speak about, and what it takes for granted", () => {
    const [judged, assumed] = coverageLines(ask("internet", "w1", 80));
    expect(judged).toMatch(/Not considered: network ACLs, route tables/);
    expect(assumed).toContain("internet gateway");
  });
});
