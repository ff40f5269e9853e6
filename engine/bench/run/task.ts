import type { FixtureScope } from "../fixture";
import type { FixtureName } from "../fixture-size";

/** What is done in a process of its own. */
export type TaskKind = "job" | "edits" | "moves" | "highlights" | "widest" | "questions" | "plain" | "solver";

/** `samples` and `rounds` are what is aimed at; `seconds` ends a task that would take too long, which it then says. */
export type Task = Readonly<{
  kind: TaskKind;
  fixture: FixtureName;
  scope: FixtureScope;
  samples: number;
  rounds: number;
  seconds: number;
}>;

/** Figures by the name of what was measured, in milliseconds unless the name says otherwise. */
export type TaskResult = Readonly<{
  figures: Readonly<Record<string, readonly number[]>>;
  /** What was checked on the way; empty texts are never given. */
  wrong: readonly string[];
  notes: readonly string[];
}>;
