import { describe, expect, test } from "vitest";
import type { Selection } from "../store/state";
import { selectionAfter } from "./selecting";

const isNode = (id: string) => ["card-1", "card-2", "outlined"].includes(id);
const of = (...ids: string[]): Selection => ({ kind: "elements", ids });
const pick = (id: string, selected: boolean) => ({ type: "select" as const, id, selected });

describe("a selection on the canvas", () => {
  test("takes the place of a group that has no outline, and of an interface", () => {
    expect(selectionAfter(of("group"), [pick("card-1", true)], isNode)).toEqual(of("card-1"));
  });

  test("adds to the nodes that React Flow did not take out", () => {
    expect(selectionAfter(of("card-1"), [pick("card-2", true)], isNode)).toEqual(of("card-1", "card-2"));
  });

  test("leaves out what React Flow took out", () => {
    const changes = [pick("card-1", false), pick("card-2", true)];
    expect(selectionAfter(of("card-1"), changes, isNode)).toEqual(of("card-2"));
    expect(selectionAfter(of("card-1"), [pick("card-1", false)], isNode)).toEqual({ kind: "none" });
  });

  test("is not touched by other changes", () => {
    expect(selectionAfter(of("group"), [{ type: "remove", id: "card-1" }], isNode)).toBeNull();
  });
});
