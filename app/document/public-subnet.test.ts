import { describe, expect, it } from "vitest";
import { asId, type Network } from "../../engine";
import {
  change,
  internetGateway,
  network,
  routes,
  routeTable,
  subnet,
  vpc,
} from "../../engine/testing/network-builder";
import { isPublicSubnet } from "./public-subnet";

const WORLD = network(
  vpc("A", "10.0.0.0/16"),
  vpc("B", "10.1.0.0/16"),
  internetGateway("A"),
  internetGateway("B"),
  subnet("pub", "A", "10.0.1.0/24"),
  subnet("priv", "A", "10.0.2.0/24"),
  routeTable("main", "A", ["0.0.0.0/0 -> igw:B"], { main: true }),
  routeTable("public", "A", ["0.0.0.0/0 -> igw:A"], { subnets: ["pub"] }),
);

const subnetNamed = (of: Network, name: string) => {
  const found = of.subnets[asId<"subnet">(`subnet-${name}`)];
  if (found === undefined) throw new Error(`No subnet ${name}`);
  return found;
};
const isPublic = (of: Network, name: string) => isPublicSubnet(of, subnetNamed(of, name));

describe("a public subnet", () => {
  it("is one whose routes lead to an internet gateway of its VPC", () => {
    expect(isPublic(WORLD, "pub")).toBe(true);
    expect(isPublic(WORLD, "priv")).toBe(false);
    const elsewhere = change(WORLD, routes("public", ["0.0.0.0/0 -> igw:B"]));
    expect(isPublic(elsewhere, "pub")).toBe(false);
  });

  it("is none while the route there is a blackhole", () => {
    const id = asId<"routeTable">("rtb-public");
    const table = WORLD.routeTables[id];
    const blackholes = table?.routes.map((route) => ({ ...route, state: "blackhole" as const })) ?? [];
    const closed = {
      ...WORLD,
      routeTables: { ...WORLD.routeTables, ...(table && { [id]: { ...table, routes: blackholes } }) },
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
