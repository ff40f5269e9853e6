import { describe, expect, it } from "vitest";
import { cardContents } from "./cards";
import { contains, overlap } from "./geometry";
import { layoutOf } from "./layout-of";
import { WHOLE_DIAGRAM, WHOLE_NETWORK } from "./testing/whole-vpc";

const contents = cardContents(WHOLE_NETWORK, new Map());
const cardOf = (id: string) => contents.find((card) => card.id === id);

describe("cards", () => {
  it("say what AWS calls a service", () => {
    expect(cardOf("lb-alb")).toMatchObject({ kind: "loadBalancer", subtitle: "Application Load Balancer" });
    expect(cardOf("managed-cache")).toMatchObject({ kind: "cacheCluster", subtitle: "ElastiCache" });
  });

  it("have a row for each interface, and name the subnet of those that lie elsewhere", () => {
    expect(cardOf("lb-alb")?.rows.map(({ otherSubnet }) => otherSubnet)).toEqual([null, "priv"]);
  });

  it("stand in the same subnet whatever the order of the records", () => {
    const networkInterfaces = Object.fromEntries(
      Object.entries(WHOLE_NETWORK.networkInterfaces).toReversed(),
    );
    const turned = cardContents({ ...WHOLE_NETWORK, networkInterfaces }, new Map());
    expect(turned.find(({ id }) => id === "lb-alb")).toEqual(cardOf("lb-alb"));
  });

  it("tell a NAT gateway's addresses, and its state where it does not work", () => {
    expect(cardOf("nat-n1")).toMatchObject({
      subtitle: "NAT gateway",
      rows: [],
      addresses: { privateIp: "10.0.1.5", publicIp: "198.51.100.5" },
    });
    expect(cardOf("nat-n2")?.subtitle).toBe("Private NAT gateway · failed");
  });

  it("of NAT gateways lie in their subnets, beside the others", () => {
    const { frames, cards } = layoutOf(WHOLE_DIAGRAM);
    for (const card of cards) {
      const frame = frames.find(({ id }) => id === card.parentId);
      expect(frame && contains(frame.rect, card.rect)).toBe(true);
      expect(cards.some((other) => other !== card && overlap(other.rect, card.rect))).toBe(false);
    }
  });
});
