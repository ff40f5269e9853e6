import { explain, fail, type Network, ok, type QuestionInput, question, type Result } from "../../engine";
import { jsonText } from "./json-text";
import { questionFault } from "./question-fault";

type LineError = Readonly<{ code: string; message: string }>;

type Line = Readonly<{ id: string; input: Result<QuestionInput, LineError> }>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The id as JSON text. A number is copied from the line, since a long one would lose digits when read. */
const idText = (id: unknown, line: string): string => {
  if (typeof id !== "number") return jsonText(id ?? null);
  const [, written] = /"id"\s*:\s*(-?\d[\d.eE+-]*)/.exec(line) ?? [];
  return written !== undefined && Number(written) === id ? written : String(id);
};

const readLine = (line: string): Line => {
  try {
    const value: unknown = JSON.parse(line);
    if (isRecord(value)) return { id: idText(value.id, line), input: ok(value) };
    return { id: "null", input: fail({ code: "notAnObject", message: "A question must be a JSON object." }) };
  } catch (error) {
    const message = `This line is no JSON: ${error instanceof Error ? error.message : error}.`;
    return { id: "null", input: fail({ code: "invalidJson", message }) };
  }
};

type Reply = Readonly<{ text: string; isAnswer: boolean }>;

/** `body` is a JSON object that goes behind the id. */
const withId = (id: string, body: object): string => `{"id":${id},${jsonText(body).slice(1)}\n`;

/** The answer to one line of a batch, as a line. Its keys are those of a single answer, behind the id. */
export const replyTo = (network: Network, line: string): Reply => {
  const { id, input } = readLine(line);
  if (!input.ok) return { text: withId(id, { error: input.error }), isAnswer: false };
  const asked = question(network, input.value);
  if (asked.ok) return { text: withId(id, explain(network, asked.value)), isAnswer: true };
  const message = questionFault(asked.error, (field) => `"${field}"`);
  return { text: withId(id, { error: { code: asked.error.code, message } }), isAnswer: false };
};

/** How a batch went. `firstBad` is a line number, counted from 1. */
export type BatchTally = { asked: number; bad: number; firstBad: number };

export const newTally = (): BatchTally => ({ asked: 0, bad: 0, firstBad: 0 });

/** Answers questions in their order and counts those that could not be answered. Blank lines are passed over. */
export async function* batchCommand(
  network: Network,
  lines: AsyncIterable<string> | Iterable<string>,
  tally: BatchTally,
): AsyncGenerator<string> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === "") continue;
    const { text, isAnswer } = replyTo(network, line);
    tally.asked += 1;
    if (!isAnswer) tally.bad += 1;
    if (!isAnswer && tally.firstBad === 0) tally.firstBad = number;
    yield text;
  }
}
