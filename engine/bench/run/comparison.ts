import { type Network, recordsOf } from "../../model/network";
import type { NetworkInterface } from "../../model/network-interface";
import { agreement, listedPairs } from "../agreement";
import { fixture } from "../fixture";
import type { Pair } from "../formula";
import { hasOpenPacket } from "../judge";
import { isOpen, openTraffic } from "../plain-evaluator";
import { type PlainInterface, plainInterfaces } from "../plain-network";
import { createRandom, type Random } from "../random";
import { startSolver } from "../solver";
import { median } from "../statistics";
import { createSubject } from "../subject";
import { timeOf, withinSeconds } from "./stopwatch";
import type { Task, TaskResult } from "./task";

/** Reads the network and decides all its pairs, from nothing. */
const jobTime = (network: Network): number =>
  timeOf(() => {
    const subject = createSubject();
    subject.compile(network);
    subject.allPairs();
  });

const twoOf = <Value>(random: Random, values: readonly Value[]): readonly [Value, Value] => [
  random.pick(values),
  random.pick(values),
];

/** In rounds (whole job, sample, sample, whole job): how many times longer the plain evaluator would take for all pairs. */
export function measurePlain(task: Task): TaskResult {
  const network = fixture(task.fixture, task.scope);
  const ends = plainInterfaces(network);
  const random = createRandom(80);
  const pairs = Array.from({ length: task.samples }, () => twoOf(random, ends));
  const allPairs = ends.length * (ends.length - 1);
  const [open, sets] = [timesOf(pairs, isOpen), timesOf(pairs, openTraffic)];
  const figures: Record<string, number[]> = {
    "open x": [],
    "sets x": [],
    "plain us": [],
    "plain sets us": [],
  };
  const isTime = withinSeconds(task.seconds);
  jobTime(network);
  for (let round = 0; round < task.rounds && isTime(); round++) {
    const before = jobTime(network);
    const [openTime, setsTime] = [median([open(), open()]), median([sets(), sets()])];
    const own = median([before, jobTime(network)]) / allPairs;
    figures["open x"]?.push(openTime / own);
    figures["sets x"]?.push(setsTime / own);
    figures["plain us"]?.push(openTime * 1000);
    figures["plain sets us"]?.push(setsTime * 1000);
  }
  const checked = checkSample(network, ends, random);
  return {
    figures,
    wrong: checked.differences.slice(0, 3),
    notes: [
      `plain times extrapolated from ${pairs.length} pairs to ${allPairs}`,
      `${checked.pairs} pairs checked set by set, ${checked.open} open, ${checked.differences.length} differences`,
    ],
  };
}

/** Milliseconds a pair. What is found is added up, so that no work can be left out. */
function timesOf(
  pairs: readonly (readonly [PlainInterface, PlainInterface])[],
  decide: (from: PlainInterface, to: PlainInterface) => unknown,
): () => number {
  let found = 0;
  return () => {
    const time = timeOf(() => {
      for (const [from, to] of pairs) if (decide(from, to)) found++;
    });
    if (found === 0) throw new Error("Nothing passes anywhere");
    return time / pairs.length;
  };
}

function checkSample(network: Network, ends: readonly PlainInterface[], random: Random) {
  const subject = createSubject();
  subject.compile(network);
  const some = random.sample(recordsOf<NetworkInterface>(network.networkInterfaces), 10);
  const ids = some.map((record) => record.networkInterfaceId);
  const listed = listedPairs(subject.pairsOf(ids));
  const own = ends.filter((end) => ids.some((id) => id === end.id));
  const others = random.sample(ends, 100);
  const pairs = own.flatMap((end) =>
    others.flatMap((other) => [[end, other] as const, [other, end] as const]),
  );
  return agreement(pairs, listed);
}

/** In rounds: how many times longer a solver takes for one pair than the engine for one of all. */
export async function measureSolver(task: Task): Promise<TaskResult> {
  const network = fixture(task.fixture, task.scope);
  const wearers = recordsOf<NetworkInterface>(network.networkInterfaces);
  const solver = await startSolver();
  const random = createRandom(81);
  const [ratios, times]: [number[], number[]] = [[], []];
  const isTime = withinSeconds(task.seconds);
  jobTime(network);
  for (let round = 0; round < task.rounds && isTime(); round++) {
    const before = jobTime(network);
    const own: number[] = [];
    for (let turn = 0; turn < task.samples; turn++) {
      const pair: Pair = twoOf(random, wearers);
      const start = performance.now();
      await hasOpenPacket(solver, network, pair);
      own.push(performance.now() - start);
    }
    times.push(...own);
    const pairTime = median([before, jobTime(network)]) / (wearers.length * (wearers.length - 1));
    ratios.push(median(own) / pairTime);
  }
  await solver.stop();
  return {
    figures: { "solver x": ratios, solver: times },
    wrong: [],
    notes: [`${times.length} pairs asked`],
  };
}
