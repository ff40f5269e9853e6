/**
 * Who may import whom. A room is a folder; a room may always import itself. docs/architecture.md says why.
 * `npm run layers` (.ci/layers.ts) checks it.
 */
const DOOR = "engine/index\\.ts";
const VIEW_NEEDS = [
  DOOR,
  "app/document/",
  "app/store/",
  "app/scene/",
  "app/ui/",
  "app/analysis/engine-context",
];

const MAY_IMPORT = {
  "engine/net/": ["engine/result\\.ts"],
  "engine/model/": ["engine/result\\.ts", "engine/net/"],
  "engine/validation/": ["engine/result\\.ts", "engine/net/", "engine/model/"],
  "engine/analysis/": ["engine/result\\.ts", "engine/net/", "engine/model/"],
  "engine/formats/": ["engine/result\\.ts", "engine/net/", "engine/model/", "engine/validation/"],
  "app/ui/": [],
  "app/document/": [DOOR],
  "app/store/": [DOOR, "app/document/"],
  "app/scene/": [DOOR, "app/document/", "app/store/"],
  "app/analysis/": [DOOR, "app/document/", "app/store/"],
  "app/file/": [DOOR, "app/document/", "app/store/", "app/ui/"],
  "app/canvas/": VIEW_NEEDS,
  "app/inspector/": VIEW_NEEDS,
  "app/drawer/": VIEW_NEEDS,
  "app/shell/": [...VIEW_NEEDS, "app/file/"],
  "app/cli/": [DOOR, "app/document/"],
  "e2e/": [],
};

/** A library that only one room knows, so that it can be replaced there. */
const ONE_ROOM = {
  "ipaddr\\.js": "engine/net/",
  comlink: "(engine/worker\\.ts|app/analysis/)",
  zustand: "app/store/",
  "idb-keyval": "app/file/",
  "@xyflow/react": "app/canvas/",
  "z3-solver": "engine/bench/solver\\.ts",
  elkjs: "(app/canvas/|app/scene/arrange\\.test\\.ts)",
  tinykeys: "app/shell/",
  "@cloudscape-design": "app/(inspector|drawer)/",
};

const TEST = "(\\.test\\.tsx?$|/testing/)";
const OWN = "^(engine|app|e2e)/";
/** What only tests use: a folder or file named `testing` in any room. */
const TESTING = "/testing(/|\\.ts$)";

const rooms = Object.entries(MAY_IMPORT).map(([room, others]) => ({
  name: `room ${room}`,
  severity: "error",
  comment: `${room} may import ${others.join(", ") || "nothing else of ours"}; tests may also use engine/testing/.`,
  from: { path: `^${room}`, pathNot: [TEST, TESTING] },
  to: { path: OWN, pathNot: [room, ...others].map((path) => `^${path}`) },
}));

const libraries = Object.entries(ONE_ROOM).map(([library, room]) => ({
  name: `only ${room} knows ${library}`,
  severity: "error",
  from: { path: OWN, pathNot: `^${room}` },
  to: { path: `^node_modules/${library}(/|$)` },
}));

const others = [
  {
    name: "app enters the engine by its door",
    severity: "error",
    from: { path: "^app/" },
    to: { path: "^engine/", pathNot: ["^engine/index\\.ts$", "^engine/testing/"] },
  },
  {
    name: "the engine does not know the app",
    severity: "error",
    from: { path: "^engine/" },
    to: { path: "^(app|e2e)/" },
  },
  {
    name: "the engine needs no Node, no React",
    severity: "error",
    from: { path: "^engine/", pathNot: [TEST, "^engine/testing/", "^engine/bench/run/"] },
    to: { path: ["^node_modules/react", "^node:", "^(fs|path|os|process|worker_threads|child_process)$"] },
  },
  {
    name: "the headless command needs no React",
    severity: "error",
    from: { path: "^app/(cli|document|scene)/" },
    to: { path: "^node_modules/(react|react-dom)/", reachable: true },
  },
  {
    name: "only tests use testing code",
    severity: "error",
    from: { path: "^(engine|app)/", pathNot: [TEST, TESTING] },
    to: { path: [TESTING, TEST, "^node_modules/(vitest|fast-check)/"] },
  },
  {
    name: "nothing that is shipped knows the benchmark",
    severity: "error",
    from: { path: "^(engine|app)/", pathNot: [TEST, "^engine/bench/"] },
    to: { path: "^engine/bench/" },
  },
  { name: "no cycles", severity: "error", from: {}, to: { circular: true } },
  {
    name: "no orphans",
    severity: "error",
    // d3-color.ts takes the place of a package, which only vite.config.ts names.
    from: {
      orphan: true,
      path: OWN,
      pathNot: ["\\.d\\.ts$", "\\.css$", "tsconfig\\.json$", "^app/canvas/d3-color\\.ts$"],
    },
    to: {},
  },
  { name: "every import is found", severity: "error", from: {}, to: { couldNotResolve: true } },
];

module.exports = {
  forbidden: [...rooms, ...libraries, ...others],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "tsconfig\\.json$" },
    // Imports of types count too: a type is knowledge of another room.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".json", ".css"],
      conditionNames: ["import", "default"],
      exportsFields: ["exports"],
    },
  },
};
