import { describe, expect, test } from "vitest";
import { asId, recordOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import type { Diagram } from "../diagram";
import { after, diagramOf, reasonOf } from "../testing/expect";
import {
  assignIpv6Address,
  assignPrivateIpAddress,
  associateAddress,
  disassociateAddress,
  modifyPrivateIpAddress,
  unassignIpv6Address,
  unassignPrivateIpAddress,
} from "./ip-address";

const START = diagramOf(BASE_WORLD);
const W1 = asId<"networkInterface">("eni-w1");

const w1 = ({ network }: Diagram) => {
  const record = recordOf(network.networkInterfaces, W1);
  const entries = (record?.privateIpAddresses ?? []).map((each) => [each.privateIpAddress, each.publicIp]);
  return { ipv4: Object.fromEntries(entries), ipv6: record?.ipv6Addresses };
};

describe("an interface's addresses", () => {
  test("grow by the next free one, or by one that was chosen", () => {
    expect(w1(after(START, assignPrivateIpAddress(W1, null))).ipv4).toEqual({
      "10.0.1.11": "198.51.100.11",
      "10.0.1.4": null,
    });
    expect(w1(after(START, assignPrivateIpAddress(W1, "10.0.1.77"))).ipv4).toHaveProperty(["10.0.1.77"]);
    expect(reasonOf(assignPrivateIpAddress(W1, "10.0.1.99").run(START))).toBe("addressInUse");
  });

  test("are as many as the instance type takes", () => {
    const two = after(START, assignPrivateIpAddress(W1, null));
    expect(reasonOf(assignPrivateIpAddress(W1, null).run(two))).toBe("addressLimit");
    const ipv6 = after(START, assignIpv6Address(W1, null));
    expect(w1(ipv6).ipv6).toEqual(["2001:db8:a:1::11", "2001:db8:a:1::4"]);
    expect(reasonOf(assignIpv6Address(W1, null).run(ipv6))).toBe("addressLimit");
  });

  test("shrink down to the primary one", () => {
    const two = after(START, assignPrivateIpAddress(W1, "10.0.1.77"));
    expect(w1(after(two, unassignPrivateIpAddress(W1, "10.0.1.77")))).toEqual(w1(START));
    expect(reasonOf(unassignPrivateIpAddress(W1, "10.0.1.11").run(two))).toBe("addressPrimaryStays");
    expect(reasonOf(unassignPrivateIpAddress(W1, "10.0.1.78").run(two))).toBe("addressNotOnInterface");
    expect(w1(after(START, unassignIpv6Address(W1, "2001:db8:a:1::11"))).ipv6).toEqual([]);
    expect(reasonOf(unassignIpv6Address(W1, "::1").run(START))).toBe("addressNotOnInterface");
  });

  test("change in place and keep their public address", () => {
    const changed = after(START, modifyPrivateIpAddress(W1, "10.0.1.11", " 10.0.1.12 "));
    expect(w1(changed).ipv4).toEqual({ "10.0.1.12": "198.51.100.11" });
    expect(reasonOf(modifyPrivateIpAddress(W1, "10.0.1.11", "10.0.1.11").run(START))).toBe("ok");
    expect(reasonOf(modifyPrivateIpAddress(W1, "10.0.1.11", "10.0.2.9").run(START))).toBe(
      "addressOutsideSubnet",
    );
    expect(reasonOf(modifyPrivateIpAddress(W1, "10.0.1.50", "10.0.1.51").run(START))).toBe(
      "addressNotOnInterface",
    );
  });
});

describe("a public address", () => {
  test("is the next free one, or one that was chosen and nobody has", () => {
    expect(w1(after(START, associateAddress(W1, "10.0.1.11", null))).ipv4).toEqual({
      "10.0.1.11": "198.51.100.1",
    });
    expect(w1(after(START, associateAddress(W1, "10.0.1.11", "198.51.100.9"))).ipv4).toEqual({
      "10.0.1.11": "198.51.100.9",
    });
    expect(reasonOf(associateAddress(W1, "10.0.1.11", "198.51.100.12").run(START))).toBe(
      "publicAddressInUse",
    );
    expect(reasonOf(associateAddress(W1, "10.0.1.11", "198.51.100.11").run(START))).toBe("ok");
  });

  test("can be taken away", () => {
    expect(w1(after(START, disassociateAddress(W1, "10.0.1.11"))).ipv4).toEqual({ "10.0.1.11": null });
    expect(reasonOf(disassociateAddress(W1, "10.0.1.1").run(START))).toBe("addressNotOnInterface");
  });
});
