import { defineConfig } from "@playwright/test";
import { LAUNCH_ARGS } from "./e2e/browser";

/** Fixed, and not Vite's usual ones, so that a development server in another window is neither hit nor in the way. */
const PORT = 4187;
const SUB_PATH_PORT = 4188;

/** Set by e2e/browser-setup.ts when this file is read again in the workers; tools that only read it look for no browser. */
const browser = process.env.PATHLIGHT_BROWSER;

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/browser-setup.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "node_modules/.cache/pathlight/e2e.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    locale: "en-US",
    trace: "off",
    video: "off",
    screenshot: "only-on-failure",
    // Only the offline journey wants one: elsewhere it would fetch the whole site again for each test.
    serviceWorkers: "block",
    launchOptions: { ...(browser === undefined ? {} : { executablePath: browser }), args: LAUNCH_ARGS },
  },
  webServer: [
    { command: `vite preview --host 127.0.0.1 --port ${PORT} --strictPort`, port: PORT },
    {
      command: `vite preview --host 127.0.0.1 --port ${SUB_PATH_PORT} --strictPort --base /courses/aws/pathlight/`,
      url: `http://127.0.0.1:${SUB_PATH_PORT}/courses/aws/pathlight/`,
    },
  ],
});
