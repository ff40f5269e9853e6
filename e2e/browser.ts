/**
 * Finds a Chromium for the journeys and says what it does. In this order: the system's own, the one Playwright keeps,
 * an install by Playwright, an install of Debian's package. When all fail it says which command to run.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** A closed container has no sandbox to offer and no hosts to call; without these Chromium refuses or keeps trying. */
export const LAUNCH_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const say = (text: string) => process.stdout.write(`browser: ${text}\n`);

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser whose libraries are missing is there but does not start. Windows' Chrome has no `--version`. */
function starts(path: string): boolean {
  return isProgram(path) && (process.platform === "win32" || run(path, ["--version"], "ignore"));
}

function run(command: string, args: readonly string[], output: "inherit" | "ignore" = "inherit"): boolean {
  return spawnSync(command, [...args], { stdio: ["ignore", output, output] }).status === 0;
}

function systemBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...USUAL_PLACES].find(starts);
}

function playwrightsBrowser(): string | undefined {
  const path = chromium.executablePath();
  return starts(path) ? path : undefined;
}

function installByPlaywright(): string | undefined {
  say("none found; asking Playwright to download one (npx playwright install chromium)");
  run("npx", ["playwright", "install", "chromium"]);
  return playwrightsBrowser();
}

function installByDebian(): string | undefined {
  const isRootOnDebian = process.getuid?.() === 0 && isProgram("/usr/bin/apt-get");
  if (!isRootOnDebian) return undefined;
  say("Playwright's did not work; installing Debian's (apt-get install chromium)");
  const quiet = ["-y", "-q", "-o", "Dpkg::Use-Pty=0"];
  run("env", ["DEBIAN_FRONTEND=noninteractive", "apt-get", "update", "-q"]);
  run("env", ["DEBIAN_FRONTEND=noninteractive", "apt-get", "install", ...quiet, "chromium"]);
  return systemBrowser();
}

/**
 * The path of a Chromium that starts, installed if need be.
 * @throws when none can be had; the message holds the commands to run by hand.
 */
export function findBrowser(): string {
  const path = systemBrowser() ?? playwrightsBrowser() ?? installByPlaywright() ?? installByDebian();
  if (path === undefined) {
    throw new Error(
      "No Chromium was found and none could be installed. Run one of these, then try again:\n" +
        "  npx playwright install --with-deps chromium\n" +
        "  sudo apt-get update && sudo apt-get install -y chromium",
    );
  }
  say(`using ${path}`);
  return path;
}
