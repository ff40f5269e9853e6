import { describe, expect, test } from "vitest";
import type { Network } from "../model/network";
import { BASE_WORLD } from "../testing/base-world";
import { changed, QUESTION_VECTORS, type QuestionVector } from "../testing/vectors";
import type { Answer } from "./answer";
import { explain } from "./explain";
import { question } from "./names";

/** "A -> B tcp 80", "A -> B icmp 8/0", "A -> B 47". */
const inputOf = (ask: string) => {
  const [from, , to, protocol, detail] = ask.split(" ");
  if (detail === undefined) return { from, to, protocol };
  if (!detail.includes("/")) return { from, to, protocol, port: Number(detail) };
  const [icmpType, icmpCode] = detail.split("/").map(Number);
  return { from, to, protocol, icmpType, icmpCode };
};

const answerTo = (network: Network, ask: string): Answer => {
  const asked = question(network, inputOf(ask));
  if (!asked.ok) throw new Error(asked.error.message);
  return explain(network, asked.value);
};

/** The rule that decides: of the last group on the way, which is the receiver's where the receiver is inside. */
const told = (answer: Answer): string => {
  const rule = answer.path.findLast((hop) => hop.component === "security-group")?.rule;
  if (answer.verdict === "allowed") return rule === undefined ? "allowed" : `allowed by ${rule}`;
  const blockers = answer.blockers.map(({ code, component }) => `${code} ${component}`);
  return `${answer.verdict}: ${blockers.join(", ")}`;
};

/** Each question with the network as the steps so far have made it. */
const questionsOf = ({ steps }: QuestionVector) => {
  let network = BASE_WORLD;
  return steps.flatMap((step) => {
    network = changed(step.change, network);
    const now = network;
    return step.questions.map((each) => ({ ...each, network: now }));
  });
};

describe.each(QUESTION_VECTORS)("$id: $title", (vector) => {
  test.each(questionsOf(vector))("$ask is $answer", ({ network, ask, answer }) => {
    const given = answerTo(network, ask);
    expect(told(given)).toBe(answer);
    expect(given.reply).toBe(answer.startsWith("allowed") ? "allowed" : null);
  });
});
