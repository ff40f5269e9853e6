import type { PathDelta } from "../../analysis/answer";
import type { NetworkInterfaceId } from "../../model/id";
import type { NetworkChanges } from "../../model/network-changes";
import { type Editing, interfaceEdit, ruleEdit, startEditing, widestEdit } from "../edits";
import { fixture } from "../fixture";
import { createRandom } from "../random";
import { median } from "../statistics";
import { createSubject, type Subject } from "../subject";
import { calibrate } from "./calibration";
import { collectGarbage, timeOf, withinSeconds } from "./stopwatch";
import type { Task, TaskResult } from "./task";

/** The first edits warm the code up and are not counted. */
const WARM_UP = 90;

type Run = {
  readonly subject: Subject;
  readonly editing: Editing;
  readonly edit: (editing: Editing) => NetworkChanges;
  readonly effective: number[];
  readonly idle: number[];
  readonly control: number[];
  paths: number;
};

function startRun(task: Task, edit: Run["edit"], warmUp: number): Run {
  const network = fixture(task.fixture, task.scope);
  const subject = createSubject();
  subject.compile(network);
  const paths = subject.allPairs();
  const editing = startEditing(network, createRandom(77));
  const run: Run = { subject, editing, edit, effective: [], idle: [], control: [], paths };
  const isTime = withinSeconds(task.seconds / 4);
  for (let turn = 0; turn < warmUp && isTime(); turn++) oneEdit(run);
  for (const list of [run.effective, run.idle, run.control]) list.length = 0;
  collectGarbage();
  return run;
}

const changedPaths = ({ opened, closed, widened, narrowed }: PathDelta): number =>
  opened + closed + widened + narrowed;

/** One edit with its difference. Those that change no pair are kept apart: they are quick, and more than half of all. */
function oneEdit(run: Run): number {
  const changes = run.edit(run.editing);
  run.control.push(calibrate());
  const start = performance.now();
  const delta = run.subject.edit(changes);
  const time = performance.now() - start;
  run.paths += delta.opened - delta.closed;
  (changedPaths(delta) > 0 ? run.effective : run.idle).push(time);
  return time;
}

/** Are the paths that edits led to those that a fresh start finds, and do a few interfaces have the same traffic? */
function faults(run: Run): readonly string[] {
  const fresh = createSubject();
  fresh.compile(run.editing.network);
  const paths = fresh.allPairs();
  const wrong = paths === run.paths ? [] : [`${run.paths} paths after the edits, ${paths} in a fresh start`];
  const random = createRandom(78);
  const ids = Object.keys(run.editing.network.networkInterfaces) as NetworkInterfaceId[];
  for (const id of random.sample(ids, 3)) {
    if (told(run.subject, id) !== told(fresh, id))
      wrong.push(`${id} has other traffic than in a fresh start`);
  }
  return wrong;
}

function told(subject: Subject, id: NetworkInterfaceId): string {
  const { ends, traffic, pairs } = subject.pairsOf([id]);
  const texts = traffic.map((items) => JSON.stringify(items));
  const lines: string[] = [];
  for (let at = 0; at < pairs.length; at += 3) {
    lines.push(`${ends[pairs[at] ?? 0]} ${ends[pairs[at + 1] ?? 0]} ${texts[pairs[at + 2] ?? 0]}`);
  }
  return lines.toSorted().join("\n");
}

/** Effective edits of rules, and in rounds (edits, full, full, edits) how much longer working all out again takes. */
export function measureEdits(task: Task): TaskResult {
  const run = startRun(task, ruleEdit, WARM_UP);
  const isTime = withinSeconds(task.seconds);
  const ratios: number[] = [];
  const batch = Math.ceil(task.samples / (2 * task.rounds));
  while (isTime() && (ratios.length < task.rounds || run.effective.length < task.samples)) {
    const first = run.effective.length;
    effectiveEdits(run, batch, isTime);
    const full = ratios.length < task.rounds ? [fullTime(run), fullTime(run)] : [];
    effectiveEdits(run, batch, isTime);
    const own = run.effective.slice(first);
    if (full.length > 0 && own.length > 0) ratios.push(median(full) / median(own));
  }
  const { effective, idle, control } = run;
  return {
    figures: { effective, idle, control, "recompute x": ratios },
    wrong: faults(run),
    notes: [`${effective.length} of ${effective.length + idle.length} edits changed some pair`],
  };
}

function effectiveEdits(run: Run, count: number, isTime: () => boolean): void {
  const wanted = run.effective.length + count;
  while (run.effective.length < wanted && isTime()) oneEdit(run);
}

function fullTime({ editing }: Run): number {
  const fresh = createSubject();
  const time = timeOf(() => {
    fresh.compile(editing.network);
    fresh.allPairs();
  });
  return time;
}

/** Interfaces get other groups or another subnet. */
export function measureMoves(task: Task): TaskResult {
  const run = startRun(task, interfaceEdit, WARM_UP);
  const isTime = withinSeconds(task.seconds);
  const moves: number[] = [];
  while (moves.length < task.samples && isTime()) moves.push(oneEdit(run));
  return { figures: { moves, control: run.control }, wrong: faults(run), notes: [`${moves.length} moves`] };
}

/** A rule for the whole VPC, in and out again, in the group that a quarter of all interfaces wear. */
export function measureWidest(task: Task): TaskResult {
  const run = startRun(task, widestEdit, 2);
  const isTime = withinSeconds(task.seconds);
  const widest: number[] = [];
  while (widest.length < task.rounds * 2 && isTime()) widest.push(oneEdit(run));
  return {
    figures: { widest },
    wrong: faults(run),
    notes: [`${run.effective.length} of them changed some pair`],
  };
}

/** What the page asks for when an interface is pointed at: all that it may start, and all that may start towards it. */
export function measureHighlights(task: Task): TaskResult {
  const { subject, editing } = startRun(task, ruleEdit, 0);
  const random = createRandom(79);
  const ids = Object.keys(editing.network.networkInterfaces) as NetworkInterfaceId[];
  const [highlights, control, bytes]: [number[], number[], number[]] = [[], [], []];
  const isTime = withinSeconds(task.seconds);
  for (let turn = -20; turn < task.samples && isTime(); turn++) {
    const id = random.pick(ids);
    const start = performance.now();
    const { pairs } = subject.highlight([id]);
    const time = performance.now() - start;
    if (turn < 0) continue;
    highlights.push(time);
    bytes.push(pairs.byteLength);
    control.push(calibrate());
  }
  return { figures: { highlights, control, "bytes posted": bytes }, wrong: [], notes: [] };
}
