import { describe, expect, test } from "vitest";
import { formatPorts, parsePorts } from "./port-text";

const faultOf = (text: string) => {
  const read = parsePorts(text);
  return read.ok ? null : `${read.error.kind}: ${read.error.text}`;
};

describe("a port field", () => {
  test.each([
    ["22", 22, 22],
    ["0", 0, 0],
    ["8000-8080", 8000, 8080],
    [" 8000 - 8080 ", 8000, 8080],
    ["8000–8080", 8000, 8080],
    ["0-65535", 0, 65535],
    ["443-443", 443, 443],
  ])("reads %j", (text, from, to) => {
    expect(parsePorts(text)).toEqual({ ok: true, value: { from, to } });
  });

  test.each([
    ["", "missing: Enter a port, such as 8080, or a range, such as 8000-8080"],
    ["8000-", "missing: Enter the port that the range ends with"],
    ["-80", "missing: Enter the port that the range begins with"],
    ["http", "wrong: “http” is not a port number"],
    ["80-x", "wrong: “x” is not a port number"],
    ["65536", "wrong: Ports run from 0 to 65535"],
    ["1-70000", "wrong: Ports run from 0 to 65535"],
    ["8080-8000", "wrong: The range ends before it begins"],
    ["80,443", "wrong: One port or range a rule: add a rule for the others"],
    ["80 443", "wrong: One port or range a rule: add a rule for the others"],
    ["1-2-3", "wrong: “1-2-3” is not a range: write 8000-8080"],
  ])("says what is wrong with %j", (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  test("writes a single port as one number", () => {
    expect(formatPorts({ from: 22, to: 22 })).toBe("22");
    expect(formatPorts({ from: 22, to: 23 })).toBe("22-23");
  });
});
