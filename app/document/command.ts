import type { Ec2ErrorCode, Result } from "../../engine";
import type { Diagram } from "./diagram";

/** Why a command was refused: EC2's code and the facts a sentence needs. Sentences are made in refusal-sentences.ts. */
export type Refusal = Readonly<{
  code: Ec2ErrorCode;
  reason: string;
  facts: Readonly<Record<string, string>>;
}>;

/**
 * A function that can say no. `label` is what undo shows ("Add rule to web"). Commands in a row with the same `mergeKey`
 * are one undo step (typing in one field).
 */
export type Command = Readonly<{
  label: string;
  mergeKey?: string;
  run(diagram: Diagram): Result<Diagram, Refusal>;
}>;
