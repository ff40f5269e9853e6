/** The part of the benchmark that runs in a process of its own: does one task and prints its result as JSON. */
import { measureQuestions } from "./asking";
import { measurePlain, measureSolver } from "./comparison";
import { measureEdits, measureHighlights, measureMoves, measureWidest } from "./editing";
import { measureJob } from "./job";
import type { Task, TaskKind, TaskResult } from "./task";

const MEASURES: Readonly<Record<TaskKind, (task: Task) => TaskResult | Promise<TaskResult>>> = {
  job: measureJob,
  edits: measureEdits,
  moves: measureMoves,
  highlights: measureHighlights,
  widest: measureWidest,
  questions: measureQuestions,
  plain: measurePlain,
  solver: measureSolver,
};

const task = JSON.parse(process.argv[2] ?? "{}") as Task;
const result = await MEASURES[task.kind](task);
process.stdout.write(`${JSON.stringify(result)}\n`);
