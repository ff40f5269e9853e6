import { describe, expect, test } from "vitest";
import { createEngine } from "../engine";
import type { Network } from "../model/network";
import { BASE_WORLD } from "../testing/base-world";
import { amountIn } from "../testing/traffic-items";
import { changed, QUESTION_VECTORS, type QuestionVector, WAITING_VECTORS } from "../testing/vectors";
import type { Answer, Blocker, TrafficItem } from "./answer";
import { explain } from "./explain";
import { question } from "./names";
import { portsText } from "./traffic-label";

/** "A -> B tcp 80", "A -> B tcp 80 from 40000", "A -> B tcp 80 from linux", "A -> B icmp 8/0", "A -> B 47". */
const inputOf = (ask: string) => {
  const [from, , to, protocol, detail, , client] = ask.split(" ");
  if (detail === undefined) return { from, to, protocol };
  if (!detail.includes("/")) return { from, to, protocol, port: Number(detail), ...clientOf(client) };
  const [icmpType, icmpCode] = detail.split("/").map(Number);
  return { from, to, protocol, icmpType, icmpCode };
};

const clientOf = (client: string | undefined) => {
  if (client === undefined) return {};
  return /^\d+$/.test(client) ? { sourcePort: Number(client) } : { client };
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
  const reason = answer.reason === undefined ? "" : `, ${answer.reason}`;
  return `${answer.verdict}${reason}: ${answer.blockers.map(blockerText).join(", ")}`;
};

const blockerText = ({ code, component, rule, direction }: Blocker): string =>
  [direction === "return" ? "back" : [], code, component, rule ?? []].flat().join(" ");

/** The reply of a request that gets through: what stops it is on the way back only. */
const replyTo = (answer: string): Answer["reply"] => {
  if (answer.startsWith("allowed")) return "allowed";
  if (answer.startsWith("partial")) return "partial";
  const [, blockers = ""] = answer.split(": ");
  return blockers.split(", ").every((blocker) => blocker.startsWith("back ")) ? "blocked" : null;
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

const listedAmount = (answer: string) => {
  if (answer.startsWith("allowed")) return "whole";
  return answer.startsWith("partial") ? "some" : "none";
};

describe("what waits, and for what", () => {
  test.skip.each(WAITING_VECTORS)("$id: $title ($reason)", () => {});
  test.skip.each(
    QUESTION_VECTORS.flatMap(({ id, waitsFor = [] }) => waitsFor.map((each) => ({ id, ...each }))),
  )("$id: $part ($reason)", () => {});
});

describe.each(QUESTION_VECTORS)("$id: $title", (vector) => {
  test.each(questionsOf(vector))("$ask is $answer", ({ network, ask, answer }) => {
    const given: Answer = explain(network, read(network, ask));
    expect(told(given)).toBe(answer);
    expect(given.reply).toBe(replyTo(answer));
  });
  test.each(questionsOf(vector).filter(asksForPair))(
    "$ask is in the list of pairs likewise: $answer",
    (row) => {
      const [from = "", , to = ""] = row.ask.split(" ");
      const { packet } = read(row.network, row.ask);
      const amount = amountIn(listedTraffic(row.network, from, to), packet);
      expect(amount).toBe(listedAmount(row.answer));
    },
  );

  test.each(listedOf(vector))("$from -> $to is listed with $protocol: $ports", ({ network, ...row }) => {
    const item = listedTraffic(network, row.from, row.to).find(({ protocol }) => protocol === row.protocol);
    expect(item === undefined ? "none" : portsText(item)).toBe(row.ports);
  });
});
