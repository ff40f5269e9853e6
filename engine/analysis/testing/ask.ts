/** Questions about the base world, written shortly, for tests. */
import { BASE_WORLD } from "../../testing/base-world";
import { change, type Part } from "../../testing/network-builder";
import type { Answer } from "../answer";
import { explain } from "../explain";
import { type QuestionInput, question } from "../names";

/** Asks about the base world with something more, or something else. */
export const ask = (input: QuestionInput, ...parts: readonly Part[]): Answer => {
  const network = change(BASE_WORLD, ...parts);
  const asked = question(network, input);
  if (!asked.ok) throw new Error(asked.error.message);
  return explain(network, asked.value);
};

export const tcp = (from: string, to: string, port: number): QuestionInput => ({
  from,
  to,
  protocol: "tcp",
  port,
});

export const udp = (from: string, to: string, port: number): QuestionInput => ({
  from,
  to,
  protocol: "udp",
  port,
});

/** What stops it, and "<" before what stops the reply. */
export const codes = ({ blockers }: Answer): readonly string[] =>
  blockers.map(
    ({ code, component, direction }) => `${direction === "return" ? "< " : ""}${code} ${component}`,
  );

export const hops = ({ path }: Pick<Answer, "path">): readonly string[] =>
  path.map(({ component, id, rule }) => [component, id, rule].join(" ").trim());
