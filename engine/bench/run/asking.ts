import { explain } from "../../analysis/explain";
import { question } from "../../analysis/names";
import { EMPTY_NETWORK, type Network } from "../../model/network";
import { fixture } from "../fixture";
import { COMMON_SERVICES } from "../fixture-services";
import { createRandom } from "../random";
import { timeOf } from "./stopwatch";
import type { Task, TaskResult } from "./task";

const QUESTIONS = 1000;

/**
 * What `test --batch` does in its process: JSON lines are read, answered with every hop and blocker, and written as JSON. The
 * process's start, reading the network's JSON with the first answer (which makes the tables that all share), and the thousand
 * are told apart.
 */
export function measureQuestions(task: Task): TaskResult {
  const start = performance.now();
  const text = JSON.stringify(fixture(task.fixture, task.scope));
  const lines = questionLines(task);
  let network = EMPTY_NETWORK;
  let answered = 0;
  const load = timeOf(() => {
    network = JSON.parse(text) as Network;
    answered += answerLength(network, lines[0] ?? "");
  });
  const thousand = timeOf(() => {
    for (const line of lines) answered += answerLength(network, line);
  });
  return {
    figures: { start: [start], load: [load], thousand: [thousand] },
    wrong: [],
    notes: [`${QUESTIONS} questions, ${answered} characters of answers`],
  };
}

function questionLines({ fixture: name, scope }: Task): readonly string[] {
  const random = createRandom(80);
  const ids = Object.keys(fixture(name, scope).networkInterfaces);
  return Array.from({ length: QUESTIONS }, (_, id) => {
    const traffic = random.pick(COMMON_SERVICES);
    const port = "ports" in traffic ? traffic.ports.from : 443;
    const to = random.below(10) === 0 ? "internet" : random.pick(ids);
    return JSON.stringify({ id, from: random.pick(ids), to, protocol: "tcp", port });
  });
}

function answerLength(network: Network, line: string): number {
  const asked = question(network, JSON.parse(line));
  if (!asked.ok) throw new Error(`Not a question: ${line}`);
  return JSON.stringify(explain(network, asked.value)).length;
}
