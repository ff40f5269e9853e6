import { describe, expect, it } from "vitest";
import { change, peering } from "../../engine/testing/network-builder";
import { grow, overlap } from "./geometry";
import { layoutOf } from "./layout-of";
import { linksOf } from "./links";
import { segmentsOf } from "./scenery";
import { cornersOf, distanceToBorder } from "./testing/paths";
import { WHOLE_DIAGRAM, WHOLE_NETWORK } from "./testing/whole-vpc";

const scene = { ...layoutOf(WHOLE_DIAGRAM), arrows: [] };
const links = linksOf(scene, WHOLE_NETWORK);
const linkOf = (id: string) => links.find((link) => link.id === id);
const rectOf = (id: string) =>
  [...scene.frames, ...scene.outsides].find((one) => one.id === id)?.rect ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };

describe("links between VPCs", () => {
  it.each([
    ["pcx-AB", "vpc-A", "vpc-B"],
    ["tgw-attach-A", "tgw-hub", "vpc-A"],
    ["tgw-attach-B", "tgw-hub", "vpc-B"],
  ])("start and end on frames: %s", (id, from, to) => {
    const corners = cornersOf(linkOf(id)?.path ?? "");
    expect(distanceToBorder(corners.at(0) ?? { x: 0, y: 0 }, rectOf(from))).toBeLessThan(1);
    expect(distanceToBorder(corners.at(-1) ?? { x: 0, y: 0 }, rectOf(to))).toBeLessThan(1);
    expect(corners.at(-1)).toEqual(linkOf(id)?.end);
  });

  it("are called by their name, and say when nothing passes", () => {
    expect(linkOf("pcx-AB")).toMatchObject({ state: null, label: { text: "peering AB" } });
    expect(linkOf("tgw-attach-A")).toMatchObject({ state: null, label: null });
    expect(linkOf("tgw-attach-B")).toMatchObject({ state: "pending", label: { text: "attachment" } });
  });

  it("have labels that cover no gateway", () => {
    const labels = links.flatMap(({ label }) => label?.rect ?? []);
    for (const label of labels) expect(scene.gateways.some(({ rect }) => overlap(rect, label))).toBe(false);
  });

  it("run beside an arrow, not under it", () => {
    const points = cornersOf(linkOf("pcx-AB")?.path ?? "");
    const arrow = { points, label: null };
    const beside = linksOf({ ...scene, arrows: [arrow] }, WHOLE_NETWORK).find(({ id }) => id === "pcx-AB");
    const line = segmentsOf(points);
    const isAlong = segmentsOf(cornersOf(beside?.path ?? "")).some((segment) =>
      line.some((other) => segment.width > 0 === other.width > 0 && overlap(grow(segment, 4), other)),
    );
    expect(isAlong).toBe(false);
  });

  it("are not drawn to a VPC that is not there", () => {
    const network = change(WHOLE_NETWORK, peering("gone", "A", "elsewhere"));
    expect(linksOf(scene, network).map(({ id }) => id)).not.toContain("pcx-gone");
  });
});
