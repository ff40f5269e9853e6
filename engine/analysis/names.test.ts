import { describe, expect, test } from "vitest";
import type { Network } from "../model/network";
import { BASE_WORLD } from "../testing/base-world";
import {
  addresses,
  change,
  group,
  ipRange,
  loadBalancer,
  managedResource,
  networkInterface,
  type Part,
  prefixList,
  vpcEndpoint,
} from "../testing/network-builder";
import { endText } from "./explain-places";
import { type QuestionInput, question } from "./names";

const WEB: QuestionInput = { from: "w1", to: "w2", protocol: "tcp", port: 80 };

const endsOf = (name: string, network: Network = BASE_WORLD): string => {
  const asked = question(network, { ...WEB, from: name });
  return asked.ok
    ? asked.value.from.map((end) => `${end.kind} ${endText(end)}`).join(", ")
    : asked.error.code;
};

const also = (...parts: readonly Part[]): Network => change(BASE_WORLD, ...parts);

const packetOf = (input: QuestionInput) => {
  const asked = question(BASE_WORLD, { from: "w1", to: "w2", ...input });
  return asked.ok ? asked.value.packet : asked.error;
};

describe("a name stands for", () => {
  test.each([
    ["internet", "internet internet"],
    ["Internet", "internet internet"],
    ["eni-w1", "networkInterface eni-w1"],
    ["i-w1", "networkInterface eni-w1"],
    ["sg-web", "networkInterface eni-w1, networkInterface eni-w2"],
    ["vpc-A/sg-web", "networkInterface eni-w1, networkInterface eni-w2"],
    ["subnet-ra", "networkInterface eni-a1, networkInterface eni-dw"],
    ["192.0.2.50", "address 192.0.2.50"],
    ["10.0.1.11", "address 10.0.1.11"],
    ["2001:DB8:A:1::11", "address 2001:db8:a:1::11"],
    ["203.0.113.7/24", "cidr 203.0.113.0/24"],
    ["0.0.0.0/0", "cidr 0.0.0.0/0"],
    ["10.0.1.0/24", "networkInterface eni-w1, networkInterface eni-x1"],
    ["10.0.99.0/24", ""],
    ["2001:db8:a:1::/64", "networkInterface eni-w1"],
    ["web", "networkInterface eni-w1, networkInterface eni-w2"],
    ["group:web", "networkInterface eni-w1, networkInterface eni-w2"],
    ["A/web", "networkInterface eni-w1, networkInterface eni-w2"],
    ["group:A/web", "networkInterface eni-w1, networkInterface eni-w2"],
    ["vpc-A/web", "networkInterface eni-w1, networkInterface eni-w2"],
    ["A/default", ""],
    ["w1", "networkInterface eni-w1"],
    ["A/w1", "networkInterface eni-w1"],
    ["pa", "unknownName"],
    ["B", "unknownName"],
    ["nothing", "unknownName"],
    ["range:web", "unknownName"],
    ["B/web", "unknownName"],
    ["default", "ambiguousName"],
    ["10.0.300.1", "badAddress"],
    ["10.0.1.0/33", "badAddress"],
    ["2001:db8::g", "unknownName"],
  ])("%s: %s", (name, ends) => {
    expect(endsOf(name)).toBe(ends);
  });

  test("a range before a group before an instance, unless another is forced", () => {
    const network = also(ipRange("web", "203.0.113.0/24"), group("w1", "A", []));
    expect(endsOf("web", network)).toBe("ipRange range-web");
    expect(endsOf("group:web", network)).toBe("networkInterface eni-w1, networkInterface eni-w2");
    expect(endsOf("range:web", network)).toBe("ipRange range-web");
    expect(endsOf("w1", network)).toBe("");
    expect(endsOf("instance:w1", network)).toBe("networkInterface eni-w1");
  });

  test("the blocks of a list, by its id", () => {
    expect(endsOf("pl-x", also(prefixList("x", ["192.0.2.0/25"])))).toBe("cidr 192.0.2.0/25");
  });

  test("all interfaces of an instance, in every subnet", () => {
    const second = networkInterface("w1b", "ra", "10.0.11.51", {
      groups: ["none"],
      attachedTo: "w1",
      deviceIndex: 1,
    });
    expect(endsOf("i-w1", also(second))).toBe("networkInterface eni-w1, networkInterface eni-w1b");
  });

  test("a secondary address alone, where a block holds no other of the interface", () => {
    const network = also(addresses("w1", { secondary: ["10.0.1.111"] }));
    expect(endsOf("10.0.1.111/32", network)).toBe("address 10.0.1.111");
    expect(endsOf("10.0.1.0/25", network)).toBe("networkInterface eni-w1, networkInterface eni-x1");
  });

  test("the interfaces of a load balancer, a service or an endpoint, which a gateway endpoint has none of", () => {
    const none = { groups: [] };
    const network = also(
      loadBalancer("front", "network", []),
      networkInterface("lb", "pa", "10.0.1.90", { attachedTo: { loadBalancer: "front" }, ...none }),
      managedResource("resize", "lambdaFunction"),
      networkInterface("fn", "pa", "10.0.1.91", { attachedTo: { managedResource: "resize" }, ...none }),
      vpcEndpoint("sqs", "A", "interface"),
      networkInterface("ep", "pa", "10.0.1.92", { attachedTo: { vpcEndpoint: "sqs" }, ...none }),
      vpcEndpoint("s3", "A", "gateway"),
    );
    const told = ["lb-front", "front", "managed-resize", "A/resize", "vpce-sqs", "instance:sqs"];
    expect(told.map((name) => endsOf(name, network))).toEqual(
      ["lb", "lb", "fn", "fn", "ep", "ep"].map((name) => `networkInterface eni-${name}`),
    );
    expect(["vpce-s3", "s3"].map((name) => endsOf(name, network))).toEqual(["unknownName", "unknownName"]);
  });

  test("wearers that are attached, where there are any", () => {
    const spare = networkInterface("spare", "pa", "10.0.1.50", { groups: ["web"], attachedTo: null });
    expect(endsOf("web", also(spare))).toBe("networkInterface eni-w1, networkInterface eni-w2");
    const lone = networkInterface("lone", "pa", "10.0.1.51", { groups: ["admin"], attachedTo: null });
    expect(endsOf("admin", also(lone))).toBe("networkInterface eni-lone");
  });

  test("none of several, which are told so that each can be named", () => {
    const asked = question(BASE_WORLD, { ...WEB, to: "default" });
    expect(asked).toMatchObject({
      ok: false,
      error: {
        code: "ambiguousName",
        field: "to",
        candidates: ["sg-default (A/default)", "sg-B-default (B/default)"],
      },
    });
  });
});

