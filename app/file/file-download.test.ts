import { describe, expect, test } from "vitest";
import { fileNameOf } from "./file-download";

describe("the name of a design's file", () => {
  test("is the design's", () => {
    expect(fileNameOf("Three-tier shop")).toBe("Three-tier shop.pathlight.json");
  });

  test("leaves out what a file system refuses", () => {
    expect(fileNameOf('a/b: "c"?')).toBe("a-b- -c.pathlight.json");
  });

  test("is never empty", () => {
    expect(fileNameOf(" .. ")).toBe("design.pathlight.json");
  });
});
