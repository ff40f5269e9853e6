import { describe, expect, test } from "vitest";
import { createEngine } from "../engine";
import { asId } from "../model/id";
import { BASE_WORLD } from "../testing/base-world";
import { ANY_OUT, change, group, type Part, wears } from "../testing/network-builder";
import { explain } from "./explain";
import { question } from "./names";

const eni = (name: string) => asId<"networkInterface">(`eni-${name}`);

const end = (id: string) => ({
  kind: "networkInterface" as const,
  networkInterfaceId: asId<"networkInterface">(id),
});

describe("a network with holes in it", () => {
  const without =
    (table: "securityGroups" | "subnets", id: string): Part =>
    (before) => ({
      ...before,
      [table]: Object.fromEntries(Object.entries(before[table]).filter(([key]) => key !== id)),
    });

  test("has no members of a group that is gone, although it is still worn", () => {
    const parts = [
      group("out", "A", [...ANY_OUT]),
      wears("w1", ["web", "out"]),
      without("securityGroups", "sg-web"),
    ];
    const packet = { protocol: 6, port: 5432 };
    const answer = explain(change(BASE_WORLD, ...parts), {
      from: [end("eni-w1")],
      to: [end("eni-dw")],
      packet,
    });
    expect(answer.verdict).toBe("blocked");
    expect(answer.blockers).toMatchObject([{ code: "ENI_SG_RULES_MISMATCH", component: "eni-dw" }]);
  });

  test("lets nothing through to an interface whose subnet is gone", () => {
    const network = change(BASE_WORLD, without("subnets", "subnet-ra"));
    const packet = { protocol: 6, port: 5432 };
    const answer = explain(network, { from: [end("eni-w1")], to: [end("eni-dw")], packet });
    expect(answer.verdict).toBe("blocked");
    const outside = change(BASE_WORLD, without("subnets", "subnet-pa"));
    const web = {
      from: [{ kind: "internet" as const }],
      to: [end("eni-w1")],
      packet: { protocol: 6, port: 80 },
    };
    expect(explain(outside, web).verdict).toBe("blocked");
  });

  test("finds nothing by words that every object knows", () => {
    const odd =
      (record: object): Part =>
      (before) => ({
        ...before,
        networkInterfaces: {
          ...before.networkInterfaces,
          "eni-w1": { ...before.networkInterfaces[asId<"networkInterface">("eni-w1")], ...record },
        },
      });
    const tierOf = (part: Part) => {
      const engine = createEngine();
      const { tiers } = engine.load(change(BASE_WORLD, part));
      return tiers.find(({ networkInterfaceIds }) => networkInterfaceIds.some((id) => id === "eni-w1"));
    };
    expect(tierOf(odd({ groupIds: ["constructor", "sg-web"] }))?.groupIds).toEqual(["sg-web"]);
    expect(tierOf(odd({ subnetId: "constructor" }))).toBeUndefined();
  });

  test("still knows a tier by its id when one of its members wears a group that is gone as well", () => {
    const world = change(BASE_WORLD, wears("w1", ["web", "gone"]));
    const engine = createEngine();
    const tier = engine.load(world).tiers.find(({ networkInterfaceIds: ids }) => ids.includes(eni("w1")));
    const read = question(world, { from: tier?.tierId, to: "internet", protocol: 47 });
    expect(read.ok && read.value.from).toEqual(
      tier?.networkInterfaceIds.map((networkInterfaceId) => ({
        kind: "networkInterface",
        networkInterfaceId,
      })),
    );
  });
});
