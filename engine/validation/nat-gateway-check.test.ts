import { describe, expect, test } from "vitest";
import { asId } from "../model/id";
import { recordOf } from "../model/network";
import { BASE_WORLD } from "../testing/base-world";
import { change, natGateway, networkInterface, type Part, subnet } from "../testing/network-builder";
import { checkAddress, checkPublicAddress } from "./address-check";
import { freeAddress } from "./free-address";
import { publicAddressHolders } from "./internet-gateway-check";
import { checkNatGateway, checkNatGatewayState } from "./nat-gateway-check";
import { refused } from "./testing/refused";

const subnetId = (name: string) => asId<"subnet">(`subnet-${name}`);

describe("a NAT gateway", () => {
  const made = (name: string, connectivityType: "public" | "private", world = BASE_WORLD) =>
    refused(checkNatGateway(world, { subnetId: subnetId(name), connectivityType }));

  test("needs its subnet, and an internet gateway when it is public", () => {
    expect(made("pa", "public")).toBe("ok");
    expect(made("gone", "private")).toBe("InvalidSubnetID.NotFound subnetNotFound");
    expect(made("xb", "public")).toBe("Gateway.NotAttached publicAddressNeedsGateway");
    expect(made("xb", "private")).toBe("ok");
  });

  test("is one of five in a zone", () => {
    const four = [1, 2, 3, 4].map((each) => natGateway(`m${each}`, "ra", `10.0.11.10${each}`));
    expect(made("pa", "public", change(BASE_WORLD, ...four))).toBe("NatGatewayLimitExceeded natGatewayLimit");
    const other = change(BASE_WORLD, ...four, subnet("zb", "A", "10.0.90.0/24", null, "us-east-1b"));
    expect(made("zb", "private", other)).toBe("ok");
  });

  test("takes one of five Elastic IP addresses of its Region when it is public", () => {
    const zones = ["b", "c"].map((zone) =>
      subnet(`z${zone}`, "A", zone === "b" ? "10.0.90.0/24" : "10.0.91.0/24", null, `us-east-1${zone}`),
    );
    const four = ["b", "c"].flatMap((zone) =>
      [1, 2].map((each) => natGateway(`${zone}${each}`, `z${zone}`, "10.0.90.9", { public: "198.51.100.7" })),
    );
    const full = change(BASE_WORLD, ...zones, ...four);
    expect(made("pa", "public", full)).toBe("AddressLimitExceeded elasticIpLimit");
    expect(made("pa", "private", full)).toBe("ok");
    const over = change(
      full,
      natGateway("b1", "zb", "10.0.90.9", { public: "198.51.100.7", state: "failed" }),
    );
    expect(made("pa", "public", over)).toBe("ok");
  });

  test("that failed or was deleted takes no room and holds no address", () => {
    const gone = [1, 2, 3, 4].map((each) =>
      natGateway(`m${each}`, "ra", `10.0.11.10${each}`, { state: "deleted" }),
    );
    expect(made("pa", "public", change(BASE_WORLD, ...gone))).toBe("ok");
    const failed = natGateway("n1", "pa", "10.0.1.250", { public: "198.51.100.250", state: "failed" });
    const world = change(BASE_WORLD, failed);
    expect(refused(checkAddress(world, "subnet-pa", "10.0.1.250"))).toBe("ok");
    expect(refused(checkPublicAddress(world, "198.51.100.250"))).toBe("ok");
    expect(publicAddressHolders(world, "vpc-A")).toEqual(["w1", "w2", "x1"]);
  });

  test("comes back only while nobody else has its addresses", () => {
    const failed = natGateway("n1", "pa", "10.0.1.250", { public: "198.51.100.250", state: "failed" });
    const back = (...parts: readonly Part[]) => {
      const world = change(BASE_WORLD, failed, ...parts);
      const record = recordOf(world.natGateways, "nat-n1");
      return record && refused(checkNatGatewayState(world, record, "available"));
    };
    expect(back()).toBe("ok");
    expect(back(networkInterface("n", "pa", "10.0.1.250", { groups: ["web"] }))).toBe(
      "InvalidIPAddress.InUse addressInUse",
    );
    const public_ = { public: "198.51.100.250", groups: ["web"] };
    expect(back(networkInterface("n", "pa", "10.0.1.99", public_))).toBe(
      "Resource.AlreadyAssociated publicAddressInUse",
    );
  });

  test("keeps its addresses from others", () => {
    expect(refused(checkAddress(BASE_WORLD, "subnet-pa", "10.0.1.250"))).toBe(
      "InvalidIPAddress.InUse addressInUse",
    );
    expect(refused(checkPublicAddress(BASE_WORLD, "198.51.100.250"))).toBe(
      "Resource.AlreadyAssociated publicAddressInUse",
    );
    const world = change(BASE_WORLD, natGateway("n2", "ra", "10.0.11.4"));
    expect(freeAddress(world, "subnet-ra")).toEqual({ ok: true, value: "10.0.11.5" });
  });
});
