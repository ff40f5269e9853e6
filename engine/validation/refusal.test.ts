import { expect, test } from "vitest";
import type { Ec2ErrorCode } from "./ec2-error-code";
import { type Refusal, refuse } from "./refusal";

test("a refusal has the code that EC2 would give, and every code is given by some reason", () => {
  expect(refuse("ruleNotFound", { id: "sgr-1" })).toEqual({
    ok: false,
    error: {
      code: "InvalidSecurityGroupRuleId.NotFound",
      reason: "ruleNotFound",
      facts: { id: "sgr-1" },
    },
  });
  const neverGiven: Readonly<Record<Exclude<Ec2ErrorCode, Refusal["code"]>, true>> = {};
  expect(neverGiven).toEqual({});
});
