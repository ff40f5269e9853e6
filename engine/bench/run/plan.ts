import type { FixtureScope } from "../fixture";
import type { FixtureName } from "../fixture-size";
import type { Task, TaskKind } from "./task";

/** A task and in how many processes it is done, one after the other. */
export type Step = Readonly<{ task: Task; processes: number }>;

type Amount = Readonly<{ processes: number; samples: number; rounds: number; seconds: number }>;

const step = (
  fixture: FixtureName,
  scope: FixtureScope,
  kind: TaskKind,
  { processes, ...amount }: Amount,
): Step => ({ task: { kind, fixture, scope, ...amount }, processes });

const SCOPES = ["groups", "whole"] as const;

const inBoth = (fixture: FixtureName, kind: TaskKind, amount: Amount): readonly Step[] =>
  SCOPES.map((scope) => step(fixture, scope, kind, amount));

const job = (processes: number, rounds: number): Amount => ({ processes, samples: 1, rounds, seconds: 30 });
const many = (samples: number, rounds: number, seconds: number): Amount => ({
  processes: 1,
  samples,
  rounds,
  seconds,
});

/** The plain evaluator and the solver know IPv4, groups and ACLs only. */
const FULL: readonly Step[] = [
  ...inBoth("F-S", "job", job(5, 10)),
  ...inBoth("F-M", "job", job(7, 10)),
  ...inBoth("F-M", "edits", many(500, 15, 120)),
  ...inBoth("F-M", "moves", many(500, 15, 60)),
  ...inBoth("F-M", "highlights", many(500, 1, 60)),
  ...inBoth("F-M", "questions", job(5, 1)),
  step("F-M", "groups", "plain", many(5_000, 15, 120)),
  step("F-M", "groups", "solver", many(5, 15, 120)),
  ...inBoth("F-L", "job", job(3, 3)),
  ...inBoth("F-L", "edits", many(500, 15, 300)),
  ...inBoth("F-L", "widest", many(1, 10, 60)),
  ...inBoth("F-L", "moves", many(500, 15, 120)),
  ...inBoth("F-L", "highlights", many(500, 1, 60)),
  step("F-L", "groups", "plain", many(5_000, 15, 180)),
  ...inBoth("F-X", "job", job(2, 0)),
];

/** Small enough for a pipeline: a minute, medians and counts only. */
const QUICK: readonly Step[] = [
  ...inBoth("F-S", "job", job(1, 3)),
  ...inBoth("F-M", "job", { ...job(1, 3), seconds: 3 }),
  ...inBoth("F-M", "edits", many(100, 3, 5)),
  ...inBoth("F-M", "moves", many(100, 3, 3)),
  ...inBoth("F-M", "highlights", many(100, 1, 3)),
  ...inBoth("F-M", "questions", job(1, 1)),
  step("F-M", "groups", "plain", many(1_000, 3, 5)),
  step("F-M", "groups", "solver", many(3, 3, 5)),
];

export const planOf = (isQuick: boolean, only: string | null): readonly Step[] =>
  (isQuick ? QUICK : FULL).filter(({ task }) => only === null || task.fixture === only);
