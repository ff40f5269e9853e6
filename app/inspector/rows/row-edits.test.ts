import { beforeEach, describe, expect, test } from "vitest";
import { asId, type NetworkAclEntry, recordOf } from "../../../engine";
import { EMPTY_DIAGRAM } from "../../document/diagram";
import { pathlight } from "../../store/store";
import { entriesOf } from "../network-acl/acl-effects";
import { type EntryTexts, entryForm, newEntryTexts } from "../network-acl/entry-form";
import { liveRows, type Typing } from "./live-rows";
import { editRow, keepDraft, removeRow, type ShownTable } from "./row-edits";

const ACL = asId<"networkAcl">("acl-1");
const FORM = entryForm(ACL, "ingress");

const entry = (ruleNumber: number, port: number): NetworkAclEntry => ({
  ruleNumber,
  direction: "ingress",
  ruleAction: "allow",
  traffic: { ipProtocol: "tcp", ports: { from: port, to: port } },
  remote: { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" },
});

const open = (...entries: readonly NetworkAclEntry[]): void => {
  const acl = { networkAclId: ACL, vpcId: asId<"vpc">("vpc-1"), name: "", isDefault: true, entries };
  pathlight.getState().open("design", {
    ...EMPTY_DIAGRAM,
    network: { ...EMPTY_DIAGRAM.network, networkAcls: { [ACL]: acl } },
  });
};

/** The form as one person types in it. */
const hand = () => {
  const keys = new Map<string, string>();
  let typing: Typing<EntryTexts> | null = null;
  const shown = (): ShownTable<NetworkAclEntry, EntryTexts> => {
    const { diagram, rowDrafts } = pathlight.getState();
    const acl = recordOf(diagram.network.networkAcls, ACL);
    const records = acl === undefined ? [] : entriesOf(acl, "ingress");
    return {
      form: FORM,
      records,
      typing,
      rows: liveRows(FORM, records, rowDrafts[FORM.id] ?? [], keys, typing),
    };
  };
  return {
    type: (key: string, field: keyof EntryTexts, ...texts: readonly string[]) => {
      for (const text of texts)
        typing = editRow(shown(), keys, key, { field, patch: { [field]: text }, typed: true });
    },
    choose: (key: string, field: keyof EntryTexts, value: string) => {
      typing = editRow(shown(), keys, key, { field, patch: { [field]: value }, typed: false });
    },
    leave: () => {
      typing = null;
    },
    add: () =>
      keepDraft(shown(), "new", { draftId: "new", key: null, against: "", texts: newEntryTexts(300) }),
    remove: (key: string) => removeRow(shown(), key),
    rows: () => shown().rows.map(({ key, texts }) => `${key}: ${texts.ruleNumber}`),
    inForce: () => shown().records.map(({ ruleNumber }) => ruleNumber),
    drafts: () => shown().rows.filter(({ draft }) => draft !== null).length,
  };
};

describe("typing in a row of a live form", () => {
  beforeEach(() => open(entry(100, 8000), entry(200, 443)));

  test("takes effect with every keystroke, in one undo step, while the row stays in its place", () => {
    const form = hand();
    form.type("100", "ruleNumber", "3", "30", "300");
    expect(form.inForce()).toEqual([200, 300]);
    expect(form.rows()).toEqual(["100: 300", "200: 200"]);
    expect(pathlight.getState().past.map(({ label }) => label)).toEqual([
      "Edit inbound rule 100 of default network ACL",
    ]);
    form.leave();
    expect(form.rows()).toEqual(["200: 200", "100: 300"]);
  });

  test("brings back what was there when a half-typed key becomes one that is refused", () => {
    const form = hand();
    form.type("100", "ruleNumber", "2", "20", "200");
    expect(form.inForce()).toEqual([100, 200]);
    expect(form.rows()).toEqual(["100: 200", "200: 200"]);
    expect(form.drafts()).toBe(1);
    form.type("100", "ruleNumber", "2001");
    expect(form.inForce()).toEqual([200, 2001]);
    expect(form.drafts()).toBe(0);
  });

  test("keeps the last valid text of other fields in force", () => {
    const form = hand();
    form.type("100", "ports", "8080", "8080-");
    const acl = recordOf(pathlight.getState().diagram.network.networkAcls, ACL);
    expect(acl?.entries[0]?.traffic).toMatchObject({ ports: { from: 8080, to: 8080 } });
    expect(form.drafts()).toBe(1);
  });

  test("makes a new row a record once it is complete, under the same key", () => {
    const form = hand();
    form.add();
    expect(form.inForce()).toEqual([100, 200]);
    form.type("new", "ports", "22");
    expect(form.inForce()).toEqual([100, 200, 300]);
    expect(form.rows().at(-1)).toBe("new: 300");
  });

  test("undone, shows what is in force again", () => {
    const form = hand();
    form.choose("100", "ruleAction", "deny");
    form.type("100", "ports", "x");
    pathlight.getState().undo();
    expect(form.drafts()).toBe(0);
  });

  test("ends with the row: its draft goes too, and the next row takes the focus", () => {
    const form = hand();
    form.type("100", "ports", "x");
    expect(form.remove("100")).toBe("200");
    expect(form.inForce()).toEqual([200]);
    expect(pathlight.getState().rowDrafts[FORM.id]).toEqual([]);
    expect(form.remove("200")).toBeNull();
  });
});
