import { describe, expect, test } from "vitest";
import {
  asId,
  INTERNET,
  type Network,
  type NetworkInterfaceId,
  recordOf,
  type SecurityGroup,
  type Tier,
  type TierId,
  type TierPair,
} from "../../../engine";
import {
  group,
  internetGateway,
  loadBalancer,
  network,
  networkInterface,
  routeTable,
  subnet,
  vpc,
} from "../../../engine/testing/network-builder";
import { tierPairKey } from "../../store/state";
import { unreachedByInternet } from "./unreached";

type Part = ReturnType<typeof group>;

const webOf = (rules: readonly string[], ...more: readonly Part[]): Network =>
  network(
    vpc("A", "10.0.0.0/16"),
    internetGateway("A"),
    subnet("a", "A", "10.0.1.0/24"),
    group("web", "A", rules),
    ...more,
  );

const member = (publicIp: string | null) =>
  networkInterface("w", "a", "10.0.1.10", {
    groups: ["web"],
    ...(publicIp === null ? {} : { public: publicIp }),
  });

const WEB = "tier-web" as TierId;

const tierOf = (tierId: TierId, kind: Tier["kind"], ids: readonly NetworkInterfaceId[]): Tier => ({
  tierId,
  kind,
  name: tierId,
  vpcId: null,
  groupIds: [],
  networkInterfaceIds: ids,
});

const pair: TierPair = {
  from: INTERNET,
  to: WEB,
  traffic: [{ protocol: "tcp", ranges: [], partial: false }],
  pairs: 1,
  ofPairs: 1,
  partial: null,
  specific: false,
  beyondInternet: null,
};

const whyOf = (of: Network, pairs: readonly TierPair[] = []) => {
  const web = recordOf<SecurityGroup>(of.securityGroups, "sg-web");
  if (web === undefined) throw new Error("The world has a group web");
  const tiers = [
    tierOf(INTERNET, "internet", []),
    tierOf(WEB, "interfaces", [asId<"networkInterface">("eni-w")]),
  ];
  return unreachedByInternet(of, web, {
    tiers: new Map(tiers.map((tier) => [tier.tierId, tier])),
    tierPairs: new Map(pairs.map((each) => [tierPairKey(each.from, each.to), each])),
  })?.why;
};

const OPEN = ["tcp 80 from 0.0.0.0/0"];
const PUBLIC = routeTable("public", "A", ["0.0.0.0/0 -> igw:A"], { subnets: ["a"] });
const PRIVATE = routeTable("private", "A", [], { subnets: ["a"] });

describe("a group that lets the Internet in, which does not come", () => {
  test("says that no member has a public address", () => {
    expect(whyOf(webOf(OPEN, member(null), PUBLIC))).toBe("no member has a public address: associate one");
  });

  test("says that the members' subnets have no route to an internet gateway", () => {
    expect(whyOf(webOf(OPEN, member("198.51.100.1"), PRIVATE))).toBe(
      "no member with a public address is in a subnet with a route to an internet gateway: add one",
    );
  });

  test.each([
    ["all of that is there, and something else is in the way", [member("198.51.100.1"), PUBLIC]],
    ["nobody told of routes", [member("198.51.100.1")]],
    [
      "a network load balancer may bring it to private addresses",
      [member(null), PUBLIC, loadBalancer("nlb", "network", [])],
    ],
  ] as const)("says to test the path where %s", (_, parts) => {
    expect(whyOf(webOf(OPEN, ...parts))).toBeNull();
  });

  test("says nothing where a path leads in, no rule would let it, or nothing wears the group", () => {
    expect(whyOf(webOf(OPEN, member(null), PUBLIC), [pair])).toBeUndefined();
    expect(whyOf(webOf(["tcp 80 from 10.0.0.0/8"], member(null), PUBLIC))).toBeUndefined();
    expect(whyOf(webOf(OPEN, PUBLIC))).toBeUndefined();
  });
});
