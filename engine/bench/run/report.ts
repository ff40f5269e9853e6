import type { FixtureScope } from "../fixture";
import { createRandom } from "../random";
import { median, medianInterval, quantile } from "../statistics";
import { LIMITS, type Limit } from "./limits";
import type { Task, TaskResult } from "./task";

/** What the processes of one step found, put together. */
export type Finding = Readonly<{ task: Task; result: TaskResult }>;

export const joinedResults = (results: readonly TaskResult[]): TaskResult => {
  const names = new Set(results.flatMap(({ figures }) => Object.keys(figures)));
  return {
    figures: Object.fromEntries(
      [...names].map((name) => [name, results.flatMap(({ figures }) => figures[name] ?? [])]),
    ),
    wrong: results.flatMap(({ wrong }) => wrong),
    notes: [...new Set(results.flatMap(({ notes }) => notes))],
  };
};

/** The whole path may take one and a half times the must. */
const WHOLE_PATH = 1.5;

function samplesOf(findings: readonly Finding[], limit: Limit, scope: FixtureScope): readonly number[] {
  const found = findings.find(
    ({ task }) => task.fixture === limit.fixture && task.kind === limit.kind && task.scope === scope,
  );
  return found?.result.figures[limit.figure] ?? [];
}

const SCOPES = ["groups", "whole"] as const;

/** The rows that anything was measured for: measure, must, stretch, and what was measured in each scope. */
export function reportRows(findings: readonly Finding[]): readonly (readonly string[])[] {
  return LIMITS.flatMap((limit) => {
    const samples = SCOPES.map((scope) => samplesOf(findings, limit, scope));
    if (samples.every((own) => own.length === 0)) return [];
    const bounds = [limit.must, limit.stretch].map((bound) => (bound === null ? "" : amount(bound, limit)));
    const cells = samples.map((own, at) => cell(own, limit, at === 0 ? 1 : WHOLE_PATH));
    return [[limit.measure, ...bounds, ...cells]];
  });
}

export const HEADINGS = ["measure", "must", "stretch", "groups and ACLs, IPv4", "whole path"] as const;

function cell(samples: readonly number[], limit: Limit, leeway: number): string {
  if (samples.length === 0) return "";
  const value = quantile(samples, limit.share);
  const spread = limit.unit === "x" ? interval(samples, limit) : range(samples, limit);
  return [amount(value, limit), spread, verdict(value, limit, leeway)]
    .filter((part) => part !== "")
    .join(", ");
}

const range = (samples: readonly number[], limit: Limit): string =>
  samples.length < 3 || limit.share !== 0.5
    ? ""
    : `p5 ${amount(quantile(samples, 0.05), limit)}, p95 ${amount(quantile(samples, 0.95), limit)}`;

function interval(samples: readonly number[], limit: Limit): string {
  const [low, high] = medianInterval(samples, createRandom(1));
  return `90 %: ${amount(low, limit)} to ${amount(high, limit)}`;
}

/** By how much a limit is missed is part of the answer. */
function verdict(value: number, { must, stretch, better }: Limit, leeway: number): string {
  if (must === null) return "";
  const isWithin = (bound: number) => (better === "less" ? value <= bound : value >= bound);
  if (stretch !== null && isWithin(stretch)) return "**stretch met**";
  const own = better === "less" ? must * leeway : must;
  if (isWithin(own)) return "**met**";
  const factor = better === "less" ? value / own : own / value;
  return `**missed ${factor.toFixed(1)} times**`;
}

function amount(value: number, { unit }: Limit): string {
  if (unit === "x") return `${Math.round(value).toLocaleString("en")}x`;
  if (unit === "bytes") return `${Math.round(value).toLocaleString("en")} bytes`;
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const text = value >= 1000 ? Math.round(value).toLocaleString("en") : value.toFixed(digits);
  return `${text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "")} ${unit}`;
}

/** Tails are worth telling only from a run in which a fixed piece of work had none of its own. */
export function noiseNote({ task, result }: Finding): string | null {
  const control = result.figures.control ?? [];
  if (control.length === 0) return null;
  const factor = quantile(control, 0.95) / median(control);
  if (factor <= 1.3) return null;
  const name = `${task.fixture} ${task.kind} (${task.scope})`;
  return `${name}: the control's own p95 is ${factor.toFixed(1)} times its median; discard the tails of this run`;
}
