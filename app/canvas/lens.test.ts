import { describe, expect, test } from "vitest";
import type { EndId, InterfacePairs } from "../../engine";
import { reached } from "./lens";

const ends = ["internet", "eni-web", "eni-app", "eni-db"] as EndId[];
const chain: InterfacePairs = { ends, traffic: [[]], pairs: new Uint32Array([0, 1, 0, 1, 2, 0, 2, 3, 0]) };
const from = (id: string): EndId[] => [id as EndId];

describe("the lens", () => {
  test("shows in one step only what is reached directly", () => {
    expect([...reached(chain, from("eni-web"), "canReach", 1)]).toEqual(["eni-web", "eni-app"]);
  });
  test("goes one connection further with each step", () => {
    expect([...reached(chain, from("internet"), "canReach", 2)]).toEqual(["internet", "eni-web", "eni-app"]);
  });
  test("ends where nothing new is found", () => {
    expect(reached(chain, from("internet"), "canReach", Number.POSITIVE_INFINITY).size).toBe(4);
  });
  test("follows arrows backwards for what reaches the selection", () => {
    expect([...reached(chain, from("eni-db"), "reachedBy", 2)]).toEqual(["eni-db", "eni-app", "eni-web"]);
  });
});
