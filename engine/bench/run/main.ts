/**
 * `npm run bench`: measures the engine on the fixtures, each task in a process of its own, and prints what was found beside
 * its limits. `--quick` for a pipeline (a minute), `--only F-M` for one fixture, `--markdown` for the table of
 * docs/performance.md. Missed limits are told, not punished: the exit code is 1 only where an answer is wrong.
 */
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { FIXTURE_NAMES } from "../fixture-size";
import { median, quantile } from "../statistics";
import { bundleChild } from "./bundle";
import { calibrate, perWord } from "./calibration";
import { planOf, type Step } from "./plan";
import { type Finding, HEADINGS, joinedResults, noiseNote, reportRows } from "./report";
import type { TaskResult } from "./task";

const say = (line: string) => process.stdout.write(`${line}\n`);
const progress = (line: string) => process.stderr.write(`${line}\n`);

const { values: options } = parseArgs({
  options: { quick: { type: "boolean" }, markdown: { type: "boolean" }, only: { type: "string" } },
});

/** More than a tab may take. */
const HEAP = "--max-old-space-size=6000";
const MINUTES = 15;

function runStep(program: string, { task, processes }: Step): Finding {
  const started = Date.now();
  const results = Array.from({ length: processes }, (): TaskResult => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ["--expose-gc", HEAP, program, JSON.stringify(task)],
      {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
        maxBuffer: 1e9,
        timeout: MINUTES * 60_000,
      },
    );
    if (status === 0) return JSON.parse(stdout) as TaskResult;
    if (status === null) return { figures: {}, wrong: [], notes: [`ended after ${MINUTES} minutes`] };
    return { figures: {}, wrong: [`${task.fixture} ${task.kind} (${task.scope}) broke off`], notes: [] };
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  progress(`${task.fixture} ${task.kind} (${task.scope}): ${seconds} s`);
  return { task, result: joinedResults(results) };
}

function calibration(): string {
  const times = Array.from({ length: 300 }, calibrate).slice(100);
  const word = (share: number) => perWord(quantile(times, share)).toFixed(2);
  return `AND loop ${perWord(median(times)).toFixed(2)} ns a word (p5 ${word(0.05)}, p95 ${word(0.95)})`;
}

function printTable(findings: readonly Finding[], isMarkdown: boolean): void {
  const rows = [HEADINGS, HEADINGS.map(() => "---"), ...reportRows(findings)];
  if (isMarkdown) for (const row of rows) say(`| ${row.join(" | ")} |`);
  else {
    for (const [measure, must, stretch, ...cells] of reportRows(findings)) {
      const bounds = [must && `must ${must}`, stretch && `stretch ${stretch}`].filter(Boolean);
      say(bounds.length === 0 ? (measure ?? "") : `${measure} (${bounds.join(", ")})`);
      cells.forEach((cell, at) => {
        if (cell !== "") say(`    ${HEADINGS[at + 3]}: ${cell.replaceAll("**", "")}`);
      });
    }
  }
}

function printNotes(findings: readonly Finding[]): void {
  for (const finding of findings) {
    const { task, result } = finding;
    const noise = noiseNote(finding);
    for (const note of result.notes) say(`- ${task.fixture} ${task.kind} (${task.scope}): ${note}`);
    if (noise !== null) say(`- ${noise}`);
  }
}

function main(program: string): void {
  const only = options.only ?? null;
  if (only !== null && !FIXTURE_NAMES.some((name) => name === only)) {
    progress(`There is no fixture ${only}. There are ${FIXTURE_NAMES.join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  const before = calibration();
  const findings = planOf(options.quick ?? false, only).map((step) => runStep(program, step));
  printTable(findings, options.markdown ?? false);
  say("");
  say(`${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}`);
  say(`Calibration before: ${before}; after: ${calibration()}`);
  printNotes(findings);
  const wrong = findings.flatMap(({ result }) => result.wrong);
  for (const fault of wrong) say(`WRONG: ${fault}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

main(await bundleChild());
