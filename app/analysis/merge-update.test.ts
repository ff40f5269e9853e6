import { describe, expect, test } from "vitest";
import { type AnalysisUpdate, EMPTY_NETWORK, type Tier, type TierId, type TierPair } from "../../engine";
import { NO_ANALYSIS } from "../store/initial-state";
import { mergeUpdate } from "./merge-update";

const tierId = (id: string) => id as TierId;

const tier = (id: string): Tier => ({
  tierId: tierId(id),
  kind: "interfaces",
  name: id,
  vpcId: null,
  groupIds: [],
  networkInterfaceIds: [],
});

const pair = (from: string, to: string): TierPair => ({
  from: tierId(from),
  to: tierId(to),
  traffic: [{ protocol: "all", ranges: [], partial: false }],
  pairs: 1,
  ofPairs: 1,
  partial: null,
  specific: true,
  beyondInternet: null,
});

const update = (fields: Partial<AnalysisUpdate>): AnalysisUpdate => ({
  fresh: false,
  isComplete: true,
  tiers: [],
  removedTiers: [],
  tierPairs: [],
  removedTierPairs: [],
  paths: 0,
  coverage: { notJudged: [], assumptions: [] },
  ...fields,
});

const loaded = mergeUpdate(
  NO_ANALYSIS,
  update({ fresh: true, tiers: [tier("web"), tier("app")], tierPairs: [pair("web", "app")], paths: 1 }),
  EMPTY_NETWORK,
);

describe("an update of the analysis", () => {
  test("is about the network before while there is more to come", () => {
    const partial = update({ isComplete: false, paths: 3 });
    expect(mergeUpdate(loaded, partial, { ...EMPTY_NETWORK }).network).toBe(EMPTY_NETWORK);
  });

  test("names the network it is about", () => {
    const network = { ...EMPTY_NETWORK };
    expect(mergeUpdate(loaded, update({ paths: 3 }), network)).toMatchObject({ network, paths: 3 });
  });

  test("leaves maps alone that it does not touch", () => {
    const next = mergeUpdate(loaded, update({ tiers: [tier("db")] }), EMPTY_NETWORK);
    expect(next.tierPairs).toBe(loaded.tierPairs);
    expect(next.tiers.size).toBe(3);
    expect(next.tiers.get(tierId("web"))).toBe(loaded.tiers.get(tierId("web")));
  });

  test("never changes what was held before", () => {
    mergeUpdate(
      loaded,
      update({ removedTiers: [tierId("web")], tierPairs: [pair("app", "web")] }),
      EMPTY_NETWORK,
    );
    expect([...loaded.tiers.keys()]).toEqual(["web", "app"]);
    expect(loaded.tierPairs.size).toBe(1);
  });

  test("takes away what is gone", () => {
    const gone = update({
      removedTiers: [tierId("app")],
      removedTierPairs: [{ from: tierId("web"), to: tierId("app") }],
    });
    const next = mergeUpdate(loaded, gone, EMPTY_NETWORK);
    expect([...next.tiers.keys()]).toEqual(["web"]);
    expect(next.tierPairs.size).toBe(0);
  });

  test("forgets all of it after a load", () => {
    const next = mergeUpdate({ ...loaded, restarting: true }, update({ fresh: true }), EMPTY_NETWORK);
    expect(next).toMatchObject({ restarting: false, paths: 0 });
    expect(next.tiers.size + next.tierPairs.size).toBe(0);
  });
});
