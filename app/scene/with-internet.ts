/** A way to the Internet is only seen with the Internet at its end. */
import { internetGatewayOf, type Network, ok, recordsOf, type VpcId } from "../../engine";
import type { Command } from "../document/command";
import { type Diagram, INTERNET_PLACE, type Point } from "../document/diagram";
import { placedAt } from "../document/places";
import { freePlace } from "./free-place";
import { snap } from "./geometry";
import { layoutOf, type SceneLayout } from "./layout-of";
import { CANVAS_GAP, INTERNET_SIZE, OUTSIDE_GAP, OUTSIDE_TOP } from "./sizes";

/** The VPC that has got an internet gateway. */
const newlyOpened = (before: Network, after: Network): VpcId | null =>
  recordsOf(after.internetGateways).find(
    ({ vpcId }) => vpcId !== null && internetGatewayOf(before, vpcId) === null,
  )?.vpcId ?? null;

/** At the VPC's height, to the left of all frames. */
const besideVpc = ({ frames, outsides }: SceneLayout, vpcId: VpcId): Point => {
  const top = frames.find(({ id }) => id === vpcId)?.rect.y ?? 0;
  const right = Math.min(...frames.map(({ rect }) => rect.x)) - OUTSIDE_GAP;
  const taken = [...frames, ...outsides].map(({ rect }) => rect);
  const start = { x: right - INTERNET_SIZE.width, y: top + OUTSIDE_TOP };
  const { x, y } = freePlace(INTERNET_SIZE, taken, start, right, CANVAS_GAP);
  return { x: snap(x), y: snap(y) };
};

const withInternetBeside = (diagram: Diagram, vpcId: VpcId): Diagram =>
  placedAt(diagram, INTERNET_PLACE, { ...besideVpc(layoutOf(diagram), vpcId), size: null });

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
