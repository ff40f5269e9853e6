import fc from "fast-check";
import { expect, test } from "vitest";
import { asId, parseCidr, type Refusal, refuse } from "../../engine";
import { BASE_WORLD } from "../../engine/testing/base-world";
import threeTiers from "../../public/examples/three-tiers.pathlight.json?raw";
import { addressProblem } from "./address-sentences";
import { deleteElements } from "./commands/delete";
import { parseDesignFile } from "./design-file";
import { sentenceOf } from "./refusal-sentences";
import { diagramOf, refusalOf, unwrap } from "./testing/expect";
import { draws } from "./testing/hand";
import { commandFor, editedBy } from "./testing/random-command";

const refusals = (): readonly Refusal[] => {
  const start = unwrap(parseDesignFile(threeTiers)).diagram;
  return fc.sample(draws(60), { numRuns: 120, seed: 3 }).flatMap((sequence) =>
    editedBy(start, sequence).flatMap((diagram, step) => {
      const result = commandFor(diagram, sequence[step] ?? [], step).run(diagram);
      return refusalOf(result) ?? [];
    }),
  );
};

test("every refusal is a whole sentence with all its facts in it", () => {
  const sentences = refusals().map(sentenceOf);
  expect(new Set(sentences).size).toBeGreaterThan(20);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^\S.*\.$/u);
    const words = sentence.replace(/use letters.*$/u, "").replaceAll("::/0", "anywhere");
    expect(words).not.toMatch(/undefined|null|NaN| {2}| [.,:]|\(\)/u);
  }
});

test("a group in use is refused with the names of its users", () => {
  const refusal = refusalOf(deleteElements([asId<"securityGroup">("sg-web")]).run(diagramOf(BASE_WORLD)));
  expect(refusal && sentenceOf(refusal)).toBe(
    "web is worn by w1, w2 and is named in rules of app, dbw: change that first, or delete both together.",
  );
});

test("what the user wrote begins a sentence as it was written", () => {
  const said = (text: string) => {
    const cidr = parseCidr(text);
    const error = cidr.ok ? null : cidr.error;
    const refusal = refusalOf(
      refuse("cidrInvalid", { text, problem: error?.code ?? "", part: error?.part ?? "" }),
    );
    return refusal && sentenceOf(refusal);
  };
  expect(said("abc")).toBe("“abc” is not an IP address.");
  expect(said("fd00::1")).toMatch(/^fd00::1 needs/);
  expect(said("")).toBe("No address is given.");
});

test("a rule that names no group there is says that one of a peered VPC may be chosen too", () => {
  const refusal = refusalOf(refuse("remoteGroupNotFound", { id: "sg-gone" }));
  expect(refusal && sentenceOf(refusal)).toBe(
    "There is no security group sg-gone: choose one of this VPC, or of a peered one.",
  );
});

test.each([
  ["", "no address is given"],
  ["10.0.300.0/24", "300 is not an octet (0–255)"],
  ["10.0.01.0/24", "01 has a leading zero"],
  ["10.0.0.1", "10.0.0.1 needs a prefix length, such as /24, or /32 for one address"],
  ["fd00::1", "fd00::1 needs a prefix length, such as /64, or /128 for one address"],
  ["10.0.0.0/33", "/33 is not a prefix length (0–32 for IPv4, 0–128 for IPv6)"],
  ["10.0.0.0/x", "x after the slash is not a prefix length"],
  ["office", "“office” is not an IP address"],
])("of %j is said: %s", (text, words) => {
  const cidr = parseCidr(text);
  expect(cidr.ok ? "" : addressProblem(cidr.error)).toBe(words);
});
