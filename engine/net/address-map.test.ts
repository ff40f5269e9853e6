import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressMapOf, keyOf, trafficAt } from "./address-map";
import { cidrContains, cidrOf, type Family } from "./cidr";
import { rangeSlots, TCP } from "./traffic-axis";
import { createTrafficSets, NO_TRAFFIC, trafficOf, unite } from "./traffic-set";

const BITS = { 4: 32, 6: 128 } as const;
const families = fc.constantFrom<Family>(4, 6);
const rules = fc.array(fc.record({ low: fc.nat(31), short: fc.nat(5), port: fc.nat(3) }), { maxLength: 6 });

describe("a map from addresses to traffic", () => {
  const sets = createTrafficSets();
  const port = (number: number) => trafficOf(sets, rangeSlots(TCP, number, number));

  test("gives each address the union of what its blocks permit, and changes only where it says", () => {
    fc.assert(
      fc.property(families, rules, (family, list) => {
        const top = 2n ** BigInt(BITS[family]) - 32n;
        const blocks = list.map(({ low, short, port: number }) => ({
          cidr: cidrOf({ family, value: top + BigInt(low) }, BITS[family] - short),
          traffic: port(number),
        }));
        const map = addressMapOf(
          sets,
          blocks.map(({ cidr, traffic }) => ({
            first: keyOf(family, cidr.first),
            end: keyOf(family, cidr.last + 1n),
            traffic,
          })),
        );
        for (let value = top - 1n; value < top + 32n; value++) {
          const expected = blocks
            .filter(({ cidr }) => cidrContains(cidr, { family, value }))
            .reduce((all, { traffic }) => unite(sets, all, traffic), NO_TRAFFIC);
          expect(trafficAt(map, keyOf(family, value))).toBe(expected);
        }
        for (let value = top; value < top + 32n; value++) {
          const differs = trafficAt(map, keyOf(family, value)) !== trafficAt(map, keyOf(family, value - 1n));
          expect(map.starts.includes(keyOf(family, value))).toBe(differs);
        }
      }),
      { numRuns: 300 },
    );
  });
});
