import { describe, expect, test } from "vitest";
import { asId, type Route, recordOf, routeKey } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { change, routeTable } from "../../../engine/testing/network-builder";
import type { Diagram } from "../diagram";
import { after, diagramOf, reasonOf } from "../testing/expect";
import {
  associateRouteTable,
  createRoute,
  createRouteTable,
  deleteRoutes,
  deleteRouteTable,
  modifyRouteTable,
  replaceMainRouteTable,
  replaceRoute,
} from "./route-table";

const START = diagramOf(BASE_WORLD);
const TABLE = asId<"routeTable">("rtb-new");
const MAIN = asId<"routeTable">("rtb-main");
const PA = asId<"subnet">("subnet-pa");
const NEW = createRouteTable({ routeTableId: TABLE, vpcId: asId<"vpc">("vpc-A"), name: "new" });
const IGW: Route["target"] = { kind: "internetGateway", id: asId<"internetGateway">("igw-A") };
const NAT: Route["target"] = { kind: "natGateway", id: asId<"natGateway">("nat-n1") };
const to = (cidrIpv4: string) => ({ kind: "cidrIpv4", cidrIpv4 }) as const;

const lines = ({ network }: Diagram, id = TABLE) =>
  recordOf(network.routeTables, id)?.routes.map((each) => `${routeKey(each.destination)} ${each.target.id}`);

describe("a route table", () => {
  test("is made with nothing but the local route, which is not listed", () => {
    const made = after(START, NEW);
    expect(recordOf(made.network.routeTables, TABLE)).toMatchObject({
      name: "new",
      isMain: false,
      routes: [],
    });
    expect(reasonOf(NEW.run(made))).toBe("idTaken");
    const renamed = after(made, modifyRouteTable(TABLE, { name: "edge" }));
    expect(recordOf(renamed.network.routeTables, TABLE)?.name).toBe("edge");
  });

  test("gets routes, exchanges and loses them", () => {
    const made = after(START, NEW, createRoute(TABLE, { destination: to("0.0.0.0/0"), target: IGW }));
    expect(recordOf(made.network.routeTables, TABLE)?.routes).toEqual([
      { destination: to("0.0.0.0/0"), target: IGW, state: "active", isPropagated: false },
    ]);
    const twice = createRoute(TABLE, { destination: to("0.0.0.0/0"), target: NAT });
    expect(reasonOf(twice.run(made))).toBe("routeTaken");
    const changed = replaceRoute(
      TABLE,
      to("0.0.0.0/0"),
      { destination: to("192.0.2.9/24"), target: NAT },
      "cidr",
    );
    expect(lines(after(made, changed))).toEqual(["192.0.2.0/24 nat-n1"]);
    expect(changed.mergeKey).toBe("cidr");
    expect(lines(after(made, deleteRoutes(TABLE, [to("0.0.0.0/0")])))).toEqual([]);
    expect(reasonOf(deleteRoutes(TABLE, [to("10.9.0.0/16")]).run(made))).toBe("routeNotFound");
    const unknown = replaceRoute(TABLE, to("10.9.0.0/16"), { destination: to("0.0.0.0/0"), target: NAT });
    expect(reasonOf(unknown.run(made))).toBe("routeNotFound");
  });

  test("keeps what was propagated to it", () => {
    const world = change(BASE_WORLD, routeTable("new", "A", ["10.9.0.0/16 -> other:vgw propagated"]));
    expect(reasonOf(deleteRoutes(TABLE, [to("10.9.0.0/16")]).run(diagramOf(world)))).toBe("routeNotFound");
  });

  test("routes a subnet of its VPC; null gives it back to the main one", () => {
    const given = after(START, NEW, associateRouteTable(PA, TABLE));
    expect(given.network.subnets[PA]?.routeTableId).toBe(TABLE);
    expect(reasonOf(deleteRouteTable(TABLE).run(given))).toBe("routeTableInUse");
    const back = after(given, associateRouteTable(PA, null));
    expect(back.network.subnets[PA]?.routeTableId).toBeNull();
    expect(Object.keys(after(back, deleteRouteTable(TABLE)).network.routeTables)).not.toContain(TABLE);
    const other = asId<"subnet">("subnet-xb");
    expect(reasonOf(associateRouteTable(other, TABLE).run(given))).toBe("routeTableOfOtherVpc");
  });

  test("becomes the main one in the place of the one that was", () => {
    const { network } = after(START, NEW, replaceMainRouteTable(TABLE));
    const mains = Object.values(network.routeTables).filter(({ isMain }) => isMain);
    expect(mains.map(({ routeTableId }) => routeTableId).sort()).toEqual(["rtb-B", "rtb-new"]);
    expect(reasonOf(deleteRouteTable(MAIN).run(START))).toBe("routeTableIsMain");
    expect(reasonOf(deleteRouteTable(MAIN).run(diagramOf(network)))).toBe("ok");
  });

  test("is named in the words of the undo list", () => {
    const route = { destination: to("0.0.0.0/0"), target: IGW };
    expect(createRoute(MAIN, route).label(START)).toBe("Add route to 0.0.0.0/0 to main");
    expect(deleteRoutes(MAIN, [to("0.0.0.0/0")]).label(START)).toBe("Delete route to 0.0.0.0/0 from main");
    expect(associateRouteTable(PA, MAIN).label(START)).toBe("Route pa by main");
    expect(associateRouteTable(PA, null).label(START)).toBe("Route pa by the main route table");
  });
});
