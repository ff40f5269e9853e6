import { describe, expect, test } from "vitest";
import { NO_DELTA, type PathDelta, type TierId, type TierPairDelta } from "../../../engine";
import { countsOf, exposureText, whereText } from "./change-summary";

const change = (delta: Partial<PathDelta>) => ({ delta: { ...NO_DELTA, ...delta } });

const between = (fromName: string, toName: string): TierPairDelta => ({
  ...NO_DELTA,
  from: fromName as TierId,
  to: toName as TierId,
  fromName,
  toName,
  added: [],
  removed: [],
});

describe("a row of the list of changes", () => {
  test("counts what happened, and nothing that did not", () => {
    expect(countsOf(change({ opened: 2, narrowed: 1 })).map(({ sign, text }) => sign + text)).toEqual([
      "+2 opened",
      "~1 narrowed",
    ]);
    expect(countsOf(change({}))).toEqual([]);
  });

  test("says what the Internet reaches now, and what no longer", () => {
    expect(exposureText(change({ exposed: ["database"], unexposed: ["web", "app"] }))).toBe(
      "Internet now reaches database · Internet no longer reaches web, app",
    );
    expect(exposureText(change({}))).toBe("");
  });

  test("names two pairs of tiers and counts the others", () => {
    const [one, two, three] = [between("app", "database"), between("web", "app"), between("web", "web")];
    expect(whereText(change({ tierPairs: [one] }))).toBe("app → database");
    expect(whereText(change({ tierPairs: [one, two, three] }))).toBe("app → database, web → app and 1 more");
  });
});
