import { describe, expect, test } from "vitest";
import { EMPTY_NETWORK, type Tier, type TierId } from "../../engine";
import { EMPTY_DIAGRAM } from "../document/diagram";
import { EMPTY_TEST_FORM, NO_ANALYSIS } from "../store/initial-state";
import { NOTHING } from "../store/selection";
import type { OpenEdit } from "../store/state";
import { type Held, nextStep } from "./next-step";

const another = () => ({ ...EMPTY_DIAGRAM, network: { ...EMPTY_NETWORK } });
const [first, second, third] = [another(), another(), another()];
const testForm = EMPTY_TEST_FORM;

type Looked = Parameters<typeof nextStep>[1];

const next = (held: Held, state: Pick<Looked, "diagram" | "openEdits" | "testForm"> & Partial<Looked>) =>
  nextStep(held, { selection: NOTHING, analysis: NO_ANALYSIS, ...state });

const edit = (before: OpenEdit["before"], after: OpenEdit["after"], asked: OpenEdit["asked"]): OpenEdit => ({
  changeId: 1,
  label: "Edit",
  mergeKey: null,
  before,
  after,
  asked,
});

const holding = (baseline: typeof first, sent: typeof first): Held => ({
  baseline: baseline.network,
  sent: sent.network,
  asked: { network: sent.network, form: testForm },
  focus: NOTHING,
  isComplete: true,
});

describe("the next step of the analysis", () => {
  test("is to load what is open, at the start and when another design is opened", () => {
    const state = { diagram: first, openEdits: [], testForm };
    expect(next(null, state)).toEqual({ kind: "load", network: first.network });
    expect(next(holding(second, second), state)).toEqual({ kind: "load", network: first.network });
  });

  test("is to load the state before the edits when a worker starts again, so that they can still be told", () => {
    const state = { diagram: second, openEdits: [edit(first, second, "close")], testForm };
    expect(next(null, state)).toEqual({ kind: "load", network: first.network });
  });

  test("is to go straight to the newest state of a field", () => {
    const state = { diagram: third, openEdits: [edit(first, third, "nothing")], testForm };
    const step = next(holding(first, second), state);
    expect(step).toMatchObject({ kind: "apply" });
    expect(step.kind === "apply" && step.to).toBe(third.network);
  });

  test("is to stop at each complete edit on the way", () => {
    const edits = [edit(first, second, "close"), edit(second, third, "close")];
    const state = { diagram: third, openEdits: edits, testForm };
    const step = next(holding(first, first), state);
    expect(step.kind === "apply" && step.to).toBe(second.network);
    expect(next(holding(first, second), state)).toEqual({ kind: "close", edit: edits[0] });
  });

  test("is to tell a pause and then to wait for more", () => {
    const paused = edit(first, second, "pause");
    const held = holding(first, second);
    expect(next(held, { diagram: second, openEdits: [paused], testForm })).toEqual({
      kind: "tell",
      edit: paused,
    });
    const told = { ...paused, asked: "nothing" } as const;
    expect(next(held, { diagram: second, openEdits: [told], testForm })).toEqual({ kind: "idle" });
  });

  test("is to ask the test's question once for each network and each form", () => {
    const state = { diagram: first, openEdits: [], testForm: { ...testForm, from: "internet" } };
    const step = next(holding(first, first), state);
    expect(step).toEqual({ kind: "ask", network: state.diagram.network, form: state.testForm });
    const held = {
      baseline: first.network,
      sent: first.network,
      asked: null,
      focus: NOTHING,
      isComplete: true,
    };
    const asked = { ...held, asked: { network: first.network, form: state.testForm } };
    expect(next(asked, state)).toEqual({ kind: "idle" });
  });

  test("is to rest while no question has been typed since the design was opened", () => {
    const held = { ...holding(first, first), asked: null } as NonNullable<Held>;
    expect(next(held, { diagram: first, openEdits: [], testForm })).toEqual({ kind: "idle" });
    const typed = { ...testForm, from: "internet" };
    expect(next(held, { diagram: first, openEdits: [], testForm: typed })).toMatchObject({ kind: "ask" });
  });

  test("is to go on with a slice of work before questions, and after edits", () => {
    const held = { ...holding(first, first), asked: null, isComplete: false } as NonNullable<Held>;
    expect(next(held, { diagram: first, openEdits: [], testForm })).toEqual({ kind: "advance" });
    expect(
      next(held, { diagram: second, openEdits: [edit(first, second, "nothing")], testForm }),
    ).toMatchObject({
      kind: "apply",
    });
  });

  test("is to put first in a large design what was selected", () => {
    const tiers = new Map(Array.from({ length: 101 }, (_, number) => [`${number}` as TierId, {} as Tier]));
    const selection = { kind: "elements", ids: ["eni-1"] } as const;
    const state = { diagram: first, openEdits: [], testForm, selection };
    expect(next(holding(first, first), state)).toEqual({ kind: "idle" });
    expect(next(holding(first, first), { ...state, analysis: { ...NO_ANALYSIS, tiers } })).toEqual({
      kind: "focus",
      selection,
    });
  });
});
