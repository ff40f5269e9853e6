import { describe, expect, test } from "vitest";
import { NO_DELTA, type PathDelta } from "../../engine";
import { deltaSentence } from "./delta-sentence";

const said = (delta: Partial<PathDelta>): string => deltaSentence({ delta: { ...NO_DELTA, ...delta } });

describe("the sentence about a change", () => {
  test("counts the paths it opened and closed", () => {
    expect(said({ opened: 2, closed: 1 })).toBe("+2 paths, −1 path");
  });

  test("counts widened and narrowed paths apart", () => {
    expect(said({ widened: 1, narrowed: 3 })).toBe("1 path widened, 3 paths narrowed");
  });

  test("names what the Internet reaches now", () => {
    expect(said({ opened: 1, exposed: ["database"] })).toBe(
      "+1 path; database is now reachable from the Internet",
    );
  });

  test("names what the Internet no longer reaches, two of them at most", () => {
    expect(said({ closed: 2, unexposed: ["app", "web"] })).toBe(
      "−2 paths; app and web are no longer reachable from the Internet",
    );
    expect(said({ closed: 4, unexposed: ["app", "web", "database", "cache"] })).toBe(
      "−4 paths; app, web and 2 more are no longer reachable from the Internet",
    );
  });

  test("says so when nothing changed", () => {
    expect(said({})).toBe("No path changed");
  });
});
