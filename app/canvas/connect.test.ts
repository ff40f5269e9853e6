import { describe, expect, test } from "vitest";
import { commandToConnect, endOfHandle } from "./connect";
import { diagramOf } from "./testing/diagram";

const diagram = diagramOf();
const { network } = diagram;
const ssh = { ipProtocol: "tcp", ports: { from: 22, to: 22 } } as const;

const connect = (from: string, to: string) => {
  const [a, b] = [from, to].map((id) => endOfHandle(network, id, `${id}:right`));
  const command = a && b && commandToConnect(network, a, b, ssh);
  const result = command?.run(diagram);
  return result?.ok ? result.value.network.securityGroups : null;
};
const rulesAdded = (groups: ReturnType<typeof connect>, name: string) =>
  Object.values(groups ?? {})
    .find(({ groupName }) => groupName === name)
    ?.rules.filter(
      ({ traffic }) => traffic.ipProtocol === "tcp" && "ports" in traffic && traffic.ports.from === 22,
    );

describe("drawing an arrow by hand", () => {
  test("admits the sender's group at the target", () => {
    expect(rulesAdded(connect("eni-w1", "eni-w2"), "closed")).toMatchObject([
      { direction: "ingress", remote: { kind: "group", groupId: "sg-web" }, description: "From web" },
    ]);
  });
  test("adds nothing outbound where everything may leave", () => {
    expect(rulesAdded(connect("eni-w1", "eni-w2"), "web")).toEqual([]);
  });
  test("opens the way out where outbound rules are restricted", () => {
    expect(rulesAdded(connect("eni-w3", "eni-w1"), "closed")).toMatchObject([
      { direction: "egress", remote: { kind: "group", groupId: "sg-web" }, description: "To web" },
    ]);
  });
  test("admits a named range by its addresses", () => {
    expect(rulesAdded(connect("range-office", "eni-w1"), "web")).toMatchObject([
      { direction: "ingress", remote: { kind: "cidrIpv4", cidrIpv4: "203.0.113.0/24" } },
    ]);
  });
  test("has nothing to say between two outside ends", () => {
    expect(connect("internet", "range-office")).toBeNull();
  });
});
