import { describe, expect, test } from "vitest";
import { fail, ok, refuse } from "../../../engine";
import type { Command } from "../../document/command";
import { EMPTY_DIAGRAM } from "../../document/diagram";
import type { RowDraft } from "../../document/row-draft";
import { missing } from "../rules/fault";
import { liveRows, rowMessages, withDraft } from "./live-rows";
import { messageIdIn } from "./RowMessages";
import type { RowForm } from "./row-form";

type Pair = Readonly<{ number: number; word: string }>;
type PairTexts = Readonly<{ number: string; word: string }>;

const command = (run: Command["run"]): Command => ({ label: () => "", run });

/** Pairs by number; "no" is a word that is refused, and no word at all is missing. */
const FORM: RowForm<Pair, PairTexts> = {
  id: "pairs",
  keyOf: ({ number }) => `${number}`,
  blank: { number: "", word: "" },
  textsOf: ({ number, word }) => ({ number: `${number}`, word }),
  read: ({ number, word }) =>
    word === "" ? fail({ word: missing("Enter a word") }) : ok({ number: Number(number), word }),
  put: (_, { word }) => command((diagram) => (word === "no" ? refuse("nameMissing") : ok(diagram))),
  remove: () => command(ok),
  inForceText: ({ word }) => word,
  orderOf: ({ number }) => number,
};

const TWO: readonly Pair[] = [
  { number: 20, word: "b" },
  { number: 10, word: "a" },
];

const draft = (texts: PairTexts, key: string | null, against = ""): RowDraft => ({
  draftId: key ?? "new 1",
  key,
  against,
  texts,
});

const OF_TEN = JSON.stringify({ number: "10", word: "a" });
const rowsOf = (
  records: readonly Pair[],
  drafts: readonly RowDraft[] = [],
  keys = new Map<string, string>(),
) => liveRows(FORM, records, drafts, keys, null);

describe("the rows of a live form", () => {
  test("stand in the records' order, those that are none yet last", () => {
    const rows = rowsOf(TWO, [draft({ number: "15", word: "" }, null)]);
    expect(rows.map(({ key, texts }) => [key, texts.number])).toEqual([
      ["10", "10"],
      ["20", "20"],
      ["new 1", "15"],
    ]);
  });

  test("show text that is not in force in place of what the record says", () => {
    const [ten] = rowsOf(TWO, [draft({ number: "10", word: "" }, "10", OF_TEN)]);
    expect(ten).toMatchObject({ record: { word: "a" }, texts: { word: "" } });
  });

  test("forget text that was typed against another record", () => {
    const changed = [{ number: 10, word: "c" }];
    expect(rowsOf(changed, [draft({ number: "10", word: "" }, "10", OF_TEN)])[0]).toMatchObject({
      draft: null,
      texts: { word: "c" },
    });
  });

  test("stay where they are while they are typed in, and keep their key under another number", () => {
    const typing = {
      rowKey: "10",
      texts: { number: "30", word: "a" },
      against: "",
      place: 10,
      field: "number",
      began: null,
    };
    const records = [
      { number: 20, word: "b" },
      { number: 30, word: "a" },
    ];
    const rows = liveRows(FORM, records, [], new Map([["30", "10"]]), typing);
    expect(rows.map(({ key }) => key)).toEqual(["10", "20"]);
    expect(rowsOf(records, [], new Map([["30", "10"]])).map(({ key }) => key)).toEqual(["20", "10"]);
  });

  test("never share a key", () => {
    const records = [...TWO, { number: 30, word: "c" }];
    const keys = rowsOf(records, [], new Map([["30", "10"]])).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });

  test("show typed text that is in force under another text until it is left", () => {
    const typing = {
      rowKey: "10",
      texts: { number: "010", word: "a" },
      against: OF_TEN,
      place: 10,
      field: "number",
      began: null,
    };
    expect(liveRows(FORM, TWO, [], new Map(), typing)[0]?.texts.number).toBe("010");
    expect(liveRows(FORM, [{ number: 10, word: "c" }], [], new Map(), typing)[0]?.texts.number).toBe("10");
  });
});

describe("the drafts of a live form", () => {
  test("are one a row, and those that count no more are dropped", () => {
    const old = draft({ number: "20", word: "" }, "20", "something else");
    const next = draft({ number: "10", word: "" }, "10", OF_TEN);
    expect(withDraft(FORM, TWO, [old], "10", next)).toEqual([next]);
    const later = { ...next, texts: { number: "11", word: "" } };
    expect(withDraft(FORM, TWO, [next], "10", later)).toEqual([later]);
    expect(withDraft(FORM, TWO, [next], "10", null)).toEqual([]);
  });
});

describe("a row's messages", () => {
  const messagesOf = (texts: PairTexts, isNew = false) => {
    const [row] = isNew ? rowsOf([], [draft(texts, null)]) : rowsOf(TWO, [draft(texts, "10", OF_TEN)]);
    return row === undefined ? [] : rowMessages(FORM, row, EMPTY_DIAGRAM);
  };

  test("name the field and what is in force meanwhile", () => {
    expect(messagesOf({ number: "10", word: "" })).toEqual([
      { field: "word", tone: "missing", text: "Enter a word. Not applied. Still in force: a" },
    ]);
    expect(messagesOf({ number: "10", word: "" }, true)).toMatchObject([
      { text: "Enter a word. Not applied." },
    ]);
  });

  test("carry EC2's code where the command says no", () => {
    expect(messagesOf({ number: "10", word: "no" })).toEqual([
      {
        field: "row",
        tone: "wrong",
        text: "InvalidParameterValue: Give it a name. Not applied. Still in force: a",
      },
    ]);
  });

  test("stand at the field with the key where another row has it already", () => {
    const taken = command(() => refuse("routeTaken", { destination: "20" }));
    const form: RowForm<Pair, PairTexts> = { ...FORM, wholeField: "number", put: () => taken };
    const [row] = rowsOf(TWO, [draft({ number: "20", word: "a" }, "10", OF_TEN)]);
    const messages = row === undefined ? [] : rowMessages(form, row, EMPTY_DIAGRAM);
    expect(messages).toMatchObject([{ field: "number", tone: "wrong" }]);
    expect(messageIdIn(messages, "id ")("number")).toEqual({ id: "id number", isAtField: true });
    expect(messageIdIn(messages, "id ")("word")).toBe(null);
  });

  test("about the row as a whole describe each of its fields, and make none of them wrong", () => {
    const [row] = rowsOf(TWO, [draft({ number: "10", word: "no" }, "10", OF_TEN)]);
    const messages = row === undefined ? [] : rowMessages(FORM, row, EMPTY_DIAGRAM);
    expect(messageIdIn(messages, "id ")("word")).toEqual({ id: "id row", isAtField: false });
  });

  test("are none while the text is in force", () => {
    const [row] = rowsOf(TWO);
    expect(row && rowMessages(FORM, row, EMPTY_DIAGRAM)).toEqual([]);
  });
});
