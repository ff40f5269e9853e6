/**
 * Checks who imports whom (the rules are in .dependency-cruiser.cjs). Used instead of the `depcruise` command because
 * that one reports success when it finds no module at all, which happens with a TypeScript it cannot read.
 */
import { cruise, format, type ICruiseResult } from "dependency-cruiser";
import extractDepcruiseConfig from "dependency-cruiser/config-utl/extract-depcruise-config";

const FOLDERS = ["engine", "app", "e2e"];

const { options, ...ruleSet } = await extractDepcruiseConfig(`${process.cwd()}/.dependency-cruiser.cjs`);
const { output } = await cruise(FOLDERS, { ...options, ruleSet, validate: true, outputType: "json" });
const result = JSON.parse(output as string) as ICruiseResult;
const report = await format(result, { outputType: "err" });
process.stdout.write(`${report.output}`);

const empty = FOLDERS.filter(
  (folder) => !result.modules.some(({ source }) => source.startsWith(`${folder}/`)),
);
for (const folder of empty)
  process.stdout.write(`No module was read in ${folder}/, so nothing was checked there.\n`);
process.exitCode = empty.length > 0 || result.summary.error > 0 ? 1 : 0;
