import { describe, expect, test } from "vitest";
import { EMPTY_NETWORK } from "../../engine";
import { EMPTY_TEST_FORM } from "./initial-state";
import type { TestForm } from "./state";
import { readTestForm } from "./test-question";

const read = (fields: Partial<TestForm>) => readTestForm(EMPTY_NETWORK, { ...EMPTY_TEST_FORM, ...fields });
const faults = (fields: Partial<TestForm>) => {
  const reading = read(fields);
  return reading.kind === "wrong" ? Object.keys(reading.faults) : [];
};
const ends = { from: "internet", to: "203.0.113.7" };

describe("the test's form", () => {
  test("is a question when its fields are filled", () => {
    expect(read({ ...ends, port: " 22 " })).toEqual({
      kind: "question",
      question: {
        from: [{ kind: "internet" }],
        to: [{ kind: "address", address: "203.0.113.7" }],
        packet: { protocol: 6, port: 22 },
      },
    });
  });

  test("asks nothing while a field that it needs is empty", () => {
    expect(read({ from: "internet" })).toEqual({ kind: "incomplete" });
    expect(read({ ...ends, port: "" })).toEqual({ kind: "incomplete" });
    expect(read({ ...ends, protocol: " " })).toEqual({ kind: "incomplete" });
  });

  test("gives only the fields that the protocol has", () => {
    const icmp = read({ ...ends, protocol: "icmp", port: "22", icmpType: "3", icmpCode: "4" });
    expect(icmp.kind === "question" && icmp.question.packet).toEqual({
      protocol: 1,
      icmpType: 3,
      icmpCode: 4,
    });
    const gre = read({ ...ends, protocol: "47", port: "22", icmpType: "3" });
    expect(gre.kind === "question" && gre.question.packet).toEqual({ protocol: 47 });
  });

  test("asks for a kind of client only where the protocol has ports", () => {
    const udp = read({ ...ends, protocol: "udp", client: "windows" });
    expect(udp.kind === "question" && udp.question.packet).toEqual({
      protocol: 17,
      port: 22,
      clientProfile: "windows",
    });
    expect(read({ ...ends, protocol: "icmp", client: "windows" }).kind).toBe("question");
  });

  test("says which number is wrong", () => {
    expect(read({ ...ends, port: "65536" })).toEqual({
      kind: "wrong",
      faults: { port: "65536 is not a port (0–65535)." },
    });
    expect(faults({ ...ends, protocol: "icmp", icmpType: "echo" })).toEqual(["icmpType"]);
  });

  test("says which name is wrong, even while the rest is empty", () => {
    expect(faults({ from: "10.0.300.1", port: "" })).toEqual(["from"]);
    expect(faults({ ...ends, to: "nobody" })).toEqual(["to"]);
  });

  test("says all that is wrong at once", () => {
    expect(faults({ from: "10.0.300.1", to: "nobody", port: "x" })).toEqual(["from", "to", "port"]);
  });

  test("says that a protocol does not exist", () => {
    expect(faults({ ...ends, protocol: "tpc" })).toEqual(["protocol"]);
  });
});
