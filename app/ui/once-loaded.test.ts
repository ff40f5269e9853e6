import { describe, expect, test } from "vitest";
import { onceLoaded } from "./once-loaded";

describe("a lazily loaded module", () => {
  test("is fetched once, however many ask", async () => {
    let fetched = 0;
    const load = onceLoaded(async () => {
      fetched += 1;
      return fetched;
    });
    expect(await Promise.all([load(), load()])).toEqual([1, 1]);
  });
  test("is used in the order of asking, even where the first fetch is slow", async () => {
    const done: string[] = [];
    const load = onceLoaded(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
    await Promise.all([load().then(() => done.push("copy")), load().then(() => done.push("paste"))]);
    expect(done).toEqual(["copy", "paste"]);
  });
  test("is tried again after a failure", async () => {
    const answers = [Promise.reject(new Error("offline")), Promise.resolve("there")];
    const load = onceLoaded(async () => answers.shift());
    await expect(load()).rejects.toThrow("offline");
    expect(await load()).toBe("there");
  });
});
