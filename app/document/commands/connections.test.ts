import { describe, expect, test } from "vitest";
import { asId, recordOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { change, subnet } from "../../../engine/testing/network-builder";
import type { Diagram } from "../diagram";
import { after, diagramOf, reasonOf } from "../testing/expect";
import { modifySubnet } from "./subnet";
import {
  createTransitGateway,
  createTransitGatewayRoute,
  createTransitGatewayRouteTable,
  createTransitGatewayVpcAttachment,
  deleteTransitGatewayRoute,
  modifyTransitGateway,
  modifyTransitGatewayRouteTable,
  modifyTransitGatewayVpcAttachment,
  setTransitGatewayPropagation,
} from "./transit-gateway";
import { createVpcPeeringConnection, modifyVpcPeeringConnection } from "./vpc-peering-connection";

const START = diagramOf(change(BASE_WORLD, subnet("zb", "A", "10.0.90.0/24", null, "us-east-1b")));
const PLACE = { x: 4, y: 8, size: null };
const A = asId<"vpc">("vpc-A");
const B = asId<"vpc">("vpc-B");
const subnetId = (name: string) => asId<"subnet">(`subnet-${name}`);

describe("a peering connection", () => {
  const PCX = asId<"vpcPeeringConnection">("pcx-AB");
  const made = createVpcPeeringConnection({
    vpcPeeringConnectionId: PCX,
    name: "AB",
    requesterVpcId: A,
    accepterVpcId: B,
    status: "pending-acceptance",
  });

  test("joins two VPCs and brings no route", () => {
    const { network } = after(START, made);
    expect(recordOf(network.vpcPeeringConnections, PCX)?.status).toBe("pending-acceptance");
    expect(network.routeTables).toBe(START.network.routeTables);
    expect(made.label(START)).toBe("Peer A with B");
    expect(reasonOf(made.run(after(START, made)))).toBe("peeringExists");
  });

  test("is accepted once", () => {
    const accept = modifyVpcPeeringConnection(PCX, { status: "active" });
    const active = after(START, made, accept);
    expect(recordOf(active.network.vpcPeeringConnections, PCX)?.status).toBe("active");
    expect(accept.label(active)).toBe("Accept AB");
    expect(reasonOf(modifyVpcPeeringConnection(PCX, { status: "rejected" }).run(active))).toBe(
      "peeringTransition",
    );
    const renamed = after(active, modifyVpcPeeringConnection(PCX, { name: "shop to office" }));
    expect(recordOf(renamed.network.vpcPeeringConnections, PCX)).toMatchObject({
      name: "shop to office",
      status: "active",
    });
  });
});

describe("a transit gateway", () => {
  const HUB = asId<"transitGateway">("tgw-hub");
  const TABLE = asId<"transitGatewayRouteTable">("tgw-rtb-hub");
  const ATTACHMENT = asId<"transitGatewayAttachment">("tgw-attach-A");
  const hub = createTransitGateway({
    transitGatewayId: HUB,
    routeTableId: TABLE,
    name: "hub",
    region: "us-east-1",
    place: PLACE,
  });
  const attach = (id: string) =>
    createTransitGatewayVpcAttachment({
      transitGatewayAttachmentId: asId(id),
      transitGatewayId: HUB,
      vpcId: A,
      subnetIds: [subnetId("ra"), subnetId("zb"), subnetId("ra")],
      name: "A",
    });
  const attachA = attach(ATTACHMENT);
  const tableOf = ({ network }: Diagram, id = TABLE) => recordOf(network.transitGatewayRouteTables, id);

  test("brings its default route table, and carries no group references yet", () => {
    const made = after(START, hub);
    expect(recordOf(made.network.transitGateways, HUB)?.securityGroupReferencingSupport).toBe(false);
    expect(tableOf(made)).toMatchObject({ name: "default", routes: [], propagatedFrom: [] });
    expect(made.layout.places).toEqual({ "tgw-hub": PLACE });
    const on = after(made, modifyTransitGateway(HUB, { securityGroupReferencingSupport: true }));
    expect(recordOf(on.network.transitGateways, HUB)?.securityGroupReferencingSupport).toBe(true);
  });

  test("is attached to a VPC by its default table, which learns the VPC's addresses", () => {
    const made = after(START, hub, attachA);
    expect(recordOf(made.network.transitGatewayAttachments, ATTACHMENT)).toEqual({
      transitGatewayAttachmentId: ATTACHMENT,
      transitGatewayId: HUB,
      vpcId: A,
      subnetIds: ["subnet-ra", "subnet-zb"],
      name: "A",
      state: "available",
      securityGroupReferencingSupport: true,
      routeTableId: TABLE,
    });
    expect(tableOf(made)?.propagatedFrom).toEqual([ATTACHMENT]);
    expect(reasonOf(attachA.run(made))).toBe("idTaken");
    expect(reasonOf(attach("tgw-attach-2").run(made))).toBe("attachmentExists");
    expect(reasonOf(attachA.run(START))).toBe("transitGatewayNotFound");
    expect(attachA.label(made)).toBe("Attach A to hub");
  });

  test("changes an attachment under the checks of a new one", () => {
    const made = after(START, hub, attachA);
    const one = after(made, modifyTransitGatewayVpcAttachment(ATTACHMENT, { subnetIds: [subnetId("rb")] }));
    expect(recordOf(one.network.transitGatewayAttachments, ATTACHMENT)?.subnetIds).toEqual(["subnet-rb"]);
    const twice = modifyTransitGatewayVpcAttachment(ATTACHMENT, {
      subnetIds: [subnetId("ra"), subnetId("rb")],
    });
    expect(reasonOf(twice.run(made))).toBe("subnetsInOneZone");
    const none = after(made, modifyTransitGatewayVpcAttachment(ATTACHMENT, { routeTableId: null }));
    expect(recordOf(none.network.transitGatewayAttachments, ATTACHMENT)?.routeTableId).toBeNull();
  });

  test("keeps its subnets' zones apart when one of them moves", () => {
    const made = after(START, hub, attachA);
    const command = modifySubnet(subnetId("zb"), { availabilityZone: "us-east-1a" });
    expect(reasonOf(command.run(START))).toBe("ok");
    expect(reasonOf(command.run(made))).toBe("subnetsInOneZone");
  });

  test("has further tables, with routes of their own", () => {
    const OTHER = asId<"transitGatewayRouteTable">("tgw-rtb-other");
    const made = after(
      START,
      hub,
      attachA,
      createTransitGatewayRouteTable({ transitGatewayRouteTableId: OTHER, transitGatewayId: HUB, name: "x" }),
      modifyTransitGatewayRouteTable(OTHER, { name: "apart" }),
      createTransitGatewayRoute(OTHER, { cidr: "10.9.1.2/16", attachmentId: ATTACHMENT }),
      createTransitGatewayRoute(OTHER, { cidr: "10.8.0.0/16", attachmentId: null }),
      setTransitGatewayPropagation(OTHER, ATTACHMENT, true),
      setTransitGatewayPropagation(OTHER, ATTACHMENT, true),
    );
    expect(tableOf(made, OTHER)).toMatchObject({
      name: "apart",
      routes: [
        { cidr: "10.9.0.0/16", attachmentId: ATTACHMENT },
        { cidr: "10.8.0.0/16", attachmentId: null },
      ],
      propagatedFrom: [ATTACHMENT],
    });
    const route = (cidr: string, attachmentId: string | null) =>
      reasonOf(
        createTransitGatewayRoute(OTHER, {
          cidr,
          attachmentId: attachmentId === null ? null : asId(attachmentId),
        }).run(made),
      );
    expect(route("10.9.0.0/16", null)).toBe("routeTaken");
    expect(route("10.9.0.0", null)).toBe("cidrInvalid");
    expect(route("10.7.0.0/16", "tgw-attach-x")).toBe("attachmentNotFound");
    expect(tableOf(after(made, deleteTransitGatewayRoute(OTHER, "10.9.0.0/16")), OTHER)?.routes).toHaveLength(
      1,
    );
    expect(reasonOf(deleteTransitGatewayRoute(OTHER, "10.7.0.0/16").run(made))).toBe("routeNotFound");
    const off = after(made, setTransitGatewayPropagation(OTHER, ATTACHMENT, false));
    expect(tableOf(off, OTHER)?.propagatedFrom).toEqual([]);
  });

  test("routes to its own attachments only", () => {
    const far = createTransitGateway({
      transitGatewayId: asId("tgw-far"),
      routeTableId: asId("tgw-rtb-far"),
      name: "far",
      region: "us-east-1",
      place: PLACE,
    });
    const both = after(START, hub, attachA, far);
    const route = createTransitGatewayRoute(asId("tgw-rtb-far"), {
      cidr: "10.0.0.0/16",
      attachmentId: ATTACHMENT,
    });
    expect(reasonOf(route.run(both))).toBe("attachmentOfOtherGateway");
  });
});
