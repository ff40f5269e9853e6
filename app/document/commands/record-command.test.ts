import { expect, test } from "vitest";
import { ok, recordOf, refuse } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { after, diagramOf, reasonOf } from "../testing/expect";
import { recordCommandOf } from "./record-command";

const START = diagramOf(BASE_WORLD);
const vpcCommand = recordCommandOf("vpcs", "vpcNotFound");
const rename = (id: string) =>
  vpcCommand(
    id,
    () => "Rename",
    (vpc) => ok({ ...vpc, name: "shop" }),
    "name",
  );

test("a command for one record changes it, and nothing else", () => {
  const { network } = after(START, rename("vpc-A"));
  expect(network).toEqual({
    ...BASE_WORLD,
    vpcs: { ...BASE_WORLD.vpcs, "vpc-A": { ...recordOf(BASE_WORLD.vpcs, "vpc-A"), name: "shop" } },
  });
  expect(rename("vpc-A")).toMatchObject({ mergeKey: "name" });
  expect(rename("vpc-A").label(START)).toBe("Rename");
});

test("a command for one record is refused where it is not there, and where the change is", () => {
  expect(reasonOf(rename("vpc-gone").run(START))).toBe("vpcNotFound");
  const never = vpcCommand(
    "vpc-A",
    () => "Rename",
    () => refuse("nameMissing"),
  );
  expect(reasonOf(never.run(START))).toBe("nameMissing");
});
