import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween, createEngine, type Engine, INTERNET, type Network } from "../../engine";
import threeTiers from "../../public/examples/three-tiers.pathlight.json?raw";
import { parseDesignFile } from "../document/design-file";
import { type Diagram, EMPTY_DIAGRAM } from "../document/diagram";
import { draws } from "../document/testing/hand";
import { editedBy } from "../document/testing/random-command";
import { NO_ANALYSIS } from "../store/initial-state";
import { mergeUpdate } from "./merge-update";

const exampleDiagram = (): Diagram => {
  const file = parseDesignFile(threeTiers);
  if (!file.ok) throw new Error(file.error.message);
  return file.value.diagram;
};

const starts = fc.constantFrom(EMPTY_DIAGRAM, exampleDiagram());

/** Interface pairs by their ends' ids, so that two engines that number things differently can be compared. */
const pathsOf = (engine: Engine): Readonly<Record<string, unknown>> => {
  const { ends, traffic, pairs } = engine.interfacePairs({ kind: "all" });
  const at = (index: number) => pairs[index] ?? -1;
  const rows = Array.from({ length: pairs.length / 3 }, (_, row) => row * 3);
  return Object.fromEntries(
    rows.map((row) => [`${ends[at(row)]} ${ends[at(row + 1)]}`, traffic[at(row + 2)]] as const),
  );
};

/** Brings an engine along a chain of networks, as the worker is brought along a chain of edits. */
const followed = (start: Network, chain: readonly Network[]) => {
  const engine = createEngine();
  let analysis = mergeUpdate(NO_ANALYSIS, engine.load(start), start);
  let held = start;
  for (const network of chain) {
    analysis = mergeUpdate(analysis, engine.apply(changesBetween(held, network)), network);
    held = network;
  }
  return { engine, analysis };
};

describe("after any sequence of commands", () => {
  test("what was kept up to date edit by edit equals what a fresh engine says", () => {
    let edits = 0;
    let paths = 0;
    fc.assert(
      fc.property(starts, draws(30), (start, sequence) => {
        const diagrams = editedBy(start, sequence);
        const chain = diagrams.map(({ network }) => network);
        const end = chain.at(-1) ?? start.network;
        const kept = followed(start.network, chain);
        const fresh = followed(end, []);
        expect(pathsOf(kept.engine)).toEqual(pathsOf(fresh.engine));
        expect(kept.analysis).toEqual(fresh.analysis);
        expect(kept.analysis.tiers.has(INTERNET)).toBe(true);
        edits += chain.filter((network, index) => network !== chain[index - 1]).length;
        paths += kept.analysis.paths;
      }),
      { numRuns: 150 },
    );
    expect(edits, "commands that changed the network").toBeGreaterThan(500);
    expect(paths, "paths that were compared").toBeGreaterThan(200);
  });
});
