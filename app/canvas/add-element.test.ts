import { describe, expect, test } from "vitest";
import { EMPTY_DIAGRAM } from "../document/diagram";
import { layoutOf } from "../scene/layout-of";
import { addElement } from "./add-element";
import type { Addable } from "./palette-items";
import { selectedTarget, selectedVpcs } from "./selected-target";
import { diagramOf } from "./testing/diagram";

const add = (resource: Addable, diagram = diagramOf(), selected: readonly string[] = []) => {
  const scene = { ...layoutOf(diagram), hulls: [], arrows: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };
  const { network } = diagram;
  const selection = { kind: "elements", ids: selected } as const;
  const addition = addElement(resource, {
    network,
    scene,
    target: selectedTarget(selection, network),
    point: null,
    chosenVpcIds: selectedVpcs(selection, network),
    vpcShape: null,
  });
  const result = addition.ok ? addition.value.command.run(diagram) : addition;
  return {
    addition,
    network: result.ok ? result.value.network : null,
    places: result.ok ? result.value.layout.places : {},
  };
};

describe("adding from the palette", () => {
  test("needs a VPC for a subnet, and says so", () => {
    expect(add("subnet", EMPTY_DIAGRAM).addition).toMatchObject({
      ok: false,
      error: expect.stringContaining("VPC"),
    });
  });
  test("needs a subnet for an instance, and says so", () => {
    expect(add("instance", EMPTY_DIAGRAM).addition).toMatchObject({
      ok: false,
      error: expect.stringContaining("subnet"),
    });
  });
  test("gives a second VPC another block", () => {
    expect(Object.values(add("vpc").network?.vpcs ?? {}).map((vpc) => vpc.cidrBlock)).toEqual([
      "10.0.0.0/16",
      "10.1.0.0/16",
    ]);
  });
  test("puts an instance into the selected subnet, with the default group", () => {
    const { network } = add("instance", diagramOf(), ["subnet-b"]);
    const added = Object.values(network?.networkInterfaces ?? {}).find(
      ({ subnetId, groupIds }) =>
        subnetId === "subnet-b" && groupIds.length === 1 && groupIds[0] !== "sg-closed",
    );
    expect(added).toMatchObject({ groupIds: ["sg-default"] });
  });
  test("attaches an interface to the selected instance", () => {
    const { network } = add("networkInterface", diagramOf(), ["i-w1"]);
    const attached = Object.values(network?.networkInterfaces ?? {}).filter(
      ({ attachment }) => attachment?.kind === "instance" && attachment.instanceId === "i-w1",
    );
    expect(attached.map(({ name }) => name)).toContain("eth1");
  });
  test("does not stand on top of what is there", () => {
    const { places, addition } = add("instance", diagramOf(), ["subnet-a"]);
    const { cards } = layoutOf(diagramOf());
    const place = addition.ok ? places[addition.value.id] : undefined;
    expect(place).toBeDefined();
    expect(cards.map(({ rect }) => rect.x)).not.toContain(place?.x);
  });
});
