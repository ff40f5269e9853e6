import { beforeEach, describe, expect, test, vi } from "vitest";
import { asId, NO_DELTA, ok, refuse, type TierId } from "../../engine";
import type { Command } from "../document/command";
import { EMPTY_DIAGRAM } from "../document/diagram";
import { NO_ANALYSIS } from "./initial-state";
import type { RuleDraft } from "./state";
import { createPathlight, type PathlightStore } from "./store";
import { moved, named, vpc, vpcId, vpcsBecome } from "./testing";

const refused: Command = {
  label: () => "Try it",
  run: () => refuse("vpcNotFound", { id: "vpc-9" }),
};

const effect = { ...NO_DELTA, opened: 1 };

let store: PathlightStore;
const state = () => store.getState();
const pastLabels = () => state().past.map(({ label }) => label);
const openEdits = () => state().openEdits.map(({ label, asked }) => `${label}: ${asked}`);
const firstEdit = () => {
  const [edit] = state().openEdits;
  if (edit === undefined) throw new Error("there is no open edit");
  return edit;
};

beforeEach(() => {
  store = createPathlight(() => {
    throw new DOMException("blocked", "SecurityError");
  });
});

describe("dispatch", () => {
  test("puts the next diagram in place and remembers the way back with the command's label", () => {
    const result = state().dispatch(vpcsBecome("Create VPC a", [vpc("vpc-1", "a")]));
    expect(result).toEqual(ok(undefined));
    expect(state().diagram.network.vpcs[vpcId("vpc-1")]?.name).toBe("a");
    expect(pastLabels()).toEqual(["Create VPC a"]);
  });

  test("gives a refusal back and changes nothing", () => {
    const before = state();
    expect(state().dispatch(refused).ok).toBe(false);
    expect(state()).toBe(before);
  });

  test("says a refused gesture in a notice", async () => {
    expect(state().attempt(refused)).toBe(false);
    await vi.waitFor(() => expect(state().notice?.tone).toBe("refusal"));
    expect(state().notice?.text).not.toBe("");
  });

  test("forgets what could be redone", () => {
    state().dispatch(moved(1));
    state().undo();
    state().dispatch(moved(2));
    expect(state().future).toEqual([]);
  });

  test("drops elements that vanished from the selection, and keeps the others", () => {
    state().dispatch(vpcsBecome("Create", [vpc("vpc-1", "a"), vpc("vpc-2", "b")]));
    state().selectElements("vpc-1", "vpc-2");
    state().dispatch(vpcsBecome("Delete", [vpc("vpc-2", "b")]));
    expect(state().selection).toEqual({ kind: "elements", ids: ["vpc-2"] });
    state().dispatch(vpcsBecome("Delete", []));
    expect(state().selection).toEqual({ kind: "none" });
  });
});

describe("undo and redo", () => {
  test("restore the very diagrams, and leave the selection alone", () => {
    const empty = state().diagram;
    state().dispatch(moved(1));
    const after = state().diagram;
    state().select({ kind: "tierPair", from: "a" as TierId, to: "b" as TierId });
    state().undo();
    expect(state().diagram).toBe(empty);
    state().redo();
    expect(state().diagram).toBe(after);
    expect(state().selection.kind).toBe("tierPair");
  });

  test("do nothing at either end", () => {
    state().undo();
    state().redo();
    expect(state().diagram).toBe(EMPTY_DIAGRAM);
    expect(state().openEdits).toEqual([]);
  });

  test("take the whole of what was typed in a field as one step, until the field is left", () => {
    for (const name of ["s", "sh", "shop"]) state().dispatch(named(name));
    state().settle();
    state().dispatch(named("shop2"));
    expect(pastLabels()).toEqual(["Name it shop", "Name it shop2"]);
  });

  test("do not merge with what was redone", () => {
    state().dispatch(named("a"));
    state().undo();
    state().redo();
    state().dispatch(named("ab"));
    expect(state().past).toHaveLength(2);
  });

  test("lead back over later moves to before a change", () => {
    state().dispatch(vpcsBecome("Create VPC a", [vpc("vpc-1", "a")]));
    state().settled(firstEdit(), effect);
    state().dispatch(moved(1));
    const [change] = state().changes;
    if (change === undefined) throw new Error("the change is not listed");
    state().undoChange(change);
    expect(state().diagram).toBe(EMPTY_DIAGRAM);
    expect(state().future).toHaveLength(2);
    expect(openEdits()).toEqual(["Undo: Create VPC a: close"]);
  });
});

describe("the rest of what is held", () => {
  const draft = { draftId: "d1", groupId: asId<"securityGroup">("sg-1"), ports: "80" } as RuleDraft;

  test("drafts stand by group, are replaced by id and go", () => {
    state().setDraft(draft);
    state().setDraft({ ...draft, ports: "8080" });
    expect(state().drafts).toEqual({ "sg-1": [{ ...draft, ports: "8080" }] });
    state().dropDraft(draft.groupId, "d1");
    expect(state().drafts).toEqual({});
  });

  test("another design starts with nothing of the old one", () => {
    state().dispatch(moved(1));
    state().setDraft(draft);
    state().open("design-2", EMPTY_DIAGRAM);
    expect(state()).toMatchObject({ designId: "design-2", past: [], drafts: {}, changes: [], openEdits: [] });
  });

  test("a selected arrow goes with its tiers, not with its traffic", () => {
    const tier = { tierId: "a" as TierId } as never;
    const selection = { kind: "tierPair", from: "a" as TierId, to: "a" as TierId } as const;
    state().select(selection);
    state().analyzed({ ...NO_ANALYSIS, tiers: new Map([["a" as TierId, tier]]) });
    expect(state().selection).toBe(selection);
    state().analyzed(NO_ANALYSIS);
    expect(state().selection).toEqual({ kind: "none" });
  });
});
