import { refuse } from "../../../engine";
import { type Command, commandOf } from "../command";
import type { Place } from "../diagram";

/** Puts things where they were dragged, or where Arrange wants them. One step. */
export const placeNodes = (
  places: Readonly<Record<string, Place>>,
  label?: string,
  mergeKey?: string,
): Command => commandOf(label ?? `Move ${Object.keys(places)}`, () => refuse("elementNotFound"), mergeKey);

export const showInternet = (place: Place): Command =>
  commandOf("Add the Internet", () => refuse("elementNotFound", { x: `${place.x}` }));

export const renameDesign = (name: string, mergeKey?: string): Command =>
  commandOf(`Rename design to ${name}`, () => refuse("nameMissing"), mergeKey);
