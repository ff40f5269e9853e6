import type { Network } from "../../../engine";
import type { Layout } from "../diagram";

/** A part of a design: what was copied (`roots`) with all that lies in it. Plain JSON. */
export type Clip = Readonly<{ roots: readonly string[]; network: Network; layout: Layout }>;
