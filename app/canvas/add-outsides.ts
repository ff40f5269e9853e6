/** New ends outside of every VPC. */
import { fail, ok } from "../../engine";
import { createIpRange } from "../document/commands/ip-range";
import { showInternet } from "../document/commands/layout";
import { INTERNET_PLACE } from "../document/diagram";
import { newId } from "../document/new-id";
import { INTERNET_SIZE, RANGE_SIZE } from "../scene/sizes";
import type { Adding, Addition } from "./adding";
import { freeName } from "./free-name";
import { placeOutside } from "./place-in";

export const addInternet = ({ scene, point }: Adding): Addition => {
  if (scene.outsides.some(({ kind }) => kind === "internet"))
    return fail("The Internet is on the canvas already.");
  const command = showInternet({ ...placeOutside(scene, INTERNET_SIZE, point), size: null });
  return ok({ command, id: INTERNET_PLACE });
};

export const addRange = ({ network, scene, point }: Adding): Addition => {
  const ipRangeId = newId("ipRange");
  const command = createIpRange({
    ipRangeId,
    name: freeName("range", Object.values(network.ipRanges)),
    cidrBlocks: ["203.0.113.0/24"],
    place: { ...placeOutside(scene, RANGE_SIZE, point), size: null },
  });
  return ok({ command, id: ipRangeId });
};
