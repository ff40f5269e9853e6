import { describe, expect, test } from "vitest";
import { asId, type Direction, type NetworkAcl, type NetworkAclEntry, type Traffic } from "../../../engine";
import { passageOf, shadowedEntries } from "./acl-effects";
import { aclHints, effectSentence, replySentence } from "./acl-sentences";
import { packetBox } from "./entry-box";

const ALL: Traffic = { ipProtocol: "all" };
const tcp = (from: number, to = from): Traffic => ({ ipProtocol: "tcp", ports: { from, to } });

const entry = (
  direction: Direction,
  ruleNumber: number,
  ruleAction: "allow" | "deny",
  traffic: Traffic,
  cidr = "0.0.0.0/0",
): NetworkAclEntry => ({
  ruleNumber,
  direction,
  ruleAction,
  traffic,
  remote: cidr.includes(":") ? { kind: "cidrIpv6", cidrIpv6: cidr } : { kind: "cidrIpv4", cidrIpv4: cidr },
});

const acl = (...entries: readonly NetworkAclEntry[]): NetworkAcl => ({
  networkAclId: asId<"networkAcl">("acl-1"),
  vpcId: asId<"vpc">("vpc-1"),
  name: "",
  isDefault: false,
  entries,
});

const hintTexts = (list: NetworkAcl, direction: Direction) =>
  aclHints(list, direction).map(({ text }) => text);

describe("an entry of a network ACL", () => {
  test("has no effect behind one that decides for all it names", () => {
    const list = acl(entry("ingress", 100, "deny", ALL), entry("ingress", 110, "allow", tcp(80)));
    expect(shadowedEntries(list, "ingress")).toMatchObject([{ entry: { ruleNumber: 110 }, behind: [100] }]);
    expect(hintTexts(list, "ingress")).toEqual([
      "Rule 110 has no effect: rule 100 decides first for all it names.",
    ]);
  });

  test("has no effect behind several that decide for all it names together", () => {
    const list = acl(
      entry("ingress", 30, "allow", tcp(50, 60), "10.0.0.0/8"),
      entry("ingress", 10, "allow", tcp(50, 55), "10.0.0.0/8"),
      entry("ingress", 20, "deny", tcp(56, 60), "10.0.0.0/8"),
    );
    expect(shadowedEntries(list, "ingress")).toMatchObject([{ entry: { ruleNumber: 30 }, behind: [10, 20] }]);
  });

  test("has an effect where one address, port, protocol or family is left to it", () => {
    const first = entry("ingress", 100, "deny", tcp(80), "10.0.0.0/8");
    const left = [
      entry("ingress", 110, "allow", tcp(80), "10.0.0.0/7"),
      entry("ingress", 110, "allow", tcp(80, 81), "10.0.0.0/8"),
      entry("ingress", 110, "allow", ALL, "10.0.0.0/8"),
      entry("ingress", 110, "allow", tcp(80), "::/0"),
      entry("ingress", 110, "allow", { ipProtocol: "icmp", icmpType: 8, icmpCode: "all" }, "10.0.0.0/8"),
    ];
    for (const second of left) expect(shadowedEntries(acl(first, second), "ingress")).toEqual([]);
  });

  test("of the other direction decides nothing here", () => {
    const list = acl(entry("egress", 100, "deny", ALL), entry("ingress", 110, "allow", ALL));
    expect(shadowedEntries(list, "ingress")).toEqual([]);
  });
});

describe("a direction of a network ACL", () => {
  const box = packetBox(tcp(1024, 65535), { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" }) ?? [];

  test("lets all, some or none of some packets pass, by the first entry that matches", () => {
    expect(passageOf(acl(entry("egress", 100, "allow", ALL)), "egress", box)).toEqual({
      passes: "all",
      by: [100],
    });
    const linux = acl(entry("egress", 100, "allow", tcp(32768, 61000)));
    expect(passageOf(linux, "egress", box).passes).toBe("some");
    expect(passageOf(acl(), "egress", box)).toEqual({ passes: "none", by: [] });
    const denied = acl(entry("egress", 90, "deny", tcp(3389)), entry("egress", 100, "allow", ALL));
    expect(passageOf(denied, "egress", box).passes).toBe("some");
  });

  test("is told in one sentence, denials before the last allowance included", () => {
    const list = acl(
      entry("ingress", 90, "deny", tcp(22), "203.0.113.0/24"),
      entry("ingress", 100, "allow", tcp(80)),
      entry("ingress", 110, "allow", tcp(443)),
      entry("ingress", 120, "allow", tcp(22), "203.0.112.0/23"),
      entry("ingress", 200, "deny", ALL),
    );
    expect(effectSentence(list, "ingress")).toBe(
      "Lets in TCP 80, 443 from anywhere (IPv4); TCP 22 from 203.0.112.0/23, but denies TCP 22 from 203.0.113.0/24 first.",
    );
    expect(effectSentence(list, "egress")).toBe("Lets nothing out.");
  });

  test("says by which entries of the other direction replies get back", () => {
    const list = acl(
      entry("ingress", 100, "allow", tcp(80)),
      entry("egress", 110, "allow", tcp(1024, 65535)),
    );
    expect(replySentence(list, "ingress")).toBe("Replies go out by outbound rule 110.");
    expect(hintTexts(list, "ingress")).toEqual([]);
  });

  test("hints at connections whose replies may not get back", () => {
    const none = acl(entry("ingress", 100, "allow", tcp(80)), entry("egress", 100, "allow", tcp(443)));
    expect(hintTexts(none, "ingress")).toEqual([
      "Replies to TCP 80 from anywhere (IPv4) may not get back: they go to TCP ports 1024-65535 there, and no outbound rule lets these pass.",
    ]);
    const some = acl(
      entry("ingress", 100, "allow", tcp(80)),
      entry("egress", 100, "allow", tcp(32768, 61000)),
    );
    expect(hintTexts(some, "ingress")[0]).toContain(
      "Some replies to TCP 80 from anywhere (IPv4) may not get back",
    );
    expect(replySentence(some, "ingress")).toBe("");
  });

  test("takes a wide range of client ports for an entry that lets replies in, and hints at nothing", () => {
    const list = acl(
      entry("ingress", 100, "allow", tcp(1024, 65535)),
      entry("egress", 100, "allow", tcp(443)),
    );
    expect(hintTexts(list, "ingress")).toEqual([]);
  });

  test("hints at no replies of entries that have no effect, deny, or are no TCP", () => {
    const list = acl(
      entry("ingress", 100, "deny", tcp(80)),
      entry("ingress", 110, "allow", tcp(80)),
      entry("ingress", 120, "allow", { ipProtocol: "udp", ports: { from: 53, to: 53 } }),
    );
    expect(hintTexts(list, "ingress")).toEqual([
      "Rule 110 has no effect: rule 100 decides first for all it names.",
    ]);
  });
});
