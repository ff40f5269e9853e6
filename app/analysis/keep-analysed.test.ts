import { beforeEach, describe, expect, test } from "vitest";
import {
  type AnalysisUpdate,
  type Answer,
  type Engine,
  type Network,
  NO_DELTA,
  type Question,
} from "../../engine";
import { createPathlight, type PathlightStore } from "../store/store";
import { moved, named, vpc, vpcsBecome } from "../store/testing";
import type { EngineConnection, RemoteEngine } from "./engine-connection";
import { keepAnalysed } from "./keep-analysed";
// Fetched later in the page; here it is there from the start, so that nothing waits for a disk.
import "./later-steps";

const UPDATE: AnalysisUpdate = {
  fresh: false,
  isComplete: true,
  tiers: [],
  removedTiers: [],
  tierPairs: [],
  removedTierPairs: [],
  paths: 0,
  coverage: { notJudged: [], assumptions: [] },
};

const ANSWER: Answer = {
  verdict: "blocked",
  path: [],
  blockers: [],
  reply: null,
  replyPath: [],
  notJudged: [],
  assumptions: [],
};

const QUESTION: Question = { from: [{ kind: "internet" }], to: [], packet: { protocol: 6, port: 22 } };

/** Writes down what it is asked; dies when `die` is called, fails when `fails` says so. */
const scripted = (log: string[], fails: (call: string) => boolean = () => false) => {
  let isDead = false;
  let die: (reason: Error) => void = () => undefined;
  const died = new Promise<Error>((resolve) => {
    die = resolve;
  });
  const call = async <Value>(name: string, value: Value): Promise<Value> => {
    log.push(name);
    if (isDead) return new Promise<Value>(() => undefined);
    if (fails(name)) throw new Error(`${name} failed`);
    return value;
  };
  const nameIn = (table: object): string =>
    Object.values(table)
      .map((each) => each?.name ?? "gone")
      .join();
  const engine: { [Name in keyof Engine]: RemoteEngine[Name] } = {
    load: (network: Network) => call(`load ${nameIn(network.vpcs)}`, { ...UPDATE, fresh: true }),
    apply: (changes) => call(`apply ${nameIn(changes.vpcs ?? {})}`, UPDATE),
    advance: () => call("advance", UPDATE),
    focus: () => call("focus", undefined),
    delta: () => call("delta", NO_DELTA),
    settle: () => call("settle", { ...NO_DELTA, opened: 1 }),
    test: () => call("test", ANSWER),
    interfacePairs: () => call("interfacePairs", { ends: [], traffic: [], pairs: new Uint32Array() }),
    pairRules: () => call("pairRules", { egressRules: [], ingressRules: [] }),
    tierPairRules: () => call("tierPairRules", { egressRules: [], ingressRules: [] }),
  };
  const connection: EngineConnection = { engine, died, close: () => log.push("close") };
  return {
    connection,
    die: () => {
      isDead = true;
      die(new Error("out of memory"));
    },
  };
};

const calm = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
const wait = async () => undefined;

let store: PathlightStore;
let log: string[];
const state = () => store.getState();
const create = (name: string) => vpcsBecome(`Create ${name}`, [vpc("vpc-1", name)]);

beforeEach(() => {
  store = createPathlight(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  log = [];
});

const start = (connect = () => scripted(log).connection) => keepAnalysed({ store, connect, wait });

describe("the analysis", () => {
  test("loads what is open and says which network its answer is about", async () => {
    start();
    await calm();
    expect(log).toEqual(["load "]);
    expect(state().analysis.network).toBe(state().diagram.network);
  });

  test("sends only what changed, and tells a complete edit once it is analysed", async () => {
    start();
    await calm();
    state().dispatch(create("a"));
    await calm();
    expect(log).toEqual(["load ", "apply a", "settle"]);
    expect(state().changes.map(({ label, delta }) => [label, delta.opened])).toEqual([["Create a", 1]]);
  });

  test("goes on with what a slice of work left over, and takes the answer for the network's once it is complete", async () => {
    const { connection } = scripted(log);
    const load = async (network: Network) => {
      const update = await connection.engine.load(network);
      return { ...update, isComplete: false };
    };
    start(() => ({ ...connection, engine: { ...connection.engine, load } }));
    await calm();
    expect(log).toEqual(["load ", "advance"]);
    expect(state().analysis.network).toBe(state().diagram.network);
  });

  test("starts nothing when only the layout changes", async () => {
    start();
    await calm();
    state().dispatch(moved(7));
    await calm();
    expect(log).toEqual(["load "]);
  });

  test("skips what was typed while it was busy", async () => {
    start();
    for (const name of ["s", "sh", "sho", "shop"]) state().dispatch(named(name));
    await calm();
    expect(log).toEqual(["load ", "apply shop"]);
    expect(state().changes).toEqual([]);
  });

  test("tells a pause without counting anew, and the end of the field with it", async () => {
    start();
    state().dispatch(named("shop"));
    state().pause();
    await calm();
    expect(log).toEqual(["load ", "apply shop", "delta"]);
    state().settle();
    await calm();
    expect(log.at(-1)).toBe("settle");
    expect(state().changes).toHaveLength(1);
  });

  test("tells undo as a change of its own", async () => {
    start();
    state().dispatch(create("a"));
    await calm();
    state().undo();
    await calm();
    expect(log.slice(-2)).toEqual(["apply gone", "settle"]);
    expect(state().changes.map(({ label }) => label)).toEqual(["Undo: Create a", "Create a"]);
  });

  test("loads another design when one is opened", async () => {
    start();
    await calm();
    state().open("design-2", { ...state().diagram, network: { ...state().diagram.network } });
    await calm();
    expect(log).toEqual(["load ", "load "]);
    expect(state().changes).toEqual([]);
  });
});

describe("an engine that dies", () => {
  test("is started and loaded again, and nobody loses anything", async () => {
    const first = scripted(log);
    const engines = [first.connection, scripted(log).connection];
    start(() => engines.shift() ?? first.connection);
    state().dispatch(create("a"));
    await calm();
    first.die();
    await calm();
    expect(log).toEqual(["load ", "apply a", "settle", "load a", "close", "load a"]);
    expect(state().analysis.restarting).toBe(false);
    expect(state().notice).toBeNull();
  });

  test("over an edit tells that edit in its next life", async () => {
    let failures = 1;
    const failsOnce = (call: string) => {
      if (call === "apply a") failures -= 1;
      return call === "apply a" && failures === 0;
    };
    start(() => scripted(log, failsOnce).connection);
    await calm();
    state().dispatch(create("a"));
    await calm();
    expect(state().changes.map(({ label }) => label)).toEqual(["Create a"]);
  });

  test("three times is told, and tried again with the next edit", async () => {
    let broken = true;
    start(() => scripted(log, () => broken).connection);
    await calm();
    expect(state().notice?.text).toContain("three times");
    expect(state().analysis.restarting).toBe(true);
    expect(log.filter((call) => call === "load ")).toHaveLength(3);
    broken = false;
    state().dispatch(create("a"));
    await calm();
    expect(state().analysis.restarting).toBe(false);
    expect(state().changes).toHaveLength(1);
  });

  test("keeps a view's question until the next one can answer", async () => {
    const first = scripted(log, (call) => call === "load ");
    const engines = [first.connection, scripted(log).connection];
    const queries = start(() => engines.shift() ?? first.connection);
    await expect(queries.test(QUESTION)).resolves.toBe(ANSWER);
  });
});
