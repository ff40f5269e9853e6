import {
  explain,
  fail,
  type Network,
  ok,
  type QuestionField,
  type QuestionInput,
  question,
  type Result,
} from "../../engine";
import { jsonText } from "./json-text";
import { questionFault } from "./question-fault";

type LineError = Readonly<{ code: string; message: string }>;

/** `strange` are fields that no question has. */
type Line = Readonly<{ id: string; input: Result<QuestionInput, LineError>; strange: readonly string[] }>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The id as JSON text. A number is copied from the line, since a long one would lose digits when read. */
const idText = (id: unknown, line: string): string => {
  if (typeof id !== "number") return jsonText(id ?? null);
  const [, written] = /"id"\s*:\s*(-?\d[\d.eE+-]*)/.exec(line) ?? [];
  return written !== undefined && Number(written) === id ? written : String(id);
};

const FIELDS: readonly (QuestionField | "id")[] = [
  "id",
  "from",
  "to",
  "protocol",
  "port",
  "sourcePort",
  "client",
  "icmpType",
  "icmpCode",
];

const bare = (field: string): string => field.toLowerCase().replace(/[-_\s]/g, "");

/** `sourceport` for `sourcePort`: who writes this means the field, and would get an answer to another question. */
const misspelt = (strange: readonly string[]): Result<null, LineError> => {
  for (const field of strange) {
    const meant = FIELDS.find((each) => bare(each) === bare(field));
    if (meant === undefined) continue;
    const message = `${JSON.stringify(field)} is no field of a question: write "${meant}".`;
    return fail({ code: "unknownField", message });
  }
  return ok(null);
};

const unread = (code: string, message: string): Line => ({
  id: "null",
  input: fail({ code, message }),
  strange: [],
});

const readLine = (line: string): Line => {
  try {
    const value: unknown = JSON.parse(line);
    if (!isRecord(value)) return unread("notAnObject", "A question must be a JSON object.");
    const strange = Object.keys(value).filter((key) => !FIELDS.some((field) => field === key));
    const spelling = misspelt(strange);
    return { id: idText(value.id, line), input: spelling.ok ? ok(value) : spelling, strange };
  } catch (error) {
    return unread("invalidJson", `This line is no JSON: ${error instanceof Error ? error.message : error}.`);
  }
};

type Reply = Readonly<{ text: string; isAnswer: boolean; strange: readonly string[] }>;

/** `body` is a JSON object that goes behind the id. */
const withId = (id: string, body: object): string => `{"id":${id},${jsonText(body).slice(1)}\n`;

/** The answer to one line of a batch, as a line. Its keys are those of a single answer, behind the id. */
export const replyTo = (network: Network, line: string): Reply => {
  const { id, input, strange } = readLine(line);
  if (!input.ok) return { text: withId(id, { error: input.error }), isAnswer: false, strange: [] };
  const asked = question(network, input.value);
  if (asked.ok) return { text: withId(id, explain(network, asked.value)), isAnswer: true, strange };
  const message = questionFault(asked.error, (field) => `"${field}"`);
  return { text: withId(id, { error: { code: asked.error.code, message } }), isAnswer: false, strange };
};

/** How a batch went. Lines are counted from 1; `strange` tells in which line a field that no question has came first. */
export type BatchTally = { asked: number; bad: number; firstBad: number; strange: Map<string, number> };

export const newTally = (): BatchTally => ({ asked: 0, bad: 0, firstBad: 0, strange: new Map() });

/** What there is to say of fields that were passed over. */
export const strangeFields = ({ strange }: BatchTally): readonly string[] =>
  [...strange].map(
    ([field, line]) =>
      `${JSON.stringify(field)} is no field of a question and is passed over, first in line ${line}.`,
  );

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
    const { text, isAnswer, strange } = replyTo(network, line);
    tally.asked += 1;
    if (!isAnswer) tally.bad += 1;
    if (!isAnswer && tally.firstBad === 0) tally.firstBad = number;
    for (const field of strange) if (!tally.strange.has(field)) tally.strange.set(field, number);
    yield text;
  }
}
