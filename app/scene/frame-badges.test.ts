import { describe, expect, it } from "vitest";
import { asId, type Network } from "../../engine";
import { change, internetGateway, network, routes, subnet, vpc } from "../../engine/testing/network-builder";
import { badgesOf, isPublicSubnet } from "./frame-badges";
import { overlap } from "./geometry";
import { WHOLE_NETWORK } from "./testing/whole-vpc";

const subnetNamed = (of: Network, name: string) => {
  const found = of.subnets[asId<"subnet">(`subnet-${name}`)];
  if (found === undefined) throw new Error(`No subnet ${name}`);
  return found;
};
const isPublic = (of: Network, name: string) => isPublicSubnet(of, subnetNamed(of, name));
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

describe("a public subnet", () => {
  it("is one whose routes lead to an internet gateway of its VPC", () => {
    expect(isPublic(WHOLE_NETWORK, "pub")).toBe(true);
    expect(isPublic(WHOLE_NETWORK, "priv")).toBe(false);
    const elsewhere = change(WHOLE_NETWORK, routes("public", ["0.0.0.0/0 -> igw:spare"]));
    expect(isPublic(elsewhere, "pub")).toBe(false);
  });

  it("is none while the route there is a blackhole", () => {
    const id = asId<"routeTable">("rtb-public");
    const table = WHOLE_NETWORK.routeTables[id];
    const blackholes = table?.routes.map((route) => ({ ...route, state: "blackhole" as const })) ?? [];
    const closed = {
      ...WHOLE_NETWORK,
      routeTables: { ...WHOLE_NETWORK.routeTables, ...(table && { [id]: { ...table, routes: blackholes } }) },
    };
    expect(isPublic(closed, "pub")).toBe(false);
  });

  it("is one that gives public addresses where nobody told of routes", () => {
    const bare = network(vpc("A", "10.0.0.0/16"), internetGateway("A"), subnet("a", "A", "10.0.1.0/24"));
    const open = { ...subnetNamed(bare, "a"), mapPublicIpOnLaunch: true };
    expect(isPublicSubnet(bare, open)).toBe(true);
    expect(isPublicSubnet(bare, { ...open, mapPublicIpOnLaunch: false })).toBe(false);
  });
});
