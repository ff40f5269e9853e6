import {
  type Answer,
  assumptionText,
  type Blocker,
  explain,
  fail,
  type Hop,
  type Network,
  notJudgedText,
  ok,
  type QuestionField,
  type QuestionInput,
  question,
  type Result,
  type Verdict,
} from "../../engine";
import { jsonText } from "./json-text";
import { questionFault } from "./question-fault";
import { section } from "./table";

const VERDICTS = { allowed: "Allowed", blocked: "Blocked", partial: "Partly allowed" } as const;

const REASONS = {
  pairs: "some of the pairs only",
  addresses: "some of the addresses only",
  ephemeral: "some of the reply's ports only",
} as const;

const verdictLine = ({ from, to, protocol, port }: QuestionInput, { verdict, reason }: Answer): string => {
  const why = reason === undefined ? "" : ` (${REASONS[reason]})`;
  const what = [protocol, port].filter((part) => part !== undefined).join(" ");
  return `${VERDICTS[verdict]}${why}: ${what} from ${from} to ${to}`;
};

const REPLIES: Readonly<Record<Verdict, string>> = {
  allowed: "Its reply gets back.",
  partial: "Its reply gets back to some only.",
  blocked: "Its reply does not get back.",
};

/** TCP needs its reply, all else does not: there a packet may get through whose reply does not. */
const replyLine = ({ verdict, reply }: Answer): readonly string[] => {
  if (reply === null) return [];
  if (reply === "blocked" && verdict !== "blocked")
    return ["It gets there, but its reply does not get back."];
  return [REPLIES[reply]];
};

const blockerRows = ({ blockers }: Answer, direction: Blocker["direction"]) =>
  blockers
    .filter((each) => each.direction === direction)
    .map(({ code, component, message }) => [code, component, message]);

const hopRows = (hops: readonly Hop[]): readonly (readonly string[])[] =>
  hops.map((hop) => [hop.code === undefined ? "" : "x", hop.component, hop.id, hop.message]);

/** An answer for people: verdict, path there and back, blockers, pairs, and what was not looked at. */
export const answerText = (input: QuestionInput, answer: Answer): string => {
  const lines = [
    verdictLine(input, answer),
    ...replyLine(answer),
    ...section("Path", hopRows(answer.path)),
    ...section("Path of the reply", hopRows(answer.replyPath)),
    ...section("What blocks it", blockerRows(answer, "forward")),
    ...section("What blocks its reply", blockerRows(answer, "return")),
    ...section(
      "Pairs",
      (answer.pairs ?? []).map((pair) => [pair.from, "->", pair.to, pair.verdict]),
    ),
    ...section(
      "Assumed",
      answer.assumptions.map((code) => [assumptionText(code)]),
    ),
    ...section(
      "Not looked at",
      answer.notJudged.map((code) => [notJudgedText(code)]),
    ),
  ];
  return `${lines.join("\n")}\n`;
};

/** A field of a question as the command line writes it. */
const optionOf = (field: QuestionField): string =>
  `--${field.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`;

/** Answers one question. The error is one line. */
export const testCommand = (
  network: Network,
  input: QuestionInput,
  asJson: boolean,
): Result<string, string> => {
  const asked = question(network, input);
  if (!asked.ok) return fail(questionFault(asked.error, optionOf));
  const answer = explain(network, asked.value);
  return ok(asJson ? `${jsonText(answer)}\n` : answerText(input, answer));
};
