import { describe, expect, it } from "vitest";
import { frameTextRects } from "./frame-titles";
import { overlap } from "./geometry";
import { layoutOf } from "./layout-of";
import { diagramOf } from "./testing/designs";
import { threeTiers } from "./testing/examples";

const vpcWith = (groups: readonly string[]) => {
  const { frames } = layoutOf(diagramOf({ ...threeTiers, groups, subnets: [], pairs: [] }));
  const [title, tags] = frames.flatMap((frame) => (frame.kind === "vpc" ? frameTextRects(frame) : []));
  if (title === undefined || tags === undefined) throw new Error("No VPC");
  return { title, tags };
};

describe("the head of a VPC", () => {
  it("keeps a place for the tags of its groups, as wide as their names", () => {
    const [few, more] = [vpcWith(["default"]), vpcWith(["default", "web", "database"])];
    expect(few.tags.width).toBeGreaterThan(60);
    expect(more.tags.width).toBeGreaterThan(few.tags.width + 90);
  });

  it("keeps tags off the title, however many there are", () => {
    const { title, tags } = vpcWith(Array.from({ length: 40 }, (_, index) => `group-${index}`));
    expect(overlap(title, tags)).toBe(false);
  });
});
