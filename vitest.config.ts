import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["engine/**/*.test.ts", "app/**/*.test.ts"],
    setupFiles: ["engine/testing/seed.ts"],
    environment: "node",
  },
});
