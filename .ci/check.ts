/**
 * `npm test`: every check of the project, one after the other, stopping at the first that fails. The last line is the
 * sum of the unit and end-to-end tests: "N passed, N failed".
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";

/** Where vitest and Playwright leave their own JSON reports (see package.json and playwright.config.ts). */
const REPORTS = "node_modules/.cache/pathlight";

const STEPS = [
  { title: "Types", script: "typecheck" },
  { title: "Lint and format", script: "lint" },
  { title: "Layer rules", script: "layers" },
  { title: "Leftovers", script: "unused" },
  { title: "Unit tests", script: "unit" },
  { title: "Production build", script: "build" },
  { title: "Size budgets and end-to-end tests", script: "e2e" },
] as const;

type Counts = Readonly<{ passed: number; failed: number; skipped: number }>;
type VitestReport = Readonly<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>;
type PlaywrightReport = Readonly<{
  stats: Readonly<{ expected: number; unexpected: number; flaky: number; skipped: number }>;
}>;

const say = (line: string) => process.stdout.write(`${line}\n`);

function unitCounts(report: VitestReport): Counts {
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function journeyCounts({ stats }: PlaywrightReport): Counts {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** The counts of a report, or null when that step was not reached. */
function readCounts<Report>(name: string, count: (report: Report) => Counts): Counts | null {
  const file = `${REPORTS}/${name}.json`;
  return existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8")) as Report) : null;
}

function closingLine(): string | null {
  const parts = [readCounts("unit", unitCounts), readCounts("e2e", journeyCounts)].filter(
    (part) => part !== null,
  );
  if (parts.length === 0) return null;
  const sum = (key: keyof Counts) => parts.reduce((total, part) => total + part[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function runStep(step: (typeof STEPS)[number]): boolean {
  const started = Date.now();
  say(`\n=== ${step.title} (npm run ${step.script}) ===`);
  const { status } = spawnSync("npm", ["run", "--silent", step.script], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  say(
    `=== ${step.title}: ${status === 0 ? "passed" : "FAILED"} after ${Math.round((Date.now() - started) / 1000)} s ===`,
  );
  return status === 0;
}

rmSync(REPORTS, { recursive: true, force: true });
const failed = STEPS.find((step) => !runStep(step));
if (failed) say(`\nStopped at "${failed.title}". To run it alone: npm run ${failed.script}`);
const counts = closingLine();
if (counts !== null) say(`\n${counts}`);
process.exitCode = failed ? 1 : 0;
