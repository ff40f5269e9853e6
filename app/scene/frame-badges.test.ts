import { describe, expect, it } from "vitest";
import { asId, type Network } from "../../engine";
import { badgesOf } from "./frame-badges";
import { overlap } from "./geometry";
import { WHOLE_NETWORK } from "./testing/whole-vpc";

const subnetNamed = (of: Network, name: string) => {
  const found = of.subnets[asId<"subnet">(`subnet-${name}`)];
  if (found === undefined) throw new Error(`No subnet ${name}`);
  return found;
};
const badges = (name: string, room: number) =>
  badgesOf(WHOLE_NETWORK, subnetNamed(WHOLE_NETWORK, name), 80, room);

describe("a subnet's badges", () => {
  it("tell its own route table, and its VPC's main one where it has none", () => {
    expect(badges("pub", 400)[0]).toMatchObject({ id: "rtb-public", text: "public", isDefault: false });
    expect(badges("priv", 400)[0]).toMatchObject({ id: "rtb-main", isDefault: true });
    expect(badges("bare", 400)).toEqual([]);
  });

  it("leave names out where there is no room, what the VPC brings along first", () => {
    expect(badges("priv", 400).map(({ text }) => text)).toEqual(["main", "own"]);
    expect(badges("priv", 88).map(({ text }) => text)).toEqual([null, "own"]);
    expect(badges("priv", 0).map(({ text }) => text)).toEqual([null, null]);
  });

  it.each([0, 88, 400])("stand side by side in a room of %d", (room) => {
    const [table, acl] = badges("priv", room).map(({ rect }) => rect);
    expect(table && acl && overlap(table, acl)).toBe(false);
    expect(table?.x).toBe(80);
  });

  it.each([0, 88, 400])("are targets of 24 by 24 at least in a room of %d", (room) => {
    for (const { rect } of badges("priv", room))
      expect(Math.min(rect.width, rect.height)).toBeGreaterThanOrEqual(24);
  });
});
