import { describe, expect, test } from "vitest";
import { BASE_WORLD } from "../../engine/testing/base-world";
import { batchCommand, newTally, replyTo, strangeFields } from "./batch-command";

describe("a batch", () => {
  test.each([
    ["[]", "notAnObject"],
    ["7", "notAnObject"],
    ['{"id":1,"from":["w1"],"to":"dw","protocol":"tcp","port":1}', "wrongType"],
    ['{"id":1,"from":"w1","to":"dw","protocol":"tcp","port":"1"}', "wrongType"],
    ['{"id":1,"from":"w1","to":"dw","protocol":47,"port":1}', "notAllowed"],
    [
      '{"id":1,"from":"w1","to":"dw","protocol":"tcp","port":1,"client":"linux","sourcePort":2}',
      "notAllowed",
    ],
    ['{"id":1,"from":"w1","to":"dw","protocol":"tcp","port":1,"client":"mac"}', "outOfRange"],
    ['{"id":1,"from":"w1","to":"dw","protocol":"tcp","port":1,"sourceport":2}', "unknownField"],
    ['{"id":1,"from":"w1","to":"dw","protocol":"icmp","icmp_type":3}', "unknownField"],
    ['{"id":1,"from":"nobody","to":"dw","protocol":47}', "unknownName"],
  ])("says what is wrong with %s: %s", (line, code) => {
    expect(JSON.parse(replyTo(BASE_WORLD, line).text)).toMatchObject({ error: { code } });
  });

  test("says which end has the wrong name", () => {
    const line = '{"id":1,"from":"w1","to":"nobody","protocol":47}';
    expect(JSON.parse(replyTo(BASE_WORLD, line).text).error.message).toBe(
      '"to": Nothing here is called "nobody".',
    );
  });

  test("says which field a misspelt one is, under the question's id", () => {
    const line = '{"id":7,"from":"w1","to":"dw","protocol":"tcp","port":1,"source-port":2}';
    expect(replyTo(BASE_WORLD, line).text).toBe(
      '{"id":7,"error":{"code":"unknownField","message":"\\"source-port\\" is no field of a question: write \\"sourcePort\\"."}}\n',
    );
  });

  test("answers a question with further fields, and tells each of them once", async () => {
    const question = { id: 1, from: "w1", to: "dw", protocol: "tcp", port: 5432 };
    const lines = [question, { ...question, why: "a" }, { ...question, why: "b", "a\nb": 1 }];
    const tally = newTally();
    const answers = new Set<string>();
    const texts = lines.map((each) => JSON.stringify(each));
    for await (const answer of batchCommand(BASE_WORLD, texts, tally)) answers.add(answer);
    expect(answers.size).toBe(1);
    expect(strangeFields(tally)).toEqual([
      '"why" is no field of a question and is passed over, first in line 2.',
      '"a\\nb" is no field of a question and is passed over, first in line 3.',
    ]);
  });

  test("is one line for every reader of lines", () => {
    const text = replyTo(BASE_WORLD, '{"id":"a\u2028b\u0085c"}').text;
    expect(text.trimEnd().split(/[\n\u0085\u2028\u2029]/)).toHaveLength(1);
    expect(JSON.parse(text).id).toBe("a\u2028b\u0085c");
  });

  test("gives back an id as it came", () => {
    const question = { from: "w1", to: "dw", protocol: "tcp", port: 1 };
    for (const id of ["7", '"a"', "null", "1.50", "1e3", '{"n":[1,null]}', "12345678901234567890"]) {
      const line = `{"id":${id},${JSON.stringify(question).slice(1)}`;
      expect(replyTo(BASE_WORLD, line).text.startsWith(`{"id":${id},"verdict"`)).toBe(true);
    }
  });
});
