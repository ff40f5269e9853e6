import { expect, test } from "vitest";
import { agreement, listedPairs } from "./agreement";
import { fixture } from "./fixture";
import { plainInterfaces } from "./plain-network";
import { createSubject } from "./subject";

test("all pairs of F-S agree with the plain evaluator, set by set", async ({ annotate }) => {
  const network = fixture("F-S", "groups");
  const subject = createSubject();
  subject.compile(network);
  subject.allPairs();
  const ends = plainInterfaces(network);
  const pairs = ends.flatMap((from) => ends.map((to) => [from, to] as const));
  const found = agreement(pairs, listedPairs(subject.everyPair()));
  await annotate(`${found.pairs} pairs, ${found.open} of them open`);
  expect(found.differences.slice(0, 5)).toEqual([]);
  expect(found.pairs).toBe(200 * 199);
}, 60_000);
