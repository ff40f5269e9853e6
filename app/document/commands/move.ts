import { refuse, type SubnetId } from "../../../engine";
import { type Command, commandOf } from "../command";
import type { Place } from "../diagram";

/** Moves an instance or database (its primary interface) or an interface; it gets free addresses of that subnet. */
export const moveToSubnet = (elementId: string, subnetId: SubnetId, place: Place): Command =>
  commandOf(`Move ${elementId} to ${subnetId} ${place.x}`, () => refuse("elementNotFound"));
