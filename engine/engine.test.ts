import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { AnalysisUpdate, InterfacePairs, Tier, TierPair, TrafficItem } from "./analysis/answer";
import { packUpdate, unpackUpdate } from "./analysis/packed-update";
import type { Packet } from "./analysis/question";
import { type Step, steps } from "./analysis/testing/random-edits";
import { createEngine } from "./engine";
import { createIndexedEngine } from "./indexed-engine";
import type { NetworkInterfaceId } from "./model/id";
import { EMPTY_NETWORK, type Network } from "./model/network";
import { changesBetween } from "./model/network-changes";
import { upkeep } from "./questions";
import { amountIn } from "./testing/traffic-items";
import type { Engine } from "./worker-api";

/** Random runs take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });
const RUNS = { numRuns: 300 };

/** The answer so far: every update in order. */
type Held = { tiers: Map<string, Tier>; pairs: Map<string, TierPair>; paths: number; coverage: unknown };

const nothingHeld = (): Held => ({ tiers: new Map(), pairs: new Map(), paths: 0, coverage: null });

const hold = (held: Held, update: AnalysisUpdate): Held => {
  for (const id of update.removedTiers) held.tiers.delete(id);
  for (const tier of update.tiers) held.tiers.set(tier.tierId, tier);
  for (const { from, to } of update.removedTierPairs) {
    if (!held.pairs.delete(`${from} ${to}`)) throw new Error("A pair was removed that was not there");
  }
  for (const pair of update.tierPairs) held.pairs.set(`${pair.from} ${pair.to}`, pair);
  return { ...held, paths: update.paths, coverage: update.coverage };
};

const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));

const asData = ({ tiers, pairs, ...rest }: Held) => ({ tiers: sorted(tiers), pairs: sorted(pairs), ...rest });

/** Interface pairs by the ids of their ends. */
const pathsOf = ({ ends, traffic, pairs }: InterfacePairs) => {
  const paths = new Map<string, (typeof traffic)[number]>();
  for (let at = 0; at < pairs.length; at += 3) {
    paths.set(`${ends[pairs[at] ?? -1]} ${ends[pairs[at + 1] ?? -1]}`, traffic[pairs[at + 2] ?? -1] ?? []);
  }
  return paths;
};

const allPaths = (engine: Engine) => pathsOf(engine.interfacePairs({ kind: "all" }));

const loaded = (network: Network): Engine => {
  const engine = createEngine();
  engine.load(network);
  return engine;
};

const isOfFirst = ({ networkInterfaceIds }: Tier): boolean =>
  networkInterfaceIds.some((id) => id === "eni-1");

const PACKETS: readonly Packet[] = [
  ...[1, 22, 80, 100, 101, 443].map((port) => ({ protocol: 6, port })),
  { protocol: 17, port: 53 },
  { protocol: 1, icmpType: 8, icmpCode: 0 },
  { protocol: 58, icmpType: 128, icmpCode: 0 },
  ...[50, 51].map((protocol) => ({ protocol })),
];

