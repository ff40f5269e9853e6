import { beforeEach, expect, test } from "vitest";
import { asId, type Network, type Route, recordOf } from "../../../engine";
import { internetGateway, network, routeTable, vpc } from "../../../engine/testing/network-builder";
import { EMPTY_DIAGRAM } from "../../document/diagram";
import { pathlight } from "../../store/store";
import { NEW_ROUTE, type RouteTexts, routeForm } from "../route-table/route-form";
import { destinationText } from "../route-table/route-status";
import { liveRows, type Typing } from "./live-rows";
import { editRow, type FieldEdit, keepDraft, type ShownTable } from "./row-edits";

const TABLE = asId<"routeTable">("rtb-public");

const WORLD = network(
  vpc("A", "10.0.0.0/16"),
  internetGateway("A"),
  routeTable("public", "A", ["172.16.0.0/12 -> igw:A"]),
);

const keys = new Map<string, string>();
let typing: Typing<RouteTexts> | null = null;

const current = (): Network => pathlight.getState().diagram.network;
const own = (): readonly Route[] => recordOf(current().routeTables, TABLE)?.routes ?? [];
const inForce = () => own().map((route) => destinationText(current(), route));

const shown = (): ShownTable<Route, RouteTexts> => {
  const form = routeForm(current(), TABLE);
  const drafts = pathlight.getState().rowDrafts[TABLE] ?? [];
  return { form, records: own(), typing, rows: liveRows(form, own(), drafts, keys, typing) };
};

const edit = (change: FieldEdit<RouteTexts>): void => {
  typing = editRow(shown(), keys, "new", change);
};
const type = (destination: string) => edit({ field: "destination", patch: { destination }, typed: true });

beforeEach(() => {
  keys.clear();
  typing = null;
  pathlight.getState().open("design", { ...EMPTY_DIAGRAM, network: WORLD });
  keepDraft(shown(), "new", { draftId: "new", key: null, against: "", texts: NEW_ROUTE });
  edit({ field: "target", patch: { target: "igw-A" }, typed: false });
});

test("what a new row half said is not in force any more once its whole text is refused", () => {
  type("172.16.0.0/1");
  expect(inForce()).toEqual(["172.16.0.0/12", "128.0.0.0/1"]);
  type("172.16.0.0/12");
  expect(inForce()).toEqual(["172.16.0.0/12"]);
  expect(shown().rows.map(({ key, texts }) => [key, texts.destination])).toEqual([
    ["172.16.0.0/12", "172.16.0.0/12"],
    ["new", "172.16.0.0/12"],
  ]);
});

test("and is again, under the same key, when it goes on to something else", () => {
  type("172.16.0.0/1");
  type("172.16.0.0/12");
  type("172.16.0.0/120");
  type("172.16.0.0/14");
  expect(inForce()).toEqual(["172.16.0.0/12", "172.16.0.0/14"]);
  expect(shown().rows.map(({ key }) => key)).toEqual(["172.16.0.0/12", "new"]);
  pathlight.getState().undo();
  expect(inForce()).toEqual(["172.16.0.0/12"]);
});
