import { describe, expect, test } from "vitest";
import { asId } from "../model/id";
import { BASE_WORLD } from "../testing/base-world";
import { change, group } from "../testing/network-builder";
import {
  checkDescription,
  checkGroupDescription,
  checkGroupName,
  checkGroupQuota,
  defaultGroupOf,
} from "./group-check";
import { refused } from "./testing/refused";

const A = asId<"vpc">("vpc-A");
const B = asId<"vpc">("vpc-B");
const name = (text: string, exceptId?: string) => refused(checkGroupName(BASE_WORLD, A, text, exceptId));

describe("a group's name", () => {
  test.each([
    ["", "InvalidParameterValue groupNameMissing"],
    ["   ", "InvalidParameterValue groupNameMissing"],
    ["x".repeat(256), "InvalidParameterValue groupNameTooLong"],
    ["x".repeat(255), "ok"],
    ["it's", "InvalidParameterValue groupNameCharacter"],
    ["naïve", "InvalidParameterValue groupNameCharacter"],
    ["a ._-:/()#,@[]+=&;{}!$* Z9", "ok"],
    ["sg-web", "InvalidParameterValue groupNameLooksLikeId"],
    ["SG-web", "InvalidParameterValue groupNameLooksLikeId"],
    ["default", "InvalidGroup.Reserved groupNameReserved"],
    ["web", "InvalidGroup.Duplicate groupNameTaken"],
    ["WEB", "InvalidGroup.Duplicate groupNameTaken"],
    ["fresh", "ok"],
  ])("%j is answered with %s", (text, answer) => {
    expect(name(text)).toBe(answer);
  });

  test("loses its trailing blanks", () => {
    expect(checkGroupName(BASE_WORLD, A, "fresh  ")).toEqual({ ok: true, value: "fresh" });
  });

  test("may be that of a group in another VPC", () => {
    expect(refused(checkGroupName(BASE_WORLD, B, "web"))).toBe("ok");
  });

  test("may stay, or change its case, when the group itself is renamed", () => {
    expect(name("web", "sg-web")).toBe("ok");
    expect(name("Web", "sg-web")).toBe("ok");
    expect(name("app", "sg-web")).toBe("InvalidGroup.Duplicate groupNameTaken");
  });

  test("stays with the default group", () => {
    expect(name("default", "sg-default")).toBe("ok");
    expect(name("mine", "sg-default")).toBe("InvalidParameterValue defaultGroupKeepsName");
  });
});

describe("a description", () => {
  test("is required of a group and not of a rule", () => {
    expect(refused(checkGroupDescription(" "))).toBe("MissingParameter groupDescriptionMissing");
    expect(refused(checkDescription(""))).toBe("ok");
  });

  test("holds at most 255 of the characters that EC2 takes", () => {
    expect(refused(checkDescription("x".repeat(256)))).toBe("InvalidParameterValue descriptionTooLong");
    expect(refused(checkGroupDescription("<all>"))).toBe("InvalidParameterValue descriptionCharacter");
  });
});

test("a Region holds 2,500 groups", () => {
  const parts = Array.from({ length: 2500 }, (_, index) => group(`g${index}`, "A", []));
  expect(refused(checkGroupQuota(BASE_WORLD, A))).toBe("ok");
  expect(refused(checkGroupQuota(change(BASE_WORLD, ...parts), A))).toBe(
    "SecurityGroupLimitExceeded groupLimit",
  );
});

test("each VPC has a default group of its own", () => {
  expect(defaultGroupOf(BASE_WORLD, A)?.groupId).toBe("sg-default");
  expect(defaultGroupOf(BASE_WORLD, B)?.groupId).toBe("sg-B-default");
});