describe("after any edits the engine", () => {
  test("says what it would say of the network if it saw it for the first time", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const engine = createEngine();
        let held = hold(nothingHeld(), engine.load(list[0]?.before ?? EMPTY_NETWORK));
        for (const { changes, after } of list) {
          held = hold(held, engine.apply(changes));
          const fresh = createEngine();
          expect(asData(held)).toEqual(asData(hold(nothingHeld(), fresh.load(after))));
          expect(allPaths(engine)).toEqual(allPaths(fresh));
          for (const end of Object.keys(after.networkInterfaces) as NetworkInterfaceId[]) {
            const bare = pathsOf(engine.interfacePairs({ kind: "ends", ends: [end], traffic: false }));
            const isOwn = (pair: string) => pair.split(" ").includes(end);
            expect([...bare.keys()]).toEqual([...allPaths(fresh).keys()].filter(isOwn));
          }
          for (const { from, to } of held.pairs.values()) {
            expect(engine.tierPairRules(from, to)).toEqual(fresh.tierPairRules(from, to));
          }
        }
      }),
      RUNS,
    );
  });

  test("counts the paths that came and went since it last settled, whatever the edits between", () => {
    fc.assert(
      fc.property(steps, fc.array(fc.boolean()), (list, settlements) => {
        const engine = loaded(list[0]?.before ?? EMPTY_NETWORK);
        let then = allPaths(engine);
        for (const [at, { changes }] of list.entries()) {
          engine.apply(changes);
          const delta = engine.delta();
          const now = allPaths(engine);
          const common = [...now.keys()].filter((key) => then.has(key));
          const others = common.filter(
            (key) => JSON.stringify(now.get(key)) !== JSON.stringify(then.get(key)),
          );
          expect(delta.opened).toBe(now.size - common.length);
          expect(delta.closed).toBe(then.size - common.length);
          expect(Math.max(delta.widened, delta.narrowed)).toBeLessThanOrEqual(others.length);
          for (const count of ["opened", "closed", "widened", "narrowed"] as const) {
            expect(delta.tierPairs.reduce((sum, pair) => sum + pair[count], 0)).toBe(delta[count]);
          }
          if (!settlements[at]) continue;
          expect(engine.settle()).toEqual(delta);
          then = now;
        }
      }),
      RUNS,
    );
  });

  test("tells the same in slices and in a few numbers as at once", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const engine = createIndexedEngine({ isTimeUp: () => true, upkeep: () => upkeep });
        const all = (first: AnalysisUpdate, held: Held): Held => {
          let sum = hold(held, unpackUpdate(packUpdate(first)));
          for (let update = first; !update.isComplete; sum = hold(sum, update)) update = engine.advance();
          return sum;
        };
        let held = all(engine.load(list[0]?.before ?? EMPTY_NETWORK), nothingHeld());
        for (const { changes, after } of list) {
          held = all(engine.apply(changes), held);
          expect(asData(held)).toEqual(asData(hold(nothingHeld(), createEngine().load(after))));
        }
      }),
      RUNS,
    );
  });

  test("counts the paths of a design that is too large to tell them all, and tells those in focus", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const engine = createIndexedEngine({ toldTiers: 0, upkeep: () => upkeep });
        let held = hold(nothingHeld(), engine.load(list[0]?.before ?? EMPTY_NETWORK));
        for (const { changes, after } of list) {
          held = hold(held, engine.apply(changes));
          engine.focus(["eni-1"]);
          held = hold(held, engine.advance());
          const whole = createEngine().load(after);
          expect(held.paths).toBe(whole.paths);
          const { tierId } = whole.tiers.find(isOfFirst) ?? {};
          const own = whole.tierPairs.filter(({ from, to }) => from === tierId || to === tierId);
          expect(own.map(({ from, to }) => held.pairs.get(`${from} ${to}`))).toEqual(own);
          const known = new Set(whole.tierPairs.map(({ from, to }) => `${from} ${to}`));
          expect([...held.pairs.keys()].filter((key) => !known.has(key))).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test("tells no difference once they are taken back", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const [first, last] = [list[0]?.before ?? EMPTY_NETWORK, list.at(-1)?.after ?? EMPTY_NETWORK];
        const engine = loaded(first);
        for (const { changes } of list) engine.apply(changes);
        engine.apply(changesBetween(last, first));
        expect(engine.settle()).toEqual({
          opened: 0,
          closed: 0,
          widened: 0,
          narrowed: 0,
          tierPairs: [],
          moreTierPairs: 0,
          exposed: [],
          unexposed: [],
        });
      }),
      RUNS,
    );
  });
});

type Amount = ReturnType<typeof amountIn>;

function amountInUnion(
  members: readonly (readonly TrafficItem[])[],
  ofPairs: number,
  packet: Packet,
): Amount {
  const amounts = members.map((items) => amountIn(items, packet));
  if (members.length === ofPairs && amounts.every((amount) => amount === "whole")) return "whole";
  return amounts.some((amount) => amount !== "none") ? "some" : "none";
}

describe("a pair of tiers", () => {
  const networks = steps.map((list: readonly Step[]) => list[0]?.before ?? EMPTY_NETWORK);

  test("is the union of its pairs of interfaces", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const engine = createEngine();
        const { tierPairs, paths } = engine.load(network);
        expect(tierPairs.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(paths);
        expect(allPaths(engine).size).toBe(paths);
        for (const pair of tierPairs) {
          const { from, to } = pair;
          const members = [...pathsOf(engine.interfacePairs({ kind: "tierPair", from, to })).values()];
          expect(members.length).toBe(pair.pairs);
          const ofUnion = PACKETS.map((packet) => amountInUnion(members, pair.ofPairs, packet));
          expect(PACKETS.map((packet) => amountIn(pair.traffic, packet))).toEqual(ofUnion);
        }
      }),
      RUNS,
    );
  });

  test("names exactly the rules that permit something of what passes", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const engine = createEngine();
        engine.load(network);
        for (const [key, traffic] of allPaths(engine)) {
          const [from, to] = key.split(" ") as [never, never];
          const { egressRules, ingressRules } = engine.pairRules(from, to);
          const listed = new Set<string>([...egressRules, ...ingressRules]);
          expect(allPaths(loaded(withRules(network, (id) => listed.has(id)))).get(key)).toEqual(traffic);
          for (const own of egressRules) {
            const kept = withRules(network, (id, direction) => direction === "ingress" || id === own);
            expect(allPaths(loaded(kept)).has(key)).toBe(true);
          }
          for (const own of ingressRules) {
            const kept = withRules(network, (id, direction) => direction === "egress" || id === own);
            expect(allPaths(loaded(kept)).has(key)).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** The network with only these rules in its groups. */
function withRules(network: Network, keep: (ruleId: string, direction: string) => boolean): Network {
  const groups = Object.entries(network.securityGroups).map(([id, group]) => {
    const rules = group.rules.filter((rule) => keep(rule.securityGroupRuleId, rule.direction));
    return [id, { ...group, rules }];
  });
  return { ...network, securityGroups: Object.fromEntries(groups) };
}
