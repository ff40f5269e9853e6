import { describe, expect, test, vi } from "vitest";
import { createEngine, type Network, ok } from "../../engine";
import {
  ANY_OUT,
  change,
  group,
  network,
  networkInterface,
  rules,
  subnet,
  vpc,
} from "../../engine/testing/network-builder";
import type { Command } from "../document/command";
import { EMPTY_DIAGRAM } from "../document/diagram";
import { createPathlight } from "../store/store";
import type { EngineConnection } from "./engine-connection";
import { keepAnalysed } from "./keep-analysed";
// Fetched later in the page; here it is there from the start, so that nothing waits for a disk.
import "./later-steps";

const shop = network(
  vpc("shop", "10.0.0.0/16"),
  subnet("a", "shop", "10.0.1.0/24"),
  group("web", "shop", [...ANY_OUT]),
  networkInterface("w1", "a", "10.0.1.11", { public: "198.51.100.11", groups: ["web"] }),
);

/** The engine in this process, answering later as a worker does. */
const inProcess = (): EngineConnection => {
  const engine = createEngine();
  return {
    engine: {
      load: async (whole) => engine.load(whole),
      apply: async (changes) => engine.apply(changes),
      advance: async () => engine.advance(),
      focus: async (ids) => engine.focus(ids),
      delta: async () => engine.delta(),
      settle: async () => engine.settle(),
      test: async (question) => engine.test(question),
      interfacePairs: async (query) => engine.interfacePairs(query),
      pairRules: async (from, to) => engine.pairRules(from, to),
      tierPairRules: async (from, to) => engine.tierPairRules(from, to),
    },
    died: new Promise(() => undefined),
    close: () => undefined,
  };
};

const becomes = (after: Network, mergeKey?: string): Command => ({
  label: () => "Edit rule of web",
  run: (diagram) => ok({ ...diagram, network: after }),
  ...(mergeKey === undefined ? {} : { mergeKey }),
});

const calm = () => new Promise<void>((resolve) => setTimeout(resolve, 10));

const opened = async () => {
  const store = createPathlight(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  store.getState().open("design-1", { ...EMPTY_DIAGRAM, network: shop });
  keepAnalysed({ store, connect: inProcess, wait: async () => undefined });
  await calm();
  return () => store.getState();
};

const onPort = (port: number) => change(shop, rules("web", [`tcp ${port} from 0.0.0.0/0`, ...ANY_OUT]));

describe("with the real engine", () => {
  test("an edit opens a path, and undo closes it", async () => {
    const state = await opened();
    state().dispatch(becomes(onPort(80)));
    await calm();
    expect(state().changes[0]?.delta).toMatchObject({ opened: 1, closed: 0, exposed: ["web"] });
    state().undo();
    await calm();
    expect(state().changes[0]).toMatchObject({ label: "Undo: Edit rule of web", delta: { closed: 1 } });
  });

  test("a field that paused is told against the state before it, not against the pause", async () => {
    const state = await opened();
    state().dispatch(becomes(onPort(8), "port"));
    state().pause();
    await calm();
    expect(state().changes[0]?.delta).toMatchObject({ opened: 1, widened: 0 });
    state().dispatch(becomes(onPort(8080), "port"));
    state().settle();
    await calm();
    expect(state().changes).toHaveLength(1);
    expect(state().changes[0]?.delta).toMatchObject({ opened: 1, widened: 0, narrowed: 0 });
  });

  test("the test's question is answered anew after each edit", async () => {
    const state = await opened();
    state().setTestForm({ from: "internet", to: "eni-w1", protocol: "tcp", port: "80" });
    await vi.waitFor(() => expect(state().answer?.verdict).toBe("blocked"));
    state().dispatch(becomes(onPort(80)));
    await vi.waitFor(() => expect(state().answer?.verdict).toBe("allowed"));
    state().setTestForm({ to: "" });
    await vi.waitFor(() => expect(state().answer).toBeNull());
  });

  test("tiers and pairs that an edit leaves alone stay the same objects", async () => {
    const state = await opened();
    const before = state().analysis;
    state().dispatch(becomes({ ...shop, instances: { ...shop.instances } }));
    await calm();
    expect(state().analysis.network).toBe(state().diagram.network);
    expect(state().analysis.tiers).toBe(before.tiers);
    expect(state().analysis.tierPairs).toBe(before.tierPairs);
  });
});
