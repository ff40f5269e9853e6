import { expect, test } from "vitest";
import { asId } from "../model/id";
import { recordOf } from "../model/network";
import { BASE_WORLD } from "../testing/base-world";
import { changed, QUESTION_VECTORS } from "../testing/vectors";
import { rulesInUse } from "./rules-in-use";

const COUNTED = QUESTION_VECTORS.flatMap(({ id, title, steps, inboundRulesInUse = [] }) =>
  inboundRulesInUse.map((use) => ({ id, title, steps, use })),
);

test.each(COUNTED)("$id: $title, and counts so much of the quota", ({ steps, use }) => {
  const network = steps.reduce((before, { change }) => changed(change, before), BASE_WORLD);
  const group = recordOf(network.securityGroups, asId<"securityGroup">(`sg-${use.group}`));
  expect(group && rulesInUse(group, network).ingress).toEqual({ ipv4: use.ipv4, ipv6: use.ipv6 });
});

test("at least one vector counts", () => {
  expect(COUNTED.length).toBeGreaterThan(0);
});
