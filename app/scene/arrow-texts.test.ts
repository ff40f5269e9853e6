import { describe, expect, it } from "vitest";
import type { TierId, TierPair } from "../../engine";
import { arrowText, labelSize } from "./arrow-texts";
import { tcp } from "./testing/inputs";
import { textWidth } from "./text-width";

const pair = (patch: Partial<TierPair>): TierPair => ({
  from: "a" as TierId,
  to: "b" as TierId,
  traffic: tcp([80, 443]),
  pairs: 1,
  ofPairs: 1,
  partial: null,
  specific: true,
  beyondInternet: null,
  ...patch,
});

describe("the text of an arrow", () => {
  it("names ports and services, and has a brief form without services", () => {
    expect(arrowText(pair({}))).toEqual({
      text: "TCP 80, 443 · HTTP, HTTPS",
      brief: "TCP 80, 443",
      badge: null,
    });
  });

  it("is at most 36 characters long and counts what it leaves out", () => {
    const ranges = [10000, 20000, 30000, 40000, 50000].map((from) => ({ from, to: from + 5000 }));
    const { text } = arrowText(pair({ traffic: [{ protocol: "tcp", ranges, partial: false }] }));
    expect(text).toBe("TCP 10000-15000, 20000-25000 +3");
  });

  it("says of a range that may nothing more that it is as the Internet", () => {
    const beyondInternet = { traffic: [], andAsInternet: true };
    expect(arrowText(pair({ beyondInternet })).text).toBe("As Internet");
  });

  it("says of a range that may nearly everything all that it may", () => {
    const others = Array.from({ length: 256 }, (_, number) => number).filter((number) => number !== 6);
    const rest = others.map((protocol) => ({ protocol, ranges: [], partial: false }));
    const beyondInternet = { traffic: rest, andAsInternet: true };
    const traffic = [{ protocol: "all" as const, ranges: [], partial: false }];
    expect(arrowText(pair({ traffic, beyondInternet })).text).toBe("All traffic");
  });

  it("says beside the text for whom it holds where not for all", () => {
    const badges = (["pairs", "addresses", "ephemeral"] as const).map(
      (partial) => arrowText(pair({ partial, pairs: 1, ofPairs: 2 })).badge,
    );
    expect(badges).toEqual(["1 of 2", "some addresses", "some clients only"]);
  });

  it("keeps both protocols where there are two", () => {
    const traffic = [
      ...tcp([22]),
      { protocol: "udp" as const, ranges: [{ from: 53, to: 53 }], partial: false },
    ];
    expect(arrowText(pair({ traffic })).brief).toBe("TCP 22 · UDP 53");
  });

  it("takes as much room as it needs, with its badge and its mark", () => {
    const plain = labelSize({ text: "TCP 22", badge: null }, false);
    expect(plain.width).toBeGreaterThanOrEqual(textWidth("TCP 22") + 24);
    expect(labelSize({ text: "TCP 22", badge: "2 of 4" }, false).width).toBeGreaterThan(
      plain.width + textWidth("2 of 4"),
    );
    expect(labelSize({ text: "TCP 22", badge: null }, true).width).toBe(plain.width + 20);
  });
});

describe("the width of a text", () => {
  it("is what a browser measures for Open Sans Bold", () => {
    expect(Math.abs(textWidth("TCP 80, 443 · HTTP, HTTPS") - 150.13)).toBeLessThan(2);
    expect(Math.abs(textWidth("database-postgresql") - 121.79)).toBeLessThan(2);
  });

  it("takes accents as their letters and unknown scripts as wide", () => {
    expect(textWidth("é")).toBe(textWidth("e"));
    expect(textWidth("語")).toBe(12);
  });
});
