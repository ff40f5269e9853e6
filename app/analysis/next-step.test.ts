import { describe, expect, test } from "vitest";
import { EMPTY_NETWORK } from "../../engine";
import { EMPTY_DIAGRAM } from "../document/diagram";
import { EMPTY_TEST_FORM } from "../store/initial-state";
import type { OpenEdit } from "../store/state";
import { type Held, nextStep } from "./next-step";

const another = () => ({ ...EMPTY_DIAGRAM, network: { ...EMPTY_NETWORK } });
const [first, second, third] = [another(), another(), another()];
const testForm = EMPTY_TEST_FORM;

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
});

describe("the next step of the analysis", () => {
  test("is to load what is open, at the start and when another design is opened", () => {
    const state = { diagram: first, openEdits: [], testForm };
    expect(nextStep(null, state)).toEqual({ kind: "load", network: first.network });
    expect(nextStep(holding(second, second), state)).toEqual({ kind: "load", network: first.network });
  });

  test("is to load the state before the edits when a worker starts again, so that they can still be told", () => {
    const state = { diagram: second, openEdits: [edit(first, second, "close")], testForm };
    expect(nextStep(null, state)).toEqual({ kind: "load", network: first.network });
  });

  test("is to go straight to the newest state of a field", () => {
    const state = { diagram: third, openEdits: [edit(first, third, "nothing")], testForm };
    const step = nextStep(holding(first, second), state);
    expect(step).toMatchObject({ kind: "apply" });
    expect(step.kind === "apply" && step.to).toBe(third.network);
  });

  test("is to stop at each complete edit on the way", () => {
    const edits = [edit(first, second, "close"), edit(second, third, "close")];
    const state = { diagram: third, openEdits: edits, testForm };
    const step = nextStep(holding(first, first), state);
    expect(step.kind === "apply" && step.to).toBe(second.network);
    expect(nextStep(holding(first, second), state)).toEqual({ kind: "close", edit: edits[0] });
  });

  test("is to tell a pause and then to wait for more", () => {
    const paused = edit(first, second, "pause");
    const held = holding(first, second);
    expect(nextStep(held, { diagram: second, openEdits: [paused], testForm })).toEqual({
      kind: "tell",
      edit: paused,
    });
    const told = { ...paused, asked: "nothing" } as const;
    expect(nextStep(held, { diagram: second, openEdits: [told], testForm })).toEqual({ kind: "idle" });
  });

  test("is to ask the test's question once for each network and each form", () => {
    const state = { diagram: first, openEdits: [], testForm: { ...testForm, from: "internet" } };
    const step = nextStep(holding(first, first), state);
    expect(step).toEqual({ kind: "ask", network: state.diagram.network, form: state.testForm });
    const held = { baseline: first.network, sent: first.network, asked: null };
    const asked = { ...held, asked: { network: first.network, form: state.testForm } };
    expect(nextStep(asked, state)).toEqual({ kind: "idle" });
  });
});
