import fc from "fast-check";
import { describe, expect, test } from "vitest";
import threeTiers from "../../public/examples/three-tiers.pathlight.json?raw";
import { formatDesignFile, parseDesignFile } from "./design-file";
import { type Diagram, EMPTY_DIAGRAM } from "./diagram";
import { historyOf, push, redo, undo } from "./history";
import { draws } from "./testing/hand";
import { commandFor, editedBy } from "./testing/random-command";

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
};

const exampleDiagram = (): Diagram => {
  const file = parseDesignFile(threeTiers);
  if (!file.ok) throw new Error(file.error.message);
  return deepFreeze(file.value.diagram);
};

const STARTS = [EMPTY_DIAGRAM, exampleDiagram()];
const starts = fc.constantFrom(...STARTS);

describe("any sequence of commands", () => {
  test("leaves the diagrams it started from as they were, and never throws", () => {
    fc.assert(
      fc.property(starts, draws(40), (start, sequence) => {
        let diagram = start;
        sequence.forEach((draw, step) => {
          const after = commandFor(diagram, draw, step).run(diagram);
          if (after.ok) diagram = deepFreeze(after.value);
        });
      }),
    );
  });

  test("is undone step by step to the start, and redone to the end", () => {
    fc.assert(
      fc.property(starts, draws(30), (start, sequence) => {
        let history = historyOf(start);
        sequence.forEach((draw, step) => {
          const command = commandFor(history.diagram, draw, step);
          const after = command.run(history.diagram);
          if (!after.ok) return;
          history = push(history, after.value, command.label(history.diagram), command.mergeKey ?? null);
        });
        const end = history;
        const steps = history.past.length;
        for (let step = 0; step < steps; step += 1) {
          expect(redo(undo(history))).toEqual(history);
          history = undo(history);
        }
        expect(history.diagram).toBe(start);
        for (let step = 0; step < steps; step += 1) history = redo(history);
        expect(history.diagram).toBe(end.diagram);
      }),
      { numRuns: 60 },
    );
  });

  test("leads to a diagram that its file gives back, and that the file's own checks accept", () => {
    fc.assert(
      fc.property(starts, draws(40), (start, sequence) => {
        const diagram = editedBy(start, sequence).at(-1) ?? start;
        expect(parseDesignFile(formatDesignFile(diagram))).toEqual({
          ok: true,
          value: { diagram, drafts: {}, rowDrafts: {} },
        });
      }),
    );
  });
});

describe("random commands", () => {
  test("are carried out often enough to mean something", () => {
    const outcomes = fc.sample(draws(40), { numRuns: 40, seed: 7 }).flatMap((sequence) => {
      const diagrams = editedBy(exampleDiagram(), sequence);
      return diagrams.slice(1).map((diagram, index) => diagram !== diagrams[index]);
    });
    const share = outcomes.filter((changed) => changed).length / outcomes.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.9);
  });
});
