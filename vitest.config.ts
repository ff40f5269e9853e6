import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["engine/**/*.test.ts", "app/**/*.test.ts"],
    setupFiles: [".ci/seed.ts"],
    environment: "node",
    // Random runs take their time on a busy machine.
    testTimeout: 60_000,
  },
});
