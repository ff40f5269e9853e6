/** A way to the Internet is only seen with the Internet at its end. */
import { type Network, ok, recordOf, recordsOf, type VpcId } from "../../engine";
import type { Command } from "../document/command";
import { type Diagram, INTERNET_PLACE } from "../document/diagram";
import { placedAt } from "../document/places";
import { layoutOf } from "../scene/layout-of";
import { placeLeftOf } from "./place-in";

/** The VPC that has got an internet gateway. */
const newlyOpened = (before: Network, after: Network): VpcId | null =>
  recordsOf(after.internetGateways).find(
    ({ internetGatewayId }) => recordOf(before.internetGateways, internetGatewayId) === undefined,
  )?.vpcId ?? null;

const withInternetBeside = (diagram: Diagram, vpcId: VpcId): Diagram => {
  const place = placeLeftOf(layoutOf(diagram), vpcId);
  return placedAt(diagram, INTERNET_PLACE, { ...place, size: null });
};

/**
 * The same command, which also puts the Internet to the left of a VPC that gets an internet gateway by it, unless the
 * Internet is on the canvas already.
 */
export const withInternet = (command: Command): Command => ({
  ...command,
  run: (before) => {
    const result = command.run(before);
    if (!result.ok || result.value.layout.places[INTERNET_PLACE] !== undefined) return result;
    const vpcId = newlyOpened(before.network, result.value.network);
    return vpcId === null ? result : ok(withInternetBeside(result.value, vpcId));
  },
});
