import { describe, expect, test } from "vitest";
import type { Network } from "../../../engine";
import {
  change,
  group,
  network,
  networkAcl,
  networkInterface,
  rules,
  subnet,
  vpc,
} from "../../../engine/testing/network-builder";
import { EMPTY_DIAGRAM } from "../../document/diagram";
import { editedRules, editedRulesText } from "./edited-rules";

const acl = (...entries: readonly string[]) => networkAcl("edge", "shop", entries, { subnets: ["a"] });

const shop = network(
  vpc("shop", "10.0.0.0/16"),
  subnet("a", "shop", "10.0.1.0/24"),
  group("web", "shop", ["tcp 22 from 203.0.113.0/24"]),
  networkInterface("w1", "a", "10.0.1.11", { groups: ["web"] }),
  acl("in 100 allow tcp 80 from 0.0.0.0/0"),
);

const edit = (after: Network) => ({
  before: { ...EMPTY_DIAGRAM, network: shop },
  after: { ...EMPTY_DIAGRAM, network: after },
});
const said = (after: Network) => editedRulesText(edit(after));

describe("an edit names its rules", () => {
  test("those that came, and at most two of them", () => {
    const [old, two] = ["tcp 22 from 203.0.113.0/24", "tcp 80 from 0.0.0.0/0"];
    expect(said(change(shop, rules("web", [old, two])))).toBe("TCP 80 from 0.0.0.0/0");
    const more = ["udp 53 from 0.0.0.0/0", "all from sg:web"];
    expect(said(change(shop, rules("web", [old, two, ...more])))).toBe(
      "TCP 80 from 0.0.0.0/0, UDP 53 from 0.0.0.0/0 and 1 more",
    );
  });

  test("those that went", () => {
    expect(said(change(shop, rules("web", [])))).toBe("TCP 22 from 203.0.113.0/24");
  });

  test("an altered one as it was and as it is", () => {
    expect(said(change(shop, rules("web", ["tcp 22 from 0.0.0.0/0"])))).toBe(
      "TCP 22 from 203.0.113.0/24 → TCP 22 from 0.0.0.0/0",
    );
  });

  test("those of a network ACL with what they do", () => {
    expect(said(change(shop, acl("in 100 deny tcp 80 from 0.0.0.0/0")))).toBe(
      "allow TCP 80 from 0.0.0.0/0 → deny TCP 80 from 0.0.0.0/0",
    );
  });

  test("and none where it is about something else", () => {
    expect(said(shop)).toBe("");
    expect(editedRules(edit(change(shop, group("new", "shop", ["all to 0.0.0.0/0"]))))).toEqual([]);
  });
});
