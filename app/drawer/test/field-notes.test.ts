import { describe, expect, test } from "vitest";
import {
  group,
  ipRange,
  network,
  networkInterface,
  subnet,
  vpc,
} from "../../../engine/testing/network-builder";
import { EMPTY_TEST_FORM } from "../../store/initial-state";
import type { TestForm } from "../../store/state";
import { readTestForm } from "../../store/test-question";
import { endOptions } from "./end-options";
import { type EndName, fieldNotes } from "./field-notes";

const shop = network(
  vpc("shop", "10.0.0.0/16"),
  subnet("a", "shop", "10.0.1.0/24"),
  group("web", "shop", []),
  networkInterface("web-1", "a", "10.0.1.11", { groups: ["web"] }),
  ipRange("Office", "203.0.113.0/24"),
);

const notes = (fields: Partial<TestForm>, typing: EndName | null = null) => {
  const form = { ...EMPTY_TEST_FORM, from: "internet", to: "web-1", ...fields };
  const asked = { form, reading: readTestForm(shop, form), options: endOptions(shop), typing };
  return fieldNotes(asked).map(({ label, text, isFault }) => `${isFault ? "✕ " : ""}${label}: ${text}`);
};

describe("what is said of the fields of the test", () => {
  test("is nothing while they are a question, or nobody has chosen both ends", () => {
    expect(notes({})).toEqual([]);
    expect(notes({ to: "", port: "" })).toEqual([]);
  });

  test("is what is wrong with a name that fits nobody, and what to do, even while it is typed", () => {
    const nobody =
      '✕ Destination: Nothing here is called "nobody". Choose from the list, or type a name, an address or a CIDR.';
    expect(notes({ to: "nobody" })).toEqual([nobody]);
    expect(notes({ to: "nobody" }, "to")).toEqual([nobody]);
  });

  test("leads from a part of a name to the ends that it fits, and blames it only once it is left", () => {
    expect(notes({ from: "Offi" }, "from")).toEqual(["Source: Press Enter for Office · 203.0.113.0/24."]);
    expect(notes({ from: "we" }, "from")).toEqual(["Source: “we” fits 2 in the list: choose one."]);
    expect(notes({ from: "Offi" })).toEqual(["✕ Source: Press Enter for Office · 203.0.113.0/24."]);
  });

  test("does not blame an address before it is typed to its end", () => {
    expect(notes({ from: "192.0.2" }, "from")[0]).toMatch(/^Source: /);
    expect(notes({ from: "198.51.300.1" })[0]).toMatch(/^✕ Source: .*"300" is wrong in it\. Choose/);
  });

  test("is that the port is missing where the protocol has one", () => {
    expect(notes({ port: " " })).toEqual([
      "✕ Port: It is missing. Type the one that the packet goes to, such as 443.",
    ]);
    expect(notes({ port: "", protocol: "icmp" })).toEqual([]);
    expect(notes({ protocol: "" })).toEqual(["✕ Protocol: Choose one, or type its number (0–255)."]);
  });

  test("is said of all fields at once", () => {
    expect(notes({ from: "nobody", port: "x" })).toHaveLength(2);
  });
});
