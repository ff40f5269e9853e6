import { describe, expect, it } from "vitest";
import { internetGateway, network, vpc, vpcEndpoint } from "../../engine/testing/network-builder";
import { frameTextRects } from "./frame-titles";
import { bottomOf, overlap } from "./geometry";
import { layoutOf } from "./layout-of";
import { WHOLE_DIAGRAM, WHOLE_NETWORK } from "./testing/whole-vpc";

const layout = layoutOf(WHOLE_DIAGRAM);
const frameOf = (id: string | null) => layout.frames.find((frame) => frame.id === id);

const endpoints = Array.from({ length: 9 }, (_, index) => vpcEndpoint(`endpoint-${index}`, "A", "gateway"));
const crowded = layoutOf({
  ...WHOLE_DIAGRAM,
  network: network(vpc("A", "10.0.0.0/16"), internetGateway("A"), ...endpoints),
});

describe("gateways", () => {
  it("stand across the upper border of their VPC", () => {
    const attached = layout.gateways.filter(({ parentId }) => parentId !== null);
    expect(attached.map(({ id }) => id)).toEqual(["igw-A", "eigw-six", "vpce-s3"]);
    for (const { parentId, rect } of attached) {
      const frame = frameOf(parentId)?.rect ?? rect;
      expect(rect.y).toBeLessThan(frame.y);
      expect(bottomOf(rect)).toBeGreaterThanOrEqual(frame.y);
    }
  });

  it.each([
    ["a VPC with some", layout],
    ["a VPC with more than fit beside its title", crowded],
  ])("cover neither each other nor a title, in %s", (_, { gateways, frames }) => {
    const texts = frames.flatMap(frameTextRects);
    for (const [index, { rect }] of gateways.entries()) {
      expect(gateways.slice(index + 1).some((other) => overlap(other.rect, rect))).toBe(false);
      expect(texts.some((text) => overlap(text, rect))).toBe(false);
    }
  });

  it("stand above everything while they are attached to nothing", () => {
    const spare = layout.gateways.find(({ id }) => id === "igw-spare");
    const tops = [...layout.frames, ...layout.outsides].map(({ rect }) => rect.y);
    expect(spare).toMatchObject({ parentId: null });
    expect(bottomOf(spare?.rect ?? { x: 0, y: 0, width: 0, height: 0 })).toBeLessThan(Math.min(...tops));
  });

  it("leave interface endpoints to their subnets", () => {
    const ids = Object.keys(WHOLE_NETWORK.vpcEndpoints);
    expect(layout.gateways.filter(({ kind }) => kind === "vpcEndpoint").map(({ id }) => id)).toEqual(ids);
  });
});
