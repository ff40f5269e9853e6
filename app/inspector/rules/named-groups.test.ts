import { describe, expect, test } from "vitest";
import { asId, recordOf } from "../../../engine";
import {
  change,
  group,
  network,
  peering,
  subnet,
  transitGateway,
  transitGatewayAttachment,
  vpc,
} from "../../../engine/testing/network-builder";
import { EMPTY_DIAGRAM } from "../../document/diagram";
import { readRemote, remoteText } from "./remote-fields";
import { rowView } from "./row-view";
import type { RuleContext } from "./rule-context";
import { draftOf, EMPTY_FIELDS } from "./rule-draft-form";
import { ruleRows } from "./rule-rows";

const WORLD = network(
  vpc("shop", "10.0.0.0/16"),
  vpc("shared", "10.1.0.0/16"),
  vpc("tools", "10.2.0.0/16"),
  subnet("a", "shop", "10.0.1.0/24"),
  subnet("t", "tools", "10.2.1.0/24"),
  group("db", "shop", []),
  group("app", "shop", []),
  group("app-shared", "shared", [], "app"),
  group("logs", "shared", []),
  group("logs-tools", "tools", [], "logs"),
  group("build", "tools", []),
  peering("p", "shop", "shared"),
);

/** A transit gateway that carries group references between shop and tools. */
const JOINED = change(
  WORLD,
  transitGateway("t", { references: true }),
  transitGatewayAttachment("shop", "t", "shop", ["a"]),
  transitGatewayAttachment("tools", "t", "tools", ["t"]),
);

const DB = asId<"securityGroup">("sg-db");

const context = (change: Partial<RuleContext> = {}): RuleContext => ({
  network: WORLD,
  vpcId: asId<"vpc">("vpc-shop"),
  groupId: DB,
  direction: "ingress",
  myIp: null,
  inForce: null,
  ...change,
});

const read = (remote: string, change: Partial<RuleContext> = {}) => {
  const found = readRemote({ remoteKind: "custom", remote }, context(change));
  if (!found.ok) return found.error.text;
  return found.value.kind === "group" ? found.value.groupId : found.value;
};

const textOf = (groupId: string, change: Partial<RuleContext> = {}) =>
  remoteText({ kind: "group", groupId: asId<"securityGroup">(groupId) }, context(change));

describe("a rule's source", () => {
  test("is a group of a peered VPC by its id, its name or its name with its VPC", () => {
    for (const text of ["sg-logs", "logs", "Logs - Shared"]) expect(read(text)).toBe("sg-logs");
    expect(textOf("sg-logs")).toBe("logs - shared");
  });

  test("is this VPC's own group where a plain name fits both", () => {
    expect(read("app")).toBe("sg-app");
    expect(read("app - shared")).toBe("sg-app-shared");
    expect([textOf("sg-app"), textOf("sg-app-shared")]).toEqual(["app", "app - shared"]);
  });

  test("is asked for where several VPCs have a group of that name", () => {
    expect(read("logs", { network: JOINED })).toBe(
      "Several VPCs have a group “logs”. Which one: logs - shared or logs - tools",
    );
    expect(read("logs - tools", { network: JOINED })).toBe("sg-logs-tools");
  });

  test("is asked for by ids where the VPCs have the same name too", () => {
    const twins = change(JOINED, (before) => {
      const tools = recordOf(before.vpcs, "vpc-tools");
      return tools
        ? { ...before, vpcs: { ...before.vpcs, [tools.vpcId]: { ...tools, name: "shared" } } }
        : before;
    });
    const choice = "Which one: sg-logs or sg-logs-tools";
    expect(read("logs - shared", { network: twins })).toContain(choice);
    expect(textOf("sg-logs", { network: twins })).toBe("sg-logs");
  });

  test("is a group across a transit gateway in inbound rules only", () => {
    expect(read("build")).toContain("is no security group that this rule can name");
    expect(read("build", { network: JOINED })).toBe("sg-build");
    expect(read("build", { network: JOINED, direction: "egress" })).toContain("is no security group");
  });

  test("that lies out of reach is refused in EC2's words when its id is typed", () => {
    const place = { draftId: "sgr-1", groupId: DB, direction: "ingress", ruleId: null } as const;
    const draft = draftOf({ ...EMPTY_FIELDS, type: "ssh", remote: "sg-build" }, place);
    const db = recordOf(WORLD.securityGroups, DB);
    const rows = db === undefined ? [] : ruleRows(db, "ingress", [draft]);
    const views = rows.map((row) => rowView(row, rows, context(), { ...EMPTY_DIAGRAM, network: WORLD }));
    expect(views.flatMap(({ messages }) => messages.map(({ text }) => text))).toEqual([
      expect.stringContaining("InvalidGroup.NotFound: build is in another VPC"),
    ]);
  });
});
