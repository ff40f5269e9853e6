import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cidr, cidrContains, cidrOf, parseAddress, parseCidr } from "./cidr";
import { longestPrefix, prefixMapOf } from "./prefix-map";

const block = (text: string): Cidr => {
  const cidr = parseCidr(text);
  if (!cidr.ok) throw new Error(text);
  return cidr.value;
};

const found = (blocks: readonly (readonly [string, number])[], text: string) => {
  const map = prefixMapOf(
    blocks.map(([cidr, rank]) => ({ cidr: block(cidr), rank, value: `${cidr} ${rank}` })),
  );
  const address = parseAddress(text);
  return address.ok ? (longestPrefix(map, address.value)?.value ?? null) : null;
};

test("the longest block around an address wins, and behind its end the next longer one again", () => {
  const blocks = [
    ["0.0.0.0/0", 0],
    ["10.0.0.0/8", 0],
    ["10.1.0.0/16", 0],
    ["::/0", 0],
  ] as const;
  expect(found(blocks, "10.1.255.255")).toBe("10.1.0.0/16 0");
  expect(found(blocks, "10.2.0.0")).toBe("10.0.0.0/8 0");
  expect(found(blocks, "11.0.0.0")).toBe("0.0.0.0/0 0");
  expect(found(blocks, "2001:db8::1")).toBe("::/0 0");
});

test("of equal blocks the lower rank wins, in whatever order they come", () => {
  expect(
    found(
      [
        ["10.0.0.0/8", 2],
        ["10.0.0.0/8", 0],
        ["10.0.0.0/8", 1],
      ],
      "10.0.0.1",
    ),
  ).toBe("10.0.0.0/8 0");
});

test("outside every block there is nothing, at the last address neither", () => {
  expect(found([["255.255.255.255/32", 0]], "255.255.255.254")).toBeNull();
  expect(found([["255.255.255.255/32", 0]], "255.255.255.255")).toBe("255.255.255.255/32 0");
  expect(found([], "10.0.0.1")).toBeNull();
});

test("it finds what looking through all blocks finds", () => {
  const someBlock = fc.record({
    value: fc.nat(255),
    length: fc.integer({ min: 24, max: 32 }),
    rank: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(someBlock, { maxLength: 12 }), fc.nat(255), (some, value) => {
      const blocks = some.map(({ rank, ...each }, at) => ({
        cidr: cidrOf({ family: 4, value: BigInt(each.value) }, each.length),
        rank,
        value: at,
      }));
      const address = { family: 4, value: BigInt(value) } as const;
      const [best] = blocks
        .filter(({ cidr }) => cidrContains(cidr, address))
        .toSorted((a, b) => b.cidr.prefixLength - a.cidr.prefixLength || a.rank - b.rank);
      expect(longestPrefix(prefixMapOf(blocks), address)?.value).toBe(best?.value);
    }),
    { numRuns: 2_000 },
  );
});
