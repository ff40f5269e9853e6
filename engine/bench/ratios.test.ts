import { expect, test } from "vitest";
import { type Network, recordsOf } from "../model/network";
import { changesBetween } from "../model/network-changes";
import type { NetworkInterface } from "../model/network-interface";
import type { SecurityGroup, SecurityGroupRule } from "../model/security-group";
import { agreement, listedPairs } from "./agreement";
import { ruleEdit, startEditing } from "./edits";
import { fixture } from "./fixture";
import { plainInterfaces } from "./plain-network";
import { createRandom } from "./random";
import { createSubject, type Subject } from "./subject";

/** What has no noise: counts of work, and answers. Times are `npm run bench`'s. */

const started = (network: Network): Subject => {
  const subject = createSubject();
  subject.compile(network);
  return subject;
};

test("all pairs of F-S agree with the plain evaluator, set by set", async ({ annotate }) => {
  const network = fixture("F-S", "groups");
  const subject = started(network);
  const ends = plainInterfaces(network);
  const pairs = ends.flatMap((from) => ends.map((to) => [from, to] as const));
  const found = agreement(pairs, listedPairs(subject.everyPair()));
  await annotate(`${found.pairs} pairs, ${found.open} of them open`);
  expect(found.differences.slice(0, 5)).toEqual([]);
  expect(found.pairs).toBe(200 * 199);
}, 60_000);

test("where no two interfaces share their groups, 2,000 sampled pairs agree as well", async ({
  annotate,
}) => {
  const network = fixture("F-X", "groups");
  const random = createRandom(6);
  const ends = plainInterfaces(network);
  const asked = random.sample(recordsOf<NetworkInterface>(network.networkInterfaces), 10);
  const ids = asked.map((record) => record.networkInterfaceId);
  const own = ends.filter((end) => ids.some((id) => id === end.id));
  const pairs = own.flatMap((end) =>
    random.sample(ends, 101).flatMap((other) => [[end, other] as const, [other, end] as const]),
  );
  const found = agreement(pairs, listedPairs(started(network).pairsOf(ids)));
  await annotate(`${found.pairs} pairs, ${found.open} of them open`);
  expect(found.differences.slice(0, 5)).toEqual([]);
  expect(found.pairs).toBeGreaterThanOrEqual(2_000);
}, 300_000);

/** The rule that the second of two networks has and the first has not, or the reverse. */
const changedRule = (before: Network, after: Network): readonly [SecurityGroup, SecurityGroupRule] => {
  for (const group of recordsOf<SecurityGroup>(after.securityGroups)) {
    const old = before.securityGroups[group.groupId]?.rules ?? [];
    const rule = [...old, ...group.rules].find((own) => !old.includes(own) || !group.rules.includes(own));
    if (rule !== undefined) return [group, rule];
  }
  throw new RangeError("No rule is another one");
};

test("an edit of a rule rebuilds the rows of its group and asks no way again", () => {
  const network = fixture("F-M", "groups");
  const subject = started(network);
  subject.allPairs();
  const wearers = recordsOf<NetworkInterface>(network.networkInterfaces);
  const editing = startEditing(network, createRandom(9));
  for (let turn = 0; turn < 30; turn++) {
    const before = { network: editing.network, counts: subject.counts() };
    subject.edit(ruleEdit(editing));
    const [group] = changedRule(before.network, editing.network);
    const sets = new Set(
      wearers
        .filter(({ groupIds }) => groupIds.includes(group.groupId))
        .map(({ groupIds }) => groupIds.join()),
    );
    const after = subject.counts();
    expect(after.rows - before.counts.rows).toBe(sets.size);
    expect(after.cells - before.counts.cells).toBeLessThanOrEqual(sets.size * wearers.length);
    expect(after.ways).toBe(before.counts.ways);
  }
});

test("after 200 edits of rules the index says what a fresh start says, path by path", () => {
  const editing = startEditing(fixture("F-S", "groups"), createRandom(10));
  const subject = started(editing.network);
  let paths = subject.allPairs();
  for (let turn = 0; turn < 200; turn++) {
    const { opened, closed } = subject.edit(ruleEdit(editing));
    paths += opened - closed;
  }
  expect(paths).toBe(started(editing.network).allPairs());
  const ends = plainInterfaces(editing.network);
  const pairs = ends.slice(0, 40).flatMap((from) => ends.map((to) => [from, to] as const));
  expect(agreement(pairs, listedPairs(subject.everyPair())).differences.slice(0, 5)).toEqual([]);
}, 60_000);

test("an edit that says nothing new opens and closes nothing", () => {
  const network = fixture("F-S", "groups");
  const subject = started(network);
  const [group] = recordsOf<SecurityGroup>(network.securityGroups);
  if (group === undefined) throw new RangeError("No group");
  const same = { ...group, rules: group.rules.toReversed() };
  const securityGroups = { ...network.securityGroups, [group.groupId]: same };
  const { opened, closed, widened, narrowed } = subject.edit(
    changesBetween(network, { ...network, securityGroups }),
  );
  expect({ opened, closed, widened, narrowed }).toEqual({ opened: 0, closed: 0, widened: 0, narrowed: 0 });
});
