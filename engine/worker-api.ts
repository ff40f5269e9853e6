import type {
  AnalysisUpdate,
  Answer,
  EndId,
  InterfacePairs,
  PairRules,
  PathDelta,
  TierId,
} from "./analysis/answer";
import type { PackedUpdate } from "./analysis/packed-update";
import type { PairsQuery, Question } from "./analysis/question";
import type { Network } from "./model/network";
import type { NetworkChanges } from "./model/network-changes";

/** What the engine's worker answers. The same object answers in the process, without a worker (headless command, tests). */
export type Engine = Readonly<{
  /** Forgets everything and starts from this network; the next `settle` counts from here. */
  load(network: Network): AnalysisUpdate;
  /** Brings the changed records in. */
  apply(changes: NetworkChanges): AnalysisUpdate;
  /** Goes on with what a slice of work left over; an update that says so is complete. */
  advance(): AnalysisUpdate;
  /** What has to do with these ids (of interfaces, what they are attached to, groups, subnets, tiers) comes first from now on. */
  focus(ids: readonly string[]): void;
  /** The difference in paths since the last `load` or `settle`; goes on counting from there (a pause in a text field). */
  delta(): PathDelta;
  /** The difference in paths since the last `load` or `settle`; from now on counts from here. */
  settle(): PathDelta;
  /** Tests one packet: every hop, every blocker. */
  test(question: Question): Answer;
  interfacePairs(query: PairsQuery): InterfacePairs;
  /** The rules on both ends that permit anything between two ends. */
  pairRules(from: EndId, to: EndId): PairRules;
  /** The rules on both ends that permit anything between two tiers. */
  tierPairRules(from: TierId, to: TierId): PairRules;
}>;

type Told = "load" | "apply" | "advance";

/** The same at the worker's door: updates travel packed. */
export type PackedEngine = Readonly<{
  [Name in keyof Engine]: Name extends Told
    ? (...parameters: Parameters<Engine[Name]>) => PackedUpdate
    : Engine[Name];
}>;
