import { describe, expect, test } from "vitest";
import { createEngine } from "../engine";
import type { Network } from "../model/network";
import { BASE_WORLD } from "../testing/base-world";
import { amountIn } from "../testing/traffic-items";
import { changed, QUESTION_VECTORS, type QuestionVector } from "../testing/vectors";
import type { Answer, TrafficItem } from "./answer";
import { explain } from "./explain";
import { question } from "./names";
import { portsText } from "./traffic-label";

/** "A -> B tcp 80", "A -> B icmp 8/0", "A -> B 47". */
const inputOf = (ask: string) => {
  const [from, , to, protocol, detail] = ask.split(" ");
  if (detail === undefined) return { from, to, protocol };
  if (!detail.includes("/")) return { from, to, protocol, port: Number(detail) };
  const [icmpType, icmpCode] = detail.split("/").map(Number);
  return { from, to, protocol, icmpType, icmpCode };
};

const read = (network: Network, ask: string) => {
  const asked = question(network, inputOf(ask));
  if (!asked.ok) throw new Error(asked.error.message);
  return asked.value;
};

/** What the list of all pairs says of one of them; none where it is not listed. */
const listedTraffic = (network: Network, from: string, to: string): readonly TrafficItem[] => {
  const engine = createEngine();
  engine.load(network);
  const { ends, traffic, pairs } = engine.interfacePairs({ kind: "all" });
  for (let at = 0; at < pairs.length; at += 3) {
    if (ends[pairs[at] ?? 0] === from && ends[pairs[at + 1] ?? 0] === to)
      return traffic[pairs[at + 2] ?? 0] ?? [];
  }
  return [];
};

/** The rule that decides: of the last group on the way, which is the receiver's where the receiver is inside. */
const told = (answer: Answer): string => {
  const rule = answer.path.findLast((hop) => hop.component === "security-group")?.rule;
  if (answer.verdict === "allowed") return rule === undefined ? "allowed" : `allowed by ${rule}`;
  const blockers = answer.blockers.map(({ code, component }) => `${code} ${component}`);
  return `${answer.verdict}: ${blockers.join(", ")}`;
};

/** The steps with the network as those so far have made it. */
const stepsOf = ({ steps }: QuestionVector) => {
  let network = BASE_WORLD;
  return steps.map((step) => {
    network = changed(step.change, network);
    return { ...step, network };
  });
};

const questionsOf = (vector: QuestionVector) =>
  stepsOf(vector).flatMap(({ questions, network }) => questions.map((each) => ({ ...each, network })));

const listedOf = (vector: QuestionVector) =>
  stepsOf(vector).flatMap(({ listed = [], network }) => listed.map((each) => ({ ...each, network })));

/** Two interfaces by their ids, which the list of pairs has too. */
const asksForPair = ({ ask }: Readonly<{ ask: string }>): boolean => /^eni-\S+ -> eni-/.test(ask);

describe.each(QUESTION_VECTORS)("$id: $title", (vector) => {
  test.each(questionsOf(vector))("$ask is $answer", ({ network, ask, answer }) => {
    const given: Answer = explain(network, read(network, ask));
    expect(told(given)).toBe(answer);
    expect(given.reply).toBe(answer.startsWith("allowed") ? "allowed" : null);
  });
  test.each(questionsOf(vector).filter(asksForPair))(
    "$ask is in the list of pairs likewise: $answer",
    (row) => {
      const [from = "", , to = ""] = row.ask.split(" ");
      const { packet } = read(row.network, row.ask);
      const amount = amountIn(listedTraffic(row.network, from, to), packet);
      expect(amount).toBe(row.answer.startsWith("allowed") ? "whole" : "none");
    },
  );

  test.each(listedOf(vector))("$from -> $to is listed with protocol $protocol", ({ network, ...row }) => {
    const item = listedTraffic(network, row.from, row.to).find(({ protocol }) => protocol === row.protocol);
    expect(item && portsText(item)).toBe(row.ports);
  });
});
