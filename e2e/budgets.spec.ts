import { gzippedSize, scriptFiles } from "./build-manifest";
import { expect, test } from "./journey";
import { Canvas } from "./pages/canvas";

const FIRST_PAINT_LIMIT = 190_000;
const FORMS_LIMIT = 330_000;

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

function total(title: string, files: readonly string[], limit: number): number {
  const sum = files.reduce((bytes, file) => bytes + gzippedSize(file), 0);
  const lines = files.map((file) => `    ${file}: ${kB(gzippedSize(file))}`);
  process.stdout.write([`  ${title}: ${kB(sum)} gzipped of ${kB(limit)}`, ...lines, ""].join("\n"));
  return sum;
}

test.describe("the size of the JavaScript", () => {
  test("lets the canvas paint with at most 190 kB, the engine's worker included", async ({
    page,
    baseURL,
  }) => {
    const { initial, lazy } = scriptFiles();
    const fetched = new Set<string>();
    page.on("request", (request) => {
      const file = request.url().slice(baseURL?.length);
      if (/\.js$/.test(file)) fetched.add(file);
    });
    // What is imported later never arrives, so the paint proves that it is not needed.
    await page.route(
      (url) => lazy.some((file) => url.pathname.endsWith(file)),
      () => undefined,
    );

    await page.goto("./");
    await new Canvas(page).expectAnyArrow();

    const needed = [...fetched].filter((file) => !lazy.includes(file)).sort();
    expect(needed, "the files of the build's own list are among them").toEqual(
      expect.arrayContaining([...initial]),
    );
    expect(total("first canvas paint", needed, FIRST_PAINT_LIMIT)).toBeLessThanOrEqual(FIRST_PAINT_LIMIT);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });

  test("adds at most 330 kB for all the forms", () => {
    const { lazy } = scriptFiles();
    expect(lazy.length, "something is loaded later").toBeGreaterThan(0);
    expect(total("all forms", lazy, FORMS_LIMIT)).toBeLessThanOrEqual(FORMS_LIMIT);
  });
});
