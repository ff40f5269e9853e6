import type { FixtureName } from "../fixture-size";
import type { TaskKind } from "./task";

/** A figure that is held against two limits: `must`, and `stretch` for the ambitious. Some are told without limits. */
export type Limit = Readonly<{
  measure: string;
  fixture: FixtureName;
  kind: TaskKind;
  figure: string;
  /** Which quantile of the samples: 0.5 is the median. */
  share: number;
  unit: "ms" | "MB" | "x" | "us" | "bytes";
  better: "less" | "more";
  must: number | null;
  stretch: number | null;
}>;

type Row = readonly [
  measure: string,
  figure: string,
  share: number,
  must?: number | undefined,
  stretch?: number | undefined,
];

const rows = (
  fixture: FixtureName,
  kind: TaskKind,
  unit: Limit["unit"],
  all: readonly Row[],
): readonly Limit[] =>
  all.map(([measure, figure, share, must, stretch]) => ({
    measure: `${fixture} ${measure}`,
    fixture,
    kind,
    figure,
    share,
    unit,
    better: unit === "x" ? "more" : "less",
    must: must ?? null,
    stretch: stretch ?? null,
  }));

const edits = (fixture: FixtureName, musts: readonly number[], stretches: readonly number[]) =>
  rows(
    fixture,
    "edits",
    "ms",
    [0.5, 0.95, 0.99].map(
      (share, at): Row => [
        `effective rule edit with its delta, p${share * 100}`,
        "effective",
        share,
        musts[at],
        stretches[at],
      ],
    ),
  );

/** The table of docs/performance.md, in its order. The whole path may take one and a half times the must. */
export const LIMITS: readonly Limit[] = [
  ...rows("F-S", "job", "ms", [["compile and all pairs, cold", "jobCold", 0.5]]),
  ...rows("F-M", "job", "ms", [
    ["compile and all pairs, cold", "jobCold", 0.5, 120, 50],
    ["compile and all pairs, warm", "jobWarm", 0.5],
  ]),
  ...rows("F-L", "job", "ms", [
    ["compile, cold", "compileCold", 0.5, 1000, 400],
    ["compile, warm", "compileWarm", 0.5],
    ["all pairs, cold", "pairsCold", 0.5, 1000, 400],
    ["all pairs, warm", "pairsWarm", 0.5],
  ]),
  ...edits("F-M", [0.2, 3, 10], [0.1, 1, 3]),
  ...edits("F-L", [0.7, 8, 40], [0.3, 3, 12]),
  ...rows("F-L", "widest", "ms", [
    ["widest edit, 2,500 interfaces and the whole VPC", "widest", 0.5, 800, 250],
  ]),
  ...rows("F-M", "moves", "ms", [["interface move, p95", "moves", 0.95]]),
  ...rows("F-L", "moves", "ms", [
    ["interface move, p50", "moves", 0.5, 4, 1.5],
    ["interface move, p95", "moves", 0.95, 6, 3],
  ]),
  ...rows("F-M", "highlights", "ms", [["highlight of one interface, p95", "highlights", 0.95]]),
  ...rows("F-L", "highlights", "ms", [["highlight of one interface, p95", "highlights", 0.95, 3, 1]]),
  ...rows("F-M", "questions", "ms", [
    ["1,000 questions of a batch, every hop and blocker", "thousand", 0.5, 1000],
    ["before them: start of the process", "start", 0.5],
    ["before them: reading the network, first answer", "load", 0.5],
  ]),
  ...rows("F-L", "highlights", "bytes", [["bytes posted for one highlight, median", "bytes posted", 0.5]]),
  ...rows("F-L", "job", "MB", [
    ["memory of the process", "memory MB", 0.5, 800, 300],
    ["of it, the engine", "engine MB", 0.5],
  ]),
  ...rows("F-X", "job", "ms", [["compile and all pairs, cold", "jobCold", 0.5, 8000, 3000]]),
  ...rows("F-X", "job", "MB", [["memory of the process, peak", "peak MB", 0.5, 1000, 500]]),
  ...rows("F-M", "plain", "x", [
    ["job against the plain evaluator, is anything open", "open x", 0.5, 500, 1000],
    ["job against the plain evaluator, sets", "sets x", 0.5],
  ]),
  ...rows("F-L", "plain", "x", [
    ["job against the plain evaluator, is anything open", "open x", 0.5, 4000, 10_000],
    ["job against the plain evaluator, sets", "sets x", 0.5],
  ]),
  ...rows("F-M", "plain", "us", [["plain evaluator, one pair, is anything open", "plain us", 0.5]]),
  ...rows("F-L", "plain", "us", [["plain evaluator, one pair, is anything open", "plain us", 0.5]]),
  ...rows("F-M", "solver", "x", [
    ["one of all pairs against z3 for one pair", "solver x", 0.5, 100_000, 300_000],
  ]),
  ...rows("F-M", "solver", "ms", [["z3, one pair", "solver", 0.5]]),
  ...rows("F-M", "edits", "x", [["effective edit against working all out again", "recompute x", 0.5]]),
  ...rows("F-L", "edits", "x", [
    ["effective edit against working all out again", "recompute x", 0.5, 1000, 5000],
  ]),
];
