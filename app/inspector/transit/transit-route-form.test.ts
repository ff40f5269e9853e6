import { describe, expect, test } from "vitest";
import { readTransitRoute } from "./transit-route-form";

describe("a row of a transit gateway's route table", () => {
  test("leads to an attachment, or nowhere", () => {
    expect(readTransitRoute({ cidr: "10.1.0.9/16", target: "tgw-attach-1" })).toEqual({
      ok: true,
      value: { cidr: "10.1.0.0/16", attachmentId: "tgw-attach-1" },
    });
    expect(readTransitRoute({ cidr: "10.1.0.0/16", target: "blackhole" })).toMatchObject({
      value: { attachmentId: null },
    });
  });

  test("does not count until it has both", () => {
    expect(readTransitRoute({ cidr: "", target: "" })).toMatchObject({
      ok: false,
      error: { cidr: { kind: "missing" }, target: { kind: "missing" } },
    });
  });
});
