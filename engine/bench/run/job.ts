import { fixture } from "../fixture";
import { createSubject } from "../subject";
import { calibrate } from "./calibration";
import { collectGarbage, timeOf, withinSeconds } from "./stopwatch";
import type { Task, TaskResult } from "./task";

const MEGABYTE = 1e6;

/** A network is read and all its pairs are decided: once as the process starts (cold), then again and again (warm). */
export function measureJob(task: Task): TaskResult {
  const network = fixture(task.fixture, task.scope);
  for (let turn = 0; turn < 20; turn++) calibrate();
  const subject = createSubject();
  collectGarbage();
  const before = memory();
  const calibration = [calibrate()];
  const compileCold = timeOf(() => subject.compile(network));
  let paths = 0;
  const pairsCold = timeOf(() => {
    paths = subject.allPairs();
  });
  const { rows, ways, sets } = subject.counts();
  const peak = (process.resourceUsage().maxRSS * 1024) / MEGABYTE;
  collectGarbage();
  const after = memory();
  const warm = repeated(task, () => [
    timeOf(() => subject.compile(network)),
    timeOf(() => {
      if (subject.allPairs() !== paths) throw new Error("Two runs, two answers");
    }),
  ]);
  return {
    figures: {
      calibration,
      compileCold: [compileCold],
      pairsCold: [pairsCold],
      jobCold: [compileCold + pairsCold],
      compileWarm: warm.map(([compile]) => compile ?? 0),
      pairsWarm: warm.map(([, pairs]) => pairs ?? 0),
      jobWarm: warm.map(([compile = 0, pairs = 0]) => compile + pairs),
      "memory MB": [after.resident],
      "engine MB": [after.held - before.held],
      "peak MB": [peak],
    },
    wrong: [],
    notes: [`${paths} paths, ${rows} rows, ${ways} ways, ${sets} sets of traffic`],
  };
}

function repeated(task: Task, measure: () => readonly number[]): readonly (readonly number[])[] {
  const isTime = withinSeconds(task.seconds);
  const found: (readonly number[])[] = [];
  while (found.length < task.rounds && isTime()) found.push(measure());
  return found;
}

function memory(): Readonly<{ resident: number; held: number }> {
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss / MEGABYTE, held: (heapUsed + external) / MEGABYTE };
}
