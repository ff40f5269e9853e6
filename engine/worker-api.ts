import type {
  AnalysisUpdate,
  Answer,
  EndId,
  InterfacePairs,
  PairRules,
  PairsQuery,
  PathDelta,
  Question,
  TierId,
} from "./analysis/answer";
import type { Network } from "./model/network";
import type { NetworkChanges } from "./model/network-changes";

/** What the engine's worker answers. The same object answers in the process, without a worker (headless command, tests). */
export type Engine = Readonly<{
  /** Forgets everything and starts from this network; the next `settle` counts from here. */
  load(network: Network): AnalysisUpdate;
  /** Brings the changed records in. */
  apply(changes: NetworkChanges): AnalysisUpdate;
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
