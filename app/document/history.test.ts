import { describe, expect, test } from "vitest";
import { type Diagram, EMPTY_DIAGRAM } from "./diagram";
import { HISTORY_LIMIT, historyOf, push, redo, seal, undo } from "./history";

const named = (name: string): Diagram => ({ ...EMPTY_DIAGRAM, name });
const [a, b, c] = [named("a"), named("b"), named("c")];
const start = historyOf(a);

describe("history", () => {
  test("goes back and forth over what was done, with its labels", () => {
    const done = push(push(start, b, "To b"), c, "To c");
    expect(done.past.map((step) => step.label)).toEqual(["To b", "To c"]);
    expect(undo(done).diagram).toBe(b);
    expect(undo(done).future.map((step) => step.label)).toEqual(["To c"]);
    expect(redo(undo(done))).toEqual(done);
  });

  test("stays where it is at either end", () => {
    expect(undo(start)).toBe(start);
    expect(redo(start)).toBe(start);
  });

  test("takes no step where nothing changed", () => {
    expect(push(start, a, "Nothing")).toBe(start);
  });

  test("makes one step of what is typed in one field", () => {
    const typed = push(push(start, b, "Rename to b", "name"), c, "Rename to c", "name");
    expect(typed.past).toHaveLength(1);
    expect(typed.past[0]?.label).toBe("Rename to c");
    expect(undo(typed).diagram).toBe(a);
  });

  test("makes two steps of two fields, of a field left and entered again, and after an undo", () => {
    const first = push(start, b, "b", "name");
    expect(push(first, c, "c", "other").past).toHaveLength(2);
    expect(push(seal(first), c, "c", "name").past).toHaveLength(2);
    expect(push(undo(push(first, c, "c", "other")), named("d"), "d", "name").past).toHaveLength(2);
  });

  test("forgets what was undone once something else is done", () => {
    expect(push(undo(push(start, b, "b")), c, "c").future).toEqual([]);
  });

  test("keeps the latest steps", () => {
    let history = start;
    for (let step = 0; step < HISTORY_LIMIT + 3; step += 1)
      history = push(history, named(`${step}`), `${step}`);
    expect(history.past).toHaveLength(HISTORY_LIMIT);
    expect(history.past[0]?.label).toBe("3");
  });
});
