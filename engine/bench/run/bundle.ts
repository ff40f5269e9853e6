import { build } from "vite";

const FOLDER = "node_modules/.cache/pathlight-bench";

/**
 * Bundles what runs in the child processes as the site's build does, since a loader that compiles on the fly adds calls of its
 * own to every function. Gives the path of the program.
 */
export async function bundleChild(): Promise<string> {
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      ssr: "engine/bench/run/child.ts",
      outDir: FOLDER,
      emptyOutDir: true,
      minify: "oxc",
      rollupOptions: { output: { entryFileNames: "child.mjs" } },
    },
  });
  return `${FOLDER}/child.mjs`;
}
