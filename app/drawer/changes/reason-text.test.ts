import { describe, expect, test } from "vitest";
import { createEngine, type Network } from "../../../engine";
import {
  ANY_OUT,
  change,
  group,
  internetGateway,
  network,
  networkInterface,
  routeTable,
  rules,
  subnet,
  vpc,
} from "../../../engine/testing/network-builder";
import { EMPTY_DIAGRAM } from "../../document/diagram";
import { readTestForm } from "../../store/test-question";
import { reasonText } from "./reason-text";
import { ruleTest } from "./rule-test";

const shop = network(
  vpc("shop", "10.0.0.0/16"),
  subnet("a", "shop", "10.0.1.0/24"),
  internetGateway("shop"),
  routeTable("main", "shop", ["0.0.0.0/0 -> igw:shop"], { main: true }),
  group("web", "shop", ANY_OUT),
  group("app", "shop", ["all from sg:web", ...ANY_OUT]),
  group("unworn", "shop", ANY_OUT),
  networkInterface("w1", "a", "10.0.1.11", { groups: ["web"] }),
  networkInterface("p1", "a", "10.0.1.12", { groups: ["app"], public: "198.51.100.12" }),
);

const edited = (before: Network, after: Network) =>
  ruleTest({
    before: { ...EMPTY_DIAGRAM, network: before },
    after: { ...EMPTY_DIAGRAM, network: after },
  });

const reason = (before: Network, after: Network): string => {
  const asked = edited(before, after);
  if (asked === null) return "nothing to test";
  const reading = asked.kind === "packet" ? readTestForm(after, asked.form) : null;
  const engine = createEngine();
  engine.load(after);
  return reasonText(after, asked, reading?.kind === "question" ? engine.test(reading.question) : null);
};

const added = (name: string, ...texts: readonly string[]) =>
  change(shop, rules(name, [...(name === "app" ? ["all from sg:web"] : []), ...texts, ...ANY_OUT]));

describe("why a rule changed no path", () => {
  test("is that nothing outside reaches its member, with what to do about it", () => {
    expect(reason(shop, added("web", "tcp 80 from 0.0.0.0/0"))).toBe(
      "w1 (10.0.1.11) is a private address, which nothing outside can send to. Associate a public address with it.",
    );
  });

  test("is that nobody wears the group, its own or the one it names", () => {
    expect(reason(shop, added("unworn", "tcp 80 from 0.0.0.0/0"))).toBe("No network interface wears unworn.");
    expect(reason(shop, added("web", "tcp 80 from sg:unworn"))).toBe("No network interface wears unworn.");
  });

  test("is that another rule opens the same", () => {
    const twice = added("app", "tcp 8080 from sg:web");
    expect(reason(shop, twice)).toBe("Another rule lets this through already.");
    expect(reason(twice, shop)).toBe("Another rule still lets this through.");
  });

  test("asks for a packet of the rule between members of its ends", () => {
    expect(edited(shop, added("app", "udp 5000-5010 from 0.0.0.0/0"))).toMatchObject({
      form: { from: "internet", to: "eni-p1", type: "custom", protocol: "udp", port: "5000" },
    });
    expect(edited(shop, added("app", "tcp 22 to 192.0.2.7/32"))).toMatchObject({
      form: { from: "eni-p1", to: "192.0.2.7", type: "ssh" },
    });
  });

  test("asks about addresses inside the design by who has them", () => {
    expect(edited(shop, added("web", "tcp 80 from 10.0.0.0/16"))).toMatchObject({
      form: { from: "eni-p1", to: "eni-w1" },
    });
  });

  test("is not guessed where nobody has the addresses, nor without an edited rule", () => {
    expect(edited(shop, added("web", "tcp 80 from 10.0.7.0/24"))).toBeNull();
    expect(edited(shop, shop)).toBeNull();
  });
});