describe("a packet", () => {
  test.each<[QuestionInput, object]>([
    [
      { protocol: "TCP", port: 443, sourcePort: 50000 },
      { protocol: 6, port: 443, sourcePort: 50000 },
    ],
    [
      { protocol: "udp", port: 53, client: "Linux" },
      { protocol: 17, port: 53, clientProfile: "linux" },
    ],
    [
      { protocol: "tcp", port: 22, client: null, sourcePort: 7 },
      { protocol: 6, port: 22, sourcePort: 7 },
    ],
    [
      { protocol: 17, port: 0 },
      { protocol: 17, port: 0 },
    ],
    [{ protocol: "47", port: null }, { protocol: 47 }],
    [{ protocol: "esp" }, { protocol: 50 }],
    [{ protocol: "icmp" }, { protocol: 1, icmpType: 8, icmpCode: 0 }],
    [{ protocol: "icmpv6" }, { protocol: 58, icmpType: 128, icmpCode: 0 }],
    [
      { protocol: "icmp", icmpType: 3, icmpCode: 4 },
      { protocol: 1, icmpType: 3, icmpCode: 4 },
    ],
  ])("is read from %j", (input, packet) => {
    expect(packetOf(input)).toEqual(packet);
  });

  test.each<[QuestionInput, string, string]>([
    [{}, "missing", "protocol"],
    [{ protocol: true }, "wrongType", "protocol"],
    [{ protocol: "all" }, "outOfRange", "protocol"],
    [{ protocol: 256 }, "outOfRange", "protocol"],
    [{ protocol: "tcp" }, "missing", "port"],
    [{ protocol: "tcp", port: "80" }, "wrongType", "port"],
    [{ protocol: "tcp", port: 80.5 }, "outOfRange", "port"],
    [{ protocol: "tcp", port: 65536 }, "outOfRange", "port"],
    [{ protocol: "udp", port: -1 }, "outOfRange", "port"],
    [{ protocol: "tcp", port: 80, sourcePort: [] }, "wrongType", "sourcePort"],
    [{ protocol: "tcp", port: 80, client: 7 }, "wrongType", "client"],
    [{ protocol: "tcp", port: 80, client: "macos" }, "outOfRange", "client"],
    [{ protocol: "tcp", port: 80, client: "linux", sourcePort: 40000 }, "notAllowed", "client"],
    [{ protocol: "icmp", client: "linux" }, "notAllowed", "client"],
    [{ protocol: "tcp", port: 80, icmpType: 8 }, "notAllowed", "icmpType"],
    [{ protocol: "icmp", port: 80 }, "notAllowed", "port"],
    [{ protocol: "icmp", icmpType: 256 }, "outOfRange", "icmpType"],
    [{ protocol: 47, icmpCode: 0 }, "notAllowed", "icmpCode"],
    [{ from: 7, protocol: "tcp", port: 80 }, "wrongType", "from"],
    [{ to: "", protocol: "tcp", port: 80 }, "missing", "to"],
  ])("of %j is refused: %s %s", (input, code, field) => {
    expect(packetOf(input)).toMatchObject({ code, field });
  });
});
