import { expect, it } from "vitest";
import { copyElements, idsToMake, pasteElements } from "../document/commands/clipboard";
import type { Diagram } from "../document/diagram";
import { newId } from "../document/new-id";
import { placeOfCopies } from "./copy-place";
import { contains, gapBetween, overlap } from "./geometry";
import { layoutOf } from "./layout-of";
import { withRoom } from "./make-room";
import type { Rect } from "./scene";
import { type DesignSpec, diagramOf } from "./testing/designs";
import { threeTiers } from "./testing/examples";

const pasted = (diagram: Diagram, roots: readonly string[], into: string | null = null): Diagram => {
  const clip = copyElements(diagram, roots);
  const ids = Object.fromEntries(idsToMake(clip).map(({ id, kind }) => [id, newId(kind)]));
  const place = { ...placeOfCopies(diagram, clip, into), size: null };
  const result = withRoom(pasteElements({ clip, into, ids, place })).run(diagram);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const rectsOf = (diagram: Diagram): readonly (readonly [string, Rect])[] =>
  layoutOf(diagram).cards.map(({ title, rect }) => [title, rect] as const);

const rectOf = (diagram: Diagram, title: string): Rect =>
  rectsOf(diagram).find(([name]) => name === title)?.[1] ?? { x: 0, y: 0, width: 0, height: 0 };

const subnetOf = (diagram: Diagram, title: string): Rect | undefined =>
  layoutOf(diagram).frames.find((frame) => frame.kind === "subnet" && frame.title === title)?.rect;

const overlaps = (diagram: Diagram): readonly string[] =>
  rectsOf(diagram).flatMap(([name, rect], index, all) =>
    all
      .slice(index + 1)
      .filter(([, other]) => overlap(rect, other))
      .map(([other]) => `${name} on ${other}`),
  );

const ROOMY: DesignSpec = {
  name: "roomy",
  groups: ["app"],
  subnets: [
    {
      name: "a",
      at: [32, 56],
      size: [656, 400],
      cards: [{ name: "app-1", groups: [["app"]], at: [56, 72] }],
    },
    { name: "b", at: [32, 500], size: [656, 200], cards: [] },
  ],
  pairs: [],
};

it("a copy stands beside its original where the subnet has room, which stays as it is", () => {
  const before = diagramOf(ROOMY);
  const after = pasted(before, ["i-app-1"]);
  const [original, copy] = [rectOf(after, "app-1"), rectOf(after, "app-1-2")];
  expect(copy.y).toBe(original.y);
  expect(gapBetween(original, copy)).toBe(64);
  expect(subnetOf(after, "a")).toEqual(subnetOf(before, "a"));
});

it("copy after copy lands on a free place, and the subnet grows when it is full", () => {
  let diagram = diagramOf(threeTiers);
  for (let count = 0; count < 6; count += 1) {
    diagram = pasted(diagram, ["i-app-1"]);
    expect(overlaps(diagram)).toEqual([]);
  }
  const subnet = subnetOf(diagram, "app");
  const apps = rectsOf(diagram).filter(([name]) => name.startsWith("app-1"));
  expect(apps).toHaveLength(7);
  expect(apps.every(([, rect]) => subnet && contains(subnet, rect))).toBe(true);
});

it("in another subnet it stands where there is room; several keep their distance", () => {
  const elsewhere = pasted(diagramOf(ROOMY), ["i-app-1"], "subnet-b");
  const subnet = subnetOf(elsewhere, "b");
  expect(subnet && contains(subnet, rectOf(elsewhere, "app-1-2"))).toBe(true);
  const two = pasted(pasted(diagramOf(ROOMY), ["i-app-1"]), ["i-app-1"]);
  const ids = layoutOf(two).cards.map(({ id }) => id);
  const copies = pasted(two, ids);
  expect(overlaps(copies)).toEqual([]);
});
