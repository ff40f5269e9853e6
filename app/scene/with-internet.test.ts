import { expect, it } from "vitest";
import { asId } from "../../engine";
import { internetGateway, network, vpc } from "../../engine/testing/network-builder";
import type { Command } from "../document/command";
import {
  attachInternetGateway,
  createInternetGateway,
  detachInternetGateway,
  modifyInternetGateway,
} from "../document/commands/internet-gateway";
import { type Diagram, INTERNET_PLACE } from "../document/diagram";
import { diagramOf, unwrap } from "../document/testing/expect";
import { rightOf } from "./geometry";
import { layoutOf } from "./layout-of";
import { withInternet } from "./with-internet";

const B = asId<"vpc">("vpc-B");
const SPARE = asId<"internetGateway">("igw-spare");
const BARE = diagramOf(
  network(
    vpc("A", "10.0.0.0/16"),
    vpc("B", "10.8.0.0/16"),
    internetGateway("A"),
    internetGateway("spare", null),
  ),
);

const after = (command: Command, diagram = BARE): Diagram => unwrap(withInternet(command).run(diagram));
const outsides = (diagram: Diagram) => layoutOf(diagram).outsides.map(({ id }) => id);

it("a VPC that gets an internet gateway, a new one or one that was detached, gets the Internet beside it", () => {
  const attached = after(attachInternetGateway(SPARE, B));
  const created = createInternetGateway({ internetGatewayId: asId("igw-new"), name: "", vpcId: B });
  for (const diagram of [attached, after(created)]) {
    expect(outsides(diagram)).toEqual([INTERNET_PLACE]);
    const { frames, outsides: ends } = layoutOf(diagram);
    for (const { rect } of ends)
      expect(rightOf(rect)).toBeLessThan(Math.min(...frames.map((frame) => frame.rect.x)) - 100);
  }
});

it("nothing else brings the Internet, and one that is there stays where it is", () => {
  expect(outsides(after(modifyInternetGateway(SPARE, { name: "edge" })))).toEqual([]);
  expect(outsides(after(detachInternetGateway(asId("igw-A"))))).toEqual([]);
  const place = { x: 40, y: 900, size: null };
  const placed: Diagram = { ...BARE, layout: { ...BARE.layout, places: { [INTERNET_PLACE]: place } } };
  expect(after(attachInternetGateway(SPARE, B), placed).layout).toEqual(placed.layout);
});
